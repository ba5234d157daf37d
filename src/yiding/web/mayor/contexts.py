"""What the mayor's page shows: five figures, what waits, the worst, meetings, portfolios."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, DateField, Q, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from yiding.followup.board import Board
from yiding.followup.counts import Promises, SilentUnit, promises_by_month, silent_units, year_sum
from yiding.followup.lag import Lag, issued_in, minutes_lags
from yiding.followup.matter_filter import MatterFilter, period
from yiding.followup.models import NO_DATE, Conclusion, Extension, Matter
from yiding.followup.periods import end_of_day
from yiding.followup.states import State
from yiding.followup.waits import WAITS, waits_of
from yiding.journal.models import Event
from yiding.registry.models import Office, Post
from yiding.web.matters.links import list_href
from yiding.web.matters.rows import matter_rows, with_matter
from yiding.web.mayor.sheet import ROOM, WAITING_LINE, WORST_LINE, fitting
from yiding.web.parts import MatterTable
from yiding.web.parts.formats import percent

WAITING, WORST, MEETINGS, LEADERS = 8, 8, 6, 6
DONE_STATES = (State.CLOSED, State.VERIFIED, State.ARCHIVED)


@dataclass(frozen=True)
class Standing:
    """停在这里的一件: what it is, which decision it waits for, and for how long."""

    row: Any
    verb: str
    days: int | None


@dataclass(frozen=True)
class MeetingLine:
    """One paper: how long it took, and what came of it."""

    lag: Lag
    total: int
    done: int
    overdue: int


@dataclass(frozen=True)
class LeaderLine:
    """One leader's portfolio of the year."""

    name: str
    total: int
    done: int
    overdue: int
    href: str


@dataclass(frozen=True)
class MayorPage:
    """One sheet of A4."""

    board: Board
    addressee: str
    week: int
    made_at: datetime | None
    total: int
    papers: int
    done: int
    done_share: str
    by_original: str
    by_due: str
    overdue: int
    overdue_before: int
    silent: int
    silent_units: int
    silent_days: int
    standing: list[Standing]
    standing_more: int
    worst: MatterTable
    worst_more: int
    meetings: list[MeetingLine]
    leaders: list[LeaderLine]
    leaders_total: LeaderLine | None
    undated: int
    closed_this_week: int
    reopened_this_week: int
    hrefs: dict[str, str]


def mayor_page(board: Board, made_at: datetime) -> MayorPage:
    """The sheet for a day."""
    on, year = board.on, board.on.year
    sums = year_sum(board, year)
    promised = sum(promises_by_month(board, year).values(), Promises())
    silent = silent_units(board, 0)
    overdue = board.rows().overdue(on)
    late = overdue.count()
    standing, waiting, room = _standing(board)
    worst = matter_rows(with_matter(_worst(board))[:WORST], board)
    shown, _room = fitting(worst, WORST_LINE, room)
    leaders = _leaders(board)
    return MayorPage(
        board=board,
        addressee=_addressee(board),
        week=on.isocalendar().week,
        made_at=None if board.is_past else made_at,
        total=sums.total,
        papers=issued_in(board, year),
        done=sums.of(*DONE_STATES),
        done_share=percent(sums.of(*DONE_STATES) / sums.total if sums.total else None),
        by_original=_share(promised.original, promised.matured),
        by_due=_share(promised.within_due, promised.matured_now),
        overdue=late,
        overdue_before=_overdue_before(board),
        silent=sum(one.count for one in silent),
        silent_units=len(silent),
        silent_days=_longest(silent, on),
        standing=standing,
        standing_more=waiting - len(standing),
        worst=MatterTable("", tuple(shown), on),
        worst_more=late - len(shown),
        meetings=_meetings(board),
        leaders=_shortened(leaders),
        leaders_total=_leaders_total(leaders),
        undated=board.rows().undated().count(),
        closed_this_week=_this_week(board, "matter.close"),
        reopened_this_week=_this_week(board, "matter.reopen"),
        hrefs=_hrefs(board),
    )


def _addressee(board: Board) -> str:
    posts = Post.objects.filter(jurisdiction=board.jurisdiction, office=Office.MAYOR)
    post = posts.in_force(board.on).select_related("person").first()
    return f"{post.person}{post.title}" if isinstance(post, Post) else gettext("市长")


def _share(good: int, whole: int) -> str:
    return percent(good / whole if whole else None)


def _longest(silent: list[SilentUnit], on: date) -> int:
    return max(((on - one.since).days for one in silent), default=0)


def _overdue_before(board: Board) -> int:
    """How many of what is overdue now were overdue a week ago already."""
    return board.rows().overdue(board.on - timedelta(days=7)).count()


def _worst(board: Board) -> Any:
    return board.rows().overdue(board.on).by_due()


def _standing(board: Board) -> tuple[list[Standing], int, float]:
    """What waits for this account's decision, how many do, and the room left on the sheet."""
    found: list[tuple[str, Any]] = []
    count = 0
    for slug in waits_of(board):
        rows = WAITS[slug].rows(board)
        count += rows.count()
        found += [(slug, row) for row in with_matter(rows.by_date())[:WAITING]]
    held = found[:WAITING]
    rows_shown = matter_rows([row for _, row in held], board)
    kept, room = fitting(rows_shown, WAITING_LINE, ROOM)
    since = _waiting_since([row for _, row in held])
    standing = [
        Standing(row, str(WAITS[slug].act), _days(since.get(row.address), board))
        for (slug, _), row in zip(held, kept, strict=False)
    ]
    return standing, count, room


