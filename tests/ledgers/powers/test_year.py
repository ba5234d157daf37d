"""The year of Linhu's powers: the same for the same seed, and neither all right nor all wrong."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from ledgers.powers.trying import LEDGER, read
from yiding.demo.ledgers.delivery import UNIT
from yiding.demo.ledgers.items import Item
from yiding.demo.ledgers.powers_agreed import agreed
from yiding.demo.ledgers.powers_handled import handled
from yiding.demo.ledgers.powers_moved import moved
from yiding.ledgers.checking import check_entry
from yiding.rules.entries import Entry

TODAY = date(2026, 11, 20)


@cache
def everything(seed: int = 1, share: float = 1) -> tuple[Item, ...]:
    """What happens to the ledger."""
    powers = moved(seed, TODAY, share)
    told = [entry for one in powers for entry in one.entries]
    return (*told, *handled(powers, seed, TODAY, share), *agreed(powers, TODAY))


def entries() -> list[Entry]:
    """How it stands on the last day."""
    rows = ((one.kind, one.key, one.as_of(TODAY)) for one in everything())
    own = {UNIT, "id"}
    return read([
        (kind, key, {name: each for name, each in row.items() if name not in own})
        for kind, key, row in rows
        if row is not None
    ])  # fmt: skip


def plain(items: tuple[Item, ...]) -> list[Any]:
    return [(one.key, one.steps) for one in items]


def test_the_same_seed_gives_the_same_year() -> None:
    assert plain(everything()) == plain(everything.__wrapped__())
    assert plain(everything()) != plain(everything(2))
    assert len(everything(1, 1 / 12)) < len(everything()) / 3


def test_every_kind_of_verdict_is_there_and_nothing_is_odd() -> None:
    found = entries()
    assert 350 < len(found) < 500
    assert [one.faults for one in found if one.faults] == []
    verdicts = Counter(str(check_entry(LEDGER, one, TODAY).verdict) for one in found)
    assert set(verdicts) >= {"met", "breached", "overdue", "due", "undetermined", "computed"}
    assert verdicts["breached"] + verdicts["overdue"] < len(found) / 4


def test_the_figures_are_those_of_a_city_at_work() -> None:
    """No share is all or nothing, and something is left to do in every count."""
    found = entries()
    for one in LEDGER.indicators:
        figure = one.figure(found, TODAY)
        assert figure.value is not None, one.slug
        assert figure.value > 0, one.slug
        if one.unit == "%":
            assert figure.value < Decimal(100), one.slug
