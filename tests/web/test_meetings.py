"""Topics and meetings through their pages: lists, pages, and every act by its form."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from followup.sessions import MET_ON, done, file_topic, held, plan, scheduled
from web.conftest import ClientOf, client_for, text_of
from world import World, make_world
from yiding.followup.action import actions_on
from yiding.followup.models import Attendance, InboxItem, Meeting, StoredFile, Topic
from yiding.journal.models import Event
from yiding.registry.roles import ADMINISTRATORS, OF_A_UNIT, Role


@pytest.mark.parametrize("role", sorted(Role))
def test_who_may_open_the_lists(world: World, client_of: ClientOf, role: str) -> None:
    client = client_of(f"{role}@water" if role in OF_A_UNIT else role)
    expected = 403 if role in ADMINISTRATORS else 200
    for href in ("/topics/", "/meetings/"):
        assert client.get(href).status_code == expected


def test_a_topic_is_filed_through_its_page(world: World, client_of: ClientOf) -> None:
    client = client_of("liaison@water")
    assert "申报议题" in text_of(client, "/topics/")
    assert 'enctype="multipart/form-data"' in text_of(client, "/topics/acts/file/")
    fields = {
        "title": "临湖市节水行动实施方案",
        "summary": "请审议。",
        "needs_legal_review": "on",
        "material": SimpleUploadedFile("方案.txt", "方案".encode(), "text/plain"),
    }
    answer = client.post("/topics/acts/file/", fields, follow=True)
    topic = Topic.objects.get()
    assert answer.redirect_chain == [(f"/topics/{topic.address}/", 302)]
    page = answer.content.decode()
    assert "方案.txt" in page
    assert "督查室审核材料" in page
    sha = StoredFile.objects.get().sha256
    assert client.get(f"/files/{sha}/").status_code == 200
    assert client_of("liaison@finance").get(f"/files/{sha}/").status_code == 404


def test_a_form_with_faults_keeps_what_was_typed(world: World, client_of: ClientOf) -> None:
    answer = client_of("liaison@water").post("/topics/acts/file/", {"title": "半个议题"})
    assert answer.status_code == 422
    assert "半个议题" in answer.content.decode()
    assert not Topic.objects.exists()


def test_units_see_their_own_topics_and_another_city_nothing(
    world: World, client_of: ClientOf
) -> None:
    topic = file_topic(world)
    href = f"/topics/{topic.address}/"
    assert client_of("liaison@housing").get(href).status_code == 404
    assert client_of("liaison@housing").post(f"{href}withdraw/").status_code == 404
    assert topic.title not in text_of(client_of("liaison@housing"), "/topics/")
    assert topic.title in text_of(client_of("unit_head@water"), href)
    other = make_world("shanzhou", "329800", "山州市")
    assert client_for(other["supervisor"]).get(href).status_code == 404


def test_the_list_says_whose_move_it_is(world: World, client_of: ClientOf) -> None:
    file_topic(world)
    office = text_of(client_of("supervisor"), "/topics/")
    assert "1 个等您办" in office
    assert '<b class="soon">您</b>' in office
    assert "没有等您办的" in text_of(client_of("auditor"), "/topics/")


def test_a_guard_s_answer_stands_on_the_act_s_page(world: World, client_of: ClientOf) -> None:
    topic = file_topic(world)
    topic.materials.clear()
    href = f"/topics/{topic.address}/check/"
    client = client_of("supervisor")
    page = client.get(href)
    assert page.status_code == 409
    assert "没有汇报材料" in page.content.decode()
    assert 'aria-disabled="true"' in page.content.decode()
    before = Event.objects.count()
    assert client.post(href, {"words": "先放过"}).status_code == 409
    assert Event.objects.filter(outcome="denied").count() == 1
    assert Event.objects.count() == before + 1


def test_who_came_second_is_told(world: World, client_of: ClientOf) -> None:
    topic = file_topic(world)
    href = f"/topics/{topic.address}/return/"
    fields = {"missing": "缺测算。", "seen": topic.version}
    assert client_of("supervisor").post(href, fields).status_code == 302
    again = client_of("supervisor2").post(href, {**fields, "missing": "我也写了。"})
    assert again.status_code == 409
    assert "已有人办理过" in again.content.decode()
    assert "我也写了。" in again.content.decode()


def test_opening_a_topic_is_the_receipt_of_its_notices(world: World, client_of: ClientOf) -> None:
    topic = file_topic(world)
    text_of(client_of("supervisor"), f"/topics/{topic.address}/")
    item = InboxItem.objects.get(account=world["supervisor"], subject=topic.address)
    assert item.read_at is not None


def test_dissent_is_not_for_the_unit(world: World, client_of: ClientOf) -> None:
    meeting = plan(world)
    topic = scheduled(world, meeting)
    held(world, meeting)
    fields = {"outcome": "passed", "words": "通过。", "dissent": "有人反对。"}
    done(world, "topic.conclude", topic, **fields)
    href = f"/topics/{topic.address}/"
    assert "有人反对" in text_of(client_of("supervisor"), href)
    assert "有人反对" not in text_of(client_of("liaison@water"), href)
    assert "通过。" in text_of(client_of("liaison@water"), href)


def test_a_meeting_from_plan_to_minutes_through_its_pages(
    world: World, client_of: ClientOf
) -> None:
    office, secretary = client_of("supervisor"), client_of("secretary_general")
    today = timezone.localdate().isoformat()
    plan_fields = {"series": "executive", "session": 7, "held_on": today, "place": "一楼"}
    answer = office.post("/meetings/acts/plan/", plan_fields, follow=True)
    meeting = Meeting.objects.get()
    href = f"/meetings/{meeting.address}/"
    assert answer.redirect_chain == [(href, 302)]
    assert "组成人员 3 人" in answer.content.decode()
    topic = Topic.objects.create(
        jurisdiction=world.jurisdiction,
        address="linhu-topic-2026-1",
        title="临湖市节水行动实施方案",
        unit=world.units["water"],
        state="ready",
        legal_opinion="合法。",
    )
    schedule = f"/topics/{topic.address}/schedule/"
    assert meeting.address in text_of(secretary, schedule)
    assert secretary.post(schedule, {"meeting": meeting.address}).status_code == 302
    assert secretary.post(f"{href}call/").status_code == 302
    roll = list(meeting.attendance.values_list("pk", flat=True))
    assert text_of(office, f"{href}hold/").count('name="present"') == 4
    held_fields: dict[str, Any] = {"present": roll, "chair": meeting.chair_id}
    assert office.post(f"{href}hold/", held_fields).status_code == 302
    words = "由市水务局于2026年6月30日前印发实施方案。"
    outcome = {"outcome": "passed", "words": words}
    assert secretary.post(f"/topics/{topic.address}/conclude/", outcome).status_code == 302
    page = text_of(office, href)
    assert words in page
    assert "够法定人数" in page
    assert office.post(f"{href}minute/", {"serial": 31}).status_code == 302
    page = text_of(office, href)
    assert "还没有印发" in page
    assert meeting.minutes.get().address in page


def test_a_meeting_without_quorum_is_told_and_not_held(world: World, client_of: ClientOf) -> None:
    meeting = plan(world, on=timezone.localdate())
    Meeting.objects.filter(pk=meeting.pk).update(state="called")
    mayor = meeting.attendance.get(title="市长")
    href = f"/meetings/{meeting.address}/hold/"
    answer = client_of("supervisor").post(href, {"present": [mayor.pk], "chair": mayor.person_id})
    assert answer.status_code == 409
    assert "不够法定人数" in answer.content.decode()
    meeting.refresh_from_db()
    assert meeting.state == "called"
    assert not Attendance.objects.filter(is_present=True).exists()


def test_what_was_deferred_stays_on_the_meeting_that_deferred_it(
    world: World, client_of: ClientOf
) -> None:
    first, second = plan(world), plan(world, session=6, on=MET_ON + timedelta(days=21))
    topic = scheduled(world, first)
    held(world, first)
    done(world, "topic.conclude", topic, outcome="deferred", words="完善后再议。")
    done(world, "topic.schedule", topic, meeting=second.address)
    page = text_of(client_of("supervisor"), f"/meetings/{first.address}/")
    assert "完善后再议。" in page
    assert "后来另次再议" in page


def test_units_see_the_meetings_they_were_called_to(world: World, client_of: ClientOf) -> None:
    meeting = plan(world)
    scheduled(world, meeting)
    other = scheduled(world, meeting, by="liaison@housing", title="住房的议题")
    href = f"/meetings/{meeting.address}/"
    assert client_of("liaison@finance").get(href).status_code == 404
    page = text_of(client_of("liaison@water"), href)
    assert f"/topics/{other.address}/" not in page


@pytest.mark.parametrize("model", [Topic, Meeting])
def test_every_verb_has_its_page(world: World, client_of: ClientOf, model: Any) -> None:
    meeting = plan(world)
    topic = scheduled(world, meeting)
    for action in actions_on(model):
        kind, address = (
            ("topics", topic.address)
            if model is Topic
            else (
                "meetings",
                meeting.address,
            )
        )
        where = "acts" if action.begins_anew else address
        answer = client_of("secretary_general").get(f"/{kind}/{where}/{action.verb}/")
        assert answer.status_code in {200, 409}, action.name
        assert str(action.label) in answer.content.decode()


@pytest.mark.parametrize("href", ["/topics/", "/meetings/"])
def test_queries_do_not_grow_with_rows(
    world: World, client_of: ClientOf, href: str, django_assert_max_num_queries: Any
) -> None:
    client = client_of("supervisor")
    _many(world, 3)
    with django_assert_max_num_queries(60) as few:
        client.get(href)
    _many(world, 30, begin=3)
    with django_assert_max_num_queries(len(few)):
        client.get(href)


def _many(world: World, count: int, begin: int = 0) -> None:
    for no in range(begin, begin + count):
        meeting = plan(world, session=no + 100)
        Meeting.objects.filter(pk=meeting.pk).update(state="minuted")
        Topic.objects.create(
            jurisdiction=world.jurisdiction,
            address=f"linhu-topic-2026-{no + 1}",
            title=f"议题{no}",
            unit=world.units["water"],
            state="filed",
            meeting=meeting,
        )
