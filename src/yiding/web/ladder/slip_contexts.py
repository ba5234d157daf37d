"""What the list of slips and one slip's sheet show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext, ngettext, pgettext

from yiding.followup.actions.issue_slip import RANKS
from yiding.followup.history import Told, history_of, unit_names
from yiding.followup.ladder import facts_of
from yiding.followup.models import Matter, Slip
from yiding.followup.packs import pack_in_force
from yiding.followup.rulepack import ProposedRung, RulePack, rungs_due, rungs_undecided
from yiding.followup.states import State
from yiding.journal.models import Event
from yiding.registry.models import Account
from yiding.registry.roles import LEADERS, OF_A_UNIT, SEES_ALL, SUPERVISION, Role
from yiding.web.acts.buttons import buttons_on
from yiding.web.ladder.rungs import (
    mark_of,
    name_of,
    number_of,
    pack_words,
    reason_words,
    rung_of,
    rung_words,
)
from yiding.web.matter.addresses import act_href, matter_href
from yiding.web.parts import Act, Crumb, Pages, View, pages_of
from yiding.web.parts.marks import Slip as SlipMark

SIZE = 40
#: So many matters are looked at for what the pack proposes today.
LOOKED_AT = 300
ISSUERS = SUPERVISION | LEADERS


@dataclass(frozen=True)
class SlipRow:
    """A slip in the list."""

    slip: Slip
    name: str
    mark: SlipMark | None
    href: str
    matter_href: str
    is_late: bool


@dataclass(frozen=True)
class Proposal:
    """A rung the pack proposes today for a matter: why, who signs, and the way to issue it."""

    matter: Matter
    href: str
    name: str
    mark: SlipMark | None
    reasons: str
    since: date
    signer: str
    needs_check: bool
    issue_href: str
    is_mine: bool


@dataclass(frozen=True)
class Undecided:
    """A rung that cannot be judged until a year's calendar is published."""

    matter: Matter
    href: str
    name: str
    year: int


@dataclass(frozen=True)
class SlipList:
    """督办单清单."""

    title: str
    views: tuple[View, ...]
    rows: list[SlipRow]
    links: Pages
    pack: str
    pack_slug: str
    proposals: list[Proposal]
    undecided: list[Undecided]
    left_out: int
    may_issue: bool


@dataclass(frozen=True)
class SlipPage:
    """督办单: the sheet, the acts, the history."""

    slip: Slip
    name: str
    number: str
    mark: SlipMark | None
    crumbs: tuple[Crumb, ...]
    acts: list[Act]
    history: list[Told]
    matter_href: str
    signer: str
    today: date


def slips_seen_by(account: Account) -> QuerySet[Slip]:
    """A unit's own slips; all of them for those who see all."""
    rows = Slip.objects.filter(jurisdiction=account.jurisdiction_id)
    if account.role in SEES_ALL:
        return rows
    if account.role in OF_A_UNIT and account.unit_id:
        return rows.filter(unit=account.unit_id)
    return rows.none()


def slip_list(account: Account, query: QueryDict, at: datetime) -> SlipList:
    """The slips an account sees, and for who issues them what the pack proposes today."""
    today = timezone.localdate(at)
    seen, show = slips_seen_by(account), query.get("show", "")
    groups = _groups(today)
    totals = {name: Count("pk", filter=test) for name, test in groups.items()}
    counts = seen.order_by().aggregate(all=Count("pk"), **totals)
    rows = seen.filter(groups[show]) if show in groups else seen
    page = Paginator(
        rows.select_related("matter", "unit").order_by("-issued_at", "-pk"), SIZE
    ).get_page(query.get("page"))
    assert account.jurisdiction is not None  # noqa: S101 - the view has asked
    pack = pack_in_force(account.jurisdiction, today)
    may_issue = account.role in ISSUERS
    proposals, undecided, left_out = _proposed(account, pack, today) if may_issue else ([], [], 0)
    return SlipList(
        title=_list_title(counts, len(proposals), may_issue=may_issue),
        views=_views(counts, show),
        rows=[_row(one, today) for one in page.object_list],
        links=pages_of(page, query),
        pack=pack_words(pack),
        pack_slug=pack.slug,
        proposals=proposals,
        undecided=undecided,
        left_out=left_out,
        may_issue=may_issue,
    )


def slip_page(slip: Slip, account: Account, at: datetime) -> SlipPage:
    """One slip for a reader."""
    events = list(Event.objects.filter(subject=slip.address).order_by("seq"))
    issued = Event.objects.filter(
        subject=slip.matter.address, verb="matter.issue_slip", data__slip=slip.address
    )
    events = [*issued, *events]
    return SlipPage(
        slip=slip,
        name=name_of(slip),
        number=number_of(slip),
        mark=mark_of(rung_of(slip)),
        crumbs=(Crumb(pgettext("nav", "督办单"), "/slips/"), Crumb("", "", slip.address)),
        acts=buttons_on(slip, account, at, lambda verb: f"/slips/{slip.address}/{verb}/"),
        history=history_of(events, unit_names(slip.jurisdiction, events)),
        matter_href=matter_href(slip.matter.address),
        signer=str(Role(slip.issued_by.role).label) if slip.issued_by.role else "",
        today=timezone.localdate(at),
    )


