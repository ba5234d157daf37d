"""The year of the demonstration: the same for a seed, taken whole, with every kind of finding."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

from ledgers.biomedicine.trying import LEDGER
from yiding.demo.deeds import moment
from yiding.demo.ledgers.biomedicine_figures import goals, statistics, tables
from yiding.demo.ledgers.biomedicine_firms import Firms, payments, platforms, talents
from yiding.demo.ledgers.biomedicine_products import Products
from yiding.demo.ledgers.biomedicine_work import Work
from yiding.demo.ledgers.delivery import Delivery, workbook
from yiding.ledgers.checking import Checked, check
from yiding.ledgers.sheets import read_sheets

TODAY = date(2026, 11, 20)


def rows(seed: int, share: float = 1) -> dict[str, list[dict[str, Any]]]:
    """Everything as it stands on the last day."""
    firms = Firms(seed, TODAY, share)
    products, work = Products(firms, seed, share), Work(seed, TODAY, share)
    return {
        **work.plan(),
        "measure": work.measures(TODAY),
        "park": firms.parks(),
        "enterprise": firms.every,
        "drug": products.drugs(TODAY),
        "device": products.devices(TODAY),
        "goal": goals(3, TODAY),
        "statistic": statistics(TODAY),
        "platform": platforms(TODAY, TODAY),
        "payment": payments(firms, TODAY, TODAY),
        "talent": talents(TODAY),
        "publication": tables(firms, TODAY),
    }


def judged(made: dict[str, list[dict[str, Any]]]) -> list[Checked]:
    """Through the sheets, as an office hands them in."""
    book = workbook(Delivery("biomedicine", "台账", moment(TODAY, 9), made))
    return check(LEDGER, list(read_sheets(LEDGER, "台账.xlsx", book)), TODAY, "329900")


def test_the_same_seed_gives_the_same_year() -> None:
    first, again, other = rows(1), rows(1), rows(2)
    assert first == again
    for kind in ("measure", "enterprise", "drug", "device"):
        assert first[kind] != other[kind]
    assert len(rows(1, 1 / 6)["enterprise"]) < len(first["enterprise"]) / 3


def test_every_row_is_taken_and_some_are_not_as_they_should_be() -> None:
    """Of the kind it was written for, without a fault but the two numbers in one cell."""
    made = rows(1)
    found = judged(made)
    assert Counter(one.entry.kind for one in found) == {
        kind: len(one) for kind, one in made.items()
    }
    assert [one.entry.id for one in found if one.entry.faults] == ["Q-022"]
    verdicts = Counter(str(one.verdict) for one in found)
    assert {"met", "breached", "overdue", "undetermined", "due", "computed"} <= verdicts.keys()
    assert 150 < len(found) < 500
    assert verdicts["breached"] < len(found) / 5


def test_nothing_is_told_before_its_day() -> None:
    """A measure's proof and a device's renewal come when they came."""
    before = TODAY - timedelta(days=200)
    work = Work(1, TODAY)
    told = work.measures(before)
    assert told
    assert all(row.get("done_on") is None or row["done_on"] <= before for row in told)
    devices = Products(Firms(1, TODAY), 1).devices(before)
    assert all(row.get("renewal_filed_on") is None or row["renewal_filed_on"] <= before
               for row in devices)  # fmt: skip


def test_the_figures_of_the_year_make_sense() -> None:
    """No share is nothing or everything by accident."""
    entries = [one.entry for one in judged(rows(1))]
    told = {one.slug: one.figure(entries, TODAY).value for one in LEDGER.indicators}
    assert all(value is not None for value in told.values())
    shares = ("milestones-on-time", "done-with-proof", "measures-finished", "paid-share",
              "output-target-reached", "local-application", "device-renewals-in-time")  # fmt: skip
    assert {name: told[name] for name in shares if not 20 < (told[name] or 0) < 100} == {}
