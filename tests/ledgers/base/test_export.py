"""What is given out comes in again and changes nothing; a spreadsheet takes it for no formula."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from ledgers.base.books import cells
from ledgers.base.offices import office, writing
from world import World, moment
from yiding.ledgers.base.canonical import as_json, from_json
from yiding.ledgers.base.export import export_csv, export_xlsx, pages_of
from yiding.ledgers.base.importing import import_entries
from yiding.ledgers.base.models import Entry, EntryVersion
from yiding.ledgers.base.owner import unit_field
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing, put_entry
from yiding.ledgers.base.wrongs import WrongEntry
from yiding.ledgers.catalogue import SLUGS, Ledger, ledger
from yiding.rules.entries import Censored, Field, Kind, Type
from yiding.rules.parsing import BEIJING

WORDS = ("东楼", "007", "3-1", "1/2", "a、b", "[甲]", "=1+1", "第一行\n第二行", "'引号", '"双"')


def value(chance: random.Random, field: Field) -> Any:
    """A value that somebody may have given for a field."""
    day = date(2020, 1, 1) + timedelta(days=chance.randrange(2500))
    number = Decimal(chance.randrange(-(10**9), 10**9)).scaleb(-chance.randrange(7))
    makers: dict[Type, Any] = {
        Type.TEXT: lambda: chance.choice(WORDS),
        Type.INTEGER: lambda: Decimal(chance.randrange(1950, 2100)),
        Type.NUMBER: lambda: number,
        Type.MEASURED: lambda: chance.choice([number, Censored("<", abs(number)), Censored("<")]),
        Type.MONEY: lambda: Decimal(chance.randrange(10**12)).scaleb(-2),
        Type.DATE: lambda: day,
        Type.MOMENT: lambda: datetime(day.year, day.month, day.day, 9, 30, tzinfo=BEIJING),
        Type.FLAG: lambda: chance.random() < 0.5,
        Type.CHOICE: lambda: chance.choice(field.options).name,
        Type.SHARE: lambda: (8, 9),
        Type.LIST: lambda: tuple(chance.sample(("甲", "乙、丙", "丁"), 2)),
        Type.DATES: lambda: (day, day + timedelta(days=1)),
        Type.RECORDS: lambda: tuple(values(chance, field.fields) for _ in range(2)),
    }
    return makers[field.type]()


def values(chance: random.Random, fields: tuple[Field, ...]) -> dict[str, Any]:
    """Values for most fields."""
    return {one.name: value(chance, one) for one in fields if chance.random() < 0.8}


def kinds() -> list[tuple[Ledger, Kind]]:
    return [(one, kind) for one in map(ledger, SLUGS) for kind in one.kinds.values()]


@pytest.mark.parametrize(("found", "kind"), kinds(), ids=lambda one: getattr(one, "name", ""))
def test_canonical_json_gives_the_values_back(found: Ledger, kind: Kind) -> None:
    chance = random.Random(7)  # noqa: S311 - the same values at every run
    for _ in range(20):
        given = values(chance, kind.fields)
        assert from_json(kind, as_json(kind, given)) == given


@pytest.mark.parametrize("slug", SLUGS)
def test_every_head_of_an_export_is_read_as_what_stands_under_it(slug: str) -> None:
    for page in pages_of(ledger(slug)):
        assert len(set(page.heads)) == len(page.heads)
        assert set(page.names) >= {one.name for one in page.kind.fields} | {"id"}


def marked() -> list[object]:
    """The kinds; the first of each ledger on both databases, for they are all stored alike."""
    first = {found.slug: kind.name for found, kind in reversed(kinds())}
    return [
        pytest.param(
            *one,
            id=f"{one[0].slug}-{one[1].name}",
            marks=[] if one[1].name == first[one[0].slug] else [pytest.mark.either],
        )
        for one in kinds()
    ]


@pytest.mark.parametrize(("found", "kind"), marked())
def test_an_export_brought_in_again_changes_nothing(
    world: World, found: Ledger, kind: Kind
) -> None:
    chance = random.Random(11)  # noqa: S311 - the same values at every run
    keeper = Writing(world["supervisor"], found.slug, moment(date(2026, 3, 3)))
    for at in range(8):
        fields = as_json(kind, values(chance, kind.fields))
        owner = unit_field(found.slug, kind.name)
        if owner is not None and owner.name in fields:
            fields[owner.name] = "市水务局"
        given = Given(kind.name, f"K-{at}", fields, unit="housing")
        with suppress(WrongEntry):  # what chance made up may not go together
            put_entry(keeper, given)
    rows = Entry.objects.filter(ledger=found.slug)
    count = rows.count()
    for ending in ("xlsx", "csv"):
        files = list(exported(found, kind, rows, ending))
        batches = [import_entries(keeper, *one).batch for one in files]
        assert [fault for one in batches for fault in one.faults] == []
        assert {(one.state, one.added, one.changed) for one in batches} == {("taken", 0, 0)}
        assert sum(one.same for one in batches) == EntryVersion.objects.count() == count > 0


TOLD = (
    # a change in words beside its number: the number stands
    ("accidents", "supplement", {"deaths_change": "3", "change": "007"}),
    # the law's own words for a matter are its number
    ("renewal", "owner_vote", {"matter_no": "7"}),
    # 其他 within the name of a body is no kind of vehicle
    ("fleet", "vehicle", {"body": "其他小型客车"}),
    # under a head that says % a half is no ratio
    ("lightning", "inspection_body", {"quality_pass": {"value": "0.5", "unit": "%"}}),
)


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize(("slug", "name", "fields"), TOLD)
def test_words_that_may_mean_two_things_come_in_as_they_went_out(
    world: World, slug: str, name: str, fields: dict[str, Any], ending: str
) -> None:
    keeper = Writing(world["supervisor"], slug, moment(date(2026, 3, 3)))
    stored = put_entry(keeper, Given(name, "K-1", fields, unit="housing"))
    found = ledger(slug)
    rows = Entry.objects.filter(ledger=slug)
    for file in exported(found, found.kinds[name], rows, ending):
        batch = import_entries(keeper, *file).batch
        assert (batch.faults, batch.same, batch.changed) == ([], 1, 0)
    assert set(fields) <= set(stored.fields)


def exported(found: Ledger, kind: Kind, rows: Any, ending: str) -> Iterator[tuple[str, bytes]]:
    """The files that hold every entry: one workbook, or a CSV for each kind they turned out to be.

    A product that says it is a drug is kept as one.
    """
    if ending == "xlsx":
        yield f"{kind.term}.xlsx", export_xlsx(found, rows)
        return
    for name in sorted({one.kind for one in rows}):
        content = "".join(export_csv(found, rows, name))
        yield f"{found.kinds[name].term}.csv", content.encode()


def test_nothing_is_taken_for_a_formula(world: World) -> None:
    put_entry(writing(world), office("=1+1", area="9"))
    (_heads, row) = cells(export_xlsx(ledger("premises"), Entry.objects.all()))
    assert "=1+1" in row
