"""The list of a ledger's entries: its sentence, figures, views, filters, table and panels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from yiding.ledgers.base.models import GRAVITY, CheckRun, Entry, Import, SavedView
from yiding.ledgers.base.owner import unit_field
from yiding.ledgers.base.permissions import WRITERS, sees_whole
from yiding.ledgers.base.queries import (
    EntryFilter,
    chosen,
    findings_by_entry,
    in_order,
    rule_counts,
    verdict_counts,
)
from yiding.ledgers.catalogue import Ledger
from yiding.registry.models import Account
from yiding.rules.entries import Field, Kind, Type
from yiding.rules.finding import readable
from yiding.web.ledgers.filters import EntryFilterForm
from yiding.web.ledgers.findings import FindingRow, finding_rows
from yiding.web.ledgers.paging import cut_of
from yiding.web.ledgers.rules import ledger_crumbs
from yiding.web.ledgers.words import either, humanised, named, value_words, with_unit
from yiding.web.parts import Act, Crumb, Head, Pages, View
from yiding.web.parts.formats import MINUS, number
from yiding.web.parts.words import Words

#: How many fields of a kind the table shows.
SHOWN = 6
_NUMBERS = {Type.NUMBER, Type.INTEGER, Type.MONEY, Type.MEASURED}
_LONG = {Type.RECORDS, Type.LIST, Type.DATES}
#: The views every ledger has.
VIEWS: tuple[tuple[Words, str], ...] = (
    (_("全部"), ""),
    (_("不符"), "breached"),
    (_("逾期"), "overdue"),
    (_("待查"), "undetermined"),
    (_("待办"), "due"),
    (_("符合"), "met"),
)
_BAD = {"breached", "overdue"}
_GRAVE = ("breached", "overdue", "undetermined")


@dataclass(frozen=True)
class EntryRow:
    """条目: one row of the table."""

    key: str
    href: str
    kind: str
    unit: str
    cells: list[tuple[str, bool]]
    limit: str
    excess: str
    verdict: str
    why: Words
    rule: str
    rule_href: str
    checked_on: date | None


@dataclass(frozen=True)
class RuleCount:
    """How many entries a rule found wanting, each number with its list."""

    title: str
    href: str
    counts: list[tuple[str, int, str]]


@dataclass(frozen=True)
class ListPage:
    """The page of a ledger."""

    ledger: Ledger
    title: str
    name: str
    crumbs: list[Crumb]
    acts: list[Act]
    tabs: list[View]
    views: list[View]
    saved: list[SavedView]
    query: str
    form: EntryFilterForm
    not_understood: str
    heads: list[Head]
    rows: list[EntryRow]
    pages: Pages
    count: int
    has_limits: bool
    is_one_kind: bool
    rules: list[RuleCount]
    worst: EntryRow | None
    worst_findings: list[FindingRow]
    latest_check: CheckRun | None
    latest_import: Import | None
    xlsx_href: str
    csv_href: str
    sees_whole: bool


def list_page(ledger: Ledger, account: Account, data: QueryDict) -> ListPage:
    """The page that an address asks for."""
    form = EntryFilterForm(data, account, ledger)
    asked, sort = form.asked(), form.order()
    rows = chosen(account, ledger.slug, asked)
    cut = cut_of(rows, data)
    held = cut.rows(in_order(rows.select_related("unit"), sort))
    found = findings_by_entry(held)
    kind = _kind_shown(ledger, asked, held)
    columns = columns_of(ledger, kind, held) if kind else []
    shown = [_row(ledger, one, found[one.pk], columns) for one in held]
    has_limits = any(one.limit for one in shown)
    whole = chosen(account, ledger.slug, EntryFilter())
    counts = verdict_counts(whole)
    worst = held[0] if held and GRAVITY.get(held[0].verdict, 0) > GRAVITY["computed"] else None
    return ListPage(
        ledger=ledger,
        title=_title(ledger, counts),
        name=either(ledger.card.term, ledger.card.english),
        crumbs=[ledger_crumbs(ledger)[0]],
        acts=_acts(ledger, account, asked),
        tabs=tabs_of(ledger, "entries"),
        views=_views(ledger, asked, counts),
        saved=list(SavedView.objects.filter(account=account, ledger=ledger.slug)),
        query=asked.query(**({"sort": sort} if sort else {})),
        form=form,
        not_understood=gettext("、").join(form.not_understood),
        heads=[*_heads(kind, asked, sort), *_field_heads(columns, has_limits=has_limits)],
        rows=shown,
        pages=cut.pages(),
        count=cut.count,
        has_limits=has_limits,
        is_one_kind=kind is not None,
        rules=rule_counts_of(ledger, whole),
        worst=shown[0] if worst else None,
        worst_findings=_wanting(found[worst.pk]) if worst else [],
        latest_check=_latest(CheckRun, ledger, account),
        latest_import=_latest(Import, ledger, account),
        xlsx_href=_export(ledger, "xlsx", asked),
        csv_href=_export(ledger, "csv", asked),
        sees_whole=sees_whole(account, ledger.slug),
    )


def list_href(slug: str, asked: EntryFilter, **more: str) -> str:
    """The list of a filter."""
    query = asked.query(**more)
    path = reverse("ledgers-page", args=[slug])
    return f"{path}?{query}" if query else path


def entry_href(one: Entry) -> str:
    """The page of an entry."""
    return reverse("ledgers-entry", args=[one.ledger, one.kind, one.key])


def tabs_of(ledger: Ledger, current: str) -> list[View]:
    """The pages of a ledger as links."""
    rules = len({one.source.slug for one in ledger.rules})
    tabs: tuple[tuple[str, Words, str, int | None], ...] = (
        ("entries", gettext("条目"), "ledgers-page", None),
        ("check", gettext("核对"), "ledgers-check", None),
        ("import", gettext("导入"), "ledgers-import", None),
        ("rules", gettext("规则"), "ledgers-rules", rules),
        ("indicators", gettext("指标"), "ledgers-indicators", len(ledger.indicators)),
    )
    return [
        View(words, reverse(name, args=[ledger.slug]), count, is_current=key == current)
        for key, words, name, count in tabs
    ]


def gravest_of(findings: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The finding that decides what an entry is."""
    return max(findings, key=lambda one: GRAVITY[str(one["verdict"])], default=None)


