"""Bringing a file of entries in: whole, or its good rows with a sheet of the rest; no row half."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yiding.followup.files import kept_bytes
from yiding.followup.importing import import_context
from yiding.followup.refusals import Refusal, Refused
from yiding.journal.models import Event
from yiding.journal.record import Entry as Line
from yiding.journal.record import append
from yiding.ledgers.base.belonging import judge_what_belongs
from yiding.ledgers.base.import_reading import FileRead, Row, read_file
from yiding.ledgers.base.import_sheet import refused_workbook
from yiding.ledgers.base.import_writing import (
    Tally,
    judge_rows,
    known_rows,
    refuse_foreign,
    write_rows,
)
from yiding.ledgers.base.looking import changed
from yiding.ledgers.base.models import Import
from yiding.ledgers.base.permissions import refuse_unless_writing, unit_at_hand
from yiding.ledgers.base.store import Writing
from yiding.ledgers.base.units import UnitNames
from yiding.ledgers.base.wrongs import Wrong
from yiding.registry.authors import author_of
from yiding.registry.models import Jurisdiction
from yiding.text.errors import UnreadableFile

IMPORT = "ledger.import"
#: How many wrong cells a batch keeps for its page; the sheet given back has all.
KEPT_FAULTS = 1000


class ImportRefused(Exception):
    """A file that is not taken at all; ``known`` is the batch that brought it, if it is known."""

    def __init__(self, refusal: Refusal, known: Import | None = None) -> None:
        super().__init__(refusal.text())
        self.refusal, self.known = refusal, known


@dataclass(frozen=True)
class Outcome:
    """What became of a file: the batch, and the rows that were not taken."""

    batch: Import
    refused: Sequence[Row]

    @property
    def wrongs(self) -> list[Wrong]:
        """Everything wrong, row by row."""
        return [wrong for one in self.refused for wrong in one.wrongs]

    def refused_sheet(self) -> bytes:
        """The rows that were not taken as XLSX, with a column 错误说明."""
        return refused_workbook(self.refused)


def import_entries(
    writing: Writing, name: str, content: bytes, *, take_good: bool = False
) -> Outcome:
    """Bring a file in. With one wrong row nothing is written, unless the good ones are asked for.

    Raises `ImportRefused` for a file that cannot be read, is too large, or has been brought in
    before; `Refused` where the account may not write into the ledger at all.
    """
    try:
        refuse_unless_writing(writing.account, writing.slug, writing.account.unit)
        _refuse_size(name, content)
        _refuse_known(writing, content)
        read = read_for(writing, name, content)
        _refuse_nothing(name, read)
        return _brought_in(_Delivery(writing, name, content), read, take_good=take_good)
    except ImportRefused as refused:
        _deny(writing, content, refused.refusal)
        raise
    except Refused as refused:
        _deny(writing, content, refused.refusal)
        raise


def read_for(writing: Writing, name: str, content: bytes) -> FileRead:
    """A file as an import would read it, with nothing written."""
    names = UnitNames.of(writing.jurisdiction, timezone.localdate(writing.at))
    own = unit_at_hand(writing.account, writing.slug)
    try:
        return read_file(writing.ledger, name, content, names, own)
    except UnreadableFile as error:
        raise ImportRefused(_unreadable(error)) from error


@dataclass(frozen=True)
class _Delivery:
    writing: Writing
    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The digest of the bytes."""
        return hashlib.sha256(self.content).hexdigest()


def _brought_in(delivery: _Delivery, read: FileRead, *, take_good: bool) -> Outcome:
    writing = delivery.writing
    with transaction.atomic():
        # one import at a time: what stands is what rows are held against
        Jurisdiction.objects.select_for_update().get(pk=writing.jurisdiction.pk)
        _refuse_known(writing, delivery.content)
        known = known_rows(writing, read.good)
        refuse_foreign(writing, read.good, known)
        if take_good or not read.wrong:  # what will not be written is not judged
            judge_rows(writing, read.good, known)
        if (read.wrong and not take_good) or not read.good:
            return Outcome(_refused_batch(delivery, read), read.wrong)
        state = Import.State.PARTLY if read.wrong else Import.State.TAKEN
        batch = _kept(delivery, read, state)
        tally = write_rows(writing, batch, read.good, known)
        _record(batch, writing, tally)
        _tell_others(writing, batch, tally)
    return Outcome(batch, read.wrong)


