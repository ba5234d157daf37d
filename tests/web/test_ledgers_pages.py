"""The pages of a ledger: what each reader sees, the list and its filters, one entry, its panels."""

from __future__ import annotations

import csv
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone

from web.conftest import ClientOf, text_of
from web.ledgers_stock import office, stock
from world import World, moment
from yiding.ledgers.base.models import Entry, EntryVersion, SavedView
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.panel import Shown, Sight, panels_of
from yiding.ledgers.premises.panels import floor_plan
from yiding.rules import entries as rules
from yiding.rules.finding import Verdict
from yiding.web.ledgers.listing import columns_of
from yiding.web.ledgers.paging import PAGE

LIST = "/ledgers/premises/"
AT = moment(date(2026, 3, 3))


@pytest.fixture
def kept(world: World) -> dict[str, Entry]:
    return stock(world, AT)


@pytest.fixture
def desk(world: World, kept: dict[str, Entry], client: Client) -> Client:
    client.force_login(world["supervisor"])
    return client


def shown(client: Client, query: str = "") -> list[str]:
    """The keys of the list, in their order."""
    return [row.key for row in client.get(f"{LIST}{query}").context["page"].rows]


def test_the_worst_stands_first_and_each_row_says_why(desk: Client) -> None:
    page = desk.get(LIST).context["page"]
    assert [(row.key, row.verdict) for row in page.rows] == [
        ("A-102", "breached"),
        ("A-202", "breached"),
        ("A-201", "undetermined"),
        ("A-101", "met"),
    ]
    first = page.rows[0]
    assert (first.limit, first.excess) == ("9", "+0.01")
    assert first.rule_href == "/ledgers/premises/rules/area-within-limit/"
    assert str(page.rows[2].why) == "缺少数据"
    assert page.title == "办公用房：4 条，2 条不符，1 条待查。"
    assert page.worst.key == "A-102"
    assert [one.verdict for one in page.worst_findings] == ["breached"]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("?verdict=breached", ["A-102", "A-202"]),
        ("?unit=housing", ["A-202", "A-201"]),
        ("?words=A-201", ["A-201"]),
        ("?rule=premises/area-within-limit&verdict=met", ["A-101"]),
        ("?reason=no_data", ["A-201"]),
        ("?kind=office&sort=key", ["A-101", "A-102", "A-201", "A-202"]),
        ("?sort=-key", ["A-202", "A-201", "A-102", "A-101"]),
        ("?kind=person", []),
        ("?state=retired", []),
    ],
)
def test_each_filter_narrows(desk: Client, query: str, keys: list[str]) -> None:
    assert shown(desk, query) == keys


def test_what_is_not_understood_is_said_and_narrows_nothing(desk: Client) -> None:
    answer = desk.get(f"{LIST}?verdict=nonsense&unit=nobody")
    assert len(answer.context["page"].rows) == 4
    assert "没有按它筛选" in answer.content.decode()


def test_the_counts_of_views_are_those_of_their_lists(desk: Client) -> None:
    views = desk.get(LIST).context["page"].views
    for view in views:
        assert len(desk.get(view.href).context["page"].rows) == view.count, view.words
    rule = desk.get(LIST).context["page"].rules[0]
    for _verdict, count, href in rule.counts:
        assert len(desk.get(href).context["page"].rows) == count


def test_a_long_list_has_pages(world: World, client: Client) -> None:
    for at in range(PAGE + 3):
        office(world, f"B-{at:03}", "water", AT, rank="staff", area_m2="8")
    client.force_login(world["auditor"])
    assert len(shown(client, "?sort=key")) == PAGE
    assert shown(client, "?sort=key&page=2") == [f"B-{at:03}" for at in range(PAGE, PAGE + 3)]
    assert shown(client, "?sort=key&page=99") == shown(client, "?sort=key&page=2")
    assert shown(client, "?sort=key&page=x") == shown(client, "?sort=key")


