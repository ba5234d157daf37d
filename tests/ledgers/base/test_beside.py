"""A stored entry gets from those beside it what entries checked together get."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from world import World, moment
from yiding.ledgers.base.checking_runs import check_ledger
from yiding.ledgers.base.figures import Asked, figure_of
from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing, put_entry
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import check, finding_as_json

ON = date(2026, 3, 3)
STATION = {"code": "A1", "name": "望虞河口", "body": "river", "target": "Ⅲ", "zone": "second"}
READING = {"station": "望虞河口", "factor": "w21011", "value": "0.083"}
SAMPLE = {"station": "A1", "sample_time": "2026-03-02 08:00", "TP": "0.083", "DO": "7.5"}
GIVEN = {"reading": READING, "sample": SAMPLE, "station": STATION}


def put(world: World, kind: str, key: str) -> Entry:
    return put_entry(
        Writing(world["supervisor"], "lake", moment(ON)), Given(kind, key, GIVEN[kind])
    )


def stored(row: Entry) -> list[dict[str, object]]:
    """What was found of a stored entry."""
    told = [one.finding for one in row.findings.order_by("position")]
    return [{name: one for name, one in each.items() if name != "message_en"} for each in told]


def together(kind: str) -> list[dict[str, object]]:
    """What is found of the same entry checked together with its station."""
    given = [{"kind": one, "id": one, "fields": GIVEN[one]} for one in (kind, "station")]
    found = check(ledger("lake"), given, ON, "320500")[0].findings
    return [finding_as_json(one) for one in found]


def test_what_is_stored_after_its_station_is_judged_as_if_checked_with_it(world: World) -> None:
    put(world, "station", "station")
    for kind in ("reading", "sample"):
        found = stored(put(world, kind, kind))
        assert found == together(kind)
        assert any(one["label"] == "Ⅱ类" for one in found)


def test_a_check_of_the_ledger_completes_what_was_stored_before_its_station(world: World) -> None:
    row = put(world, "reading", "reading")
    assert row.verdict == "undetermined"
    put(world, "station", "station")
    check_ledger(world["supervisor"], "lake", ON, lambda: moment(ON))
    assert stored(row) == together("reading")


def test_a_figure_counts_an_entry_as_its_station_makes_it(world: World) -> None:
    put(world, "station", "station")
    put(world, "sample", "sample")
    asked = Asked("lake/source-compliance", world.jurisdiction, ON)
    assert figure_of(asked).value == Decimal(100)