def _tell_others(writing: Writing, batch: Import, tally: Tally) -> None:
    """What stands beside the rows, and the matters that they are to prove: once for the file."""
    if not tally.touched:
        return
    today, brought = timezone.localdate(writing.at), Q(versions__brought_by=batch)
    city, slug = writing.jurisdiction, writing.slug
    judged = judge_what_belongs(city.pk, slug, tally.touched, today, brought)
    changed(city, slug, {one.kind for one in tally.touched}, today, judged)


def _refused_batch(delivery: _Delivery, read: FileRead) -> Import:
    """The batch of a file with wrong rows, of which nothing was written."""
    batch = _kept(delivery, read, Import.State.REFUSED)
    said = {"file": batch.name, "sha256": batch.sha256, "rows": batch.rows, "wrong": batch.refused}
    line = Line(IMPORT, subject_of(batch), said, Event.Outcome.DENIED)
    append(author_of(delivery.writing.account), line, delivery.writing.at)
    return batch


def _kept(delivery: _Delivery, read: FileRead, state: str) -> Import:
    writing = delivery.writing
    context = import_context(writing.account, writing.at)
    return Import.objects.create(
        jurisdiction=writing.jurisdiction,
        ledger=writing.slug,
        name=delivery.name[-200:],
        sha256=delivery.sha256,
        file=kept_bytes(context, delivery.content, delivery.name, ""),
        at=writing.at,
        by=writing.account,
        state=state,
        rows=len(read.rows),
        refused=len(read.wrong),
        faults=[one.plain() for one in read.wrongs[:KEPT_FAULTS]],
        unused=list(read.unused),
    )


def subject_of(batch: Import) -> str:
    """``premises:imports/12``, as the journal names a batch."""
    return f"{batch.ledger}:imports/{batch.pk}"


def _record(batch: Import, writing: Writing, tally: Tally) -> None:
    """The counts on the batch and in the journal, with the digest of every line written."""
    counts = {"added": tally.added, "changed": tally.changed, "same": tally.same}
    for name, count in counts.items():
        setattr(batch, name, count)
    said = {
        "file": batch.name,
        "sha256": batch.sha256,
        "rows": batch.rows,
        "wrong": batch.refused,
        **counts,
        "digest": tally.digest,
    }
    event = append(author_of(writing.account), Line(IMPORT, subject_of(batch), said), writing.at)
    batch.save()
    batch.versions.update(event=event.seq)


def _deny(writing: Writing, content: bytes, refusal: Refusal) -> None:
    digest = hashlib.sha256(content).hexdigest()
    data = {**refusal.plain(), "sha256": digest}
    line = Line(IMPORT, f"{writing.slug}:{digest[:16]}", data, Event.Outcome.DENIED)
    with transaction.atomic():
        append(author_of(writing.account), line, writing.at)


def _refuse_size(name: str, content: bytes) -> None:
    if not content:
        refusal = Refusal("empty", _("“%(name)s”是空文件。"), _REMEDY_EMPTY, {"name": name})
        raise ImportRefused(refusal)
    if len(content) > settings.FILE_LIMIT:
        values = {"name": name, "limit": settings.FILE_LIMIT // 1024 // 1024}
        found, remedy = _("“%(name)s”超过%(limit)s兆字节。"), _("请分成几个文件导入。")
        raise ImportRefused(Refusal("size", found, remedy, values))


def _refuse_known(writing: Writing, content: bytes) -> None:
    """The same bytes come in once; what was refused whole may be tried again."""
    digest = hashlib.sha256(content).hexdigest()
    own = Import.objects.filter(jurisdiction=writing.jurisdiction, ledger=writing.slug)
    known = own.filter(sha256=digest).exclude(state=Import.State.REFUSED).first()
    if known is None:
        return
    values: dict[str, object] = {
        "name": known.name,
        "day": timezone.localdate(known.at).isoformat(),
    }
    refusal = Refusal(
        "same_file",
        _("这份文件%(day)s已经导入过，就是“%(name)s”。"),
        _("不必再导入；内容有改动的，请另存后再交。"),
        values,
    )
    raise ImportRefused(refusal, known)


def _refuse_nothing(name: str, read: FileRead) -> None:
    if not read.rows:
        found = _("“%(name)s”里没有一行条目。")
        raise ImportRefused(Refusal("no_rows", found, _REMEDY_EMPTY, {"name": name}))


def _unreadable(error: UnreadableFile) -> Refusal:
    values: dict[str, object] = {"name": error.name, "found": error.found, "remedy": error.remedy}
    return Refusal("unreadable", _("“%(name)s”读不出来：%(found)s。"), _("%(remedy)s。"), values)


_REMEDY_EMPTY = _("请用模板填好再交。")
