"""Linhu's year of lightning: the same for the same seed, read without a fault, and lifelike."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

from ledgers.lightning.trying import LEDGER
from yiding.demo.deeds import moment
from yiding.demo.ledgers.delivery import Delivery, workbook
from yiding.demo.ledgers.lightning_happened import Happened
from yiding.demo.ledgers.lightning_register import Register
from yiding.ledgers.checking import check
from yiding.ledgers.sheets import read_sheets

TODAY = date(2026, 11, 20)


def rows(seed: int, on: date = TODAY, share: float = 1) -> dict[str, list[dict[str, object]]]:
    """Everything known on a day, by kind."""
    register, happened = Register(seed, TODAY, share), Happened(seed, TODAY, share)
    told = register.things()
    for kind, row in (*register.reports(on), *happened.known(on)):
        told.setdefault(kind, []).append(row)
    return told


def test_the_same_seed_gives_the_same_year() -> None:
    first, other = rows(1), rows(2)
    assert first == rows(1)
    assert first["inspection"] != other["inspection"]
    assert first["strike"] != other["strike"]


def test_nothing_is_known_before_it_happened() -> None:
    """Half a year ago there were fewer reports, and no retest of a later day."""
    on = TODAY - timedelta(days=180)
    told = rows(1, on)
    assert 0 < len(told["inspection"]) < len(rows(1)["inspection"])
    days = [one.get("retested_on") or on for one in told["inspection"]]
    assert max(days) <= on
    assert "disaster" not in told


def test_a_part_of_the_city_has_fewer_places() -> None:
    assert len(rows(1, share=0.1)["site"]) < len(rows(1)["site"]) / 4


def test_the_year_reads_without_a_fault_and_its_figures_are_lifelike() -> None:
    """Nothing is at 0 or 100 per cent where a city would not be."""
    raw = workbook(Delivery("lightning", "x", moment(TODAY, 10), rows(1)))
    checked = check(LEDGER, list(read_sheets(LEDGER, "x.xlsx", raw)), TODAY, "329900")
    assert not [fault for one in checked for fault in one.entry.faults]
    verdicts = Counter(str(one.verdict) for one in checked)
    assert min(verdicts[one] for one in ("met", "due", "overdue", "breached", "undetermined")) >= 5
    entries = [one.entry for one in checked]
    shares = {one.slug: one.figure(entries, TODAY).value for one in LEDGER.indicators
              if one.unit == "%"}  # fmt: skip
    assert len(shares) == 13
    assert all(one is not None for one in shares.values())
    usual = [one for name, one in shares.items() if name != "line-in-time-share"]
    assert all(Decimal(5) < Decimal(one or 0) < Decimal(98) for one in usual), shares
