"""The list of papers, a paper beside its matters, and the page of an act on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext

from yiding.followup.accounting import leaves_of
from yiding.followup.action import Action
from yiding.followup.models import Matter, Minutes
from yiding.followup.packs import pack_in_force
from yiding.followup.refusals import Refusal
from yiding.followup.standing import Clock, clock_in_full
from yiding.followup.states import DONE, State
from yiding.followup.visibility import matters_seen_by
from yiding.registry.models import Account
from yiding.registry.roles import LEADERS, OF_A_UNIT, SUPERVISION
from yiding.web.matter.addresses import clause_of, matter_href
from yiding.web.minutes.addresses import (
    LIST_HREF,
    UPLOAD_HREF,
    minutes_act_href,
    minutes_href,
    proof_href,
    review_href,
)
from yiding.web.minutes.paper import Anchor, Marked, Paragraph, paragraphs
from yiding.web.parts import Act, Crumb, View
from yiding.web.parts.marks import Light
from yiding.web.parts.navigation import Pages, pages_of

SIZE = 40


@dataclass(frozen=True)
class MattersOfPaper:
    """A matter beside its paper."""

    clause: str
    href: str
    words: str
    lead: str
    state: str
    due_on: date | None
    clock: Clock | None
    light: Light


@dataclass(frozen=True)
class MinutesPage:
    """纪要页: the paper left, its matters right, its versions as links."""

    minutes: Minutes
    title: str
    crumbs: tuple[Crumb, ...]
    acts: tuple[Act, ...]
    versions: tuple[View, ...]
    paragraphs: list[Paragraph]
    matters: tuple[MattersOfPaper, ...]


@dataclass(frozen=True)
class MinutesList:
    """纪要清单."""

    title: str
    acts: tuple[Act, ...]
    views: tuple[View, ...]
    page: Page[Any]
    links: Pages


@dataclass(frozen=True)
class MinutesAct:
    """办理页 of a paper."""

    action: Action
    minutes: Minutes
    form: forms.Form
    crumbs: tuple[Crumb, ...]
    button: Act
    wanted: int
    refusal: Refusal | None
    has_files: bool
    back_href: str


def minutes_seen_by(account: Account) -> QuerySet[Minutes]:
    """The papers an account may open: a unit's people see what has been handed over."""
    rows = Minutes.objects.filter(jurisdiction=account.jurisdiction_id)
    if account.role in OF_A_UNIT:
        return rows.filter(state__in=(Minutes.State.ISSUED, Minutes.State.SUPERSEDED))
    return rows


def minutes_list(account: Account, query: QueryDict) -> MinutesList:
    """The papers, newest first, with how many matters each made and how many are proved."""
    seen = minutes_seen_by(account)
    show = query.get("state", "")
    counts = dict(seen.values_list("state").annotate(n=Count("pk")).order_by())
    rows = seen.filter(state=show) if show in counts else seen
    done = Count("matters", filter=Q(matters__state__in=sorted(DONE)))
    rows = rows.annotate(made=Count("matters"), done=done).order_by("-held_on", "-address")
    page = Paginator(rows.defer("text", "reading", "accounting"), SIZE).get_page(query.get("page"))
    waiting = counts.get(Minutes.State.REVIEWING, 0) + counts.get(Minutes.State.SUBMITTED, 0)
    title = gettext("共 %(all)s 份纪要，%(waiting)s 份还在审读或待审签。")
    return MinutesList(
        title=title % {"all": sum(counts.values()), "waiting": waiting},
        acts=_upload(account),
        views=_state_views(counts, show),
        page=page,
        links=pages_of(page, query),
    )


