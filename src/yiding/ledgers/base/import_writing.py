"""The good rows of a file into the table: rows, versions and findings by the thousand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yiding.ledgers.base.belonging import Touched
from yiding.ledgers.base.findings import ROWS, CannotJudge, judged, stand, write_findings
from yiding.ledgers.base.import_reading import Key, Row, wrong_at
from yiding.ledgers.base.models import Entry, EntryFinding, Import
from yiding.ledgers.base.neighbours import Neighbours
from yiding.ledgers.base.owner import unit_field
from yiding.ledgers.base.permissions import writing_refusal
from yiding.ledgers.base.reading import unjudgeable
from yiding.ledgers.base.store import ADD, CHANGE, Writing, fill, is_same
from yiding.rules.finding import Finding

T = TypeVar("T")
Known = dict[Key, Entry]
_WRITTEN = (
    "unit", "place", "fields", "words", "verdict", "gravity", "checked_on", "revision",
    "changed_at", "is_retired",
)  # fmt: skip


@dataclass
class Tally:
    """What became of the rows, which were written, and the digest of what was written."""

    added: int = 0
    changed: int = 0
    same: int = 0
    digest: str = ""
    touched: list[Touched] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def known_rows(writing: Writing, rows: Iterable[Row]) -> Known:
    """The entries that stand under the keys of these rows, held until the transaction ends."""
    keys = {row.key[1] for row in rows}
    stored = Entry.objects.filter(jurisdiction=writing.jurisdiction, ledger=writing.slug)
    held = stored.select_for_update(of=("self",)).select_related("unit")
    found: Known = {}
    for some in _batches(sorted(keys)):
        found.update({(one.kind, one.key): one for one in held.filter(key__in=some)})
    return found


def refuse_foreign(writing: Writing, rows: Iterable[Row], known: Known) -> None:
    """Rows that belong to units the account may not write for are wrong, each at its unit."""
    answers: dict[tuple[int | None, int | None], bool] = {}
    for row in rows:
        if row.draft is None:
            continue
        stands = known.get(row.key)
        units = [row.draft.unit] if stands is None else [stands.unit, row.draft.unit]
        pair = (units[0].pk if units[0] else None, units[-1].pk if units[-1] else None)
        if pair not in answers:
            answers[pair] = writing_refusal(writing.account, writing.slug, *units) is None
        if not answers[pair]:
            _refuse(writing, row, str(units[0] or units[-1] or "—"))


def write_rows(writing: Writing, batch: Import, rows: Sequence[Row], known: Known) -> Tally:
    """Write every row that says something new, with its version and what the rules find of it."""
    tally = Tally()
    fresh = [row for row in rows if not _stands(row, known)]
    tally.same = len(rows) - len(fresh)
    brought = Writing(writing.account, writing.slug, writing.at, batch)
    for some in _batches(fresh):
        _write(brought, some, known, tally)
    tally.digest = hashlib.sha256("\n".join(tally.lines).encode()).hexdigest()
    return tally


def _refuse(writing: Writing, row: Row, unit: str) -> None:
    owner = unit_field(writing.slug, row.given.kind) if row.draft else None
    name = owner.name if owner else "unit"
    values: dict[str, object] = {"of": unit, "unit": writing.account.unit or "—"}
    found = _("此条属于%(of)s，您的单位是%(unit)s")
    remedy = _("请由条目所属的单位或督查室导入")
    row.refuse(wrong_at(row.given, name, unit, found, remedy, values))


def judge_rows(writing: Writing, rows: Iterable[Row], known: Known) -> None:
    """Judge the good rows that say something new; one that cannot be reckoned with is wrong."""
    today = timezone.localdate(writing.at)
    drafts = [(row, row.draft) for row in rows if row.draft and not _stands(row, known)]
    reads = tuple(draft.read for _row, draft in drafts)
    neighbours = Neighbours(writing.ledger, writing.jurisdiction.pk, reads)
    for row, draft in drafts:
        draft.read.batch = neighbours
        try:
            row.findings = judged(writing.ledger, draft.read, today)
        except CannotJudge as cannot:
            row.refuse(unjudgeable(row.given, cannot.why))


def _stands(row: Row, known: Known) -> bool:
    stands = known.get(row.key)
    return stands is not None and row.draft is not None and is_same(stands, row.draft)


def _write(writing: Writing, rows: Sequence[Row], known: Known, tally: Tally) -> None:
    today = timezone.localdate(writing.at)
    entries: list[Entry] = []
    found: list[tuple[Entry, Sequence[Finding]]] = []
    for row in rows:
        entry, verb = _entry(writing, row, known)
        stand(entry, row.findings, today)
        found.append((entry, row.findings))
        entries.append(entry)
        tally.touched.append(Touched(entry.kind, entry.key, (entry.fields,)))
        tally.added += verb == ADD
        tally.changed += verb == CHANGE
        tally.lines.append(_line(entry))
    _store(entries)
    _copy_versions(writing, entries)
    write_findings(found)


def _entry(writing: Writing, row: Row, known: Known) -> tuple[Entry, str]:
    kind, key = row.key
    stands = known.get(row.key)
    entry = stands or Entry(
        jurisdiction=writing.jurisdiction, ledger=writing.slug, kind=kind, key=key
    )
    if stands is not None:
        entry.revision += 1
    if row.draft is not None:
        fill(entry, row.draft, writing.at)
    return entry, CHANGE if stands is not None else ADD


def _store(entries: Sequence[Entry]) -> None:
    new = [one for one in entries if one.pk is None]
    old = [one for one in entries if one.pk is not None]
    Entry.objects.bulk_create(new)
    if old:
        EntryFinding.objects.filter(entry__in=[one.pk for one in old]).delete()
        unique = ("jurisdiction", "ledger", "kind", "key")
        Entry.objects.bulk_create(
            old, update_conflicts=True, unique_fields=unique, update_fields=_WRITTEN
        )


#: A version says what its entry says, so the database copies it.
_COPY = """
INSERT INTO ledgers_entryversion
    (entry_id, revision, unit_id, place, fields, is_retired, reason, verb, at, by_id, brought_by_id)
SELECT id, revision, unit_id, place, fields, is_retired, '',
    CASE revision WHEN 1 THEN %s ELSE %s END, changed_at, CAST(%s AS bigint), CAST(%s AS bigint)
FROM ledgers_entry WHERE id IN ({keys})
"""


def _copy_versions(writing: Writing, entries: Sequence[Entry]) -> None:
    """The versions that say how these entries stand now, made from their rows."""
    batch = writing.brought_by.pk if writing.brought_by is not None else None
    keys = ", ".join(str(int(one.pk)) for one in entries)
    with connection.cursor() as cursor:
        cursor.execute(_COPY.format(keys=keys), [ADD, CHANGE, writing.account.pk, batch])


def _line(entry: Entry) -> str:
    said = [entry.address, entry.revision, entry.unit.code if entry.unit else "", entry.fields]
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def _batches(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    return (rows[at : at + ROWS] for at in range(0, len(rows), ROWS))
