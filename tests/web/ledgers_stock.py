"""Entries of the premises ledger for tests of pages: some met, some breached, some open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

from world import World
from yiding.ledgers.base.assessment import Item, SheetWish, keep_sheet, set_target
from yiding.ledgers.base.importing import import_entries
from yiding.ledgers.base.models import Entry, Import
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing, change_entry, put_entry
from yiding.web.residents.answering import open_survey

LEDGER = "premises"
INDICATOR = f"{LEDGER}/office-area-per-person"
#: A file with one row right and two wrong.
SHEET = """房号,单位名称,级别,职级,使用面积(m²)
A-901,{unit},市级机关,其他工作人员,8.50
A-902,{unit},市级机关,其他工作人员,二十四
A-903,从来没有的局,市级机关,其他工作人员,8.50
"""


def office(world: World, key: str, unit: str, at: datetime, **fields: object) -> Entry:
    """An office of a unit of the city."""
    given: dict[str, object] = {"level": "city", "unit": world.units[unit].name, **fields}
    return put_entry(Writing(world["supervisor"], LEDGER, at), Given("office", key, given))


def stock(world: World, at: datetime) -> dict[str, Entry]:
    """Offices on two floors of one building, of two units; ``A-202`` has been changed once."""
    made = {
        "A-101": office(world, "A-101", "water", at, **_place("101"), rank="staff", area_m2="9"),
        "A-102": office(world, "A-102", "water", at, **_place("102"), rank="staff", area_m2="9.01"),
        "A-201": office(world, "A-201", "housing", at, **_place("201"), rank="staff"),
        "A-202": office(world, "A-202", "housing", at, **_place("202"), rank="staff", area_m2="8"),
    }
    later = Writing(world["supervisor"], LEDGER, at + timedelta(minutes=5))
    made["A-202"] = change_entry(later, made["A-202"], {"area_m2": "18.5"})
    return made


def _place(number: str) -> Mapping[str, object]:
    return {"compound": "市政府大院", "building": "1号楼", "floor": number[0], "room_no": number}


def refused_batch(world: World, at: datetime) -> Import:
    """A file of which nothing was taken, because two of its rows are wrong."""
    content = SHEET.format(unit=world.units["water"].name).encode()
    return import_entries(Writing(world["supervisor"], LEDGER, at), "房间.csv", content).batch


def assessed(world: World, at: datetime) -> None:
    """A target, and the sheet of a year that asks for it."""
    by = date(at.year, 12, 31)
    set_target(world["supervisor"], INDICATOR, Decimal(12), by, at)
    items = [Item(INDICATOR, Decimal(10), Decimal(12))]
    keep_sheet(world["supervisor"], SheetWish(at.year, "年度考核表", items), at)


def renovated(world: World, at: datetime) -> Entry:
    """An old neighbourhood with a notice and a survey that two households can still answer."""
    writing = Writing(world["supervisor"], "renewal", at)
    told = {"name": "东塘一村", "stage": "开工", "households": 184, "needs": "停车、排水"}
    community = put_entry(writing, Given("community", "XQ-001", told))
    notice = {"community": "东塘一村", "title": "改造方案公示", "posted_on": at.date(),
              "ends_on": at.date() + timedelta(days=7)}  # fmt: skip
    put_entry(writing, Given("notice", "GS-001", notice))
    open_survey(world["supervisor"], community, "will_survey", 2)
    return community
