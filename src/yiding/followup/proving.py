"""Holding a matter against the ledgers: proven, contradicted, or no data. A person verifies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from yiding.followup.ledger_sources import Shown, UnknownSource, show
from yiding.followup.models import (
    ClosingTest,
    Conclusion,
    LedgerReading,
    Matter,
    ProofResult,
    Report,
)
from yiding.followup.states import State
from yiding.registry.models import Jurisdiction

#: States in which somebody has said that it is done; who asks for a review maintains it.
REPORTED_DONE = frozenset(
    {State.SUBMITTED, State.VERIFIED, State.CLOSED, State.ARCHIVED, State.REVIEWING}
)
#: Acts by which it is said.
_CLAIMS = frozenset({LedgerReading.Occasion.SUBMITTED, LedgerReading.Occasion.VERIFIED})
#: Conclusions by which a claim is refused.
_ANSWERED = (Conclusion.Kind.SEND_BACK, Conclusion.Kind.REOPENING)
#: States in which the ledgers are no longer asked.
_AT_REST = frozenset({State.NOTED, State.CHANGED, State.ARCHIVED})


@dataclass(frozen=True)
class Look:
    """One look at the ledger: what it shows, and what that means for the matter on the day."""

    test: ClosingTest
    shown: Shown | None
    result: ProofResult
    as_of: date


def look_at(test: ClosingTest, on: date, *, is_claimed: bool = False) -> Look:
    """What the ledger shows of a matter as of a day; ``is_claimed`` while it is being reported."""
    return _look(test, _shown(test, on), on, is_claimed=is_claimed)


def _shown(test: ClosingTest, on: date) -> Shown | None:
    """What stands under the address of a test; none where no ledger answers for it."""
    try:
        return show(test.kind, test.address, test.jurisdiction, on)
    except UnknownSource:
        return None


def _look(test: ClosingTest, shown: Shown | None, on: date, *, is_claimed: bool) -> Look:
    if shown is None:
        return Look(test, None, ProofResult.NO_DATA, on)
    is_claimed = is_claimed or is_reported_done(test.matter)
    return Look(test, shown, result_of(test, shown, on, is_claimed), on)


def result_of(test: ClosingTest, shown: Shown, on: date, is_claimed: bool) -> ProofResult:
    """The ledger against what was said: a claim that it does not bear out is contradicted."""
    reached = is_reached(test, shown)
    if reached is None:
        return ProofResult.NO_DATA
    if reached:
        return ProofResult.PROVEN
    if is_claimed:
        return ProofResult.CONTRADICTED
    last_day = last_day_of(test)
    return ProofResult.MISSED if last_day and on > last_day else ProofResult.AHEAD


def is_reached(test: ClosingTest, shown: Shown) -> bool | None:
    """Whether the target is reached, itself included; none where the ledger has no data."""
    if test.kind != ClosingTest.Kind.INDICATOR:
        return shown.holds
    if shown.value is None or test.target is None:
        return None
    return shown.value >= test.target if shown.better == "more" else shown.value <= test.target


def is_reported_done(matter: Matter) -> bool:
    """Somebody asked to close it, or the unit's last report says so and was not sent back."""
    if matter.state in REPORTED_DONE:
        return True
    last = matter.reports.order_by("-at", "-id").values_list("progress", "at").first()
    if last is None or last[0] != Report.Progress.DONE:
        return False
    answered = matter.conclusions.filter(kind__in=_ANSWERED, at__gte=last[1])
    return not answered.exists()


def last_day_of(test: ClosingTest) -> date | None:
    """The day the test is held: its own, else the matter's date."""
    return test.by_on or test.matter.due_on


def keep_reading(test: ClosingTest, occasion: str, at: datetime) -> LedgerReading:
    """Look now, and keep what was seen: value, as-of, and the entries behind it."""
    look = look_at(test, timezone.localdate(at), is_claimed=occasion in _CLAIMS)
    _remember(look)
    shown = look.shown
    return LedgerReading.objects.create(
        test=test,
        occasion=occasion,
        at=at,
        as_of=look.as_of,
        result=look.result,
        value=shown.value if shown else None,
        part=shown.part if shown else None,
        whole=shown.whole if shown else None,
        unit=shown.unit if shown else "",
        behind=list(shown.behind) if shown else [],
        lacking=list(shown.lacking) if shown else [],
    )


