"""What the list of topics and the page of one show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Paginator
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext, ngettext, pgettext

from yiding.followup.act import context_of
from yiding.followup.action import Action
from yiding.followup.history import Told, day_words
from yiding.followup.models import StoredFile, Topic
from yiding.followup.topic_action import OFFICE, review_ends_on
from yiding.registry.models import Account
from yiding.registry.roles import OF_A_UNIT, Role
from yiding.web.acts.buttons import buttons_on
from yiding.web.meetings.addresses import FILE_HREF, TOPICS_HREF, topic_act_href
from yiding.web.meetings.sight import past_of, topics_seen_by
from yiding.web.parts import Act, Crumb, Pages, View, pages_of

SIZE = 50
State = Topic.State
#: Who moves a topic on from a state; what has an outcome moves no more.
MOVERS: dict[str, frozenset[Role]] = {
    State.FILED: OFFICE,
    State.RETURNED: OF_A_UNIT,
    State.LEGAL_REVIEW: OFFICE,
    State.COORDINATING: OFFICE,
    State.READY: frozenset({Role.MAYOR, Role.SECRETARY_GENERAL}),
    State.DEFERRED: frozenset({Role.MAYOR, Role.SECRETARY_GENERAL}),
    State.SCHEDULED: frozenset({Role.SECRETARY_GENERAL, Role.SUPERVISION_DIRECTOR}),
}
BEFORE = (State.FILED, State.RETURNED, State.LEGAL_REVIEW, State.COORDINATING, State.READY)
OVER = (
    State.PASSED, State.PASSED_IN_PRINCIPLE, State.TO_PARTY, State.REJECTED, State.WITHDRAWN,
    State.HEARD,
)  # fmt: skip
Fact = tuple[str, object]


@dataclass(frozen=True)
class TopicRow:
    """A topic in the list, with whose move it is."""

    topic: Topic
    mover: str
    is_mine: bool


@dataclass(frozen=True)
class TopicList:
    """议题清单: by how far they are, those that wait for the reader first."""

    title: str
    acts: tuple[Act, ...]
    views: tuple[View, ...]
    rows: list[TopicRow]
    links: Pages


@dataclass(frozen=True)
class TopicPage:
    """议题页: what is asked, its papers, the law's word, what is disputed, and what came of it."""

    topic: Topic
    title: str
    crumbs: tuple[Crumb, ...]
    acts: list[Act]
    facts: list[Fact]
    materials: list[StoredFile]
    history: list[Told]
    recusals: str
    review_words: str
    today: date


def topic_list(account: Account, query: QueryDict) -> TopicList:
    """The topics an account sees, filtered by ``show``."""
    seen = topics_seen_by(account)
    counts = _counts(seen, account)
    show = query.get("show", "")
    rows = seen.filter(_groups(account)[show]) if show in _groups(account) else seen
    ordered = rows.annotate(rank=_rank(account)).order_by("rank", "-pk")
    page = Paginator(
        ordered.select_related("unit", "meeting").prefetch_related("materials"), SIZE
    ).get_page(query.get("page"))
    return TopicList(
        title=_list_title(counts),
        acts=_file_act(account),
        views=_views(counts, show),
        rows=[_row(one, account) for one in page.object_list],
        links=pages_of(page, query),
    )


def topic_page(topic: Topic, account: Account, at: datetime) -> TopicPage:
    """One topic for a reader."""
    return TopicPage(
        topic=topic,
        title=gettext("%(title)s，%(state)s。")
        % {"title": topic.title, "state": topic.get_state_display()},
        crumbs=(Crumb(pgettext("nav", "议题"), TOPICS_HREF), Crumb("", "", topic.address)),
        acts=buttons_on(topic, account, at, lambda verb: topic_act_href(topic.address, verb)),
        facts=_facts(topic, account, at),
        materials=list(topic.materials.order_by("added_at")),
        history=past_of(topic, account),
        recusals="、".join(str(one) for one in topic.recusals.all()),
        review_words=_review_words(topic),
        today=timezone.localdate(at),
    )


def mover_words(topic: Topic) -> str:
    """Whose move it is, and which."""
    said = {
        State.FILED: gettext("督查室审核材料"),
        State.RETURNED: gettext("%(unit)s补正") % {"unit": topic.unit},
        State.LEGAL_REVIEW: gettext("督查室登记合法性审查意见"),
        State.COORDINATING: gettext("督查室会前协调"),
        State.READY: gettext("市长定是否上会"),
        State.DEFERRED: gettext("市长定是否再上会"),
        State.SCHEDULED: gettext("会议审议"),
    }
    return said.get(State(topic.state), "")


