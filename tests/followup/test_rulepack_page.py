"""The pages about rule packs against the packs and the loader."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from yiding.followup import rulepack_page
from yiding.followup.rulepack import Cadence, Origin, load_rulepack, load_rulepacks
from yiding.followup.rulepack_fields import ANY_TRIGGER, GROUPS, HEAD, PROVENANCE, SECTIONS
from yiding.followup.rulepack_fields import TRIGGER_NEEDS as KINDS
from yiding.followup.rulepack_model import JUDGED, Anchor, ApprovalName, ClockName, Role
from yiding.followup.rulepack_words import (
    ANCHORS,
    APPROVALS,
    CLOCKS,
    JUDGEMENTS,
    ROLES,
    cadence_words,
    trigger_words,
)


def test_the_page_is_the_packs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rulepack_page.main()
    page = (root / "docs/reference/rulepacks.md").read_text("utf-8")
    assert capsys.readouterr().out == page, (
        "python -m yiding.followup.rulepack_page > docs/reference/rulepacks.md"
    )


def test_the_page_has_every_pack(root: Path) -> None:
    page = (root / "docs/reference/rulepacks.md").read_text("utf-8")
    assert re.findall(r"^## `([^`]+)`", page, re.MULTILINE) == list(load_rulepacks())


def test_the_format_names_every_key_and_word(root: Path) -> None:
    page = (root / "docs/reference/rulepack-format.md").read_text("utf-8").split("```")[-1]
    tables = [HEAD, PROVENANCE, ANY_TRIGGER, *SECTIONS.values()]
    tables += [fields for fields, _ in GROUPS.values()] + [each.fields for each in KINDS.values()]
    words = {*KINDS, *get_args(ClockName), *get_args(ApprovalName), *get_args(Role)}
    words |= {*get_args(Anchor), *(key for table in tables for key in table)}
    words -= {"clocks", "approvals", "rungs", "reports", "due_soon", "silence", "quorum", "scoring"}
    named = set(re.findall(r"[a-z]\w+", " ".join(re.findall(r"`[^`]+`", page))))
    assert len(words) > 60
    assert words - named == set()


def test_every_value_has_its_words() -> None:
    assert set(CLOCKS) == set(get_args(ClockName))
    assert set(ANCHORS) == set(get_args(Anchor))
    assert set(APPROVALS) == set(get_args(ApprovalName))
    assert set(ROLES) == set(get_args(Role))
    assert set(JUDGEMENTS) == JUDGED


def test_every_trigger_can_be_said() -> None:
    for pack in load_rulepacks().values():
        for trigger in (each for rung in pack.rungs for each in rung.triggers):
            words = trigger_words(pack, trigger)
            assert "None" not in words.text
            assert "“”" not in words.text


@pytest.mark.parametrize(
    ("slug", "rung", "said"),
    [
        ("default", "reminder", ["距时限不超过3日", "交办后超过1个工作日未签收"]),
        ("suqian", "red", ["超过时限"]),
        ("shanxi-13710", "talk", ["牵头单位“红单”连续3次"]),
    ],
)
def test_triggers_in_words(slug: str, rung: str, said: list[str]) -> None:
    pack = load_rulepack(slug)
    found = pack.rung(rung)
    assert found is not None
    assert [trigger_words(pack, each).text for each in found.triggers] == said


def test_words_within_words_are_in_the_same_language() -> None:
    pack = load_rulepack("default")
    blue = pack.rung("blue")
    assert blue is not None
    english = {
        "“%(rung)s”超过%(after)s未回复": "no answer to %(rung)s within %(after)s",
        "%(amount)s个工作日": "%(amount)s working days",
    }
    words = trigger_words(pack, blue.triggers[0])
    assert words.said(english.__getitem__, "en") == "no answer to Chase within 3 working days"
    assert words.text == "“催办单”超过3个工作日未回复"


def test_a_week_begins_on_monday() -> None:
    assert cadence_words(Cadence("weekly", 1, 0, Origin("linhu"))).text == "每周一前"
    assert cadence_words(Cadence("weekly", 7, 0, Origin("linhu"))).text == "每周日前"