def test_a_units_people_see_their_own_alone(kept: dict[str, Entry], client_of: ClientOf) -> None:
    client = client_of("liaison@housing")
    assert set(shown(client)) == {"A-201", "A-202"}
    assert client.get(f"{LIST}entries/office/A-102/").status_code == 404
    assert client.get(f"{LIST}entries/office/A-202/").status_code == 200
    assert "unit" not in client.get(LIST).context["page"].form.fields
    row = client.get("/ledgers/").context["page"].rows[0]
    assert row.total == 2
    text = b"".join(client.get(f"{LIST}export.csv").streaming_content).decode()  # type: ignore[attr-defined]
    assert "A-102" not in text


@pytest.mark.parametrize("name", ["system_admin", "security_admin", "audit_admin"])
def test_administrators_have_no_entries(client_of: ClientOf, name: str) -> None:
    client = client_of(name)
    for path in ("/ledgers/", LIST, f"{LIST}check/", f"{LIST}indicators/", "/assessment/"):
        assert client.get(path).status_code == 403


def test_every_number_of_the_overview_is_a_list(desk: Client) -> None:
    page = desk.get("/ledgers/").context["page"]
    row = next(one for one in page.rows if one.slug == "premises")
    assert row.total == 4
    for _verdict, count, href in row.counts:
        assert len(desk.get(href).context["page"].rows) == count
    assert "4 条，2 条不符或逾期。" in page.title


def test_columns_are_those_rules_need_and_entries_fill(kept: dict[str, Entry]) -> None:
    book = ledger("premises")
    columns = [one.name for one in columns_of(book, book.kinds["office"], list(kept.values()))]
    assert {"area_m2", "rank", "level"} <= set(columns)
    assert "unit" not in columns
    assert "asset_card_no" not in columns


def test_an_entry_shows_findings_fields_and_every_version(desk: Client) -> None:
    path = f"{LIST}entries/office/A-202/"
    page = desk.get(path).context["page"]
    assert page.title == "A-202：1 处不符合规定。"
    assert page.findings[0].provision_href == "/law/ndrc-2014-2674/annex-1/"
    assert "实为 18.5 m²" in page.findings[0].message
    assert ("使用面积（m²）", "18.5") in [(line.words, line.value) for line in page.fields]
    assert [one.words for one in page.history] == ["改动：使用面积由 8 改为 18.5。", "登记。"]
    assert page.history[0].href == ""
    assert "其他工作人员" in text_of(desk, path)


def test_the_journal_is_linked_for_whoever_reads_it(
    kept: dict[str, Entry], client_of: ClientOf
) -> None:
    client = client_of("auditor")
    page = client.get(f"{LIST}entries/office/A-202/").context["page"]
    assert page.acts == []
    assert page.why_not
    event = EntryVersion.objects.get(entry=kept["A-202"], revision=2).event
    assert page.history[0].href == f"/journal/{event}/"
    assert client.get(page.history[0].href).status_code == 200


def test_an_entry_in_english(desk: Client) -> None:
    desk.cookies["django_language"] = "en"
    page = desk.get(f"{LIST}entries/office/A-102/").context["page"]
    assert "The office is within the area limit of its rank" in page.findings[0].message
    assert "Area (m²)" in [line.words for line in page.fields]


def test_an_export_is_what_the_list_is(desk: Client) -> None:
    answer = desk.get(f"{LIST}export.csv?kind=office&verdict=breached")
    text = b"".join(answer.streaming_content).decode().removeprefix("\ufeff")  # type: ignore[attr-defined]
    assert [row[0] for row in csv.reader(StringIO(text))][1:] == ["A-102", "A-202"]
    answer = desk.get(f"{LIST}export.xlsx?verdict=breached")
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).worksheets[0]
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["A-102", "A-202"]


