"""Minutes 纪要, topics 议题, meetings 会议 and slips 督办单."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Field, Query, Router, Schema

from yiding.api.access import Caller, at_business, caller_of
from yiding.api.acts import offered
from yiding.api.bodies import Body
from yiding.api.matter_out import slip_out, unit_out
from yiding.api.once import Answer, once
from yiding.api.paging import A_PAGE, LARGEST, Order, page_of
from yiding.api.problems import invalid, of_refusal
from yiding.api.schemas import (
    Imported,
    MeetingOut,
    MeetingWhole,
    MinutesOut,
    MinutesRow,
    PageOf,
    ProposalOut,
    SlipOut,
    TopicOut,
)
from yiding.api.seen import one_seen, seen_by
from yiding.followup.importing import ImportRefused, import_file
from yiding.followup.models import Attendance, Meeting, Minutes, Proposal, Slip, Topic
from yiding.registry.roles import OF_A_UNIT
from yiding.registry.tokens import Scope

router = Router()
_NEWEST = Order("newest", ("-id",))


class Paged(Schema):
    """Where to go on, and how far."""

    state: str = Field("", max_length=20)
    cursor: str | None = Field(None, max_length=400)
    limit: int = Field(A_PAGE, ge=1, le=LARGEST)


class TopicQuery(Paged):
    """Which topics."""

    unit: str = Field("", max_length=40)
    meeting: str = Field("", max_length=60)


class MeetingQuery(Paged):
    """Which meetings."""

    series: str = Field("", max_length=30)
    year: int | None = Field(None, ge=1949, le=2200)


class SlipQuery(Paged):
    """Which slips."""

    unit: str = Field("", max_length=40)
    matter: str = Field("", max_length=80)
    rung: str = Field("", max_length=30)


@router.get("/minutes", response=PageOf[MinutesRow], tags=["minutes"], operation_id="minutes")
def list_minutes(request: HttpRequest, asked: Query[Paged]) -> dict[str, Any]:
    """The minutes this account may read: a unit those that are issued."""
    rows = _rows(request, Minutes, asked).defer("text", "reading", "accounting", "changes")
    page = page_of(rows, _NEWEST, asked.cursor, asked.limit)
    return {"items": [_minutes_row(one) for one in page.rows], "next": page.next}


@router.post("/minutes/imports", response={201: Imported}, tags=["minutes"], operation_id="import")
def import_minutes(request: HttpRequest) -> HttpResponse:
    """Bring a file in for review: one file under ``file``, as multipart/form-data."""
    caller = caller_of(request, Scope.IMPORT)
    upload = request.FILES.get("file")
    if upload is None:
        raise invalid({"file": [str(_("请附上纪要文件。"))]})
    digest = Body({}, files=request.FILES).digest(request)
    return once(request, caller, digest, lambda: _brought_in(upload, caller))


@router.get("/minutes/{address}", response=MinutesOut, tags=["minutes"], operation_id="one_minutes")
def show_minutes(request: HttpRequest, response: HttpResponse, address: str) -> dict[str, Any]:
    """One paper with its text, and for those who follow it its accounting and proposals."""
    caller = at_business(request)
    minutes = one_seen(caller.account, Minutes, address)
    response.headers["ETag"] = f'"{minutes.version}"'
    is_inside = caller.account.role not in OF_A_UNIT
    return {
        **_minutes_row(minutes),
        "text": minutes.text,
        "accounting": minutes.accounting if is_inside else [],
        "proposals": _proposals(minutes, caller),
        "offers": offered(minutes, caller),
    }


@router.get(
    "/proposals/{address}", response=ProposalOut, tags=["proposals"], operation_id="proposal"
)
def show_proposal(request: HttpRequest, response: HttpResponse, address: str) -> dict[str, Any]:
    """One duty as it was read."""
    caller = at_business(request)
    found = one_seen(caller.account, Proposal, address, "lead")
    response.headers["ETag"] = f'"{found.version}"'
    return _proposal(found)


@router.get("/topics", response=PageOf[TopicOut], tags=["topics"], operation_id="topics")
def list_topics(request: HttpRequest, asked: Query[TopicQuery]) -> dict[str, Any]:
    """The topics this account may see: a unit its own."""
    rows = _rows(request, Topic, asked, unit__code=asked.unit, meeting__address=asked.meeting)
    page = page_of(rows.select_related("unit", "meeting"), _NEWEST, asked.cursor, asked.limit)
    return {"items": [_topic(one) for one in page.rows], "next": page.next}


@router.get("/topics/{address}", response=TopicOut, tags=["topics"], operation_id="topic")
def show_topic(request: HttpRequest, response: HttpResponse, address: str) -> dict[str, Any]:
    """One topic."""
    topic = one_seen(at_business(request).account, Topic, address, "unit", "meeting")
    response.headers["ETag"] = f'"{topic.version}"'
    return _topic(topic)


@router.get("/meetings", response=PageOf[MeetingOut], tags=["meetings"], operation_id="meetings")
def list_meetings(request: HttpRequest, asked: Query[MeetingQuery]) -> dict[str, Any]:
    """The meetings of the jurisdiction."""
    rows = _rows(request, Meeting, asked, series=asked.series, year=asked.year)
    page = page_of(rows, _NEWEST, asked.cursor, asked.limit)
    return {"items": [_meeting(one) for one in page.rows], "next": page.next}


@router.get("/meetings/{address}", response=MeetingWhole, tags=["meetings"], operation_id="meeting")
def show_meeting(request: HttpRequest, response: HttpResponse, address: str) -> dict[str, Any]:
    """One meeting with its roll and its topics."""
    meeting = one_seen(at_business(request).account, Meeting, address)
    response.headers["ETag"] = f'"{meeting.version}"'
    roll = meeting.attendance.select_related("person", "unit").order_by("pk")
    topics = meeting.topics.select_related("unit", "meeting").order_by("position", "pk")
    return {
        **_meeting(meeting),
        "attendance": [_attendance(one) for one in roll],
        "topics": [_topic(one) for one in topics],
    }


@router.get("/slips", response=PageOf[SlipOut], tags=["slips"], operation_id="slips")
def list_slips(request: HttpRequest, asked: Query[SlipQuery]) -> dict[str, Any]:
    """The slips this account may see: a unit those it received."""
    wanted = {"unit__code": asked.unit, "matter__address": asked.matter, "rung": asked.rung}
    rows = _rows(request, Slip, asked, **wanted).select_related("unit", "matter")
    page = page_of(rows, _NEWEST, asked.cursor, asked.limit)
    return {"items": [slip_out(one) for one in page.rows], "next": page.next}


@router.get("/slips/{address}", response=SlipOut, tags=["slips"], operation_id="slip")
def show_slip(request: HttpRequest, response: HttpResponse, address: str) -> dict[str, Any]:
    """One slip."""
    slip = one_seen(at_business(request).account, Slip, address, "unit", "matter")
    response.headers["ETag"] = f'"{slip.version}"'
    return slip_out(slip)


def _rows(request: HttpRequest, model: Any, asked: Paged, **wanted: Any) -> Any:
    rows = seen_by(at_business(request).account, model)
    given = {"state": asked.state, **wanted}
    return rows.filter(**{name: value for name, value in given.items() if value})


def _brought_in(upload: Any, caller: Caller) -> Answer:
    try:
        minutes = import_file(upload.name, upload.read(), caller.account, caller.at)
    except ImportRefused as refused:
        problem = of_refusal(refused.refusal)
        known = {"known": refused.known.address} if refused.known else {}
        return Answer(problem.status, {**problem.plain(), **known})
    said = {name: value for name, value in _minutes_row(minutes).items() if name in _IMPORTED}
    return Answer(201, {**said, "proposals": minutes.proposals.count()})


_IMPORTED = {"address", "state", "state_label", "version"}
_MINUTES = (
    "address", "title", "number", "kind", "version", "edition", "held_on", "printed_on", "chair",
)  # fmt: skip
_PROPOSAL = (
    "address", "version", "item", "start", "end", "action", "is_binding", "lead_words",
    "due_words", "due_on", "date_decision", "closing_kind", "is_major", "reason",
)  # fmt: skip
_TOPIC = (
    "address", "title", "version", "summary", "is_major_decision", "needs_legal_review",
    "legal_opinion", "position", "outcome_words",
)  # fmt: skip
_MEETING = ("address", "series", "session", "year", "version", "held_on", "place")


def _with_state(row: Any, names: tuple[str, ...]) -> dict[str, Any]:
    plain = {name: getattr(row, name) for name in names}
    return {**plain, "state": str(row.state), "state_label": str(row.get_state_display())}


def _minutes_row(minutes: Minutes) -> dict[str, Any]:
    return _with_state(minutes, _MINUTES)


def _proposals(minutes: Minutes, caller: Caller) -> list[dict[str, Any]]:
    rows = seen_by(caller.account, Proposal).filter(minutes=minutes)
    related = rows.select_related("lead").prefetch_related("assists")
    return [_proposal(one) for one in related.order_by("position", "pk")]


def _proposal(one: Any) -> dict[str, Any]:
    assists = [unit_out(unit) for unit in one.assists.all()]
    return {**_with_state(one, _PROPOSAL), "lead": unit_out(one.lead), "assists": assists}


def _topic(topic: Topic) -> dict[str, Any]:
    meeting = topic.meeting.address if topic.meeting else None
    return {**_with_state(topic, _TOPIC), "unit": unit_out(topic.unit), "meeting": meeting}


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return _with_state(meeting, _MEETING)


def _attendance(one: Attendance) -> dict[str, Any]:
    return {
        "name": str(one.person or one.unit or ""),
        "title": one.title,
        "part": one.part,
        "is_present": one.is_present,
        "reason": one.reason,
    }