def minutes_page(minutes: Minutes, account: Account, on: date) -> MinutesPage:
    """A paper with the matters the account may see."""
    pack = pack_in_force(minutes.jurisdiction, on)
    rows = matters_seen_by(account).filter(minutes=minutes).select_related("lead")
    matters = list(rows.order_by("start", "position"))
    followed = Matter.objects.filter(minutes=minutes)  # also what the reader does not see
    anchors = tuple(
        Anchor(one.start, clause_of(one.address), matter_href(one.address)) for one in matters
    )
    return MinutesPage(
        minutes=minutes,
        title=_title(minutes, matters),
        crumbs=(Crumb(gettext("纪要"), LIST_HREF), Crumb("", address=minutes.address)),
        acts=_acts(minutes, account),
        versions=_versions(minutes, account),
        paragraphs=paragraphs(
            minutes.text,
            leaves_of(minutes),
            Marked(anchors, followed=frozenset(followed.values_list("start", flat=True))),
        ),
        matters=tuple(
            MattersOfPaper(
                clause_of(one.address),
                matter_href(one.address),
                one.action,
                str(one.lead or ""),
                one.state,
                one.due_on,
                clock_in_full(one, on, pack.due_soon.days),
                light_of(one),
            )
            for one in matters
        ),
    )


def light_of(matter: Matter) -> Light:
    """The two lights from what the matter itself keeps."""
    if matter.state in DONE:
        return "proved"
    if matter.state == State.UNDER_WAY and matter.sent_back_count:
        return "back"
    return "said" if matter.last_report_at or matter.submitted_at else "unsaid"


def _title(minutes: Minutes, matters: list[Matter]) -> str:
    values = {
        "title": minutes.title,
        "matters": len(matters),
        "done": sum(1 for one in matters if one.state in DONE),
        "state": minutes.get_state_display(),
    }
    if minutes.state in {Minutes.State.ISSUED, Minutes.State.SUPERSEDED}:
        return gettext("%(title)s，交办 %(matters)s 件，已核实 %(done)s 件。") % values
    return gettext("%(title)s，%(state)s。") % values


def _acts(minutes: Minutes, account: Account) -> tuple[Act, ...]:
    if account.role in LEADERS and minutes.state == Minutes.State.SUBMITTED:
        return _for_the_signer(minutes)
    proof = Act(gettext("逐项佐证"), href=proof_href(minutes.address))
    if account.role not in SUPERVISION:
        return (proof,)
    acts = [proof]
    if minutes.state in {Minutes.State.REVIEWING, Minutes.State.SUBMITTED}:
        acts.append(Act(gettext("审读"), "first", href=review_href(minutes.address)))
    if minutes.state == Minutes.State.ISSUED:
        words, href = gettext("补立一件"), minutes_act_href(minutes.address, "propose")
        acts.append(Act(words, href=href))
    if minutes.state != Minutes.State.REFUSED:
        words, href = gettext("收更正版"), minutes_act_href(minutes.address, "supersede")
        acts.append(Act(words, href=href))
    return tuple(acts)


def _for_the_signer(minutes: Minutes) -> tuple[Act, ...]:
    """Whoever signs sees the duties first, and may sign or send back."""
    address = minutes.address
    return (
        Act(gettext("审签交办"), "first", href=minutes_act_href(address, "sign")),
        Act(gettext("看审读结果"), href=review_href(address)),
        Act(gettext("退回"), href=minutes_act_href(address, "return")),
    )


def _versions(minutes: Minutes, account: Account) -> tuple[View, ...]:
    base = minutes.address.partition("@")[0]
    rows = minutes_seen_by(account).filter(Q(address=base) | Q(address__startswith=f"{base}@"))
    every = list(rows.order_by("edition").only("address", "edition", "state"))
    if len(every) < 2:
        return ()
    words = gettext("第 %(edition)s 版，%(state)s")
    return tuple(
        View(
            words % {"edition": one.edition, "state": one.get_state_display()},
            minutes_href(one.address),
            is_current=one.pk == minutes.pk,
        )
        for one in every
    )


def _upload(account: Account) -> tuple[Act, ...]:
    if account.role not in SUPERVISION:
        return ()
    return (Act(gettext("导入纪要"), "first", href=UPLOAD_HREF),)


def _state_views(counts: dict[str, int], show: str) -> tuple[View, ...]:
    whole = View(gettext("全部"), LIST_HREF, sum(counts.values()), is_current=show not in counts)
    labels = dict(Minutes.State.choices)
    views = (
        View(str(label), f"{LIST_HREF}?state={state}", counts[state], is_current=state == show)
        for state, label in labels.items()
        if counts.get(state)
    )
    return (whole, *views)
