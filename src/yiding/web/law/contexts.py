"""What the pages of law show: instruments, their provisions, and what rests on each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from yiding.law import CONFIRMED, Instrument, Provision, Tag, instrument, instruments, provision
from yiding.ledgers.catalogue import ledgers
from yiding.web.law.citing import Cited, rules_citing, rules_under
from yiding.web.ledgers.rules import CaseRow, RuleRow, case_rows, rule_row
from yiding.web.ledgers.values import ValueTable, tables_under
from yiding.web.ledgers.words import either, in_chinese, place_words
from yiding.web.parts import Crumb, View
from yiding.web.parts.words import Words

#: How well a fact is known, in words.
TAGS: dict[Tag, Words] = {
    Tag.READ: _("已读原文"),
    Tag.TWICE: _("两处原文相同"),
    Tag.LAW: _("已读全文"),
    Tag.PAGE: _("网页摘登，未核对原文"),
    Tag.CODE: _("见于公开程序，未核对原文"),
    Tag.SINGLE: _("单一来源，未核对原文"),
    Tag.OURS: _("本系统的读法"),
    Tag.UNCONFIRMED: _("未核实，不作判定"),
}
#: What the list may be narrowed to.
VIEWS: tuple[tuple[str, Words], ...] = (
    ("", _("全部")),
    ("in_force", _("现行")),
    ("past", _("已失效")),
    ("unconfirmed", _("未核对原文")),
    ("local", _("地方")),
)


@dataclass(frozen=True)
class InstrumentRow:
    """文件: one instrument of the list."""

    slug: str
    title: str
    number: str
    issuer: str
    place: str
    starts_on: date
    ends_on: date | None
    is_confirmed: bool
    tag_words: Words
    provisions: int
    rules: int


@dataclass(frozen=True)
class LawList:
    """All instruments, or those of a view."""

    title: str
    views: list[View]
    rows: list[InstrumentRow]


@dataclass(frozen=True)
class VersionRow:
    """One version of a provision, and how well it is known."""

    article: str
    gist: str
    starts_on: date
    ends_on: date | None
    tag_words: Words
    is_confirmed: bool
    is_in_force: bool


@dataclass(frozen=True)
class ProvisionRow:
    """条款: one provision with all its versions, the newest first."""

    href: str
    slug: str
    article: str
    gist: str
    versions: list[VersionRow]
    rules: int


@dataclass(frozen=True)
class InstrumentPage:
    """One instrument."""

    instrument: Instrument
    title: str
    crumbs: list[Crumb]
    name: str
    facts: list[tuple[Words, Words]]
    rows: list[ProvisionRow]
    rules: list[RuleRow]


@dataclass(frozen=True)
class ProvisionPage:
    """One provision."""

    address: str
    name: str
    rules_words: str
    crumbs: list[Crumb]
    newest: VersionRow
    facts: list[tuple[Words, Words]]
    versions: list[VersionRow]
    rules: list[tuple[RuleRow, list[CaseRow]]]
    tables: list[ValueTable]


def law_list(view: str, on: date) -> LawList:
    """The instruments of a view on a day, those most rules rest on first."""
    kept = list(instruments().values())
    chosen = {name: [one for one in kept if _is_in(one, name, on)] for name, _words in VIEWS}
    view = view if view in chosen else ""
    rows = sorted((_row(one) for one in chosen[view]), key=lambda one: -one.rules)
    return LawList(
        title=_list_title(kept),
        views=[
            View(words, f"?view={name}" if name else "?", len(chosen[name]), name == view)
            for name, words in VIEWS
        ],
        rows=rows,
    )


def _list_title(kept: list[Instrument]) -> str:
    count = len(kept)
    words = ngettext("收录 %(count)s 件文件", "收录 %(count)s 件文件", count)
    confirmed = sum(one.tag in CONFIRMED for one in kept)
    tail = ngettext("，%(count)s 件核对过原文。", "，%(count)s 件核对过原文。", confirmed)
    return words % {"count": count} + tail % {"count": confirmed}


def _is_in(one: Instrument, view: str, on: date) -> bool:
    is_past = one.ends_on is not None and one.ends_on < on
    return {
        "": True,
        "in_force": not is_past and one.starts_on <= on,
        "past": is_past,
        "unconfirmed": one.tag not in CONFIRMED,
        "local": one.place != "100000",
    }[view]


def _row(one: Instrument) -> InstrumentRow:
    return InstrumentRow(
        slug=one.slug,
        title=either(one.title, one.title_en),
        number=one.number,
        issuer=one.issuer,
        place=place_words(one.place),
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        is_confirmed=one.tag in CONFIRMED,
        tag_words=TAGS[one.tag],
        provisions=len({each.slug for each in one.provisions}),
        rules=len(rules_under(one.slug)),
    )


def instrument_page(slug: str, on: date) -> InstrumentPage:
    """The page of an instrument; `UnknownProvision` where none of the slug is kept."""
    one = instrument(slug)
    row = _row(one)
    slugs = dict.fromkeys(each.slug for each in one.provisions)
    rules = [rule_row(each.kept, each.rule) for each in rules_under(slug)]
    return InstrumentPage(
        instrument=one,
        title=_instrument_title(row),
        crumbs=[_home(), Crumb("", "", slug)],
        name=row.title,
        facts=_instrument_facts(one, row),
        rows=[_provision_row(one, each, on) for each in slugs],
        rules=rules,
    )


def _instrument_title(row: InstrumentRow) -> str:
    words = ngettext(
        "%(name)s：%(rules)s 条规则以它为准。", "%(name)s：%(rules)s 条规则以它为准。", row.rules
    )
    name = gettext("《%(title)s》") % {"title": row.title}
    return words % {"name": name, "rules": row.rules}


def _instrument_facts(one: Instrument, row: InstrumentRow) -> list[tuple[Words, Words]]:
    facts: list[tuple[Words, Words]] = [
        (_("文号"), in_chinese(one.number) if one.number else gettext("无")),
        (_("制定机关"), in_chinese(one.issuer)),
        (_("适用地区"), row.place),
        (_("施行"), one.starts_on.isoformat()),
        (_("失效"), one.ends_on.isoformat() if one.ends_on else gettext("现行")),
        (_("核对原文"), row.tag_words),
    ]
    return [*facts, (_("说明"), in_chinese(one.note))] if one.note else facts


def _home() -> Crumb:
    return Crumb(gettext("法规依据"), reverse("law-list"))


def _provision_row(one: Instrument, slug: str, on: date) -> ProvisionRow:
    versions = _versions(one.versions_of(slug), on)
    return ProvisionRow(
        href=reverse("law-provision", args=[one.slug, slug]),
        slug=slug,
        article=versions[0].article,
        gist=versions[0].gist,
        versions=versions,
        rules=len(rules_citing().get(f"{one.slug}:{slug}", ())),
    )


def _versions(found: Iterable[Provision], on: date) -> list[VersionRow]:
    newest_first = sorted(found, key=lambda one: one.starts_on, reverse=True)
    return [_version(one, on) for one in newest_first]


def _version(one: Provision, on: date) -> VersionRow:
    return VersionRow(
        article=one.article,
        gist=either(one.gist, one.gist_en),
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        tag_words=TAGS[one.tag],
        is_confirmed=one.is_confirmed,
        is_in_force=one.is_in_force(on),
    )


def provision_page(slug: str, article: str, on: date) -> ProvisionPage:
    """The page of a provision; `UnknownProvision` where there is none."""
    one, address = instrument(slug), f"{slug}:{article}"
    versions = _versions(provision(address), on)
    cited = rules_citing().get(address, ())
    row = _row(one)
    return ProvisionPage(
        address=address,
        name=f"{one.number or one.title} {versions[0].article}",
        rules_words=_rules_words(len(cited)),
        crumbs=[_home(), Crumb(row.title, reverse("law-instrument", args=[slug])), _chip(address)],
        newest=versions[0],
        facts=[
            (pgettext_lazy("one", "文件"), row.title),
            (_("文号"), in_chinese(one.number) if one.number else gettext("无")),
            (_("条"), in_chinese(versions[0].article)),
            (_("适用地区"), row.place),
            (_("核对原文"), versions[0].tag_words),
        ],
        versions=versions,
        rules=[_cited(each) for each in cited],
        tables=[table for kept in ledgers() for table in tables_under(kept, address)],
    )


def _chip(address: str) -> Crumb:
    return Crumb("", "", address)


def _rules_words(rules: int) -> str:
    words = ngettext("%(rules)s 条规则援引。", "%(rules)s 条规则援引。", rules)
    return words % {"rules": rules}


def _cited(one: Cited) -> tuple[RuleRow, list[CaseRow]]:
    return rule_row(one.kept, one.rule), case_rows(one.kept, one.rule)