def _kind_shown(ledger: Ledger, asked: EntryFilter, held: Sequence[Entry]) -> Kind | None:
    """The kind whose fields are columns: the one asked for, or the only one there is."""
    names = {one.kind for one in held} or set(ledger.kinds)
    name = asked.kind or (next(iter(names)) if len(names) == 1 else "")
    return ledger.kinds.get(name)


def columns_of(ledger: Ledger, kind: Kind, held: Sequence[Entry]) -> list[Field]:
    """The fields a table of a kind shows: those rules need and these entries fill, in their order.

    Lists and records fit no cell, and the unit has a column of its own.
    """
    owner = unit_field(ledger.slug, kind.name)
    needed = {name for one in ledger.rules_for(kind.name) for name in one.source.needs}
    filled = Counter(name for one in held for name in one.fields)
    fits = [one for one in kind.fields if one.type not in _LONG and one != owner]
    known = [one for one in fits if filled[one.name]] or fits
    known.sort(key=lambda one: filled[one.name] + (len(held) if one.name in needed else 0))
    best = {one.name for one in known[-SHOWN:]}
    return [one for one in fits if one.name in best]


def _row(
    ledger: Ledger, one: Entry, findings: list[dict[str, Any]], columns: Sequence[Field]
) -> EntryRow:
    worst = gravest_of(findings)
    told = finding_rows([worst])[0] if worst else None
    return EntryRow(
        key=one.key,
        href=entry_href(one),
        kind=named(ledger.kinds[one.kind]) if one.kind in ledger.kinds else one.kind,
        unit=str(one.unit or ""),
        cells=[_cell(field, one) for field in columns],
        limit=_amount(worst, "limit"),
        excess=_excess(worst),
        verdict=one.verdict,
        why=told.why if told else "",
        rule=_title_of(ledger, told.rule) if told else "",
        rule_href=told.rule_href if told else "",
        checked_on=one.checked_on,
    )


def _cell(field: Field, one: Entry) -> tuple[str, bool]:
    value = one.fields.get(field.name)
    is_number = field.type in _NUMBERS
    if value is None:
        return "", is_number
    return (_number(value) if is_number else value_words(field, value)), is_number


def _number(value: Any) -> str:
    """A kept number with thousands and its own places; what was divided, to four."""
    text = str(value)
    if not text.lstrip("-").replace(".", "", 1).isdecimal():
        return text
    text = readable(Decimal(text)) or ""
    return number(Decimal(text), len(text.partition(".")[2]))


def _amount(finding: Mapping[str, Any] | None, name: str) -> str:
    value = finding.get(name) if finding else None
    return _number(value) if value is not None else ""


def _excess(finding: Mapping[str, Any] | None) -> str:
    value = finding.get("excess") if finding else None
    if value is None:
        return ""
    text = _number(value)
    return text if text.startswith(MINUS) else f"+{text}"


def _title_of(ledger: Ledger, address: str) -> str:
    bound = ledger.rule_named(address.partition("/")[2])
    if not bound:
        return address
    return either(bound[0].source.title.rstrip("。"), bound[0].source.title_en)


