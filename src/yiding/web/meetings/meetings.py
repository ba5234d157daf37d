"""What the list of meetings and the page of one show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext, pgettext

from yiding.dates import UnknownCalendarYear
from yiding.followup.action import Action
from yiding.followup.actions.meeting_plan import SERIES
from yiding.followup.history import Told, day_words
from yiding.followup.lag import working_days_between
from yiding.followup.models import Attendance, Meeting, Minutes, Topic
from yiding.followup.packs import pack_in_force
from yiding.followup.rulepack import RulePack, deadline_of
from yiding.followup.rulepack_words import quorum_words
from yiding.journal.models import Event
from yiding.registry.models import Account, Jurisdiction
from yiding.registry.roles import OF_A_UNIT
from yiding.web.acts.buttons import buttons_on
from yiding.web.meetings.addresses import (
    MEETINGS_HREF,
    PLAN_HREF,
    meeting_act_href,
    meeting_href,
    topic_href,
)
from yiding.web.meetings.sight import meetings_seen_by, past_of, topics_seen_by
from yiding.web.parts import Act, Crumb, Pages, View, pages_of

SIZE = 40
State = Meeting.State
TO_COME = (State.PLANNED, State.CALLED)
Fact = tuple[str, object]


@dataclass(frozen=True)
class MeetingRow:
    """A meeting in the list: who came, and how long its minutes took."""

    meeting: Meeting
    name: str
    href: str
    topics: int
    members: int
    present: int
    minutes: Minutes | None
    lag: int | None
    is_late: bool
    is_to_come: bool


@dataclass(frozen=True)
class MeetingList:
    """会议清单."""

    title: str
    acts: tuple[Act, ...]
    views: tuple[View, ...]
    rows: list[MeetingRow]
    links: Pages


@dataclass(frozen=True)
class AgendaRow:
    """A topic on the agenda and what came of it; ``is_gone``: another meeting took it up."""

    topic: Topic
    href: str
    outcome: str
    words: str
    is_gone: bool = False


@dataclass(frozen=True)
class MeetingPage:
    """会议页: agenda, roll, outcomes, minutes."""

    meeting: Meeting
    name: str
    title: str
    crumbs: tuple[Crumb, ...]
    acts: list[Act]
    facts: list[Fact]
    agenda: list[AgendaRow]
    members: list[Attendance]
    observers: list[Attendance]
    quorum_words: str
    is_quorate: bool | None
    minutes: list[Minutes]
    lag_words: str
    is_late: bool
    history: list[Told]
    today: date


def name_of(meeting: Meeting) -> str:
    """2026年第5次常务会议."""
    series = str(dict(SERIES).get(meeting.series, gettext("会议")))
    return gettext("%(year)s年第%(session)s次%(series)s") % {
        "year": meeting.year,
        "session": meeting.session,
        "series": series,
    }


def meeting_list(account: Account, query: QueryDict, at: datetime) -> MeetingList:
    """The meetings an account sees: those to come, then those held."""
    seen, show = meetings_seen_by(account), query.get("show", "")
    groups = {
        "to_come": Q(state__in=TO_COME),
        "held": Q(state=State.HELD),
        "minuted": Q(state=State.MINUTED),
    }
    totals = {name: Count("pk", filter=test) for name, test in groups.items()}
    counts = seen.order_by().aggregate(all=Count("pk"), **totals)
    rows = seen.filter(groups[show]) if show in groups else seen
    page: Page[Meeting] = Paginator(_with_counts(rows), SIZE).get_page(query.get("page"))
    pack = pack_in_force(_city(account), timezone.localdate(at))
    today = timezone.localdate(at)
    return MeetingList(
        title=_list_title(counts),
        acts=_plan_act(account),
        views=_views(counts, show),
        rows=[_row(one, account, pack, today) for one in page.object_list],
        links=pages_of(page, query),
    )


def meeting_page(meeting: Meeting, account: Account, at: datetime) -> MeetingPage:
    """One meeting for a reader."""
    today, pack = (
        timezone.localdate(at),
        pack_in_force(meeting.jurisdiction, timezone.localdate(at)),
    )
    roll = list(meeting.attendance.select_related("person", "unit").order_by("pk"))
    members = [one for one in roll if one.part == Attendance.Part.MEMBER]
    minutes = _minutes_seen(meeting, account)
    first = minutes[0] if minutes else None
    lag, is_late = _lag(meeting, first, pack, today)
    return MeetingPage(
        meeting=meeting,
        name=name_of(meeting),
        title=_page_title(meeting),
        crumbs=(Crumb(pgettext("nav", "会议"), MEETINGS_HREF), Crumb("", "", meeting.address)),
        acts=buttons_on(meeting, account, at, lambda verb: meeting_act_href(meeting.address, verb)),
        facts=_facts(meeting),
        agenda=_agenda(meeting, account),
        members=members,
        observers=[one for one in roll if one.part == Attendance.Part.OBSERVER],
        quorum_words=_quorum_words(meeting, members, pack),
        is_quorate=_is_quorate(meeting, members, pack),
        minutes=minutes,
        lag_words=_lag_words(first, lag),
        is_late=is_late,
        history=past_of(meeting, account),
        today=today,
    )


def _city(account: Account) -> Jurisdiction:
    assert account.jurisdiction is not None  # noqa: S101 - the view has asked
    return account.jurisdiction


def _with_counts(rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    papers = Minutes.objects.defer("text", "reading", "accounting", "changes").order_by("-edition")
    member = Q(attendance__part=Attendance.Part.MEMBER)
    return (
        rows.annotate(
            topics_count=Count("topics", distinct=True),
            members_count=Count("attendance", filter=member, distinct=True),
            present_count=Count(
                "attendance", filter=member & Q(attendance__is_present=True), distinct=True
            ),
        )
        .prefetch_related(Prefetch("minutes", papers, to_attr="papers"))
        .order_by("-held_on", "-session")
    )


def _row(meeting: Meeting, account: Account, pack: RulePack, today: date) -> MeetingRow:
    papers: list[Minutes] = [one for one in meeting.papers if _may_read(one, account)]  # type: ignore[attr-defined]
    first = papers[0] if papers else None
    lag, is_late = _lag(meeting, first, pack, today)
    return MeetingRow(
        meeting=meeting,
        name=name_of(meeting),
        href=meeting_href(meeting.address),
        topics=meeting.topics_count,  # type: ignore[attr-defined]
        members=meeting.members_count,  # type: ignore[attr-defined]
        present=meeting.present_count,  # type: ignore[attr-defined]
        minutes=first,
        lag=lag,
        is_late=is_late,
        is_to_come=meeting.state in TO_COME,
    )


def _may_read(minutes: Minutes, account: Account) -> bool:
    issued = minutes.state in {Minutes.State.ISSUED, Minutes.State.SUPERSEDED}
    return issued or account.role not in OF_A_UNIT


def _minutes_seen(meeting: Meeting, account: Account) -> list[Minutes]:
    papers = meeting.minutes.defer("text", "reading", "accounting", "changes").order_by("-edition")
    return [one for one in papers if _may_read(one, account)]


def _lag(
    meeting: Meeting, minutes: Minutes | None, pack: RulePack, today: date
) -> tuple[int | None, bool]:
    """Working days from the meeting to its printed minutes, and whether the pack calls it late."""
    if meeting.state not in {State.HELD, State.MINUTED}:
        return None, False
    end = _printed_on(minutes) or today
    days = working_days_between(meeting.held_on, end)
    try:
        is_late = end > deadline_of(pack.clock("minutes_issue_within"), meeting.held_on)
    except UnknownCalendarYear:
        is_late = False
    return days, is_late


def _printed_on(minutes: Minutes | None) -> date | None:
    if minutes is None:
        return None
    if minutes.printed_on is not None:
        return minutes.printed_on
    return timezone.localdate(minutes.issued_at) if minutes.issued_at else None


def _lag_words(minutes: Minutes | None, lag: int | None) -> str:
    if lag is None:
        return ""
    if _printed_on(minutes) is None:
        words = ngettext(
            "会后 %(days)s 个工作日，还没有印发。", "会后 %(days)s 个工作日，还没有印发。", lag
        )
    else:
        words = ngettext("会后 %(days)s 个工作日印发。", "会后 %(days)s 个工作日印发。", lag)
    return words % {"days": lag}


def _list_title(counts: dict[str, int]) -> str:
    head = ngettext("%(count)s 次会议要开，", "%(count)s 次会议要开，", counts["to_come"])
    if counts["held"]:
        tail = ngettext(
            "%(held)s 次开过还没有纪要。", "%(held)s 次开过还没有纪要。", counts["held"]
        )
    else:
        tail = gettext("开过的都有纪要。")
    return (head + tail) % {"count": counts["to_come"], "held": counts["held"]}


def _views(counts: dict[str, int], show: str) -> tuple[View, ...]:
    words = (
        ("", gettext("全部"), "all"),
        ("to_come", gettext("要开的"), "to_come"),
        ("held", gettext("开过没有纪要"), "held"),
        ("minuted", gettext("已出纪要"), "minuted"),
    )
    return tuple(
        View(said, f"?show={slug}" if slug else MEETINGS_HREF, counts[key], show == slug)
        for slug, said, key in words
    )


def _plan_act(account: Account) -> tuple[Act, ...]:
    action = Action.registered["meeting.plan"]
    if account.role not in action.roles:
        return ()
    return (Act(str(action.label), "first", href=PLAN_HREF),)


def _page_title(meeting: Meeting) -> str:
    values = {
        "name": name_of(meeting),
        "day": day_words(meeting.held_on),
        "state": meeting.get_state_display(),
    }
    if meeting.state in TO_COME:
        return gettext("%(name)s，定于%(day)s，%(state)s。") % values
    return gettext("%(name)s，%(day)s，%(state)s。") % values


def _facts(meeting: Meeting) -> list[Fact]:
    facts: list[Fact] = [(gettext("日期"), day_words(meeting.held_on))]
    facts.append((gettext("地点"), meeting.place or gettext("未定")))
    facts.append((gettext("主持"), str(meeting.chair or gettext("未定"))))
    return facts


def _agenda(meeting: Meeting, account: Account) -> list[AgendaRow]:
    topics = meeting.topics.select_related("unit").order_by("position", "pk")
    seen = set(topics_seen_by(account).filter(meeting=meeting).values_list("pk", flat=True))
    rows = [_agenda_row(one, is_open=one.pk in seen) for one in topics]
    return [*rows, *_gone(meeting, account)]


def _agenda_row(topic: Topic, *, is_open: bool) -> AgendaRow:
    words = topic.outcome_words if is_open else ""
    words = "" if words == topic.get_state_display() else words
    href = topic_href(topic.address) if is_open else ""
    return AgendaRow(topic, href, topic.get_state_display(), words)


def _gone(meeting: Meeting, account: Account) -> list[AgendaRow]:
    """What this meeting deferred and another took up: its outcome here is in the journal alone."""
    events = Event.objects.filter(
        jurisdiction=meeting.jurisdiction.slug,
        verb="topic.conclude",
        outcome=Event.Outcome.DONE,
        data__meeting=meeting.address,
    )
    told = {event.subject: event for event in events}
    rows = topics_seen_by(account).filter(address__in=told).exclude(meeting=meeting)
    labels = dict(Topic.State.choices)
    return [
        AgendaRow(
            topic,
            topic_href(topic.address),
            str(labels.get(told[topic.address].data.get("outcome", ""), "")),
            str(told[topic.address].data.get("words", "")),
            is_gone=True,
        )
        for topic in rows.select_related("unit")
    ]


def _came(members: list[Attendance]) -> int:
    return sum(1 for one in members if one.is_present)


def _is_quorate(meeting: Meeting, members: list[Attendance], pack: RulePack) -> bool | None:
    if meeting.state not in {State.HELD, State.MINUTED} or not members:
        return None
    return pack.quorum.is_met(_came(members), len(members))


def _quorum_words(meeting: Meeting, members: list[Attendance], pack: RulePack) -> str:
    rule = quorum_words(pack.quorum).said(gettext, get_language() or "zh")
    values = {"members": len(members), "present": _came(members), "rule": rule}
    if _is_quorate(meeting, members, pack) is None:
        return gettext("组成人员 %(members)s 人，%(rule)s才能开。") % values
    return gettext("组成人员 %(members)s 人，到会 %(present)s 人；规则：%(rule)s。") % values