def look_after(matter: Matter, on: date) -> None:
    """Look again once a matter stands otherwise; nothing where it has no test."""
    for test in ClosingTest.objects.select_related("jurisdiction").filter(matter=matter):
        test.matter = matter
        _remember(look_at(test, on))


def look_again(
    jurisdiction: Jurisdiction, ledger: str | None, on: date, only: Iterable[str] | None = None
) -> int:
    """Look again at every test over a ledger that has changed; how many results are now others.

    With no ledger named every test is looked at, those by documents too; ``only`` names the
    addresses that matter, where they are known. Tests of one address take one look at the ledger.
    """
    tests = _live(jurisdiction).filter(_over(ledger) if ledger else Q())
    return _look_at_all(tests if only is None else tests.filter(address__in=sorted(only)), on)


def _look_at_all(tests: Iterable[ClosingTest], on: date) -> int:
    """Each once, and each address once; how many results are now others."""
    seen: dict[tuple[str, str], Shown | None] = {}
    changed = 0
    for test in tests:
        source = (test.kind, test.address)
        if source not in seen:
            seen[source] = _shown(test, on)
        before = test.result
        _remember(_look(test, seen[source], on, is_claimed=False))
        changed += before != test.result
    return changed


def look_later(jurisdiction: Jurisdiction, addresses: Iterable[str]) -> int:
    """What these show has changed and has not been looked at: the result stays, its day goes."""
    tests = _live(jurisdiction).filter(address__in=sorted(addresses))
    return tests.update(looked_on=None)


def look_at_what_waits(jurisdiction: Jurisdiction, on: date) -> int:
    """Look at the tests whose ledger has changed since; how many results are now others."""
    return _look_at_all(_live(jurisdiction).filter(looked_on=None), on)


def tested_addresses(jurisdiction: Jurisdiction, ledger: str) -> set[str]:
    """The figures and entries of a ledger by which some matter is tested."""
    return set(_live(jurisdiction).filter(_over(ledger)).values_list("address", flat=True))


def _over(ledger: str) -> Q:
    """Tests by its figures, ``lake/…``, and by its entries, ``lake:…``."""
    return Q(address__startswith=f"{ledger}/") | Q(address__startswith=f"{ledger}:")


def read_what_is_due(jurisdiction: Jurisdiction, at: datetime) -> list[LedgerReading]:
    """On the due day, or the first day after it: one reading a test, kept once.

    What was read on the due day itself and was still ahead is looked at again after it.
    """
    today = timezone.localdate(at)
    tests = _live(jurisdiction).annotate(last=Coalesce("by_on", F("matter__due_on")))
    for test in tests.filter(last__lt=today, result=ProofResult.AHEAD):
        _remember(look_at(test, today))
    unread = tests.filter(last__lte=today).exclude(readings__occasion=LedgerReading.Occasion.DUE)
    return [keep_reading(test, LedgerReading.Occasion.DUE, at) for test in unread]


def disagreeing(jurisdiction: Jurisdiction | int) -> QuerySet[ClosingTest]:
    """Reported done, and the ledger disagrees: as last looked at, the newest matter first."""
    rows = ClosingTest.objects.filter(jurisdiction=jurisdiction)
    wrong = rows.filter(result=ProofResult.CONTRADICTED)
    return wrong.select_related("matter", "matter__lead").order_by("-matter_id")


def _live(jurisdiction: Jurisdiction) -> QuerySet[ClosingTest]:
    rows = ClosingTest.objects.filter(jurisdiction=jurisdiction)
    return rows.exclude(matter__state__in=sorted(_AT_REST)).select_related("matter", "jurisdiction")


def _remember(look: Look) -> None:
    test = look.test
    test.result, test.looked_on = look.result, look.as_of
    test.save(update_fields=["result", "looked_on"])
