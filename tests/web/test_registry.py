"""The registry's pages: read by business, kept by two desks, through time."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from web.conftest import ClientOf, text_of
from world import World, make_world
from yiding.journal.models import Event
from yiding.registry.models import (
    GroupMembership,
    Post,
    Unit,
    UnitAlias,
    UnitGroup,
    UnitSuccession,
)
from yiding.registry.roles import OF_A_UNIT, Role
from yiding.registry.workbook import registry_workbook

KEPT = {Role.SUPERVISION_DIRECTOR, Role.SYSTEM_ADMIN}
PAGES = ("/registry/", "/registry/groups/", "/registry/people/", "/registry/workbook/")


@pytest.fixture
def director(client_of: ClientOf) -> Client:
    return client_of("supervision_director")


@pytest.mark.parametrize("role", sorted(Role))
def test_who_reads_and_who_keeps(world: World, client_of: ClientOf, role: str) -> None:
    client = client_of(f"{role}@water" if role in OF_A_UNIT else role)
    reads = role not in {Role.SECURITY_ADMIN, Role.AUDIT_ADMIN}
    for href in (*PAGES, "/registry/units/water/", "/registry/workbook/export.xlsx"):
        assert client.get(href).status_code == (200 if reads else 403), href
    for href in ("/registry/units/add/", f"/registry/units/{world.units['water'].pk}/edit/"):
        assert client.get(href).status_code == (200 if role in KEPT else 403), href
    assert client.post("/registry/workbook/").status_code == (422 if role in KEPT else 403)


def test_a_unit_is_added_and_changed_by_its_form(world: World, director: Client) -> None:
    fields = {
        "code": "data",
        "name": "临湖市数据局",
        "short_name": "市数据局",
        "kind": "department",
    }
    answer = director.post("/registry/units/add/", fields, follow=True)
    assert answer.redirect_chain == [("/registry/units/data/", 302)]
    unit = Unit.objects.get(code="data")
    changed = {**fields, "short_name": "数据局", "until_on": "2026-09-01"}
    director.post(f"/registry/units/{unit.pk}/edit/", changed)
    unit.refresh_from_db()
    assert (unit.short_name, unit.until_on) == ("数据局", date(2026, 9, 1))
    page = text_of(director, "/registry/units/data/")
    assert "简称：市数据局 → 数据局" in page
    assert Event.objects.filter(subject="linhu:units/data").count() == 2


def test_what_is_wrong_stands_beside_its_field(world: World, director: Client) -> None:
    fields = {"code": "水务", "name": "", "short_name": "市数据局", "kind": "department"}
    answer = director.post("/registry/units/add/", fields)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "要填。" in page
    twice = {"code": "water", "name": "又一个", "short_name": "又", "kind": "department"}
    fields = {**twice, "code": "水务"}
    assert "不是代码" in director.post("/registry/units/add/", fields).content.decode()
    assert Unit.objects.count() == 3


def test_a_code_that_is_taken_is_told_not_overwritten(world: World, director: Client) -> None:
    fields = {"code": "water", "name": "又一个", "short_name": "又", "kind": "department"}
    answer = director.post("/registry/units/add/", fields)
    assert answer.status_code == 422
    assert "已经登记过" in answer.content.decode()
    assert Unit.objects.get(code="water").name == "临湖市水务局"


def test_names_through_time_and_who_came_before(world: World, director: Client) -> None:
    former = Unit.objects.create(
        jurisdiction=world.jurisdiction,
        code="land",
        name="临湖市国土资源局",
        short_name="市国土局",
        until_on=date(2019, 3, 1),
    )
    housing = world.units["housing"]
    UnitSuccession.objects.create(predecessor=former, successor=housing, on=date(2019, 3, 1))
    UnitAlias.objects.create(unit=housing, name="市建委", until_on=date(2015, 1, 1))
    page = text_of(director, "/registry/units/housing/")
    assert "临湖市国土资源局" in page
    assert "市建委" in page
    assert "临湖市住房和城乡建设局" in text_of(director, "/registry/units/land/")
    assert "临湖市国土资源局" not in text_of(director, "/registry/")
    assert "临湖市国土资源局" in text_of(director, "/registry/?show=past")
    assert "临湖市国土资源局" in text_of(director, "/registry/?as_of=2018-01-01")


def test_groups_show_the_members_of_the_day(world: World, director: Client) -> None:
    director.post("/registry/groups/add/", {"name": "各相关部门"})
    group = UnitGroup.objects.get()
    assert "没有成员" in text_of(director, "/registry/groups/")
    fields = {"group": "各相关部门", "unit": "water", "until_on": "2025-01-01"}
    director.post("/registry/members/add/", fields)
    director.post("/registry/members/add/", {"group": "各相关部门", "unit": "finance"})
    assert GroupMembership.objects.filter(group=group).count() == 2
    now = text_of(director, "/registry/groups/")
    assert "市财政局" in now
    assert "市水务局" not in now
    assert "市水务局" in text_of(director, "/registry/groups/?as_of=2024-06-01")


def test_a_person_and_a_post_with_a_portfolio(world: World, director: Client) -> None:
    director.post("/registry/people/add/", {"name": "白露"})
    fields = {
        "person": "白露",
        "title": "副市长",
        "office": "vice_mayor",
        "portfolio": ["water", "finance"],
    }
    director.post("/registry/posts/add/", fields)
    post = Post.objects.get(person__name="白露")
    assert {one.code for one in post.portfolio.all()} == {"water", "finance"}
    assert "分管 市水务局、市财政局" in text_of(director, "/registry/people/?q=白露")
    assert "白露" in text_of(director, "/registry/units/water/")
    edit = text_of(director, f"/registry/posts/{post.pk}/edit/")
    assert edit.count("checked") == 2


def test_a_workbook_goes_out_and_comes_back_through_the_page(
    world: World, director: Client
) -> None:
    content = director.get("/registry/workbook/export.xlsx").content
    book = load_workbook(BytesIO(content))
    assert book["单位"]["B2"].value.startswith("临湖市")
    book["单位"]["D2"] = "Water Bureau"
    out = BytesIO()
    book.save(out)
    upload = SimpleUploadedFile("登记.xlsx", out.getvalue())
    answer = director.post("/registry/workbook/", {"workbook": upload}, follow=True)
    assert "改动 1 行" in answer.content.decode()
    assert Unit.objects.filter(name_en="Water Bureau").count() == 1


def test_faults_are_listed_by_sheet_row_and_column(world: World, director: Client) -> None:
    book = load_workbook(BytesIO(registry_workbook(world.jurisdiction)))
    book["单位"]["E2"] = "部委"
    out = BytesIO()
    book.save(out)
    upload = SimpleUploadedFile("登记.xlsx", out.getvalue())
    answer = director.post("/registry/workbook/", {"workbook": upload})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "1 行要改" in page
    assert "「部委」" in page
    assert "没有“部委”。可填：部门、" in page


def test_another_city_s_rows_are_not_here(world: World, director: Client) -> None:
    other = make_world("shanzhou", "329800", "山州市")
    key = other.units["water"].pk
    assert director.get(f"/registry/units/{key}/edit/").status_code == 404
    assert "山州市" not in text_of(director, "/registry/")


@pytest.mark.parametrize("href", ["/registry/", "/registry/groups/", "/registry/people/"])
def test_queries_do_not_grow_with_rows(
    world: World, director: Client, href: str, django_assert_max_num_queries: Any
) -> None:
    _many(world, 0, 3)
    with django_assert_max_num_queries(60) as few:
        director.get(href)
    _many(world, 3, 30)
    with django_assert_max_num_queries(len(few)):
        director.get(href)


def _many(world: World, begin: int, end: int) -> None:
    city = world.jurisdiction
    for no in range(begin, end):
        unit = Unit.objects.create(
            jurisdiction=city, code=f"u{no}", name=f"第{no}局", short_name=f"{no}局"
        )
        UnitAlias.objects.create(unit=unit, name=f"旧{no}局")
        group = UnitGroup.objects.create(jurisdiction=city, name=f"组{no}")
        GroupMembership.objects.create(group=group, unit=unit)
        person = city.people.create(name=f"人{no}")
        Post.objects.create(
            jurisdiction=city, person=person, unit=unit, title="局长", office="unit_head"
        ).portfolio.set([unit])
