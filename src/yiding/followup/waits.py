"""等谁办: what waits for an account, each by the same query as the list it links to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from yiding.dates import UnknownCalendarYear
from yiding.followup.board import Board
from yiding.followup.matter_queries import MatterQuerySet
from yiding.followup.models import Extension, Part
from yiding.followup.rulepack import deadline_of
from yiding.followup.rulepack_model import ApprovalName
from yiding.followup.states import State
from yiding.registry.models import Post
from yiding.registry.roles import OF_A_UNIT, SUPERVISION, Role

#: A report is called for so many days before it is due.
REPORT_AHEAD_DAYS = 3


@dataclass(frozen=True)
class Wait:
    """待办: one kind of thing that waits, for whom, and which matters they are."""

    words: str | Promise
    verb: str | Promise
    act: str | Promise
    is_for: Callable[[Board], bool]
    rows: Callable[[Board], MatterQuerySet]


def waits_of(board: Board) -> list[str]:
    """The kinds of thing that may wait for this account."""
    return [slug for slug, wait in WAITS.items() if wait.is_for(board)]


def _decides(*names: ApprovalName) -> Callable[[Board], bool]:
    def check(board: Board) -> bool:
        return any(board.account.role == board.pack.approver(name) for name in names)

    return check


def _is_supervision(board: Board) -> bool:
    return board.account.role in SUPERVISION


def _is_of_unit(board: Board) -> bool:
    return board.account.role in OF_A_UNIT


def _in_state(state: State) -> Callable[[Board], MatterQuerySet]:
    return lambda board: board.rows().filter(state=state)


def is_of_posts(board: Board) -> bool:
    """Does what waits depend on the posts a person holds, and not on the desk alone?"""
    return board.account.role == Role.VICE_MAYOR


def in_portfolio(board: Board) -> Q | None:
    """A vice-mayor's own: named as leader, or over the lead unit; none where all are."""
    if not is_of_posts(board):
        return None
    posts = Post.objects.filter(person=board.account.person_id).in_force(board.on)
    own = list(posts.values_list("pk", flat=True))
    to_matter = board.every().to_matter
    return Q(**{f"{to_matter}leader__in": own}) | Q(lead__overseen_by__in=own)


def _own(board: Board, rows: MatterQuerySet) -> MatterQuerySet:
    own = in_portfolio(board)
    if own is None:
        return rows
    return rows.filter(pk__in=rows.filter(own).values("pk"))


def _pending(board: Board) -> MatterQuerySet:
    """The extensions this account decides: the first, the later ones, or both."""
    rows = board.rows().of_matter(extensions__decision=Extension.Decision.PENDING)
    first, later = _decides("first_extension")(board), _decides("later_extension")(board)
    if not first:
        rows = rows.of_matter(extended_count__gt=0)
    if not later:
        rows = rows.of_matter(extended_count=0)
    return _own(board, rows)


def _to_close(board: Board) -> MatterQuerySet:
    rows = board.rows().filter(state=State.VERIFIED)
    minor, major = _decides("closing")(board), _decides("closing_major")(board)
    if not major:
        rows = rows.of_matter(is_major=False)
    if not minor:
        rows = rows.of_matter(is_major=True)
    return _own(board, rows)


def _unsigned(board: Board) -> MatterQuerySet:
    rows = board.rows().filter(state=State.ASSIGNED)
    return rows.of_matter(assigned_at__lt=_start_of(_unsigned_since(board)))


def _unsigned_since(board: Board) -> date:
    """The first day of assignment whose time for signing is not over."""
    clock = board.pack.clock("sign_within")
    for back in range(60):
        day = board.on - timedelta(days=back)
        try:
            if deadline_of(clock, day) < board.on:
                return day + timedelta(days=1)
        except UnknownCalendarYear:
            continue
    return board.on


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _to_report(board: Board) -> MatterQuerySet:
    last = board.on + timedelta(days=REPORT_AHEAD_DAYS)
    return board.rows().filter(state=State.UNDER_WAY, report_due_on__lte=last)


def _sent_back(board: Board) -> MatterQuerySet:
    return board.rows().filter(state=State.UNDER_WAY).of_matter(sent_back_count__gt=0)


def _parts(board: Board) -> MatterQuerySet:
    return open_parts_of(board, board.unit.pk) if board.unit else board.every().none()


def open_parts_of(board: Board, unit: int) -> MatterQuerySet:
    """The open matters in which a unit's own part is not done."""
    rows = board.every().open()
    part = {f"{rows.to_matter}parts__unit": unit, f"{rows.to_matter}parts__state": Part.State.OPEN}
    return rows.filter(**part)


#: In the order of a desk.
WAITS: dict[str, Wait] = {
    "sign": Wait(_("件待签收。"), _("去签收"), _("签收"), _is_of_unit, _in_state(State.ASSIGNED)),
    "sent_back": Wait(_("件被退回，要补齐。"), _("去补齐"), _("补齐"), _is_of_unit, _sent_back),
    "report": Wait(_("件要反馈进展。"), _("去反馈"), _("反馈"), _is_of_unit, _to_report),
    "part": Wait(_("件配合任务没有办结。"), _("去办结"), _("办结"), _is_of_unit, _parts),
    "verify": Wait(
        _("件佐证待核查。"), _("去核查"), _("核查"), _is_supervision, _in_state(State.SUBMITTED)
    ),
    "objection": Wait(
        _("件职责异议待答复。"),
        _("去答复"),
        _("答复"),
        _decides("objection"),
        _in_state(State.OBJECTED),
    ),
    "extension": Wait(
        _("件延期申请待批。"),
        _("去批复"),
        pgettext_lazy("act", "批复"),
        _decides("first_extension", "later_extension"),
        _pending,
    ),
    "close": Wait(
        _("件已核查，待销号。"),
        _("去销号"),
        _("销号"),
        _decides("closing", "closing_major"),
        _to_close,
    ),
    "assign": Wait(
        _("件已立项，待交办。"),
        _("去交办"),
        _("交办"),
        _decides("assignment"),
        _in_state(State.PROPOSED),
    ),
    "review": Wait(
        _("件复核申请待决定。"),
        _("去决定"),
        pgettext_lazy("act", "决定"),
        _decides("review"),
        _in_state(State.REVIEWING),
    ),
    "unsigned": Wait(
        _("件交办后过期没有签收。"), _("去提醒"), _("提醒"), _is_supervision, _unsigned
    ),
}
