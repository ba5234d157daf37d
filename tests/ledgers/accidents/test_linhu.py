"""The accidents of the city of the demonstration: the same for a seed, readable, none to come."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from ledgers.accidents.trying import LEDGER
from yiding.demo.ledgers.cases_after import besides
from yiding.demo.ledgers.delivery import UNIT
from yiding.demo.ledgers.happened import accidents
from yiding.demo.ledgers.items import Item
from yiding.ledgers.checking import Checked, check
from yiding.rules import Verdict

TODAY = date(2026, 11, 20)


def items(seed: int, share: float = 1) -> list[Item]:
    happened = accidents(seed, TODAY, share)
    return [*(one.item for one in happened), *besides(happened, seed, TODAY)]


def rows(on: date) -> list[dict[str, Any]]:
    """What is known of everything on a day, as the ledger takes it."""
    found = ((one.kind, one.key, one.as_of(on)) for one in items(1))
    beside = {"id", UNIT}
    return [
        {
            "kind": kind,
            "id": key,
            "fields": {
                name: told for name, told in row.items() if name not in beside and told is not None
            },
        }
        for kind, key, row in found
        if row is not None
    ]


def checked(on: date) -> list[Checked]:
    return check(LEDGER, rows(on), on, "329900")


def test_the_same_seed_gives_the_same_accidents() -> None:
    """Another seed others; a small city few."""
    assert items(1) == items(1) != items(2)
    assert len(items(1, 1 / 12)) < len(items(1)) / 3
    assert len({(one.kind, one.key) for one in items(1)}) == len(items(1))


def test_everything_is_understood_and_not_everything_is_well() -> None:
    """No fault in a row; of every verdict some."""
    told = checked(TODAY)
    assert [one.entry.faults for one in told if one.entry.faults] == []
    verdicts = Counter(one.verdict for one in told)
    wanted = {Verdict.MET, Verdict.BREACHED, Verdict.DUE, Verdict.OVERDUE, Verdict.UNDETERMINED}
    assert all(verdicts[one] >= 5 for one in wanted), verdicts
    assert 150 < len(told) < 500


def test_figures_are_neither_nothing_nor_all() -> None:
    """Shares between, and no major accident."""
    entries = [one.entry for one in checked(TODAY)]
    figures = {one.slug: one.figure(entries, TODAY).value for one in LEDGER.indicators}
    shares = ("reports-on-time", "measures-carried-out", "liability-settled-share",
              "evaluated-on-time", "cause-hazards-closed", "reports-approved-on-time")  # fmt: skip
    assert all(50 < (figures[one] or 0) < 100 for one in shares), figures
    assert 0 < (figures["reports-late"] or 0) < 20
    assert figures["major-accidents"] == 0


def test_nothing_is_known_before_it_happened() -> None:
    """On a day of the spring no entry speaks of a later day."""
    spring = date(2026, 4, 1)
    happened = [one["fields"]["occurred_at"].date() for one in rows(spring)
                if one["kind"] == "accident"]  # fmt: skip
    assert max(happened) < spring
    assert len(happened) < len([one for one in rows(TODAY) if one["kind"] == "accident"])
