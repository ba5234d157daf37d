"""Things inside an entry, as people write them, and what follows from what an entry says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from yiding.rules.entries import Field, Kind, Option, Type
from yiding.rules.parsing import BadValue, read_entry, read_value

RANKS = (Option("staff", "科员"), Option("head", "局长"))
USERS = Field(
    "users",
    "使用人",
    Type.RECORDS,
    fields=(
        Field("rank", "职级", Type.CHOICE, options=RANKS),
        Field("name", "姓名"),
        Field("count", "人数", Type.INTEGER),
    ),
)
DAYS = Field("days", "日子", Type.RECORDS, fields=(Field("on", "日期", Type.DATE),))
BARE = Field("bare", "空表", Type.RECORDS)


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ([{"职级": "科员"}, {"rank": "局长"}], ({"rank": "staff"}, {"rank": "head"})),
        ({"rank": "科员", "人数": 2}, ({"rank": "staff", "count": 2},)),
        ({"科员": 3, "局长": 1}, ({"rank": "staff", "count": 3}, {"rank": "head", "count": 1})),
        (["staff", "李四"], ({"rank": "staff"}, {"name": "李四"})),
        ("张三、李四", ({"name": "张三"}, {"name": "李四"})),
        (3, ({"count": 3},)),
        ("2", ({"count": 2},)),
        ([], ()),
    ],
)
def test_records_are_read_however_they_are_written(raw: Any, read: Any) -> None:
    """Objects, counts by word, bare words, or a bare number of them."""
    assert read_value(USERS, raw) == read


@pytest.mark.parametrize(("field", "raw"), [(BARE, "甲"), (DAYS, "甲"), (DAYS, [1])])
def test_what_is_no_list_of_things_is_refused(field: Field, raw: Any) -> None:
    """With a remedy."""
    with pytest.raises(BadValue):
        read_value(field, raw)


def test_what_follows_from_an_entry_never_changes_what_it_says() -> None:
    """`complete` fills in; a value given stays."""

    def twice(values: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"size": 1, "double": values["size"] * 2}

    kind = Kind(
        "thing",
        "物件",
        (Field("size", "大小", Type.NUMBER), Field("double", "两倍", Type.NUMBER)),
        complete=twice,
    )
    assert read_entry(kind, "1", "100000", {"size": 4}).values == {"size": 4, "double": 8}
    assert read_entry(kind, "1", "100000", {"size": 4, "double": 9}).double == 9
