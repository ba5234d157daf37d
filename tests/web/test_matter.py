"""One matter's page, the page of every act, the inbox, files: for every role."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from web.conftest import ClientOf, client_for, text_of
from world import World, evidence, make_world
from yiding.followup.models import Evidence, InboxItem, Matter, StoredFile
from yiding.followup.states import State
from yiding.journal.models import Event
from yiding.registry.roles import ADMINISTRATORS, OF_A_UNIT, SUPERVISION, Role
from yiding.web.matter.addresses import act_href, matter_href


def soon() -> str:
    return (timezone.localdate() + timedelta(days=60)).isoformat()


def promised(world: World) -> Matter:
    """Under way with a date ahead, so that acts of today are possible."""
    matter = world.under_way()
    ahead = timezone.localdate() + timedelta(days=30)
    Matter.objects.filter(pk=matter.pk).update(due_on=ahead)
    matter.refresh_from_db()
    return matter


@pytest.mark.parametrize("role", sorted(set(Role) - ADMINISTRATORS - OF_A_UNIT - {Role.ARCHIVIST}))
def test_who_sees_all_opens_the_page(world: World, client_of: ClientOf, role: str) -> None:
    page = text_of(client_of(role), matter_href(world.under_way().address))
    assert "修改完善后按程序印发实施" in page
    assert "交市水务局办理" in page


def test_the_archivist_sees_what_is_settled(world: World, client_of: ClientOf) -> None:
    matter = world.under_way()
    archivist = client_of("archivist")
    assert archivist.get(matter_href(matter.address)).status_code == 404
    Matter.objects.filter(pk=matter.pk).update(state=State.CLOSED)
    assert archivist.get(matter_href(matter.address)).status_code == 200


@pytest.mark.parametrize("role", sorted(ADMINISTRATORS))
def test_administrators_have_no_business_here(world: World, client_of: ClientOf, role: str) -> None:
    href = matter_href(world.under_way().address)
    assert client_of(role).get(href).status_code == 403
    assert client_of(role).post(act_href(world.under_way().address, "sign")).status_code == 403


def test_units_see_their_own_and_another_city_nothing(world: World, client_of: ClientOf) -> None:
    href = matter_href(world.under_way().address)
    assert client_of("liaison@water").get(href).status_code == 200
    assert client_of("unit_head@housing").get(href).status_code == 200
    assert client_of("liaison@finance").get(href).status_code == 404
    other = make_world("shanzhou", "329800", "山州市")
    assert client_for(other["supervisor"]).get(href).status_code == 404


def test_the_assisting_unit_does_not_read_the_lead_s_reports(
    world: World, client_of: ClientOf
) -> None:
    matter = world.under_way()
    report = {"progress": "behind", "words": "内部情况不外传。", **evidence()}
    world.act("matter.report", matter, "liaison@water", date(2026, 4, 3), **report)
    href = matter_href(matter.address)
    assert "内部情况不外传" in text_of(client_of("liaison@water"), href)
    assisting = text_of(client_of("liaison@housing"), href)
    assert "内部情况不外传" not in assisting
    assert "节水行动实施方案" not in assisting
    assert "不向配合单位显示" in assisting


def test_denied_attempts_are_shown_to_those_who_supervise(
    world: World, client_of: ClientOf
) -> None:
    matter = world.under_way()
    client_of("secretary_general").post(act_href(matter.address, "close"))
    href = matter_href(matter.address)
    assert "未准</b>" in text_of(client_of("supervisor"), href)
    assert "未准</b>" in text_of(client_of("auditor"), href)
    assert "未准</b>" not in text_of(client_of("mayor"), href)


def test_as_of_a_past_day_shows_that_day_and_no_buttons(world: World, client_of: ClientOf) -> None:
    matter = world.under_way()
    supervisor = client_of("supervisor")
    page = text_of(supervisor, matter_href(matter.address, as_of="2026-03-23"))
    assert 'data-is="assigned"' in page
    assert "签收。</p>" not in page
    assert "h-next" not in page
    assert "签收时离原定时限" not in page
    assert "现在申请办结会怎样" not in page
    assert supervisor.get(matter_href(matter.address, as_of="2026-03-02")).status_code == 404


def test_an_act_not_possible_now_keeps_its_button_with_the_reason(
    world: World, client_of: ClientOf
) -> None:
    page = text_of(client_of("unit_head@water"), matter_href(promised(world).address))
    assert 'aria-disabled="true" aria-describedby="why-submit"' in page
    assert "配合任务还没有了结：市住建局" in page


def test_an_act_through_its_page_is_one_event_and_goes_back(
    world: World, client_of: ClientOf
) -> None:
    matter = world.assigned()
    client = client_of("liaison@water")
    href = act_href(matter.address, "sign")
    assert f'name="seen" value="{matter.version}"' in text_of(client, href)
    answer = client.post(href, {"seen": matter.version}, follow=True)
    assert answer.redirect_chain == [(matter_href(matter.address), 302)]
    seq = Event.objects.get(verb="matter.sign").seq
    assert f"流转记录第 {seq} 号" in answer.content.decode()
    matter.refresh_from_db()
    assert matter.state == State.UNDER_WAY


def test_acting_is_a_receipt_of_what_it_was_about(world: World, client_of: ClientOf) -> None:
    matter = world.assigned()
    client_of("liaison@water").post(act_href(matter.address, "sign"), {"seen": matter.version})
    item = InboxItem.objects.get(account=world["liaison@water"], verb="matter.assign")
    assert item.read_at is not None


def test_a_refusal_names_the_guard_and_keeps_what_was_typed(
    world: World, client_of: ClientOf
) -> None:
    matter = promised(world)
    fields = {"seen": matter.version, "new_due_on": "2026-04-01", "reason": "汛期停工三周"}
    fields |= {"progress": "八成"}
    answer = client_of("unit_head@water").post(act_href(matter.address, "apply_extension"), fields)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "later_than_now_due" in page
    assert "汛期停工三周</textarea>" in page
    assert not matter.extensions.exists()


def test_a_box_unticked_before_a_refusal_stays_unticked(world: World, client_of: ClientOf) -> None:
    matter = world.matter(is_major=True)
    href = act_href(matter.address, "assign")
    client = client_of("secretary_general")
    ticked = 'name="is_major" id="id_is_major" checked'
    assert ticked in text_of(client, href)
    fields = {"seen": matter.version, "lead": "water", "assists": ["water"], "due_on": soon()}
    answer = client.post(href, fields)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "lead_does_not_assist" in page
    assert ticked not in page
    assert 'name="is_major"' in page


def test_wrong_fields_are_listed_with_links_and_kept(world: World, client_of: ClientOf) -> None:
    matter = promised(world)
    fields = {"seen": matter.version, "new_due_on": "", "reason": "汛期停工三周", "progress": ""}
    answer = client_of("unit_head@water").post(act_href(matter.address, "apply_extension"), fields)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#id_new_due_on"' in page
    assert "汛期停工三周</textarea>" in page


def test_the_later_of_two_is_told_and_may_look_again(world: World, client_of: ClientOf) -> None:
    matter = world.assigned()
    href, seen = act_href(matter.address, "sign"), {"seen": matter.version}
    assert client_of("liaison@water").post(href, seen).status_code == 302
    answer = client_of("unit_head@water").post(href, seen)
    assert answer.status_code == 409
    assert "已有人办理过" in answer.content.decode()


def test_a_stranger_s_attempt_is_refused_recorded_and_tells_nothing(
    world: World, client_of: ClientOf
) -> None:
    matter = world.assigned()
    answer = client_of("liaison@finance").post(act_href(matter.address, "sign"))
    assert answer.status_code == 409
    assert matter.action not in answer.content.decode()
    assert Event.objects.filter(outcome="denied", verb="matter.sign").count() == 1


def test_a_grave_act_shows_now_and_then_before(world: World, client_of: ClientOf) -> None:
    matter = promised(world)
    page = text_of(client_of("mayor"), act_href(matter.address, "suspend"))
    assert "before-after" in page
    assert "确认中止" in page
    assert "已中止" in page


def test_no_such_verb(world: World, client_of: ClientOf) -> None:
    href = act_href(world.under_way().address, "vanish")
    assert client_of("supervisor").get(href).status_code == 404


def test_many_at_once_each_its_own_event(world: World, client_of: ClientOf) -> None:
    ready, done = [world.assigned() for _ in range(3)], world.under_way()
    client = client_of("liaison@water")
    keys = [one.address for one in [*ready, done]]
    page = client.post("/matters/acts/sign/", {"matter": keys}).content.decode()
    assert f"{ready[0].address}@{ready[0].version}" in page
    assert f"{done.address}@" not in page
    assert "此件现为“办理中”" in page
    chosen = [f"{one.address}@{one.version}" for one in ready]
    client.post("/matters/acts/sign/", {"matter": chosen, "confirmed": "1"})
    assert Event.objects.filter(verb="matter.sign", outcome="done").count() == 4
    again = client.post("/matters/acts/sign/", {"matter": chosen, "confirmed": "1"})
    assert "已有人办理过" in again.content.decode()


def test_assigning_many_keeps_each_one_s_own_lead(world: World, client_of: ClientOf) -> None:
    one, other = world.matter(), world.matter(lead=world.units["finance"])
    keys = {"matter": [one.address, other.address], "confirmed": "1"}
    client_of("secretary_general").post("/matters/acts/assign/", keys)
    other.refresh_from_db()
    assert (other.state, other.lead) == (State.ASSIGNED, world.units["finance"])


def test_what_is_not_for_many_is_not_done_to_many(world: World, client_of: ClientOf) -> None:
    data = {"matter": world.under_way().address}
    assert client_of("mayor").post("/matters/acts/suspend/", data).status_code == 404


def test_the_inbox_says_first_what_is_to_be_done(world: World, client_of: ClientOf) -> None:
    world.assigned()
    client = client_of("liaison@water")
    assert "1 件等您办。" in text_of(client, "/inbox/").replace("<span>", "")
    assert '<span class="count">1</span>' in text_of(client, "/inbox/")


def test_opening_a_notice_writes_the_receipt_once(world: World, client_of: ClientOf) -> None:
    matter = world.assigned()
    item = InboxItem.objects.get(account=world["liaison@water"])
    client = client_of("liaison@water")
    assert client.get(f"/inbox/{item.pk}/").status_code == 405
    for _ in range(2):
        assert client.post(f"/inbox/{item.pk}/").url == matter_href(matter.address)
    assert Event.objects.filter(verb="inbox.receive", subject=matter.address).count() == 1
    assert client_of("liaison@housing").post(f"/inbox/{item.pk}/").status_code == 404
    assert "收到。" in text_of(client_of("supervisor"), matter_href(matter.address))


def test_everything_marked_read_at_once(world: World, client_of: ClientOf) -> None:
    for _ in range(3):
        world.assigned()
    client_of("liaison@water").post("/inbox/read/")
    mine = InboxItem.objects.filter(account=world["liaison@water"], read_at__isnull=True)
    assert not mine.exists()
    assert Event.objects.filter(verb="inbox.receive").count() == 3


def with_a_file(world: World, client_of: ClientOf) -> StoredFile:
    matter = world.under_way()
    upload = SimpleUploadedFile("方案.html", b"<script>1</script>", "text/html")
    fields: dict[str, Any] = {"progress": "done", "words": "已印发。", **evidence(), "file": upload}
    client = client_of("liaison@water")
    assert client.post(act_href(matter.address, "report"), fields).status_code == 302
    stored = Evidence.objects.get(matter=matter).file
    assert stored is not None
    return stored


def test_a_file_is_a_download_and_nothing_that_runs(world: World, client_of: ClientOf) -> None:
    stored = with_a_file(world, client_of)
    answer = client_of("supervisor").get(f"/files/{stored.sha256}/")
    assert b"".join(answer) == b"<script>1</script>"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_a_file_is_for_whoever_may_see_it(world: World, client_of: ClientOf) -> None:
    href = f"/files/{with_a_file(world, client_of).sha256}/"
    assert client_of("liaison@water").get(href).status_code == 200
    for other in ("liaison@housing", "liaison@finance"):
        assert client_of(other).get(href).status_code == 404
    assert client_of("system_admin").get(href).status_code == 403


def grown(world: World, reports: int) -> Matter:
    matter = world.under_way()
    for day in range(reports):
        said = {"progress": "on_schedule", "words": f"第{day}次。", **evidence()}
        on = date(2026, 4, 1) + timedelta(days=day)
        world.act("matter.report", matter, "liaison@water", on, **said)
    return matter


@pytest.mark.parametrize("username", ["supervisor", "liaison@water", "liaison@housing", "mayor"])
def test_queries_do_not_grow_with_the_history(
    world: World, client_of: ClientOf, username: str, django_assert_max_num_queries: Any
) -> None:
    few, many = grown(world, 2), grown(world, 30)
    client = client_of(username)
    client.get(matter_href(few.address))
    with django_assert_max_num_queries(80) as counted:
        client.get(matter_href(few.address))
    with django_assert_max_num_queries(len(counted)):
        client.get(matter_href(many.address))


def test_queries_of_the_inbox_do_not_grow(
    world: World, client_of: ClientOf, django_assert_num_queries: Any
) -> None:
    client = client_of("liaison@water")
    world.assigned()
    client.get("/inbox/")  # the first page of a while notes that the session is in use
    with django_assert_num_queries(10):
        client.get("/inbox/")
    for _ in range(20):
        world.assigned()
    with django_assert_num_queries(10):
        client.get("/inbox/")


@pytest.mark.parametrize("role", sorted(SUPERVISION))
def test_the_masthead_names_the_office(world: World, client_of: ClientOf, role: str) -> None:
    page = text_of(client_of(role), "/inbox/")
    assert "督查室 " in page
    assert "临湖市人民政府" in page
