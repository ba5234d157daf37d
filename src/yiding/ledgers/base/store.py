"""Putting, changing and retiring one entry: guard, version, event and findings in one go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yiding.followup.refusals import Refusal, Refused
from yiding.journal import record as journal
from yiding.journal.models import Event
from yiding.ledgers.base.belonging import Touched, judge_what_belongs
from yiding.ledgers.base.canonical import as_entry
from yiding.ledgers.base.findings import CannotJudge, judge_entries
from yiding.ledgers.base.looking import changed
from yiding.ledgers.base.models import Entry, EntryVersion, Import
from yiding.ledgers.base.neighbours import Neighbours
from yiding.ledgers.base.owner import unit_field
from yiding.ledgers.base.permissions import refuse_unless_writing, unit_at_hand
from yiding.ledgers.base.reading import Draft, Given, read_draft, unjudgeable, with_unit
from yiding.ledgers.base.units import UnitNames
from yiding.ledgers.base.wrongs import WrongEntry
from yiding.ledgers.catalogue import Ledger, ledger
from yiding.registry.authors import author_of
from yiding.registry.models import Account, Jurisdiction
from yiding.rules.entries import Option

ADD, CHANGE, RETIRE = "entry.add", "entry.change", "entry.retire"


@dataclass(frozen=True)
class Writing:
    """Who writes into which ledger, when; ``brought_by`` is the import it is part of."""

    account: Account
    slug: str
    at: datetime
    brought_by: Import | None = None

    @property
    def ledger(self) -> Ledger:
        """The ledger itself."""
        return ledger(self.slug)

    @property
    def jurisdiction(self) -> Jurisdiction:
        """The account's own; the guard has refused an account without one."""
        found = self.account.jurisdiction
        if found is None:
            raise TypeError(f"{self.account.username} has no jurisdiction")
        return found


def put_entry(writing: Writing, given: Given, seen: int | None = None) -> Entry:
    """Write an entry whole, new or over the one with its key; what is the same changes nothing.

    Raises `WrongEntry` with everything that cannot be read, `Refused` where the account may not,
    or where ``seen`` is given and is not the revision that stands.
    """
    return _guarded(writing, given.kind, given.key, lambda: _put(writing, given, seen))


def change_entry(
    writing: Writing, entry: Entry, fields: Mapping[str, Any], seen: int | None = None
) -> Entry:
    """Write some fields of an entry, by their English names; none or nothing empties a field."""

    def do() -> Entry:
        held = _held(entry)
        merged = {**held.fields, **fields}
        unit = held.unit.code if held.unit and not _names_unit(held, fields) else ""
        given = Given(held.kind, held.key, merged, unit, held.place)
        return _put(writing, given, seen)

    return _guarded(writing, entry.kind, entry.key, do)


def retire_entry(writing: Writing, entry: Entry, reason: str, seen: int | None = None) -> Entry:
    """Take an entry out of the ledger; it stays to be read, with its history."""
    return _guarded(
        writing, entry.kind, entry.key, lambda: _retire(writing, _held(entry), reason, seen)
    )


def write_version(row: Entry, writing: Writing, verb: str, reason: str = "") -> EntryVersion:
    """The version that says how a row stands now; not saved."""
    return EntryVersion(
        entry=row,
        revision=row.revision,
        unit_id=row.unit_id,
        place=row.place,
        fields=row.fields,
        is_retired=row.is_retired,
        at=writing.at,
        by=writing.account,
        verb=verb,
        reason=reason[:300],
        brought_by=writing.brought_by,
    )


def fill(row: Entry, draft: Draft, at: datetime) -> None:
    """Make a row what a draft says; the row is not saved."""
    row.unit, row.place, row.fields = draft.unit, draft.place, draft.fields
    row.words = words_of(draft)
    row.changed_at, row.is_retired = at, False


def words_of(draft: Draft) -> str:
    """The words an entry is found by: key, unit, and its texts in Chinese."""
    told = [draft.key, str(draft.unit or "")]
    for name, value in draft.fields.items():
        terms = _terms(draft.kind.by_name[name].options)
        parts = value if isinstance(value, list) else [value]
        told += [terms.get(one, one) for one in parts if isinstance(one, str)]
    return " ".join(one for one in told if one)


def _terms(options: tuple[Option, ...]) -> dict[str, str]:
    return {one.name: one.term for one in options}


def is_same(row: Entry, draft: Draft) -> bool:
    """Does a row already say what a draft says?"""
    unit = draft.unit.pk if draft.unit else None
    now = (row.unit_id, row.place, row.fields, row.is_retired)
    return now == (unit, draft.place, draft.fields, False)


