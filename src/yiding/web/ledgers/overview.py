"""All ledgers on one page: who keeps each, how much is in it, and what is wrong there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from yiding.ledgers.base.models import CheckRun, Import
from yiding.ledgers.base.queries import EntryFilter, chosen, verdict_counts
from yiding.ledgers.catalogue import Ledger, ledgers
from yiding.registry.models import Account
from yiding.web.ledgers.listing import list_href
from yiding.web.ledgers.words import either
from yiding.web.parts.formats import number

SHOWN = ("breached", "overdue", "undetermined", "due", "met")


@dataclass(frozen=True)
class LedgerRow:
    """One ledger; each number with its list."""

    slug: str
    href: str
    term: str
    purpose: str
    keepers: str
    total: int
    counts: list[tuple[str, int, str]]
    rules: int
    checked_at: datetime | None
    imported_at: datetime | None


@dataclass(frozen=True)
class Overview:
    """The page of all ledgers."""

    title: str
    rows: list[LedgerRow]


def overview_page(account: Account) -> Overview:
    """What this account sees of every ledger."""
    checked, imported = _newest(CheckRun, "finished_at", account), _newest(Import, "at", account)
    rows = [_row(one, account, checked, imported) for one in ledgers()]
    return Overview(_title(rows), rows)


def _row(
    one: Ledger, account: Account, checked: Mapping[str, Any], imported: Mapping[str, Any]
) -> LedgerRow:
    counts = verdict_counts(chosen(account, one.slug, EntryFilter()))
    return LedgerRow(
        slug=one.slug,
        href=reverse("ledgers-page", args=[one.slug]),
        term=either(one.card.term, one.card.english),
        purpose=either(one.card.purpose, one.card.purpose_en),
        keepers="、".join(one.card.keepers),
        total=sum(counts.values()),
        counts=[
            (each, counts.get(each, 0), list_href(one.slug, EntryFilter(verdict=each)))
            for each in SHOWN
        ],
        rules=len({each.source.slug for each in one.rules}),
        checked_at=checked.get(one.slug),
        imported_at=imported.get(one.slug),
    )


def _newest(model: Any, moment: str, account: Account) -> dict[str, Any]:
    rows = model.objects.filter(jurisdiction=account.jurisdiction_id).order_by()
    return dict(rows.values_list("ledger").annotate(newest=Max(moment)))


def _title(rows: list[LedgerRow]) -> str:
    wrong = sum(count for row in rows for _each, count, _href in row.counts[:2])
    held = sum(row.total for row in rows)
    count = len(rows)
    words = ngettext("%(count)s 个台账", "%(count)s 个台账", count) % {"count": count}
    words += gettext("，") + ngettext("%(n)s 条", "%(n)s 条", held) % {"n": number(held)}
    if not wrong:
        return words + gettext("，没有不符和逾期。")
    tail = ngettext("%(n)s 条不符或逾期", "%(n)s 条不符或逾期", wrong) % {"n": number(wrong)}
    return words + gettext("，") + tail + gettext("。")
