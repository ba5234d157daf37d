"""The import pages: what a file may be, what became of it, every wrong cell in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext, pgettext

from yiding.ledgers.base.models import Import
from yiding.ledgers.base.permissions import WRITERS
from yiding.ledgers.catalogue import Ledger
from yiding.registry.models import Account
from yiding.web.ledgers.listing import tabs_of
from yiding.web.ledgers.rules import ledger_crumbs
from yiding.web.ledgers.words import either, in_chinese
from yiding.web.parts import Crumb, View
from yiding.web.parts.formats import number
from yiding.web.parts.words import Words

#: Batches that the page lists.
LISTED = 20


@dataclass(frozen=True)
class FaultRow:
    """错处: one wrong cell: where it stands, what stood there, what to do."""

    sheet: str
    row: int
    cell: str
    head: str
    stood: str
    words: str


@dataclass(frozen=True)
class ImportPage:
    """The page to bring a file in, with the batches before it."""

    ledger: Ledger
    title: str
    crumbs: list[Crumb]
    tabs: list[View]
    may_write: bool
    sheets: list[tuple[str, list[str]]]
    endings: str
    batches: list[Import]
    template_href: str


@dataclass(frozen=True)
class BatchPage:
    """What became of one file."""

    ledger: Ledger
    batch: Import
    title: str
    crumbs: list[Crumb]
    facts: list[tuple[Words, Any]]
    faults: list[FaultRow]
    more: int
    good: int
    unused: str
    may_take: bool


def import_page(ledger: Ledger, account: Account) -> ImportPage:
    """The page of imports."""
    batches = list(_batches(ledger, account)[:LISTED])
    endings = (".xlsx", ".csv", *ledger.columns.frames)
    return ImportPage(
        ledger=ledger,
        title=_title(ledger, batches),
        crumbs=ledger_crumbs(ledger),
        tabs=tabs_of(ledger, "import"),
        may_write=account.role in WRITERS,
        sheets=[(one.name, list(one.heads)) for one in ledger.columns.sheets],
        endings=",".join(endings),
        batches=batches,
        template_href=reverse("ledgers-template", args=[ledger.slug]),
    )


def batch_page(
    ledger: Ledger, batch: Import, account: Account, wrongs: Iterable[Mapping[str, Any]]
) -> BatchPage:
    """The page of one batch; `wrongs` are its faults in the reader's language."""
    faults = [_fault(one) for one in wrongs]
    wrong = len({(one.sheet, one.row) for one in faults})
    good = batch.rows - batch.refused
    is_refused = batch.state == Import.State.REFUSED
    return BatchPage(
        ledger=ledger,
        batch=batch,
        title=batch_title(batch),
        crumbs=[
            *ledger_crumbs(ledger),
            Crumb(gettext("导入"), reverse("ledgers-import", args=[ledger.slug])),
        ],
        facts=_facts(batch),
        faults=faults,
        more=max(batch.refused - wrong, 0),
        good=good,
        unused="、".join(batch.unused),
        may_take=is_refused and good > 0 and account.role in WRITERS,
    )


def batch_title(batch: Import) -> str:
    """What became of a file, in a sentence."""
    words = ngettext("%(n)s 行", "%(n)s 行", batch.rows) % {"n": number(batch.rows)}
    if not batch.refused:
        return words + gettext("，全部入账。")
    wrong = ngettext("，%(n)s 行要改", "，%(n)s 行要改", batch.refused)
    words += wrong % {"n": number(batch.refused)}
    if batch.state == Import.State.REFUSED:
        return words + gettext("，一行也没有入账。")
    taken = ngettext("，%(n)s 行已入账。", "，%(n)s 行已入账。", batch.taken)
    return words + taken % {"n": number(batch.taken)}


def batch_seen(ledger: Ledger, account: Account, key: int) -> Import | None:
    """A batch the account may open."""
    found: Import | None = _batches(ledger, account).filter(pk=key).first()
    return found


def _batches(ledger: Ledger, account: Account) -> Any:
    """Whoever writes sees the batches of the jurisdiction; a unit's people those of their unit."""
    rows = Import.objects.filter(jurisdiction=account.jurisdiction_id, ledger=ledger.slug)
    rows = rows.select_related("by").order_by("-id")
    if account.unit_id is not None:
        rows = rows.filter(by__unit=account.unit_id)
    return rows


def _title(ledger: Ledger, batches: Iterable[Import]) -> str:
    name = either(ledger.card.term, ledger.card.english)
    newest = next(iter(batches), None)
    if newest is None:
        return gettext("%(name)s：还没有导入过。") % {"name": name}
    return gettext("%(name)s：最近一批%(words)s") % {"name": name, "words": batch_title(newest)}


def _facts(batch: Import) -> list[tuple[Words, Any]]:
    return [
        (gettext("文件"), in_chinese(batch.name)),
        (gettext("谁导入"), batch.by.name),
        (gettext("新增"), number(batch.added)),
        (pgettext("count", "改动"), number(batch.changed)),
        (gettext("相同"), number(batch.same)),
        (pgettext("count", "退回"), number(batch.refused)),
        ("sha256", in_chinese(batch.sha256[:16])),
    ]


def _fault(one: Mapping[str, Any]) -> FaultRow:
    return FaultRow(
        sheet=str(one.get("sheet", "")),
        row=int(one.get("row") or 0),
        cell=str(one.get("cell", "")),
        head=str(one.get("head", "")),
        stood=str(one.get("stood", "")),
        words=str(one.get("words", "")),
    )
