"""What people write in a cell, and what they are told when it cannot be read."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from yiding.rules.entries import Field, Kind, Option, Type
from yiding.rules.parsing import BadValue, read_entry, read_value
from yiding.rules.units import UnitMismatch, convert, split_head

AREA = Field("area_m2", "使用面积", Type.NUMBER, "m²", aliases=("area",))
RENT = Field("rent", "租金", Type.MONEY, "元")
LEVEL = Field("level", "级别", Type.CHOICE, options=(Option("city", "市级机关", ("市级",)),))


@pytest.mark.parametrize(
    ("field", "raw", "value"),
    [
        (AREA, "9.00", Decimal("9.00")),
        (AREA, 9, Decimal(9)),
        (AREA, "１２.５", Decimal("12.5")),
        (AREA, "1,200.5 ㎡", Decimal("1200.5")),
        (AREA, "", None),
        (AREA, "—", None),
        (AREA, {"value": "2", "unit": "km²"}, Decimal(2_000_000)),
        (RENT, "3.6万元", Decimal(36_000)),
        (AREA, "1.2万平方米", Decimal(12_000)),
        (AREA, {"value": "21.26", "unit": "万㎡"}, Decimal(212_600)),
        (AREA, "3万", Decimal(30_000)),
        (LEVEL, "市级", "city"),
        (LEVEL, "City", "city"),
        (Field("on", "日期", Type.DATE), "2025年3月1日", date(2025, 3, 1)),
        (Field("on", "日期", Type.DATE), "20250301", date(2025, 3, 1)),
        (Field("on", "日期", Type.DATE), datetime(2025, 3, 1, 9), date(2025, 3, 1)),
        (Field("is", "是否", Type.FLAG), "√", True),
        (Field("is", "是否", Type.FLAG), 0, False),
        (Field("k", "完成", Type.SHARE), "8/9", (8, 9)),
        (Field("k", "完成", Type.SHARE), {"part": 8, "whole": 9}, (8, 9)),
        (Field("n", "数", Type.INTEGER), "12", Decimal(12)),
        (Field("ps", "人员", Type.LIST), "甲、乙；丙", ("甲", "乙", "丙")),
        (
            Field("ds", "日", Type.DATES),
            "2023-01-10；2023-04-01",
            (date(2023, 1, 10), date(2023, 4, 1)),
        ),
    ],
)
def test_a_cell_is_read(field: Field, raw: Any, value: Any) -> None:
    """Into Python's own types, in the field's own unit."""
    assert read_value(field, raw) == value


def test_a_moment_without_a_zone_is_beijing_time() -> None:
    """+08:00."""
    read = read_value(Field("at", "时间", Type.MOMENT), "2025-03-01 08:00")
    assert read == datetime(2025, 3, 1, 8, tzinfo=timezone(timedelta(hours=8)))


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("2025年3月1日8时5分", (8, 5)),
        ("2025.3.1 08:05", (8, 5)),
        ("2025年3月1日", (0, 0)),
    ],
)
def test_a_moment_is_read_in_words_too(written: str, clock: tuple[int, int]) -> None:
    """Numbers in the order year to second, Beijing's."""
    read = read_value(Field("at", "时间", Type.MOMENT), written)
    assert read == datetime(2025, 3, 1, *clock, tzinfo=timezone(timedelta(hours=8)))


def test_a_plain_value_among_records_fills_the_first_field_of_its_record() -> None:
    """So that punishments may be given as days alone."""
    punished = Field(
        "punishments",
        "处罚",
        Type.RECORDS,
        fields=(Field("date", "日期", Type.DATE), Field("amount", "金额", Type.MONEY, "元")),
    )
    read = read_value(punished, ["2023-01-10", {"日期": "2023-04-01", "金额": "3万元"}])
    assert read == (
        {"date": date(2023, 1, 10)},
        {"date": date(2023, 4, 1), "amount": Decimal(30_000)},
    )


@pytest.mark.parametrize(
    ("field", "raw", "remedy"),
    [
        (AREA, "abc", "请写一个数"),
        (AREA, True, "请写一个数"),
        (AREA, "9 尺", "单位“尺”不认识，请用“m²”"),
        (AREA, "9 元", "不能把“元”换算成“m²”"),
        (LEVEL, "部级", "请从这些里选一个：市级机关"),
        (Field("on", "日期", Type.DATE), "2025-02-30", "请写成 2025-03-01 这样的日期"),
        (Field("at", "时间", Type.MOMENT), "昨天", "请写成 2025-03-01 08:00 这样的时间"),
        (Field("is", "是否", Type.FLAG), "也许", "请写“是”或“否”"),
        (Field("k", "完成", Type.SHARE), "8", "请写成 8/9 这样的两个整数"),
        (Field("n", "数", Type.INTEGER), "1.5", "请写一个整数"),
        (Field("rs", "表", Type.RECORDS), "x", "请写成一列对象"),
    ],
)
def test_what_cannot_be_read_says_what_to_write(field: Field, raw: Any, remedy: str) -> None:
    """The field by both its names, what stood there, the remedy."""
    with pytest.raises(BadValue) as told:
        read_value(field, raw)
    assert str(told.value) == f"“{field.term}”（{field.name}）的值“{raw}”读不懂：{remedy}。"


def test_a_head_brings_its_unit_and_unknown_names_are_told() -> None:
    """The unit in the head is turned into the field's own."""
    kind = Kind("lease", "租赁", (RENT, AREA))
    entry = read_entry(kind, "1", "100000", {"租金(万元)": "3.6", "Area": 5, "颜色": "红"})
    assert dict(entry.values) == {"rent": Decimal(36_000), "area_m2": Decimal(5)}
    assert entry.faults == ("未知的项“颜色”，没有使用。",)


@pytest.mark.parametrize(
    ("head", "parts"),
    [
        ("使用面积(m²)", ("使用面积", "m²")),
        ("使用面积 （㎡）", ("使用面积", "m²")),
        ("备注(选填)", ("备注(选填)", None)),
    ],
)
def test_only_a_unit_is_split_from_a_head(head: str, parts: tuple[str, str | None]) -> None:
    """Other words in brackets stay part of the name."""
    assert split_head(head) == parts


def test_units_are_turned_exactly() -> None:
    """万个/升 into 个/L; what has no way is refused."""
    assert convert(Decimal(8000), "万个/升", "个/L") == Decimal("8.0E7")
    with pytest.raises(UnitMismatch):
        convert(Decimal(1), "t", "m")


def test_an_open_choice_leaves_out_a_word_it_does_not_know() -> None:
    """The entry is read, and what was left out is said with what may be written."""
    source = Field("source", "来源", Type.CHOICE, options=LEVEL.options, is_open=True)
    entry = read_entry(
        Kind("thing", "物件", (source, AREA)), "1", "100000", {"来源": "x", "Area": 5}
    )
    assert dict(entry.values) == {"area_m2": Decimal(5)}
    assert entry.faults == ("“来源”的值“x”不认识，没有使用，请从这些里选一个：市级机关。",)


@pytest.mark.parametrize(
    ("name", "known"),
    [("done_on", True), ("done_at", True), ("done_date", True), ("done at", True), ("done", False)],
)
def test_a_day_goes_by_every_ending(name: str, known: bool) -> None:
    """But a name without one, or of a field that is no day, is another name."""
    done = Field("done_at", "完成时间", Type.MOMENT)
    entry = read_entry(Kind("thing", "物件", (done, AREA)), "1", "100000", {name: "2025-03-01"})
    assert ("done_at" in entry.values, entry.faults == ()) == (known, known)
