"""Places by name where a code is wanted."""

from __future__ import annotations

from datetime import date

import pytest

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import check
from yiding.ledgers.placing import code_of_place

NAMED = {
    "320500": "320500",
    "320506103": "320506103",
    "苏州市": "320500",
    "苏州": "320500",
    "江苏省": "320000",
    "江苏省苏州市": "320500",
    "江苏 苏州": "320500",
    "suzhou": "320500",
    "全国": "100000",
    "临湖市": "990100",
    "云上市": None,
    "鼓楼区": None,
}


@pytest.mark.parametrize(("written", "code"), NAMED.items())
def test_a_name_is_one_place_or_none(written: str, code: str | None) -> None:
    """鼓楼区 stands in four cities, and 云上市 nowhere."""
    assert code_of_place(written) == code


def test_a_district_inside_its_city() -> None:
    """The chain tells which 鼓楼区 is meant."""
    code = code_of_place("江苏省南京市鼓楼区")
    assert code is not None
    assert code.startswith("3201")


def test_an_entry_is_judged_at_the_place_it_names() -> None:
    """A rule of Jiangsu speaks of an entry of 苏州市; of a place nobody knows a fault is told."""
    fields = {"notice_received_on": "2018-11-20"}
    given = [
        {"kind": "investigation", "place": place, "fields": fields}
        for place in ("苏州市", "云上市")
    ]
    known, unknown = check(ledger("accidents"), given, date(2019, 1, 19), "100000")
    assert [str(one.answer.due_on) for one in known.findings] == ["2019-01-19"]
    assert unknown.findings == ()
    assert unknown.entry.faults == ("地区“云上市”不认识，只按全国的规定判定，请写区划代码。",)
