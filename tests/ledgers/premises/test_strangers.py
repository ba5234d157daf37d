"""Entries as somebody would write them who has only read the names of the fields."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import Checked, check
from yiding.ledgers.premises.ranks import LEVELS, RANKS
from yiding.rules.entries import Option
from yiding.rules.parsing import tidy

ON = date(2025, 3, 10)


def checked(kind: str, fields: dict[str, Any], place: str = "100000") -> Checked:
    """One entry under all its rules."""
    (found,) = check(ledger("premises"), [{"kind": kind, "fields": fields}], ON, place)
    return found


@pytest.mark.parametrize(
    ("kind", "fields", "verdict"),
    [
        ("Office", {"level": "city", "rank": "section chief", "area": 12}, "breached"),
        ("office", {"单位级别": "市级", "使用面积(㎡)": "24.5", "职级": "正处级"}, "breached"),
        ("办公用房", {"level": "province", "rank": "正厅级", "area_m2": 30, "toilet": "是",
                  "toilet_area": "5.5"}, "met"),
        ("office", {"level": "central", "rank": "正司局级", "area_m2": 24}, "met"),
        ("office", {"level": "county", "rank": "县长", "area_m2": 30, "toilet_area_m2": 6}, "met"),
        ("office", {"level": "district", "rank": "科员", "occupants": ["科员"], "area": 9}, "met"),
        ("office", {"level": "city", "rank": "局（处）级以下",
                    "area_m2": {"value": 9.5, "unit": "㎡"}}, "breached"),
        ("office", {"level": "city", "rank": "city-party-secretary", "area_m2": "42",
                    "has_private_toilet": "yes", "toilet_area_m2": "6"}, "met"),
        ("room", {"id": "R1", "no": "0301", "usable_area_m2": "18.5", "nature": "办公室",
                  "status": "使用", "level": "city", "rank": "deputy_bureau_head"}, "breached"),
        ("room", {"usable_area_m2": "27", "level": "city",
                  "occupants": {"below_bureau": 3}}, "met"),
        ("room", {"usable_area_m2": 30, "nature": "办公室", "status": "出租"}, "breached"),
        ("allocation", {"kind": "第二处", "rank": "副局级", "level": "city", "area": "18.00",
                        "approver": "市委", "far": True, "often": True}, "breached"),
        ("person", {"level": "city", "rank": "正局级", "main_office_area": 24, "approved": True,
                    "second_office_area": 18, "second_post_rank": "副局级"}, "breached"),
        ("person", {"level": "city", "rank": "副局级", "offices": 3}, "breached"),
        ("person", {"retired_on": "2025-01-31", "recovered_on": "2025-03-01"}, "overdue"),
        ("person", {"transfer_formalities_done_on": "2025/3/1"}, "due"),
        ("lease", {"kind": "租入", "rent": "36万元/年", "approved": False}, "breached"),
        ("lease", {"direction": "let_out", "area": "500㎡"}, "breached"),
        ("works", {"kind": "建设", "budget": "1200万元", "funds_source": "银行贷款"}, "breached"),
        ("building", {"storey_kind": "high-rise", "gross_area": 10000, "usable_area": 6000,
                      "asset_card_no": "Z1"}, "met"),
        ("annual return", {"year": 2024, "disclosure_date": "2024-06-30",
                           "leaders_filing_date": "2025-01-05"}, "overdue"),
        ("unit", {"level": "city", "x": 300}, "computed"),
        ("unit", {"level": "county", "x": 150}, "undetermined"),
        ("unit", {"level": "city", "staff_quota": 300, "service_rooms_area": 2150}, "breached"),
        ("works", {"level": "city", "posts": {"bureau_head": 1, "deputy_bureau_head": 4,
                   "staff": 115}, "storey_kind": "multi-storey", "annexes": ["canteen"],
                   "gross_area_m2": "3928.46"}, "breached"),
        ("disposal", {"kind": "出租", "by": "使用单位"}, "breached"),
    ],
)  # fmt: skip
def test_a_stranger_is_understood(kind: str, fields: dict[str, Any], verdict: str) -> None:
    """No fault, and the entry is what its gravest finding says."""
    found = checked(kind, fields)
    assert found.entry.faults == ()
    assert found.verdict == verdict


def test_a_new_lease_in_suzhou_is_for_a_person_to_judge() -> None:
    """However well approved; a district lies in the city; elsewhere nothing is said."""
    fields = {"kind": "租入", "approval_doc": "府办〔2024〕1号", "from": "2024-10-01"}
    assert checked("lease", fields, "320506").verdict == "undetermined"
    assert checked("lease", fields, "320100").verdict == "met"


def test_a_room_on_two_rows_is_one_room() -> None:
    """Two clerks, 18 m² together: neither is over the limit."""
    row = {"房号": "304", "楼栋": "1号楼", "级别": "市级", "职级": "科员", "使用面积": "18"}
    given = [{"kind": "office", "fields": row | {"使用人": name}} for name in ("周八", "吴九")]
    for one in check(ledger("premises"), given, ON, "320500"):
        assert [(each.rule, each.verdict) for each in one.findings] == [
            ("premises/shared-room-within-sum", "met")
        ]


@pytest.mark.parametrize("options", [LEVELS, RANKS], ids=["levels", "ranks"])
def test_no_spelling_means_two_things(options: tuple[Option, ...]) -> None:
    """A level or rank is read one way only."""
    owners: dict[str, set[str]] = {}
    for one in options:
        for name in (one.name, one.term, *one.aliases):
            owners.setdefault(tidy(name), set()).add(one.name)
    assert {name: who for name, who in owners.items() if len(who) > 1} == {}


def test_every_rank_is_known_at_every_level() -> None:
    """As one it has, or as one it has not: never silently."""
    table = ledger("premises").values.tables["rank_at_level"].rows[0].amounts
    assert set(table) == {(level.name, rank.name) for level in LEVELS for rank in RANKS}
