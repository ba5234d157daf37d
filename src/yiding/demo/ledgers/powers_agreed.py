"""行政权力事项划转: consultations, changes of the list, renewals, and what is claimed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from yiding.demo.ledgers.dates import day, words
from yiding.demo.ledgers.items import Item, Row, Steps, hour_of
from yiding.demo.ledgers.powers_moved import BUREAU, Power

_CLAIMED = -110


def agreed(powers: Sequence[Power], today: date) -> Iterator[Item]:
    """What stands beside items and cases."""
    told = words("powers.toml")
    for no, one in enumerate(told["coord"], 1):
        row = {"date": day(today, one["back"]), "form": "面对面"}
        row |= {name: one[name] for name in ("subject", "parties", "opinion") if name in one}
        yield Item("coord", f"LHHS-{no:02}", [(day(today, one["back"]), row)])
    for no, one in enumerate(told["change"], 1):
        item = powers[no % len(powers)].key
        row = {"item": item, "cause": one["cause"], "mode": one["mode"]}
        yield Item("list_change", f"LHTZ-{no:02}", _by_days(row, one["days"], today))
    for no, one in enumerate(told["renewal"], 1):
        yield Item("renewal", f"LHYX-{no:02}", _renewal(one, today))
    for no, one in enumerate(told["claim"], 1):
        row = {**one, "body": BUREAU, "period": f"{day(today, _CLAIMED):%Y}年上半年"}
        yield Item("kpi", f"LHZB-{no:02}", [(day(today, _CLAIMED), row)])


def _by_days(row: Row, days: Row, today: date) -> Steps:
    """One step a day, the first with what is always true of it."""
    told = [(day(today, back), {name: day(today, back)}) for name, back in days.items()]
    (first, at), *others = told
    return [(first, {**row, **at}), *others]


def _renewal(one: Row, today: date) -> Steps:
    """Known since long; asked and decided on their days."""
    known: Row = {"permit_no": one["permit"], "expires_on": day(today, one["days"]["expires_on"])}
    steps: Steps = [(day(today, -330), known)]
    asked, decided = one["days"].get("asked_on"), one["days"].get("decided_at")
    if asked is not None:
        steps.append((day(today, asked), {"asked_on": day(today, asked)}))
    if decided is not None:
        told: Row = {"decided_at": hour_of(day(today, decided), 15), "result": "准予"}
        steps.append((day(today, decided), told))
    return steps