def _put(writing: Writing, given: Given, seen: int | None) -> Entry:
    refuse_unless_writing(writing.account, writing.slug, *_own(writing))
    today = timezone.localdate(writing.at)
    draft = read_draft(writing.ledger, given, UnitNames.of(writing.jurisdiction, today))
    draft = with_unit(writing.ledger, draft, unit_at_hand(writing.account, writing.slug))
    rows = Entry.objects.select_for_update(of=("self",)).select_related("unit")
    row = rows.filter(
        jurisdiction=writing.jurisdiction, ledger=writing.slug, kind=draft.kind.name, key=draft.key
    ).first()
    _refuse_stale(row, seen)
    units = [draft.unit] if row is None else [row.unit, draft.unit]
    refuse_unless_writing(writing.account, writing.slug, *units)
    if row is not None and is_same(row, draft):
        return row
    try:
        return _written(writing, row, draft)
    except CannotJudge as cannot:
        raise WrongEntry([unjudgeable(given, cannot.why)]) from cannot


def _written(writing: Writing, row: Entry | None, draft: Draft) -> Entry:
    verb, before = (ADD, {}) if row is None else (CHANGE, _plain(row))
    if row is None:
        row = Entry(
            jurisdiction=writing.jurisdiction,
            ledger=writing.slug,
            kind=draft.kind.name,
            key=draft.key,
        )
    else:
        row.revision += 1
    fill(row, draft, writing.at)
    row.save()
    _recorded(writing, row, verb, changes=_changes(before, _plain(row)))
    _judge(writing, row, draft.read)
    _tell_others(writing, row, before)
    return row


def _retire(writing: Writing, row: Entry, reason: str, seen: int | None) -> Entry:
    refuse_unless_writing(writing.account, writing.slug, row.unit)
    _refuse_stale(row, seen)
    if row.is_retired:
        return row
    row.revision += 1
    row.is_retired, row.changed_at = True, writing.at
    row.verdict, row.gravity, row.checked_on = "", 0, None
    row.save()
    row.findings.all().delete()
    _recorded(writing, row, RETIRE, reason=reason)
    _tell_others(writing, row, {})
    return row


def _tell_others(writing: Writing, row: Entry, before: Mapping[str, Any]) -> None:
    """What stands beside the entry, and the matters that it or they are to prove."""
    today = timezone.localdate(writing.at)
    touched = Touched(row.kind, row.key, (before, row.fields))
    judged = judge_what_belongs(writing.jurisdiction.pk, writing.slug, [touched], today)
    changed(writing.jurisdiction, writing.slug, [row.kind], today, judged)


def _recorded(writing: Writing, row: Entry, verb: str, reason: str = "", **data: Any) -> None:
    """The version, and the event it names."""
    said = {"revision": row.revision, **({"reason": reason} if reason else {}), **data}
    entry = journal.Entry(verb, row.address, said)
    version = write_version(row, writing, verb, reason)
    version.event = journal.append(author_of(writing.account), entry, writing.at).seq
    version.save()


def _judge(writing: Writing, row: Entry, read: Any) -> None:
    read.batch = Neighbours(writing.ledger, writing.jurisdiction.pk, (read,))
    judge_entries(writing.ledger, [(row, read)], timezone.localdate(writing.at))


def read_again(row: Entry) -> Any:
    """A stored entry as the rules take it, with its neighbours at hand."""
    found = ledger(row.ledger)
    read = as_entry(found.kinds[row.kind], row.key, row.place, row.fields)
    read.batch = Neighbours(found, row.jurisdiction_id, (read,))
    return read


def _guarded(writing: Writing, kind: str, key: str, do: Callable[[], Entry]) -> Entry:
    """Do it in one transaction; a denial is written in its own."""
    try:
        with transaction.atomic():
            return do()
    except Refused as refused:
        subject = f"{writing.slug}:{kind}/{key}"[:120]
        denied = journal.Entry(CHANGE, subject, refused.refusal.plain(), Event.Outcome.DENIED)
        with transaction.atomic():
            journal.append(author_of(writing.account), denied, writing.at)
        raise


def _held(entry: Entry) -> Entry:
    """The row as it is now, held until the transaction ends."""
    rows = Entry.objects.select_for_update(of=("self",)).select_related("unit", "jurisdiction")
    return rows.get(pk=entry.pk)


def _own(writing: Writing) -> list[Any]:
    """The unit itself: whoever may write nothing is told so before any field is read."""
    return [writing.account.unit]


def _names_unit(row: Entry, fields: Mapping[str, Any]) -> bool:
    owner = unit_field(row.ledger, row.kind)
    return owner is not None and owner.name in fields


def _refuse_stale(row: Entry | None, seen: int | None) -> None:
    stands = row.revision if row is not None else 0
    if seen is None or seen == stands:
        return
    raise Refused(
        Refusal(
            "version",
            _("您打开之后，这一条已有人改过，现为第%(stands)s版。"),
            _("请看最新情况，再决定要不要改。您填的内容没有入账。"),
            {"stands": stands},
        )
    )


def _plain(row: Entry) -> dict[str, Any]:
    unit = row.unit.code if row.unit else None
    return {**row.fields, "": [unit, row.place, row.is_retired]}


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    """What differs, by field: before and after; under the empty name unit, place, retired."""
    names = dict.fromkeys([*before, *after])
    return {
        name: [before.get(name), after.get(name)]
        for name in names
        if before.get(name) != after.get(name)
    }
