"""What stands recorded of a case: when it counts as accepted, which pauses are lawful."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from yiding.ledgers.powers.clock import Stop, day, due_after, stops_of
from yiding.ledgers.powers.denials import is_said
from yiding.rules import Amounts, Entry


def is_permit(case: Entry) -> bool:
    """Whether the periods of the permit law run: where the kind is not told, they do."""
    return case.item_kind in (None, "permit")


def notice_due(case: Entry, amounts: Amounts) -> date | None:
    """The last day on which the applicant is told what is wanting."""
    received = day(case.received_at)
    return None if received is None else due_after(received, int(amounts["notice_days"]))


def notice_day(case: Entry) -> date | None:
    """When the applicant was told; whoever has put it right was told before."""
    return day(case.notice_at) or day(case.corrected_at)


def deemed_day(case: Entry, amounts: Amounts, on: date) -> date | None:
    """The day of receipt, where what was wanting was not told in time."""
    last = notice_due(case, amounts)
    if last is None or (case.is_complete is not False and notice_day(case) is None):
        return None
    told = [one for one in (notice_day(case), day(case.accepted_at)) if one is not None]
    is_in_time = case.is_complete is True or min(told, default=on) <= last
    return None if is_in_time else day(case.received_at)


def start_day(case: Entry, amounts: Amounts, on: date) -> date | None:
    """The day of acceptance, from which the clock runs."""
    return deemed_day(case, amounts, on) or day(case.accepted_at)


def is_lawful(pause: Mapping[str, Any], amounts: Amounts) -> bool:
    """Whether a pause is of a kind that does not count."""
    return amounts["lawful_pause", pause.get("kind", "other")] is not None


def lawful_stops(case: Entry, amounts: Amounts, on: date) -> tuple[Stop, ...]:
    """When the clock stands."""
    pauses = case.pauses or ()
    return stops_of([one for one in pauses if is_lawful(one, amounts)], on)


def claims_extension(case: Entry) -> bool:
    """Whether somebody says that the period was extended."""
    return any(is_said(one) for one in (case.extended, case.extension_approved))


def extension(case: Entry, amounts: Amounts, table: str) -> Decimal:
    """The further days of an extension that stands: approved by the head and told."""
    is_refused = False in (is_said(case.extension_approved), is_said(case.extension_told))
    if not claims_extension(case) or is_refused:
        return Decimal()
    further: Decimal = amounts[table]
    return further


def lacks_telling(case: Entry) -> tuple[str, ...]:
    """What an extension needs and nobody has registered."""
    named = ("extension_approved", "extension_told")
    return tuple(name for name in named if is_said(case.values.get(name)) is None)
