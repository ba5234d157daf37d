"""The table the exports speak by: complete, in both languages, nothing in it unused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from reading.quoting import CHINESE
from yiding.dates.explain import Language
from yiding.reading import model
from yiding.reading.export import markdown, xlsx
from yiding.reading.export.terms import part_of_day, speaker, terms

GAP = re.compile(r"\{(\w+)\}")
CONTRACT = {
    "kind": model.Kind,
    "outcome": model.Outcome,
    "closing": model.ClosingKind,
    "bearer": model.BearerBasis,
    "modality": model.Modality,
    "mode": model.Mode,
}
OURS = ("label", "phrase", "joint")
SHEET = re.compile(r"[^\[\]:*?/\\']{1,31}")
"""What a workbook takes as the name of a sheet."""


def test_every_word_of_the_contract_has_a_term() -> None:
    assert set(terms()) == {*CONTRACT, "daypart", *OURS}
    for group, words in CONTRACT.items():
        assert set(terms()[group]) == set(get_args(words)), group


def test_every_word_behind_a_day_has_a_term(root: Path) -> None:
    pattern = (root / "src/yiding/dates/days.py").read_text("utf-8")
    (words,) = re.findall(r"\(\?P<part_of_day>([^)]+)\)", pattern)
    assert set(terms()["daypart"]) == set(words.split("|"))


def test_everything_is_said_in_both_languages_with_the_same_gaps() -> None:
    for group, table in terms().items():
        for word, said in table.items():
            assert tuple(said) == get_args(Language), (group, word)
            assert set(GAP.findall(said["zh"])) == set(GAP.findall(said["en"])), (group, word)
            assert not CHINESE.search(said["en"]), (group, word)


def test_every_label_is_used_and_every_label_used_is_there(root: Path) -> None:
    sources = [*(root / "src/yiding/reading/export").glob("*.py"), root / "src/yiding/cli/table.py"]
    source = "".join(path.read_text("utf-8") for path in sources)
    named = set(re.findall(rf'"({"|".join(OURS)})-(\w+)"', source))
    assert {(group, word) for group, word in named if word not in terms()[group]} == set()
    words = set(re.findall(r'"(\w+)"', source)) | {
        f"{imprint}_{what}" for imprint in ("compiled", "printed") for what in ("by", "on")
    }
    known = {(group, word) for group in OURS for word in terms()[group]}
    assert {(group, word) for group, word in known - named if word not in words} == set()


@pytest.mark.parametrize("language", get_args(Language))
def test_heads_of_a_sheet_differ_and_its_name_is_one(language: Language) -> None:
    say = speaker(language)
    sheets = [say(f"label-{name}") for name in ("meeting", "decisions", "duties", "roll", "unread",
                                                "to_check")]  # fmt: skip
    assert len(set(sheets)) == len(sheets)
    assert [name for name in sheets if not SHEET.fullmatch(name)] == []
    tables = (xlsx.MEETING, xlsx.DECISIONS, xlsx.DUTIES, xlsx.ROLL, xlsx.UNREAD, xlsx.WARNINGS)
    for labels in (*([label for label, _ in table] for table in tables), markdown.DUTY_HEAD):
        heads = [say(f"label-{label}") for label in labels]
        assert len(set(heads)) == len(heads)


def test_a_part_of_the_day_nobody_foresaw_stays_as_it_is() -> None:
    held_on = model.HeldOn(None, "午后", "text")
    assert part_of_day(held_on, speaker("en")) == "午后"
    assert part_of_day(model.HeldOn(None, None, "text"), speaker("en")) == ""
