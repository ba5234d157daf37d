"""What a community's page shows: plan and cost, notices, works, satisfaction, who keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from yiding.ledgers.renewal.choices import PROPERTY_MODES, SOURCES, STAGES
from yiding.ledgers.renewal.contents import CONTENTS
from yiding.ledgers.renewal.panels import share_of, yuan
from yiding.rules.entries import Entry, Option
from yiding.rules.finding import plain
from yiding.web.residents.communities import Community
from yiding.web.residents.works import WorksTold, works_of

_GAP = "\0"
"""Where a name comes into a sentence."""


@dataclass(frozen=True)
class MoneyLine:
    """资金: one source and its amount."""

    term: str
    amount: str


@dataclass(frozen=True)
class ContentLine:
    """改造内容: what, how much, how much of it is done."""

    term: str
    quantity: str
    done: str


@dataclass(frozen=True)
class SurveyLine:
    """调查: how many were asked, answered and said yes; what they want first."""

    on: date | None
    asked: int
    answered: int
    yes: int
    share: str
    wants: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class NoticeLine:
    """公示: what, from when until when, whether it still runs, how objections were met."""

    title: str
    text: str
    where: str
    posted_on: date | None
    ends_on: date | None
    is_running: bool
    objections: int
    answered: int


@dataclass(frozen=True)
class HandoverLine:
    """移交: when, who manages it, whether the fund is filled again."""

    on: date | None
    mode: str
    fund_plan: str


@dataclass(frozen=True)
class CommunityPage:
    """The whole page of one community."""

    key: str
    name: str
    where: str
    city: str
    title: SafeString
    facts: tuple[tuple[str, str], ...]
    money: tuple[MoneyLine, ...]
    total: str
    shared_with: int
    contents: tuple[ContentLine, ...]
    will: tuple[SurveyLine, ...]
    notices: tuple[NoticeLine, ...]
    works: WorksTold
    satisfaction: tuple[SurveyLine, ...]
    handover: HandoverLine | None
    updated_on: date


def community_page(community: Community, on: date) -> CommunityPage:
    """Everything public of a community as of a day."""
    read, projects = community.read, community.projects()
    works = works_of(read, projects, on)
    money = _money(community, projects)
    return CommunityPage(
        key=community.row.key,
        name=community.name,
        where=" ".join(one for one in (read.district, read.street, read.committee) if one),
        city=community.row.jurisdiction.name,
        title=_title(community, works),
        facts=tuple(_facts(read)),
        money=tuple(MoneyLine(_term(SOURCES, name), yuan(one)) for name, one in money if one),
        total=yuan(sum((one for _name, one in money), Decimal(0))) if money else "",
        shared_with=max((len(one.communities or ()) for one in projects), default=1) - 1,
        contents=tuple(_contents(community, projects)),
        will=tuple(_surveys(community.of_kind("will_survey"), "agree")),
        notices=tuple(_notices(community.of_kind("notice"), on)),
        works=works,
        satisfaction=tuple(_surveys(community.of_kind("satisfaction"), "satisfied")),
        handover=_handover(community, on),
        updated_on=community.row.changed_at.date(),
    )


def offered(surveys: Iterable[Any]) -> tuple[str, ...]:
    """What can be ticked: the choices of the surveys that are open."""
    told = (one["choice"] for row in surveys for one in row.fields.get("choices") or ())
    return tuple(dict.fromkeys(told))


def stage_words(read: Entry) -> str:
    """Where it stands."""
    return _term(STAGES, read.stage) if read.stage else _("阶段没有填")


def _title(community: Community, works: WorksTold) -> SafeString:
    """The finding, as a sentence; the name stays Chinese in any language."""
    values = {"name": _GAP, "progress": works.progress}
    if works.planned_start:
        values["day"] = works.planned_start.isoformat()
    before, _gap, after = (_sentence(works) % values).partition(_GAP)
    return format_html('{}<span lang="zh-CN">{}</span>{}', before, community.name, after)


def _sentence(works: WorksTold) -> str:
    if works.has_reached("accepted"):
        return _("%(name)s改完了，已经验收。")
    if works.has_reached("finished"):
        return _("%(name)s完工了，还没有验收。")
    if works.has_reached("started"):
        is_told = works.progress
        return _("%(name)s正在改造，进度 %(progress)s%%。") if is_told else _("%(name)s正在改造。")
    if works.planned_start:
        return _("%(name)s列入计划，%(day)s开工。")
    return _("%(name)s还没有列入计划。")


def _facts(read: Entry) -> Iterable[tuple[str, str]]:
    yield _("现在"), stage_words(read)
    if read.completion_year is not None:
        yield _("建成年份"), plain(read.completion_year) or ""
    for words, name, unit in (
        (_("楼栋"), "buildings", _("幢")),
        (_("住户"), "households", _("户")),
        (_("建筑面积"), "floor_area", "m²"),
    ):
        if read.values.get(name) is not None:
            yield words, f"{read.values[name]:,} {unit}"


def _money(community: Community, projects: Sequence[Entry]) -> list[tuple[str, Decimal]]:
    """What its own rows of money say, else those of its projects."""
    rows = community.of_kind("funding") or community.of_projects("funding", projects)
    told: dict[str, Decimal] = {}
    for one in rows:
        if one.planned is not None:
            told[one.source or "other"] = told.get(one.source or "other", Decimal(0)) + one.planned
    order = [one.name for one in SOURCES]
    return sorted(told.items(), key=lambda item: order.index(item[0]))


def _contents(community: Community, projects: Sequence[Entry]) -> Iterable[ContentLine]:
    """Its own items, and those of its projects that are no other community's."""
    own = community.of_kind("content_item")
    shared = community.of_projects("content_item", projects)
    for one in (*own, *(one for one in shared if one.community is None)):
        yield ContentLine(
            term=_term(CONTENTS, one.item) if one.item else _("其他"),
            quantity=_amount(one.quantity, one.quantity_unit),
            done=_amount(one.done, one.quantity_unit),
        )