def _title(ledger: Ledger, counts: Mapping[str, int]) -> str:
    count = sum(counts.values())
    name = either(ledger.card.term, ledger.card.english)
    if not count:
        return gettext("%(name)s：还没有条目。") % {"name": name}
    words = ngettext("%(name)s：%(count)s 条", "%(name)s：%(count)s 条", count)
    said = [words % {"name": name, "count": number(count)}]
    said += [words for one in _GRAVE if (words := _count_words(one, counts.get(one, 0)))]
    return gettext("，").join(said) + gettext("。")


def _count_words(verdict: str, count: int) -> str:
    if not count:
        return ""
    words = {
        "breached": ngettext("%(n)s 条不符", "%(n)s 条不符", count),
        "overdue": ngettext("%(n)s 条逾期", "%(n)s 条逾期", count),
        "undetermined": ngettext("%(n)s 条待查", "%(n)s 条待查", count),
    }
    return words[verdict] % {"n": number(count)}


def _acts(ledger: Ledger, account: Account, asked: EntryFilter) -> list[Act]:
    acts = [Act(gettext("导出"), href=_export(ledger, "xlsx", asked))]
    if account.role not in WRITERS:
        return acts
    kinds = list(ledger.kinds.values())
    kind = ledger.kinds.get(asked.kind, kinds[0])
    new = reverse("ledgers-new", args=[ledger.slug, kind.name])
    words = gettext("登记%(kind)s") % {"kind": named(kind)}
    return [
        Act(gettext("导入"), href=reverse("ledgers-import", args=[ledger.slug])),
        *acts,
        Act(words, "first", href=new),
    ]


def _views(ledger: Ledger, asked: EntryFilter, counts: Mapping[str, int]) -> list[View]:
    is_plain = asked == EntryFilter(verdict=asked.verdict)
    return [
        View(
            words,
            list_href(ledger.slug, EntryFilter(verdict=verdict)),
            counts.get(verdict, 0) if verdict else sum(counts.values()),
            is_current=is_plain and asked.verdict == verdict,
            is_bad=verdict in _BAD and counts.get(verdict, 0) > 0,
        )
        for words, verdict in VIEWS
    ]


def _heads(kind: Kind | None, asked: EntryFilter, sort: str) -> list[Head]:
    """The heads of what every entry has."""
    key: Words = either(kind.key_heads[0], humanised("number")) if kind else _("编号")
    next_key = "-key" if sort == "key" else "key"
    shown = {"key": "ascending", "-key": "descending"}.get(sort, "")
    heads = [Head(key, f"?{asked.query(sort=next_key)}", shown)]
    heads += [] if kind else [Head(_("类别"))]
    return [*heads, Head(_("单位"))]


def _field_heads(columns: Sequence[Field], *, has_limits: bool) -> list[Head]:
    heads = [Head(with_unit(one), is_number=one.type in _NUMBERS) for one in columns]
    limits = [Head(_("限值"), is_number=True), Head(_("差"), is_number=True)]
    heads += limits if has_limits else []
    return [*heads, Head(_("判定")), Head(pgettext_lazy("one rule", "规则"))]


def rule_counts_of(ledger: Ledger, rows: Any) -> list[RuleCount]:
    """The rules that found something wanting among entries, the most first."""
    counted = rule_counts(rows)
    return [
        RuleCount(_title_of(ledger, address), _rule(address), _linked(ledger, address, counts))
        for address, counts in sorted(counted.items(), key=lambda one: -_wrong(one[1]))
        if _wrong(counts)
    ]


def _wrong(counts: Mapping[str, int]) -> int:
    return sum(counts.get(one, 0) for one in ("breached", "overdue", "undetermined"))


def _rule(address: str) -> str:
    return reverse("ledgers-rule", args=address.split("/", 1))


def _linked(ledger: Ledger, address: str, counts: Mapping[str, int]) -> list[tuple[str, int, str]]:
    return [
        (one, counts[one], list_href(ledger.slug, EntryFilter(rule=address, verdict=one)))
        for one in ("breached", "overdue", "undetermined")
        if counts.get(one)
    ]


def _wanting(findings: Iterable[Mapping[str, Any]]) -> list[FindingRow]:
    return finding_rows(one for one in findings if one["verdict"] not in {"met", "computed"})


def _latest(model: Any, ledger: Ledger, account: Account) -> Any:
    rows = model.objects.filter(jurisdiction=account.jurisdiction_id, ledger=ledger.slug)
    return rows.order_by("-id").first()


def _export(ledger: Ledger, ending: str, asked: EntryFilter) -> str:
    path = reverse(f"ledgers-{ending}", args=[ledger.slug])
    return f"{path}?{asked.query()}" if asked.query() else path
