"""The expected files agree with their documents and with themselves: no reader is needed."""

from __future__ import annotations

import calendar
import importlib.util
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from lxml import html

from reading.expected import ABSENT, EITHER, SAMPLES, WORDS, Sample, Squeezed, samples, squeeze
from reading.gold import DUTY_FACTS, FACTS, MEETING_FACTS

ALL = samples()
each_sample = pytest.mark.parametrize("sample", ALL, ids=lambda sample: sample.document.name)
ITEM_KEYS = {"序号", "会议", "方式", "标题", "主题", "结论", "任务"}
DUTY_KEYS = {*DUTY_FACTS, "原文", "第几处", "条件"}
OTHER_KEYS = {
    "用途",
    "议题",
    "议题数",
    "其他会议",
    "名单.出席",
    "名单.缺席",
    "名单.列席",
    "版记.分送",
}


def text_of(sample: Sample) -> str:
    """The text behind a document: its source where it is built, its characters where it is not."""
    source = SAMPLES / "sources" / f"{sample.document.stem}.txt"
    if source.exists():
        return source.read_text("utf-8")
    text = sample.document.read_text("utf-8")
    if sample.document.suffix == ".html":
        return str(html.document_fromstring(text).text_content())
    return text


def options(value: Any) -> list[Any]:
    """A value or, where several are accepted, each of them."""
    return value if isinstance(value, list) else [value]


def spoken(value: Any) -> Iterator[str]:
    """Every word inside accepted values and lists of them, 无 left out."""
    if isinstance(value, list):
        for part in value:
            yield from spoken(part)
    elif isinstance(value, str) and value != ABSENT:
        yield value


def head_keys(expected: dict[str, Any]) -> Iterator[str]:
    for key, value in expected.items():
        inner = value if isinstance(value, dict) else {}
        yield from (f"{key}.{name}" for name in inner)
        if not inner:
            yield key


@each_sample
def test_keys_are_known(sample: Sample) -> None:
    assert set(head_keys(sample.expected)) <= {*FACTS, *OTHER_KEYS}
    for item in sample.expected.get("议题", []):
        assert set(item) <= ITEM_KEYS
    for duty in sample.duties:
        assert set(duty) <= DUTY_KEYS
    for meeting in sample.expected.get("其他会议", []):
        assert set(meeting) <= set(MEETING_FACTS)


@each_sample
def test_words_are_known(sample: Sample) -> None:
    entries = [sample.expected, *sample.expected.get("议题", []), *sample.duties]
    unknown = [
        (key, word)
        for entry in entries
        for key, words in WORDS.items()
        for word in spoken(entry.get(key, []))
        if word not in words
    ]
    assert unknown == []
    assert all(duty["是否具有约束力"] in (True, False, EITHER) for duty in sample.duties)


@each_sample
def test_every_duty_is_found_once_in_the_text(sample: Sample) -> None:
    text = Squeezed(text_of(sample))
    counts = {duty["原文"]: text.text.count(squeeze(duty["原文"])) for duty in sample.duties}
    repeated = {duty["原文"] for duty in sample.duties if "第几处" in duty}
    assert {words: n for words, n in counts.items() if n != 1 and words not in repeated} == {}


@each_sample
def test_what_a_duty_quotes_stands_in_it(sample: Sample) -> None:
    for duty in sample.duties:
        quoted = [*spoken(duty.get("时限原文", [])), *spoken(duty.get("条件", []))]
        assert [words for words in quoted if squeeze(words) not in squeeze(duty["原文"])] == []


@each_sample
def test_names_stand_in_the_text(sample: Sample) -> None:
    text = without_syllables(text_of(sample))
    roll = sample.expected.get("名单", {})
    named = [
        *(name for key in ("出席", "缺席", "记录") for name in spoken(roll.get(key, []))),
        *(
            name
            for row in roll.get("列席", [])
            for name in [*row["姓名"], *spoken(row.get("单位", []))]
        ),
    ]
    assert [name for name in named if name not in text] == []
    for duty in sample.duties:
        assert any_option_stands(duty["牵头"], text), duty["原文"]
        assert any_option_stands(duty.get("配合", []), text), duty["原文"]


def without_syllables(text: str) -> str:
    """Squeezed, and without the syllables of a mirror copy: 區(qū) -> 區."""
    return re.sub(r"\([^()\d\W]+\)", "", squeeze(text))


def any_option_stands(listed: list[Any], text: str) -> bool:
    several = bool(listed) and all(isinstance(option, list) for option in listed)
    return any(all(name in text for name in option) for option in (listed if several else [listed]))


@each_sample
def test_dates_follow_the_meeting(sample: Sample) -> None:
    held = sample.expected.get("会议时间", {}).get("日期")
    for duty in sample.duties:
        for day in options(duty.get("时限", ABSENT)):
            assert day == ABSENT or (isinstance(day, date) and day >= held)


@each_sample
def test_plain_days_are_what_they_say(sample: Sample) -> None:
    for duty in sample.duties:
        for day in options(duty.get("时限", ABSENT)):
            plain = re.fullmatch(r"(?:今年|明年)?(\d+)月(底|\d+日)前", str(duty.get("时限原文")))
            if plain and day != ABSENT:
                month, end = plain.groups()
                last = calendar.monthrange(day.year, int(month))[1]
                assert day.month == int(month)
                assert day.day == (last if end == "底" else int(end.removesuffix("日")))


def test_half_of_the_samples_are_sealed() -> None:
    assert {sample.expected["用途"] for sample in ALL} == {"验收", "调试"}
    assert 0.4 <= sum(sample.sealed for sample in ALL) / len(ALL) <= 0.6


def test_every_kind_has_a_sample() -> None:
    kinds = {kind for sample in ALL for kind in spoken(sample.expected["文种"])}
    assert kinds == set(WORDS["文种"])


def builder() -> ModuleType:
    """samples/build.py, which is a script and not a module of ours."""
    spec = importlib.util.spec_from_file_location("build", SAMPLES / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_built_samples_are_what_their_sources_give() -> None:
    for name, build in builder().BUILT.items():
        source = (SAMPLES / "sources" / Path(name).with_suffix(".txt")).read_text("utf-8")
        assert (SAMPLES / "minutes" / name).read_bytes() == build(source), name