def _amount(number: Decimal | None, unit: str | None) -> str:
    return "" if number is None else f"{number.normalize():,f} {unit or ''}".strip()


def _surveys(surveys: Iterable[Entry], yes: str) -> Iterable[SurveyLine]:
    """The latest first."""
    told = sorted(surveys, key=lambda one: one.surveyed_on or date.min, reverse=True)
    for one in told:
        asked, answered, said = (
            int(one.values.get(name) or 0) for name in ("asked", "answered", yes)
        )
        wants = [(w.get("choice", ""), int(w.get("households") or 0)) for w in one.choices or ()]
        yield SurveyLine(
            one.surveyed_on,
            asked,
            answered,
            said,
            share_of(Decimal(said), Decimal(answered)),
            tuple(sorted(wants, key=lambda item: -item[1])),
        )


def _notices(notices: Iterable[Entry], on: date) -> Iterable[NoticeLine]:
    told = sorted(notices, key=lambda one: one.posted_on or date.min, reverse=True)
    for one in told:
        has_begun = one.posted_on is not None and one.posted_on <= on
        yield NoticeLine(
            title=str(one.title or _("公示")),
            text=str(one.text or ""),
            where=str(one.where or ""),
            posted_on=one.posted_on,
            ends_on=one.ends_on,
            is_running=has_begun and (one.ends_on is None or on <= one.ends_on),
            objections=int(one.objections or 0),
            answered=int(one.answered_objections or 0),
        )


def _handover(community: Community, on: date) -> HandoverLine | None:
    told = [one for one in community.of_kind("handover")
            if one.handed_over_on is None or one.handed_over_on <= on]  # fmt: skip
    if not told:
        return None
    last = told[-1]
    return HandoverLine(
        last.handed_over_on, _mode(last.property_mode or ""), str(last.fund_plan or "")
    )


def _mode(written: str) -> str:
    """A way of management, in the reader's language where it is one of ours."""
    known = next((one for one in PROPERTY_MODES if written in {one.name, one.term}), None)
    return written if known is None else _term(PROPERTY_MODES, known.name)


def _term(options: Sequence[Option], name: str) -> str:
    found = next((one for one in options if one.name == name), None)
    if found is None:
        return name
    is_english = (get_language() or "").startswith("en")
    return found.name.replace("_", " ").capitalize() if is_english else found.term