def test_a_view_is_kept_used_and_dropped(desk: Client, world: World) -> None:
    answer = desk.post(
        f"{LIST}views/", {"name": "水务不符", "query": "verdict=breached&unit=water"}
    )
    assert answer.headers["Location"] == f"{LIST}?verdict=breached&unit=water"
    view = SavedView.objects.get()
    assert shown(desk, f"?{view.query}") == ["A-102"]
    assert "水务不符" in text_of(desk, LIST)
    other = Client()
    other.force_login(world["auditor"])
    assert "水务不符" not in text_of(other, LIST)
    other.post(f"{LIST}views/{view.pk}/drop/")
    assert SavedView.objects.count() == 1
    desk.post(f"{LIST}views/{view.pk}/drop/")
    assert SavedView.objects.count() == 0
    desk.get(f"{LIST}views/")
    desk.post(f"{LIST}views/", {"name": " ", "query": ""})
    assert SavedView.objects.count() == 0


def test_the_floor_plan_is_drawn_with_every_room_linked(desk: Client) -> None:
    panel = next(one for one in desk.get(LIST).context["panels"] if one.slug == "floor-plan")
    assert panel.title == "平面图"
    for key, sign in (("A-101", "met"), ("A-102", "breached"), ("A-201", "undetermined")):
        assert f'href="/ledgers/premises/entries/office/{key}/" data-is="{sign}"' in panel.drawn
    assert panel.drawn.index("2 层") < panel.drawn.index("1 层")
    assert desk.get(f"{LIST}?verdict=breached").context["panels"] == []
    assert desk.get(f"{LIST}?building=none").context["panels"]


def room(key: str, verdict: Verdict | None, **values: object) -> Shown:
    """A room as a panel is given it."""
    return Shown(rules.Entry("room", key, "320500", values), verdict, f"/{key}/")


def test_the_building_with_most_wrong_is_drawn_unless_another_is_asked_for() -> None:
    rooms = (
        room("a", Verdict.MET, building="甲楼", floor="1", room_no="101"),
        room("b", Verdict.BREACHED, building="乙楼", floor="10", room_no="1002"),
        room("c", Verdict.OVERDUE, building="乙楼", floor="9", room_no="902"),
        room("d", Verdict.MET, building="乙楼", floor="9", room_no="99"),
        room("e", Verdict.MET, building="乙楼", floor="10", room_no="1002"),
        room("f", None, floor="1"),
    )
    sight = Sight(date(2026, 3, 3), "320500", rooms)
    drawn = floor_plan.draw(sight)
    assert drawn is not None
    building = drawn.context["building"]
    assert (building.name, building.wrong) == ("乙楼", 2)
    assert [floor for floor, _ in building.floors] == ["10", "9"]
    assert [one.number for one in building.floors[1][1]] == ["99", "902"]
    assert [(one.number, one.verdict) for one in building.floors[0][1]] == [("1002", "breached")]
    asked = floor_plan.draw(Sight(sight.on, sight.place, rooms, {"building": "甲楼"}))
    assert asked is not None
    assert asked.context["building"].name == "甲楼"
    assert floor_plan.draw(Sight(sight.on, sight.place, ())) is None


def test_panels_are_found_in_a_ledgers_folder() -> None:
    assert floor_plan in panels_of("premises")
    assert panels_of("base") == ()


def test_an_entry_never_checked_says_so(world: World, client: Client) -> None:
    entry = office(world, "C-1", "water", timezone.now() - timedelta(days=1), note="只有备注")
    client.force_login(world["supervisor"])
    assert entry.checked_on is not None
    page = client.get(f"{LIST}entries/office/C-1/").context["page"]
    assert page.missing
    assert isinstance(page.history[0].on, datetime)


def test_the_matter_it_is_to_prove_stands_on_its_page(world: World, desk: Client) -> None:
    matter = world.under_way(action="腾退超标办公室")
    entry = {"kind": "entry", "address": "premises:office/A-101"}
    world.act("matter.name_test", matter, "supervisor", date(2026, 4, 1), **entry)
    page = desk.get(f"{LIST}entries/office/A-101/").context["page"]
    assert [(one.address, one.action) for one in page.tied] == [(matter.address, "腾退超标办公室")]
    assert page.tied[0].result
    assert matter.address.partition(":")[2] in text_of(desk, f"{LIST}entries/office/A-101/")
    assert desk.get(f"{LIST}entries/office/A-102/").context["page"].tied == []
