"""Slips and rule packs through their pages."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from web.conftest import ClientOf, text_of
from world import World, make_world, moment
from yiding.followup.models import Matter, Report, RulePackChoice, Slip
from yiding.followup.packs import pack_in_force
from yiding.followup.rulepack import load_rulepacks
from yiding.followup.trial import try_pack
from yiding.journal.models import Event
from yiding.registry.models import Office, Post
from yiding.registry.roles import ADMINISTRATORS, OF_A_UNIT, Role


def late_matter(world: World, days: int = 4) -> Matter:
    """Under way, a few days over its date."""
    matter = world.under_way()
    today = timezone.localdate()
    due_on, ahead = today - timedelta(days=days), today + timedelta(days=9)
    Matter.objects.filter(pk=matter.pk).update(
        due_on=due_on, original_due_on=due_on, report_due_on=ahead
    )
    Report.objects.create(
        matter=matter,
        unit=matter.lead,
        progress="behind",
        words="慢。",
        by=world["liaison@water"],
        at=timezone.now(),
    )
    matter.refresh_from_db()
    return matter


def issued_slip(world: World) -> Slip:
    """A reminder the supervisor issued on a matter due tomorrow."""
    matter = late_matter(world, days=-1)
    fields = {"rung": "reminder", "words": "请三日内报进展。"}
    world.act("matter.issue_slip", matter, "supervisor", timezone.localdate(), **fields)
    return Slip.objects.get()


@pytest.mark.parametrize("role", sorted(Role))
def test_who_may_open(world: World, client_of: ClientOf, role: str) -> None:
    client = client_of(f"{role}@water" if role in OF_A_UNIT else role)
    expected = 403 if role in ADMINISTRATORS else 200
    for href in ("/slips/", "/rulepacks/", "/rulepacks/sanming/"):
        assert client.get(href).status_code == expected, href


def test_what_the_pack_proposes_today_stands_with_its_reason(
    world: World, client_of: ClientOf
) -> None:
    matter = late_matter(world)
    page = text_of(client_of("supervision_director"), "/slips/")
    assert "规则包今天提出" in page
    assert "已逾期4天" in page
    assert f"/matters/{matter.address.replace(':', '/')}/issue_slip/" in page
    assert "规则包今天提出" not in text_of(client_of("liaison@water"), "/slips/")
    below = text_of(client_of("supervisor"), "/slips/")
    assert "等督查室主任" in below


def test_a_slip_from_issue_to_answer_through_its_page(world: World, client_of: ClientOf) -> None:
    slip = issued_slip(world)
    href = f"/slips/{slip.address}/"
    water = client_of("liaison@water")
    page = text_of(water, href)
    assert 'class="sheet"' in page
    assert "请三日内报进展。" in page
    assert "未签收" in page
    assert water.post(f"{href}receive/").status_code == 302
    slip.refresh_from_db()
    assert slip.state == Slip.State.RECEIVED
    answer = {"answer": "因汛期推迟，月底前办成。"}
    assert water.post(f"{href}answer/", answer).status_code == 302
    page = text_of(client_of("supervisor"), href)
    assert "因汛期推迟" in page
    assert "签收督办单。" in page
    assert "1 张督办单" in text_of(client_of("supervisor"), "/slips/?show=answered")


def test_a_slip_is_the_addressed_unit_s(world: World, client_of: ClientOf) -> None:
    slip = issued_slip(world)
    href = f"/slips/{slip.address}/"
    assert client_of("liaison@finance").get(href).status_code == 404
    assert client_of("liaison@finance").post(f"{href}receive/").status_code == 404
    other = make_world("shanzhou", "329800", "山州市")
    stranger = Client()
    stranger.force_login(other["supervisor"])
    assert stranger.get(href).status_code == 404


def test_the_sheet_is_under_the_one_heading_of_its_page(world: World, client_of: ClientOf) -> None:
    slip = issued_slip(world)
    page = text_of(client_of("supervisor"), f"/slips/{slip.address}/")
    assert page.count("<h1") == 1
    assert f'<p class="title" id="h-sheet">{world.jurisdiction.name}人民政府督查室' in page


def test_withdrawn_it_keeps_its_number(world: World, client_of: ClientOf) -> None:
    slip = issued_slip(world)
    client = client_of("supervisor")
    href = f"/slips/{slip.address}/withdraw/"
    assert "以后" in text_of(client, href)
    client.post(href, {"reason": "已另行说明。"})
    slip.refresh_from_db()
    assert slip.state == Slip.State.WITHDRAWN
    assert "已另行说明。" in text_of(client, f"/slips/{slip.address}/")


def test_a_slip_late_in_answer_is_marked(world: World, client_of: ClientOf) -> None:
    slip = issued_slip(world)
    Slip.objects.filter(pk=slip.pk).update(reply_by_on=date(2026, 1, 1))
    page = text_of(client_of("supervisor"), "/slips/?show=late")
    assert "1 张过期没有回复" in page


def test_every_value_of_every_pack_names_its_source(world: World, client_of: ClientOf) -> None:
    client = client_of("supervisor")
    overview = text_of(client, "/rulepacks/")
    for slug, pack in load_rulepacks().items():
        assert pack.name.zh in overview
        page = text_of(client, f"/rulepacks/{slug}/")
        answer = client.get(f"/rulepacks/{slug}/").context["page"]
        values = [*answer.clocks, *answer.rules, *answer.approvals]
        assert len(answer.clocks) == len(pack.clocks)
        assert all(one.source for one in values)
        assert all(one.is_own == (one.source == "系统自拟") for one in values)
        for aside in pack.set_aside:
            assert aside.key in page
    assert client.get("/rulepacks/nowhere/").status_code == 404


def test_a_pack_is_chosen_from_a_day_with_the_secretary_general_s_word(
    world: World, client_of: ClientOf
) -> None:
    director = client_of("supervision_director")
    href = "/rulepacks/sanming/choose/"
    today = timezone.localdate()
    post = Post.objects.get(office=Office.SECRETARY_GENERAL)
    fields: dict[str, Any] = {"from_on": today.isoformat(), "basis": "市政府第5次常务会议。"}
    assert director.post(href, fields).status_code == 409
    assert director.post(href, {**fields, "from_on": ""}).status_code == 422
    past = {**fields, "from_on": "2020-01-01", "endorsed_by": post.pk}
    assert "早于今天" in director.post(href, past).content.decode()
    assert not RulePackChoice.objects.exists()
    assert Event.objects.filter(verb="rulepack.choose", outcome="denied").count() == 2
    assert director.post(href, {**fields, "endorsed_by": post.pk}).status_code == 302
    assert pack_in_force(world.jurisdiction, today).slug == "sanming"
    assert pack_in_force(world.jurisdiction, today - timedelta(days=1)).slug == "default"
    event = Event.objects.get(verb="rulepack.choose", outcome="done")
    assert event.data["endorsed_by"] == "秘书长 顾南舟"
    assert "在用" in text_of(director, "/rulepacks/sanming/")


@pytest.mark.parametrize("role", sorted(Role))
def test_who_chooses_a_pack(world: World, client_of: ClientOf, role: str) -> None:
    client = client_of(f"{role}@water" if role in OF_A_UNIT else role)
    may = role in {Role.SUPERVISION_DIRECTOR, Role.SECRETARY_GENERAL}
    assert client.get("/rulepacks/sanming/choose/").status_code == (200 if may else 403)


def test_a_dry_run_stands_beside_what_was_issued(world: World, client_of: ClientOf) -> None:
    matter = world.under_way(due_on=date(2026, 4, 20), original_due_on=date(2026, 4, 20))
    world.act("matter.report", matter, "liaison@water", date(2026, 4, 1), progress="behind",
              words="慢。", endorsed_by=world.head_of("water"))  # fmt: skip
    Matter.objects.filter(pk=matter.pk).update(due_on=date(2026, 4, 20))
    matter.periods.update(due_on=date(2026, 4, 20), original_due_on=date(2026, 4, 20))
    href = "/rulepacks/default/dry-run/?from=2026-03-01&to=2026-05-20"
    page = text_of(client_of("supervisor"), href)
    assert matter.address.rpartition(":")[2] in page
    assert "实际发了 0 张" in page
    before = Event.objects.count()
    assert (
        client_of("supervisor")
        .get("/rulepacks/default/dry-run/?from=2024-01-01&to=2026-05-20")
        .status_code
        == 422
    )
    assert client_of("liaison@water").get(href).status_code == 403
    assert (Event.objects.count(), Slip.objects.count()) == (before, 0)


def test_a_dry_run_sees_each_day_as_it_was(world: World) -> None:
    matter = world.under_way()
    pack = load_rulepacks()["default"]
    days = (date(2026, 3, 1), date(2026, 3, 20))
    assert not try_pack(world.jurisdiction, pack, *days).rows
    matter.periods.update(due_on=date(2026, 4, 1))
    later = try_pack(world.jurisdiction, pack, date(2026, 3, 1), date(2026, 5, 20))
    steps = later.rows[0].steps
    assert all(step.on >= date(2026, 3, 24) for step in steps)
    assert {step.proposed.rung.slug for step in steps} >= {"chase"}
    assert moment(days[0]) is not None


@pytest.mark.parametrize("href", ["/slips/", "/rulepacks/default/dry-run/"])
def test_queries_do_not_grow_with_rows(
    world: World, client_of: ClientOf, href: str, django_assert_max_num_queries: Any
) -> None:
    client = client_of("supervision_director")
    _many(world, 2)
    with django_assert_max_num_queries(80) as few:
        client.get(href)
    _many(world, 12)
    with django_assert_max_num_queries(len(few)):
        client.get(href)


def _many(world: World, count: int) -> None:
    for _no in range(count):
        matter = late_matter(world)
        Slip.objects.create(
            jurisdiction=world.jurisdiction,
            address=f"linhu-chase-2026-{matter.pk}",
            matter=matter,
            unit=world.units["water"],
            rung="chase",
            year=2026,
            serial=matter.pk,
            pack="default",
            trigger="逾期。",
            words="请办。",
            issued_at=timezone.now(),
            issued_by=world["supervisor"],
            state=Slip.State.WITHDRAWN,
            withdrawn_at=timezone.now(),
        )
