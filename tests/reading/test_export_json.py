"""The reading as JSON: the contract's keys in their order, and the way back."""

from __future__ import annotations

import json

import pytest

from reading.handmade import ALL, EMPTY, FULL
from yiding.reading.export.json import deadline_to_json, dumps, from_json, to_json
from yiding.reading.model import Reading

KEYS = [
    "schema",
    "source",
    "text",
    "kind",
    "address",
    "issuer",
    "genre",
    "number",
    "session",
    "held_on",
    "place",
    "chair",
    "items",
    "attendance",
    "compiled",
    "disclosure",
    "distribution",
    "printed",
    "more_meetings",
    "accounting",
    "warnings",
]
DUTY_KEYS = [
    "address",
    "lead",
    "assist",
    "group",
    "bearer_basis",
    "action",
    "modality",
    "deadline",
    "closing",
    "binding",
    "conditions",
    "span",
]


def test_keys_stand_in_the_order_of_the_contract() -> None:
    plain = to_json(FULL)
    assert list(plain) == KEYS
    assert list(plain["items"][0]["obligations"][0]) == DUTY_KEYS


def test_days_are_iso_and_spans_are_lists() -> None:
    plain = to_json(FULL)
    assert plain["held_on"]["date"] == "2025-03-18"
    assert plain["compiled"] == {"by": "临湖市人民政府办公室", "on": "2025-03-20"}
    assert plain["issuer"] == {"name": "临湖市人民政府", "span": [0, 7]}
    assert plain["accounting"][0]["as"] == "letterhead"


def test_a_deadline_says_why_it_has_its_day() -> None:
    first, second, third = (duty["deadline"] for duty in to_json(FULL)["items"][0]["obligations"])
    assert first == {"kind": "none"}
    start = FULL.text.index("今年12月底前")
    assert second == {
        "text": "今年12月底前",
        "kind": "by",
        "date": "2025-12-31",
        "start": None,
        "base": "held_on",
        "rule": "month-end",
        "confidence": "certain",
        "span": [start, start + 7],
    }
    assert (third["refused"], third["date"]) == ("calendar-year", None)


def test_an_effective_period_keeps_its_start() -> None:
    deadline = to_json(FULL)["items"][1]["obligations"][0]["deadline"]
    assert (deadline["kind"], deadline["start"]) == ("none", "2026-01-01")


def test_a_deadline_alone_has_every_key_and_no_span() -> None:
    keys = ["text", "kind", "date", "start", "base", "rule", "confidence"]
    assert list(deadline_to_json(FULL.items[0].obligations[1].deadline)) == keys


def test_what_is_absent_is_null_and_an_absent_list_is_empty() -> None:
    plain = to_json(EMPTY)
    facts = ("issuer", "genre", "number", "session", "held_on", "place", "chair", "printed")
    assert {plain[name] for name in facts} == {None}
    assert plain["attendance"] == {"present": [], "absent": [], "observers": [], "recorder": None}
    assert plain["items"] == plain["distribution"] == plain["warnings"] == []


@pytest.mark.parametrize("reading", ALL, ids=lambda reading: reading.address)
def test_the_way_back_is_exact(reading: Reading) -> None:
    assert from_json(json.loads(dumps(reading))) == reading


def test_another_contract_is_refused() -> None:
    with pytest.raises(ValueError, match="yiding/reading/2"):
        from_json(to_json(EMPTY) | {"schema": "yiding/reading/2"})


def test_the_text_is_one_line_of_utf8_or_indented() -> None:
    line = dumps(FULL)
    assert "\n" not in line
    assert "临湖市人民政府" in line
    assert line == dumps(FULL)
    assert json.loads(dumps(FULL, indent=1)) == json.loads(line)