def _is_mine(topic: Topic, account: Account) -> bool:
    may = account.role in MOVERS.get(topic.state, frozenset())
    return may and (account.role not in OF_A_UNIT or topic.unit_id == account.unit_id)


def _mine(account: Account) -> Q:
    return Q(state__in=[state for state, roles in MOVERS.items() if account.role in roles])


def _groups(account: Account) -> dict[str, Q]:
    return {
        "mine": _mine(account),
        "before": Q(state__in=BEFORE),
        "agenda": Q(state=State.SCHEDULED),
        "deferred": Q(state=State.DEFERRED),
        "over": Q(state__in=OVER),
    }


def _counts(seen: QuerySet[Topic], account: Account) -> dict[str, int]:
    groups = {name: Count("pk", filter=test) for name, test in _groups(account).items()}
    return seen.order_by().aggregate(all=Count("pk"), **groups)


def _rank(account: Account) -> Case:
    return Case(
        When(_mine(account), then=Value(0)),
        When(state__in=OVER, then=Value(2)),
        default=Value(1),
        output_field=IntegerField(),
    )


def _list_title(counts: dict[str, int]) -> str:
    head = ngettext("共 %(count)s 个议题，", "共 %(count)s 个议题，", counts["all"])
    if counts["mine"]:
        tail = ngettext("%(mine)s 个等您办。", "%(mine)s 个等您办。", counts["mine"])
    else:
        tail = gettext("没有等您办的。")
    return (head + tail) % {"count": counts["all"], "mine": counts["mine"]}


def _views(counts: dict[str, int], show: str) -> tuple[View, ...]:
    words = (
        ("", gettext("全部"), "all"),
        ("mine", gettext("等您办"), "mine"),
        ("before", gettext("未上会"), "before"),
        ("agenda", gettext("已列议程"), "agenda"),
        ("deferred", gettext("暂缓"), "deferred"),
        ("over", gettext("已有结果"), "over"),
    )
    return tuple(
        View(said, f"?show={slug}" if slug else TOPICS_HREF, counts[key], show == slug)
        for slug, said, key in words
    )


def _file_act(account: Account) -> tuple[Act, ...]:
    action = Action.registered["topic.file"]
    if account.role not in action.roles:
        return ()
    return (Act(str(action.label), "first", href=FILE_HREF),)


def _row(topic: Topic, account: Account) -> TopicRow:
    return TopicRow(topic, mover_words(topic), _is_mine(topic, account))


def _facts(topic: Topic, account: Account, at: datetime) -> list[Fact]:
    facts: list[Fact] = [(gettext("申报单位"), topic.unit.name)]
    if topic.filed_at:
        facts.append((gettext("申报"), day_words(topic.filed_at)))
    if mover := mover_words(topic):
        facts.append((gettext("谁来办"), mover))
    if topic.state == State.LEGAL_REVIEW and topic.is_major_decision and topic.legal_sent_on:
        facts.append((gettext("审查期满"), _review_end(topic, account, at)))
    facts.append((gettext("重大行政决策"), _yes(is_so=topic.is_major_decision)))
    facts.append((gettext("须合法性审查"), _yes(is_so=topic.needs_legal_review)))
    return facts


def _yes(*, is_so: bool) -> str:
    return gettext("是") if is_so else gettext("否")


def _review_end(topic: Topic, account: Account, at: datetime) -> str:
    assert topic.legal_sent_on is not None  # noqa: S101 - asked for by the only caller
    end = review_ends_on(context_of(topic, account, at), topic.legal_sent_on)
    return day_words(end) if end else gettext("日历未公布，不作推算")


def _review_words(topic: Topic) -> str:
    """Where the law's word is missing: why, and what follows."""
    if topic.legal_opinion:
        return ""
    if not topic.needs_legal_review:
        return gettext("此议题不须合法性审查。")
    if topic.legal_sent_on and topic.state == State.LEGAL_REVIEW:
        return gettext("%(day)s送审，还没有意见。没有意见不能列入议程。") % {
            "day": day_words(topic.legal_sent_on)
        }
    return gettext("还没有意见。没有意见不能列入议程。")
