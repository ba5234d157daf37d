"""The list of matters: filters, order, pages, past days, exports, acts on many."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.test import Client

from world import World
from yiding.followup.models import Matter
from yiding.web.matters import contexts
from yiding.web.search.contexts import marked


@pytest.fixture
def desk(world: World, client: Client) -> Client:
    client.force_login(world["supervisor"])
    return client


def shown(client: Client, path: str) -> list[str]:
    """The addresses in the table, in their order."""
    page = client.get(path).context["page"]
    return [row.address for row in page.table.rows]


def spread(world: World, count: int) -> list[Matter]:
    today = date.today()
    return [
        world.matter(
            state="under_way",
            due_on=today + timedelta(days=at - count // 2),
            original_due_on=today + timedelta(days=at - count // 2),
        )
        for at in range(count)
    ]


def test_each_filter_narrows(world: World, desk: Client) -> None:
    one = world.matter(
        state="submitted",
        lead=world.units["housing"],
        closing_kind="deliver",
        held_on=date(2025, 5, 5),
        leader=world.leader_post,
        action="治理太湖蓝藻",
    )
    world.matter(state="under_way", action="疏浚航道")
    for query in (
        "unit=housing",
        "state=submitted",
        "kind=deliver",
        "year=2025",
        f"leader={world.leader_post.pk}",
        "words=太湖",
        "unit=housing&words=太湖&state=submitted",
    ):
        assert shown(desk, f"/matters/?{query}") == [one.address], query
    assert len(shown(desk, "/matters/?minutes=linhu-2026-1")) == 2
    assert shown(desk, "/matters/?minutes=linhu-2026-9") == []


def test_a_unit_as_assistant(world: World, desk: Client) -> None:
    matter = world.under_way()
    assert shown(desk, "/matters/?unit=housing") == []
    assert shown(desk, "/matters/?unit=housing&bearing=assist") == [matter.address]


def test_open_stands_by_date_and_all_by_newest(world: World, desk: Client) -> None:
    made = [matter.address for matter in spread(world, 6)]
    assert shown(desk, "/matters/?clock=open") == made
    assert shown(desk, "/matters/") == made[::-1]
    assert shown(desk, "/matters/?sort=due") == made
    assert shown(desk, "/matters/?sort=-due") == made[::-1]


def test_pages_and_their_end(world: World, desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [matter.address for matter in spread(world, 120)]
    assert shown(desk, "/matters/?clock=open&page=3") == made[100:]
    assert shown(desk, "/matters/?clock=open&page=99") == made[100:]
    assert shown(desk, "/matters/?clock=open&page=x") == made[:50]
    monkeypatch.setattr(contexts, "COUNTED", 100)
    page = desk.get("/matters/?clock=open")
    assert "共 100 以上 件" in page.content.decode()
    assert shown(desk, "/matters/?clock=open&page=3") == made[50:100]


def test_what_is_not_understood_is_said_and_narrows_nothing(world: World, desk: Client) -> None:
    spread(world, 2)
    answer = desk.get("/matters/?state=nonsense&leader=abc")
    assert len(answer.context["page"].table.rows) == 2
    assert "没有按它筛选" in answer.content.decode()


def test_nothing_found_says_what_to_do(world: World, desk: Client) -> None:
    page = desk.get("/matters/?words=没有写过").content.decode()
    assert "没有这样的事项。" in page
    assert "清除" in page


def test_a_past_day_and_no_act_on_it(world: World, desk: Client) -> None:
    matter = world.under_way()
    page = desk.get("/matters/?as_of=2026-03-23").content.decode()
    assert "待签收" in page
    assert 'id="bulk"' not in page
    assert f"/matters/{matter.address.replace(':', '/')}/?as_of=2026-03-23" in page
    assert shown(desk, "/matters/?as_of=2026-03-22") == []
    assert desk.get("/matters/?as_of=x").status_code == 404


def test_acts_on_many_are_those_of_the_role(world: World, client: Client) -> None:
    world.assigned()
    client.force_login(world["liaison@water"])
    assert 'formaction="/matters/acts/sign/"' in client.get("/matters/").content.decode()
    client.force_login(world["auditor"])
    assert 'id="bulk"' not in client.get("/matters/").content.decode()


def test_exports_hold_what_the_list_holds(world: World, desk: Client) -> None:
    matter = world.under_way(action="=cmd|' /C calc'!A0")
    world.matter(state="closed")
    text = b"".join(desk.get("/matters/export.csv?clock=open").streaming_content).decode()  # type: ignore[attr-defined]
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"))))
    assert [row[0] for row in rows[1:]] == [matter.address]
    assert rows[1][1] == "'=cmd|' /C calc'!A0"
    answer = desk.get("/matters/export.xlsx?clock=open")
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    found = list(sheet.iter_rows(values_only=True))
    assert found[1][0] == matter.address
    assert found[1][1] == "=cmd|' /C calc'!A0"
    assert sheet["B2"].data_type == "s"
    assert len(found) == 2


def test_export_is_of_what_may_be_seen(world: World, client: Client) -> None:
    world.under_way(lead=world.units["water"])
    client.force_login(world["liaison@finance"])
    answer = client.get("/matters/export.csv")
    text = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
    assert len(text.splitlines()) == 1


def test_a_whole_address_leads_to_its_page(world: World, desk: Client) -> None:
    matter = world.under_way()
    answer = desk.get("/search/", {"q": f" {matter.address} "})
    assert answer.headers["Location"] == f"/matters/{matter.address.replace(':', '/')}/"
    assert (
        desk.get("/search/", {"q": "linhu-2026-1"})
        .headers["Location"]
        .endswith("/minutes/linhu-2026-1/")
    )
    assert desk.get("/search/", {"q": "linhu-2026-1:99.9"}).status_code == 200


def test_search_marks_what_was_found_and_escapes_the_rest(world: World, desk: Client) -> None:
    world.matter(action="治理<太湖>&蓝藻")
    page = desk.get("/search/", {"q": "<太湖>"}).content.decode()
    assert "治理<mark>&lt;太湖&gt;</mark>&amp;蓝藻" in page
    assert str(marked("GB gb", "gb")) == "<mark>GB</mark> <mark>gb</mark>"


@pytest.mark.parametrize("given", ["", "湖", "很" * 60_000, "%", "\x00太", "a" * 300])
def test_search_answers_anything(world: World, desk: Client, given: str) -> None:
    answer = desk.get("/search/", {"q": given})
    assert answer.status_code == 200
    assert answer.context["page"].title


def test_units_are_found_by_any_name(world: World, desk: Client) -> None:
    world.units["water"].aliases.create(name="原水利局")
    page = desk.get("/search/", {"q": "水利局"}).content.decode()
    assert "/units/water/" in page
