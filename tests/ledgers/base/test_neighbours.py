"""Entries asked for one by one are found as in a kind read whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import timezone

from world import World
from yiding.ledgers.base.canonical import as_json
from yiding.ledgers.base.findings import CannotJudge, judged
from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.neighbours import Neighbours, stored_entry
from yiding.ledgers.catalogue import SLUGS, Ledger, ledger
from yiding.ledgers.checking import UnreadableEntry, read_given
from yiding.rules import entries as rules
from yiding.rules.cases import Case
from yiding.rules.finding import Finding
from yiding.rules.places import COUNTRY

CASES = 25


def stored(world: World, found: Ledger, case: Case) -> list[Entry]:
    """The entries of a worked example, as rows."""
    rows = {}
    for number, given in enumerate((case.entry, *case.others), 1):
        try:
            one = read_given(found, given, number, COUNTRY)
        except UnreadableEntry:
            continue
        kind = found.kinds[one.kind]
        follows = kind.complete(one.values) if kind.complete else {}
        said = {name: value for name, value in one.values.items() if name not in follows}
        rows[one.kind, one.id] = Entry(
            jurisdiction=world.jurisdiction, ledger=found.slug, kind=one.kind, key=one.id,
            place=one.place, fields=as_json(kind, said), changed_at=timezone.now(),
        )  # fmt: skip
    Entry.objects.filter(ledger=found.slug).delete()
    return Entry.objects.bulk_create(rows.values())


def found_of(
    found: Ledger, rows: list[Entry], case: Case, beside: Neighbours
) -> Iterator[tuple[Finding, ...] | str]:
    for row in rows:
        read: rules.Entry = stored_entry(found.kinds, row)
        read.batch = beside
        try:
            yield judged(found, read, case.on)
        except CannotJudge as why:
            yield str(why)


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_asked_for_is_what_reading_all_would_find(world: World, slug: str) -> None:
    found = ledger(slug)
    cases = [one for one in found.cases if one.others]
    for case in cases[:: max(1, len(cases) // CASES)]:
        rows = stored(world, found, case)
        whole, asked = (
            list(found_of(found, rows, case, Neighbours(found, world.jurisdiction.pk, many=many)))
            for many in (10**6, 0)
        )
        assert asked == whole, case.id
