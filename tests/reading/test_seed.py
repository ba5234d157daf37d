"""The minutes everything began from, which are not part of the repository, read in every field.

The folder is named by ``YIDING_SEED_DIR``; its README says how the fields compare.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import yiding
from reading.gold import GROUPS, Tally, compare

NAME = "minutes-2019-41"
OUTCOMES: dict[str | None, Any] = {
    "approved_in_principle": ["原则同意"],
    None: [["听取"], []],
}
CLOSINGS = {
    "issue": "印发", "submit": "报审", "deliver": "交付", "report": "反馈", "standing": "长期",
}  # fmt: skip


def duty_of(row: dict[str, Any]) -> dict[str, Any]:
    """One obligation of the gold as a 任务; a date or a vague word is its deadline."""
    closing, _, to = row["closing"].partition(":")
    duty = {
        "原文": row["text"],
        "范围": (row["start"], row["end"]),
        "牵头": row["bearers"],
        "办结": CLOSINGS[closing],
        "是否具有约束力": "均可" if row["grey"] else row["binding"],
    }
    if not row["grey"]:
        duty["报送对象"] = to or "无"
    return duty | deadline_of(row)


def deadline_of(row: dict[str, Any]) -> dict[str, Any]:
    if row["due"]:
        day = date.fromisoformat(row["due"])
        return {"时限原文": row["due_text"], "时限类别": "截止", "时限": day}
    if row["vague"]:
        return {"时限原文": row["vague"], "时限类别": "模糊"}
    return {}


def item_of(row: dict[str, Any], duties: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "序号": row["no"],
        "方式": row["mode"],
        "主题": row["subjects"],
        "结论": OUTCOMES[row["decision"]],
        "任务": [duty_of(duty) for duty in duties if duty["item"] == row["no"]],
    }


def observer_of(row: dict[str, Any]) -> dict[str, Any]:
    entry = {"姓名": row["names"], "代表": not row["names"]}
    return entry if row["unit"] is None else {"单位": row["unit"], **entry}


def expected_of(gold: dict[str, Any]) -> dict[str, Any]:
    """The gold JSON in the words of an expected file."""
    return {
        "文种": "纪要",
        "发文机关": gold["issuer"],
        "纪要名称": gold["kind"],
        "文号": {"原文": gold["number"], "年": gold["year"], "序号": gold["serial"]},
        "会次": {"次数": gold["session"]},
        "会议时间": {"日期": date.fromisoformat(gold["date"]), "时段": gold["half"]},
        "主持": {"姓名": gold["chair"]["name"], "职务": gold["chair"]["post"]},
        "议题": [item_of(row, gold["obligations"]) for row in gold["items"]],
        "名单": {
            "出席": gold["members"],
            "列席": [observer_of(row) for row in gold["observers"]],
            "记录": gold["recorder"],
        },
        "版记": tail_of(gold),
    }


def tail_of(gold: dict[str, Any]) -> dict[str, Any]:
    return {
        "整理单位": gold["prepared_by"],
        "整理日期": date.fromisoformat(gold["prepared_on"]),
        "公开": gold["disclosure"],
        "分送": gold["distribution"],
        "印发单位": gold["printed_by"],
        "印发日期": date.fromisoformat(gold["printed_on"]),
    }


@pytest.fixture(scope="module")
def tally(seed_dir: Path) -> Tally:
    gold = json.loads((seed_dir / f"{NAME}.gold.json").read_text("utf-8"))
    return compare(expected_of(gold), yiding.read(seed_dir / f"{NAME}.txt"))


@pytest.mark.parametrize("group", GROUPS)
def test_seed_is_read_as_by_hand(tally: Tally, group: str) -> None:
    differences = tally.of(group)
    assert differences == [], "\n".join(differences)
