"""The registry as a workbook: taken out, taken in, and every fault in the sheet's own words."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from world import World, make_world, moment
from yiding.journal.models import Event
from yiding.registry.importing import ImportFaults, import_registry
from yiding.registry.keeping import MayNotKeep, RowFaults, keep
from yiding.registry.models import (
    GroupMembership,
    Jurisdiction,
    Person,
    Post,
    Unit,
    UnitAlias,
    UnitGroup,
    UnitSuccession,
)
from yiding.registry.roles import Role
from yiding.registry.sheets import ALIASES, PEOPLE, SHEETS, UNITS
from yiding.registry.workbook import registry_workbook, template_workbook

AT = moment(date(2026, 5, 6))


@pytest.fixture
def world(db: None) -> World:
    """A city with a former unit, a group, and two people of one name."""
    world = make_world()
    city, units = world.jurisdiction, world.units
    former = Unit.objects.create(
        jurisdiction=city,
        code="land",
        name="临湖市国土资源局",
        short_name="市国土局",
        until_on=date(2019, 3, 1),
    )
    UnitSuccession.objects.create(
        predecessor=former, successor=units["housing"], on=date(2019, 3, 1), basis="机构改革方案"
    )
    UnitAlias.objects.create(unit=units["water"], name="市水利局", until_on=date(2019, 3, 1))
    group = UnitGroup.objects.create(jurisdiction=city, name="各相关部门")
    GroupMembership.objects.create(group=group, unit=units["water"], from_on=date(2020, 1, 1))
    for _no in range(2):
        person = Person.objects.create(jurisdiction=city, name="王伟")
        Post.objects.create(person=person, jurisdiction=city, title="科长", unit=units["water"])
    return world


def rows_of(content: bytes) -> dict[str, list[tuple[Any, ...]]]:
    """Every cell, by sheet."""
    book = load_workbook(BytesIO(content))
    return {name: list(book[name].iter_rows(values_only=True)) for name in book.sheetnames}


def changed(content: bytes, **cells: object) -> bytes:
    """A workbook with some cells written over: ``单位_B2="新名"``."""
    book = load_workbook(BytesIO(content))
    for place, value in cells.items():
        name, _, cell = place.partition("_")
        book[name][cell] = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def refused(world: World, content: bytes) -> list[tuple[str, int, str, str]]:
    """The faults of a workbook that is not taken in."""
    with pytest.raises(ImportFaults) as faults:
        import_registry(world["supervision_director"], content, AT)
    return [(one.sheet, one.row, one.column, one.words()) for one in faults.value.faults]


def test_a_sheet_a_kind_with_chinese_heads(world: World) -> None:
    rows = rows_of(registry_workbook(world.jurisdiction))
    assert list(rows) == ["单位", "又称", "承继", "单位组", "单位组成员", "人员", "职务"]
    assert rows["单位"][0][:3] == ("代码", "全称", "简称")
    assert ("land", "临湖市国土资源局", "市国土局") in {row[:3] for row in rows["单位"]}
    assert ("王伟（2）", "科长") in {row[:2] for row in rows["职务"]}
    assert {
        name: len(found) for name, found in rows_of(template_workbook()).items()
    } == dict.fromkeys(rows, 1)


def test_what_went_out_comes_in_the_same(world: World) -> None:
    content = registry_workbook(world.jurisdiction)
    taken = import_registry(world["supervision_director"], content, AT)
    assert taken.counts["new"] == taken.counts["changed"] == 0
    assert taken.counts["same"] > 15
    assert rows_of(registry_workbook(world.jurisdiction)) == rows_of(content)


def test_an_empty_city_becomes_the_same_city(world: World) -> None:
    content = registry_workbook(world.jurisdiction)
    empty = Jurisdiction.objects.create(code="329877", slug="xinhu", name="新湖市")
    world["system_admin"].jurisdiction = empty
    taken = import_registry(world["system_admin"], content, AT)
    assert taken.counts["new"] == sum(len(rows) - 1 for rows in rows_of(content).values())
    assert rows_of(registry_workbook(empty)) == rows_of(content)
    assert Unit.objects.filter(jurisdiction=world.jurisdiction).count() == 4
    event = Event.objects.get(verb="registry.import")
    assert event.data["counts"]["new"] == taken.counts["new"]


def test_faults_say_sheet_row_column_and_what_to_do(world: World) -> None:
    content = registry_workbook(world.jurisdiction)
    bad = changed(
        content, 单位_B2="", 单位_E3="部委", 又称_A2="nowhere", 承继_C2="2019-2-30", 单位_G4="2030"
    )
    faults = refused(world, bad)
    assert ("单位", 2, "全称", "要填。") in faults
    assert any(row[:3] == ("单位", 3, "类别") and "没有“部委”" in row[3] for row in faults)
    assert any(row[:3] == ("又称", 2, "单位代码") and "nowhere" in row[3] for row in faults)
    assert any(row[:3] == ("承继", 2, "自") and "没有“2019-2-30”这一天" in row[3] for row in faults)
    assert any(row[:3] == ("单位", 4, "自") and "不是日期" in row[3] for row in faults)


def test_one_fault_and_nothing_is_taken_in(world: World) -> None:
    content = changed(registry_workbook(world.jurisdiction), 单位_B2="临湖市新名局", 单位_B3="")
    before = Event.objects.count()
    refused(world, content)
    assert not Unit.objects.filter(name="临湖市新名局").exists()
    assert Event.objects.count() == before


def test_the_last_day_is_after_the_first(world: World) -> None:
    content = changed(
        registry_workbook(world.jurisdiction), 单位_G2="2026-05-01", 单位_H2="2026-05-01"
    )
    assert refused(world, content) == [("单位", 2, "", "“至”要晚于“自”。")]


def test_a_row_twice_is_told(world: World) -> None:
    rows = rows_of(registry_workbook(world.jurisdiction))["又称"]
    again = {f"又称_{letter}3": value for letter, value in zip("ABCDE", rows[1], strict=True)}
    content = changed(registry_workbook(world.jurisdiction), **again)
    assert refused(world, content) == [("又称", 3, "", "与第 2 行重复。请只留一行。")]


def test_dates_typed_as_dates_are_read(world: World) -> None:
    content = changed(registry_workbook(world.jurisdiction), 单位_G2=date(2018, 1, 1))
    import_registry(world["supervision_director"], content, AT)
    assert Unit.objects.filter(from_on=date(2018, 1, 1)).count() == 1


@pytest.mark.parametrize("content", ["", "PK\x03\x04", "code,name\nwater,x\n"])
def test_what_is_no_workbook_is_told(world: World, content: str) -> None:
    assert "不是 XLSX" in refused(world, content.encode())[0][3]


def test_unknown_sheets_and_columns_are_told(world: World) -> None:
    book = load_workbook(BytesIO(template_workbook()))
    book["单位"]["B1"] = "名字"
    out = BytesIO()
    book.save(out)
    assert "没有“名字”这一列" in refused(world, out.getvalue())[0][3]
    book.create_sheet("别的")
    out = BytesIO()
    book.save(out)
    assert "没有“别的”这张表" in refused(world, out.getvalue())[0][3]


def test_a_formula_is_text_and_never_runs(world: World) -> None:
    keep(world["supervision_director"], ALIASES, {"unit": "water", "name": "=1+1"}, AT)
    rows = rows_of(registry_workbook(world.jurisdiction))["又称"]
    assert "=1+1" in {row[1] for row in rows}
    book = load_workbook(BytesIO(registry_workbook(world.jurisdiction)))
    assert {cell.data_type for row in book["又称"] for cell in row} <= {"s", "n"}


@pytest.mark.parametrize("role", sorted(Role))
def test_who_keeps_the_registry(world: World, role: str) -> None:
    account = world[f"{role}@water" if f"{role}@water" in world.accounts else role]
    cells = {"code": "new", "name": "临湖市数据局", "short_name": "市数据局"}
    if role in {Role.SUPERVISION_DIRECTOR, Role.SYSTEM_ADMIN}:
        assert keep(account, UNITS, cells, AT).how == "new"
        return
    with pytest.raises(MayNotKeep):
        keep(account, UNITS, cells, AT)
    assert not Unit.objects.filter(code="new").exists()


def test_each_change_is_one_event_with_before_and_after(world: World) -> None:
    director, water = world["supervision_director"], world.units["water"]
    cells = {"code": "water", "name": "临湖市水利局", "short_name": "市水利局"}
    keep(director, UNITS, cells, AT, water)
    event = Event.objects.get(verb="registry.keep")
    assert event.subject == "linhu:units/water"
    assert event.data["changes"]["name"] == ["临湖市水务局", "临湖市水利局"]
    assert keep(director, UNITS, cells, AT, water).how == "same"
    assert Event.objects.filter(verb="registry.keep").count() == 1


def test_the_second_of_a_name_needs_a_first(world: World) -> None:
    director = world["supervision_director"]
    assert keep(director, PEOPLE, {"name": "王伟（3）"}, AT).how == "new"
    with pytest.raises(RowFaults) as faults:
        keep(director, PEOPLE, {"name": "李芳（2）"}, AT)
    assert faults.value.faults["name"].text() == "“李芳（2）”前面还没有登记同名的人。应写“李芳”。"


def test_every_sheet_s_key_is_among_its_columns() -> None:
    for sheet in SHEETS:
        assert set(sheet.key) <= {column.name for column in sheet.columns}