def _groups(today: date) -> dict[str, Q]:
    open_states = (Slip.State.ISSUED, Slip.State.RECEIVED)
    return {
        "unreceived": Q(state=Slip.State.ISSUED),
        "unanswered": Q(state=Slip.State.RECEIVED),
        "late": Q(state__in=open_states, reply_by_on__lt=today),
        "answered": Q(state=Slip.State.ANSWERED),
        "withdrawn": Q(state=Slip.State.WITHDRAWN),
    }


def _views(counts: dict[str, int], show: str) -> tuple[View, ...]:
    words = (
        ("", gettext("全部"), "all"),
        ("unreceived", gettext("没有签收"), "unreceived"),
        ("unanswered", gettext("没有回复"), "unanswered"),
        ("late", gettext("过期没有回复"), "late"),
        ("answered", gettext("已回复"), "answered"),
        ("withdrawn", gettext("已撤回"), "withdrawn"),
    )
    return tuple(
        View(
            said,
            f"?show={slug}" if slug else "?",
            counts[key],
            show == slug,
            is_bad=slug == "late" and counts[key] > 0,
        )
        for slug, said, key in words
    )


def _list_title(counts: dict[str, int], proposed: int, *, may_issue: bool) -> str:
    head = ngettext("发过 %(all)s 张督办单，", "发过 %(all)s 张督办单，", counts["all"])
    late = ngettext("%(late)s 张过期没有回复。", "%(late)s 张过期没有回复。", counts["late"])
    if may_issue:
        late = late.removesuffix("。").removesuffix(".")
        late += gettext("，") + ngettext(
            "今天提出 %(proposed)s 张。", "今天提出 %(proposed)s 张。", proposed
        )
    return (head + late) % {**counts, "proposed": proposed}


def _row(slip: Slip, today: date) -> SlipRow:
    is_open = slip.state in {Slip.State.ISSUED, Slip.State.RECEIVED}
    return SlipRow(
        slip=slip,
        name=name_of(slip),
        mark=mark_of(rung_of(slip)),
        href=f"/slips/{slip.address}/",
        matter_href=matter_href(slip.matter.address),
        is_late=is_open and slip.reply_by_on is not None and slip.reply_by_on < today,
    )


def _candidates(account: Account, pack: RulePack, today: date) -> QuerySet[Matter]:
    """Matters on which a trigger of dates can hold today, the most pressing first."""
    soon = today + timedelta(days=pack.due_soon.days)
    pressing = Q(due_on__lte=soon) | Q(original_due_on__lt=today) | Q(report_due_on__lt=today)
    matters = Matter.objects.filter(
        Q(state=State.ASSIGNED) | (Q(state=State.UNDER_WAY) & pressing),
        jurisdiction=account.jurisdiction_id,
        lead__isnull=False,
    )
    return matters.select_related("lead").order_by("due_on", "pk")


def _proposed(
    account: Account, pack: RulePack, today: date
) -> tuple[list[Proposal], list[Undecided], int]:
    rows = _candidates(account, pack, today)
    matters = list(rows[:LOOKED_AT])
    left_out = rows.count() - len(matters) if len(matters) == LOOKED_AT else 0
    facts = facts_of(matters)
    proposals: list[Proposal] = []
    undecided: list[Undecided] = []
    for matter in matters:
        due = rungs_due(pack, facts[matter.pk], today)
        if due:
            proposals.append(_proposal(matter, due[-1], account))
        undecided += [
            Undecided(matter, matter_href(matter.address), rung_words(one.rung), one.year)
            for one in rungs_undecided(pack, facts[matter.pk], today)
        ]
    heights = {rung.slug: at for at, rung in enumerate(pack.rungs)}
    names = {rung_words(rung): heights[rung.slug] for rung in pack.rungs}
    proposals.sort(key=lambda one: (not one.is_mine, -names[one.name], one.since))
    return proposals, undecided, left_out


def _proposal(matter: Matter, proposed: ProposedRung, account: Account) -> Proposal:
    rung = proposed.rung
    signer = Role(rung.signed_by)
    role = Role(account.role)
    is_mine = role in RANKS and RANKS.index(role) >= RANKS.index(signer)
    return Proposal(
        matter=matter,
        href=matter_href(matter.address),
        name=rung_words(rung),
        mark=mark_of(rung),
        reasons=reason_words(proposed.reasons),
        since=proposed.since,
        signer=str(signer.label),
        needs_check=proposed.needs_no_good_reason,
        issue_href=act_href(matter.address, "issue_slip"),
        is_mine=is_mine,
    )