def _waiting_since(rows: list[Any]) -> dict[str, datetime]:
    """Since when each has waited: the verification, the request for review, the application."""
    matters = [row if isinstance(row, Matter) else row.matter for row in rows]
    since = {one.address: one.verified_at for one in matters if one.verified_at}
    pending = Extension.objects.filter(
        matter__in=[one.pk for one in matters], decision=Extension.Decision.PENDING
    )
    asked = Conclusion.objects.filter(
        matter__in=[one.pk for one in matters if one.state == State.REVIEWING],
        kind=Conclusion.Kind.REVIEW_REQUEST,
    )
    since |= dict(asked.order_by("at").values_list("matter__address", "at"))
    return since | dict(pending.values_list("matter__address", "applied_at"))


def _days(since: datetime | None, board: Board) -> int | None:
    return None if since is None else max((board.on - timezone.localdate(since)).days, 0)


def _meetings(board: Board) -> list[MeetingLine]:
    lags = minutes_lags(board, MEETINGS)
    keys = [lag.minutes.pk for lag in lags]
    rows = board.rows().of_matter(minutes__in=keys).exclude(state=State.NOTED)
    column = f"{rows.to_matter}minutes"
    counted = (
        rows.order_by()
        .values(column)
        .annotate(
            total=Count("pk"),
            done=Count("pk", filter=Q(state__in=DONE_STATES)),
            overdue=Count("pk", filter=Q(clock_on__lt=board.on)),
        )
    )
    found = {row[column]: row for row in counted}
    empty = {"total": 0, "done": 0, "overdue": 0}
    return [_meeting_line(lag, found.get(lag.minutes.pk, empty)) for lag in lags]


def _meeting_line(lag: Lag, row: dict[str, int]) -> MeetingLine:
    return MeetingLine(lag, row["total"], row["done"], row["overdue"])


def _leaders(board: Board) -> list[LeaderLine]:
    rows = board.rows().of_matter(held_on__range=period(str(board.on.year)))
    column = f"{rows.to_matter}leader"
    own = rows.exclude(state=State.NOTED).order_by()
    counted = own.values(column).annotate(
        total=Count("pk"), done=Count("pk", filter=Q(state__in=DONE_STATES))
    )
    late = _late_by_leader(board, column)
    keys = [row[column] for row in counted if row[column]]
    posts: dict[int, Any] = Post.objects.select_related("person").in_bulk(keys)
    lines = [
        LeaderLine(
            str(posts[row[column]].person) if row[column] in posts else gettext("未定"),
            row["total"],
            row["done"],
            late[row[column]],
            list_href(board, MatterFilter(leader=str(row[column]), year=str(board.on.year)))
            if row[column]
            else "",
        )
        for row in counted
    ]
    return sorted(lines, key=lambda line: -line.total)


def _late_by_leader(board: Board, column: str) -> Counter[int | None]:
    """What is overdue of the year's matters, found by the index of clocks and not of the year."""
    rows = board.rows().overdue(board.on).order_by()
    held_on = Coalesce(f"{rows.to_matter}held_on", Value(NO_DATE, DateField()))
    late = rows.alias(held=held_on).filter(held__range=period(str(board.on.year)))
    return Counter(late.values_list(column, flat=True))


def _shortened(lines: list[LeaderLine]) -> list[LeaderLine]:
    """The sheet has room for so many; the rest are one line."""
    if len(lines) <= LEADERS:
        return lines
    rest = _leaders_total(lines[LEADERS - 1 :])
    assert rest is not None  # noqa: S101 - there are more than fit
    count = len(lines) - LEADERS + 1
    words = ngettext("其余 %(n)s 位", "其余 %(n)s 位", count) % {"n": count}
    return [*lines[: LEADERS - 1], replace(rest, name=words)]


def _leaders_total(lines: list[LeaderLine]) -> LeaderLine | None:
    if not lines:
        return None
    return LeaderLine(
        gettext("合计"),
        sum(line.total for line in lines),
        sum(line.done for line in lines),
        sum(line.overdue for line in lines),
        "",
    )


def _this_week(board: Board, verb: str) -> int:
    """How many were closed or reopened since Monday."""
    monday = board.on - timedelta(days=board.on.weekday())
    start, end = end_of_day(monday - timedelta(days=1)), end_of_day(board.on)
    acts = Event.objects.filter(
        verb=verb, at__gte=start, at__lt=end, jurisdiction=board.jurisdiction.slug
    )
    return acts.filter(outcome=Event.Outcome.DONE).count()


def _hrefs(board: Board) -> dict[str, str]:
    year = str(board.on.year)
    asked = {
        "total": MatterFilter(year=year),
        "done": MatterFilter(year=year, state="closed,archived"),
        "original": MatterFilter(due=year, outcome="original"),
        "overdue": MatterFilter(clock="overdue"),
        "silent": MatterFilter(clock="silent"),
        "undated": MatterFilter(clock="undated"),
    }
    return {name: list_href(board, one) for name, one in asked.items()}
