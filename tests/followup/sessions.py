"""A meeting and its topics, made by the acts themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from world import World, moment
from yiding.followup.act import Call, act
from yiding.followup.models import Attendance, Meeting, Topic

#: A Tuesday; the calendar of 2026 is known.
FILED_ON = date(2026, 4, 7)
#: Seven working days later: neither weekends nor a holiday lie between but one weekend.
REVIEWED_ON = date(2026, 4, 16)
MET_ON = date(2026, 4, 21)
TITLE = "临湖市节水行动实施方案"


def paper(name: str = "汇报材料.txt", words: str = "汇报") -> MultiValueDict[str, Any]:
    """A paper handed in with a topic."""
    return MultiValueDict({"material": [SimpleUploadedFile(name, words.encode(), "text/plain")]})


def file_topic(world: World, by: str = "liaison@water", **values: Any) -> Topic:
    """A topic of a bureau, filed with its paper."""
    fields = {
        "title": TITLE,
        "summary": "请会议审议方案。",
        "needs_legal_review": "on",
        **values,
    }
    return act(
        Call("topic.file", "", fields, paper(words=str(fields["title"]))),
        world[by],
        moment(FILED_ON),
    ).subject


def plan(world: World, on: date = MET_ON, **values: Any) -> Meeting:
    """A meeting planned by the office."""
    fields = {"series": "executive", "session": 5, "held_on": on.isoformat(), **values}
    return act(Call("meeting.plan", "", fields), world["supervisor"], moment(FILED_ON)).subject


def done(
    world: World,
    name: str,
    subject: Any,
    by: str = "secretary_general",
    on: date = MET_ON,
    **data: Any,
) -> Any:
    """One act; the subject as it is afterwards."""
    world.act(name, subject, by, on, **data)
    subject.refresh_from_db()
    return subject


def ready_topic(world: World, **values: Any) -> Topic:
    """A topic with its legal opinion, waiting for an agenda."""
    topic = file_topic(world, **values)
    done(world, "topic.check", topic, "supervisor", FILED_ON, needs_legal_review="on")
    opinion = {"finding": "lawful", "opinion": "合法。"}
    done(world, "topic.opine", topic, "supervisor", REVIEWED_ON, **opinion)
    return done(world, "topic.coordinate", topic, "supervisor", REVIEWED_ON)


def scheduled(world: World, meeting: Meeting, **values: Any) -> Topic:
    """A topic on an agenda."""
    topic = ready_topic(world, **values)
    return done(world, "topic.schedule", topic, on=REVIEWED_ON, meeting=meeting.address)


def present(meeting: Meeting, *absent: str) -> dict[str, Any]:
    """The roll as ticked: everybody but the absent."""
    rows = meeting.attendance.select_related("person", "unit")
    came = [one for one in rows if str(one.person or one.unit) not in absent]
    members = [one for one in came if one.part == Attendance.Part.MEMBER]
    chair = meeting.chair_id if meeting.chair_id in {one.person_id for one in members} else ""
    return {"present": [one.pk for one in came], "chair": chair or members[0].person_id}


def held(world: World, meeting: Meeting, *absent: str) -> Meeting:
    """The meeting called and held."""
    done(world, "meeting.call", meeting, on=REVIEWED_ON)
    return done(world, "meeting.hold", meeting, **present(meeting, *absent))
