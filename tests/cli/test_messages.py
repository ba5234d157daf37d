"""What the command says, complete in both languages."""

from __future__ import annotations

import re

import pytest

from yiding.cli.messages import LANGUAGES, sentences, speaker, usual_language

GAP = re.compile(r"\{(\w+)\}")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_every_sentence_is_in_both_languages_with_the_same_gaps() -> None:
    for key, said in sentences().items():
        assert set(said) == set(LANGUAGES), key
        assert set(GAP.findall(said["zh"])) == set(GAP.findall(said["en"])), key


def test_chinese_is_chinese_and_english_is_not() -> None:
    assert [key for key, said in sentences().items() if CHINESE.search(said["en"])] == []
    without = {key for key, said in sentences().items() if not CHINESE.search(said["zh"])}
    # nothing but what other sentences put in, side by side
    assert without == {"reason", "stop"}


def test_sentences_end_as_sentences() -> None:
    ends = {key: said["zh"][-1] for key, said in sentences().items() if "，" in said["zh"]}
    assert {key for key, end in ends.items() if end not in "。"} == set()


def test_the_language_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YIDING_LANG", "en_GB.UTF-8")
    assert usual_language() == "en"
    monkeypatch.setenv("YIDING_LANG", "fr")
    assert usual_language() == "zh"


def test_gaps_are_filled() -> None:
    assert speaker("zh")("on-page", page=3) == "3页"
    assert speaker("en")("outcome-heard") == "heard"
    assert speaker("en")("phrase-meeting", count=2) == "(meeting 2)"
