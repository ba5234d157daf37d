"""One entry under one rule: places, days, tags, and what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from rules.toy import ON, VALUES, bound, thing
from yiding.rules.finding import Finding, Reason, Verdict, plain, readable
from yiding.rules.judging import judge


def found(slug: str, fields: dict[str, Any], place: str = "100000", on: date = ON) -> list[Finding]:
    """What a toy rule finds."""
    return judge(bound()[slug], VALUES, thing(fields, place), on)


@pytest.mark.parametrize(
    ("size", "verdict", "excess"),
    [("9", Verdict.MET, None), ("9.00", Verdict.MET, None), ("9.01", Verdict.BREACHED, "0.01")],
)
def test_an_inclusive_limit_holds_at_the_limit(
    size: str, verdict: Verdict, excess: str | None
) -> None:
    """≤ admits the limit itself, and the excess is exact."""
    (finding,) = found("small-enough", {"colour": "red", "size": size})
    assert finding.verdict == verdict
    assert finding.answer.excess == (None if excess is None else Decimal(excess))
    assert (finding.answer.limit, finding.answer.unit) == (Decimal(9), "m²")


def test_a_local_row_stands_beside_the_national_one() -> None:
    """Two findings, the local first, each with its own place and confirmation."""
    local, national = found("small-enough", {"colour": "红", "size": "8.5"}, "320500")
    assert (local.verdict, local.place, local.confirmed) == (Verdict.BREACHED, "320000", False)
    assert (national.verdict, national.place, national.confirmed) == (Verdict.MET, "100000", True)


def test_a_local_rule_says_nothing_of_the_countrys_rows() -> None:
    """In its district it judges by the nearest row, and nowhere else by any."""
    rule = bound()["small-by-plan"]
    alone = replace(rule, source=replace(rule.source, or_else=None))
    red = {"colour": "red", "size": "8.5"}
    (only,) = judge(alone, VALUES, thing(red, "320509"), ON)
    assert (only.place, only.verdict) == ("320000", Verdict.BREACHED)
    for place in ("", "100000", "320000", "320500", "420100"):
        assert judge(alone, VALUES, thing(red, place), ON) == []


def test_beside_a_local_rule_stands_what_it_is_judged_by_elsewhere() -> None:
    """The district's plan by the province's row, the standard by the country's."""
    local, national = found("small-by-plan", {"colour": "red", "size": "8.5"}, "320509")
    assert (local.place, local.verdict) == ("320000", Verdict.BREACHED)
    assert (national.place, national.verdict) == ("100000", Verdict.MET)


def test_a_local_row_is_silent_before_its_day() -> None:
    """Only the country's row judges an older day."""
    (only,) = found("small-enough", {"colour": "red", "size": "8.5"}, "320500", date(2019, 12, 31))
    assert (only.verdict, only.place) == (Verdict.MET, "100000")


def test_an_unconfirmed_row_decides_nothing() -> None:
    """It says what it measured, and that its value is not confirmed."""
    local, national = found("small-enough", {"colour": "red", "size": "8.5"}, "420100")
    assert (local.verdict, local.answer.reason) == (Verdict.UNDETERMINED, Reason.UNCONFIRMED)
    assert (local.answer.limit, national.verdict) == (Decimal(7), Verdict.MET)


def test_a_key_without_a_row_asks_for_the_local_value() -> None:
    """No row for green anywhere."""
    (finding,) = found("small-enough", {"colour": "green", "size": "1"}, "320500")
    assert finding.answer.reason == Reason.NEEDS_LOCAL


def test_what_is_missing_is_named_and_never_met() -> None:
    """The field's name for programs, its term for people."""
    (finding,) = found("small-enough", {"colour": "red"})
    assert (finding.answer.reason, finding.answer.missing) == (Reason.NO_DATA, ("size",))
    assert finding.message == "大小不超过限值：缺少数据，缺：大小，请补齐后再查。"


def test_no_rule_before_its_provision_began() -> None:
    """The standard is of 24 November 2014."""
    assert found("small-enough", {"colour": "red", "size": "9"}, on=date(2014, 11, 23)) == []


@pytest.mark.parametrize(
    "fields", [{"size": 1, "part": 1}, {"size": 1, "part": 1, "is_open": "否"}]
)
def test_a_rule_is_silent_where_its_condition_does_not_hold(fields: dict[str, Any]) -> None:
    """Not known counts as not holding."""
    assert found("part-below-share", fields) == []


def test_an_exclusive_limit_fails_at_the_limit() -> None:
    """0.3 of 3 is 0.9 exactly."""
    (at,) = found("part-below-share", {"size": 3, "part": "0.9", "is_open": True})
    (below,) = found("part-below-share", {"size": 3, "part": "0.8999", "is_open": True})
    assert (at.verdict, below.verdict) == (Verdict.BREACHED, Verdict.MET)


def test_a_computed_figure_has_its_word() -> None:
    """And no verdict over it."""
    (finding,) = found("class-of-size", {"size": "10"})
    assert (finding.verdict, finding.answer.label) == (Verdict.COMPUTED, "大")
    assert round(finding.answer.value, 6) == Decimal("2.302585")


@pytest.mark.parametrize(
    ("size", "limit"), [("2", "3"), ("3.5", "3.5"), ("12.5", "12.5"), ("12.6", "12.5")]
)
def test_a_figure_is_held_between_two_bounds(size: str, limit: str) -> None:
    """Below the lower the lower, above the upper the upper, between them itself."""
    (finding,) = found("part-between", {"size": size, "part": limit})
    assert (finding.verdict, finding.answer.limit) == (Verdict.MET, Decimal(limit))


def test_one_of_two_is_not_known_while_the_other_is_not() -> None:
    """No size: neither bound speaks for it."""
    (finding,) = found("part-between", {"part": "1"})
    assert finding.answer.reason == Reason.NO_DATA


def test_one_true_part_decides_a_choice_of_two() -> None:
    """Open is not known, red is: Kleene's logic."""
    (red,) = found("red-or-open", {"colour": "red"})
    (green,) = found("red-or-open", {"colour": "green"})
    assert (red.verdict, green.answer.reason) == (Verdict.MET, Reason.NO_DATA)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (Decimal(2) / Decimal(3), "0.666666666667"),
        (Decimal("12345678901234.01"), "12345678901234.01"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.00"), "0"),
        (None, None),
    ],
)
def test_a_number_is_told_plainly(number: Decimal | None, told: str | None) -> None:
    """A quotient without end is cut to twelve digits; what was measured is told whole."""
    assert plain(number) == told


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("9.01", "9.01"),
        ("0.00001", "0.00001"),
        ("6.53333333333333", "6.5333"),
        ("0.466666666666667", "0.4667"),
        ("0.0000123456", "0.00001235"),
        ("1402.86", "1402.86"),
    ],
)
def test_a_quotient_is_told_to_four_places(number: str, told: str) -> None:
    """What was measured is told as it was measured."""
    assert readable(Decimal(number)) == told


def test_a_square_root_is_exact_and_of_less_than_nothing_unknown() -> None:
    """9 has the side 3; of -1 nobody knows."""
    (at,) = found("side-of-size", {"size": "9", "part": "3"})
    (over,) = found("side-of-size", {"size": "9", "part": "2.99"})
    (none,) = found("side-of-size", {"size": "-1", "part": "3"})
    assert (at.verdict, over.answer.excess) == (Verdict.MET, Decimal("0.01"))
    assert none.answer.reason == Reason.NO_DATA
