"""A column and one entry are judged alike."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import duckdb
import narwhals as nw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.toy import ON, THING, VALUES, bound, thing
from yiding.rules.bulk import NotAnExpression, Sheet, beside, column
from yiding.rules.finding import Finding
from yiding.rules.judging import judge
from yiding.rules.rule import Rule

NAMES = ("colour", "size", "part", "is_open")
PLACES = ("100000", "320500", "320509", "420100")
hundredths = st.one_of(
    st.none(),
    st.integers(0, 2000).map(lambda n: Decimal(n) / 100),
    st.sampled_from([Decimal("8"), Decimal("9"), Decimal("12.5"), Decimal("0.9"), Decimal("3")]),
)
things = st.fixed_dictionaries(
    {
        "colour": st.sampled_from([None, "red", "blue", "green"]),
        "size": hundredths,
        "part": hundredths,
        "is_open": st.sampled_from([None, True, False]),
    }
)


def over_column(rule: Rule, rows: list[dict[str, Any]], place: str) -> list[tuple[Any, ...]]:
    """Verdict, reason, label and limit of each row, by DuckDB."""
    connection = duckdb.connect()
    connection.execute(
        "create table things (n int, colour text, size double, part double, is_open boolean)"
    )
    connection.executemany(
        "insert into things values (?, ?, ?, ?, ?)",
        [[n, *(_plain(row[name]) for name in NAMES)] for n, row in enumerate(rows)],
    )
    told = column(rule, VALUES, Sheet(THING, ON, place))
    assert told is not None
    frame = beside(
        nw.from_native(connection.table("things")),
        told,
        verdict=told.verdict,
        reason=told.reason,
        word=told.label if told.label is not None else nw.lit(None),
        most=told.limit if told.limit is not None else nw.lit(None),
    )
    chosen = frame.select("n", "verdict", "reason", "word", "most").sort("n")
    return [row[1:] for row in chosen.to_native().fetchall()]


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


def one_by_one(rule: Rule, row: dict[str, Any], place: str) -> tuple[Any, ...]:
    """The same of the nearest place's finding."""
    given = {name: one for name, one in row.items() if one is not None}
    findings: list[Finding] = judge(rule, VALUES, thing(given, place), ON)
    if not findings:
        return (None, None, None, None)
    answer = findings[0].answer
    limit = None if answer.limit is None else float(answer.limit)
    reason = None if answer.reason is None else str(answer.reason)
    return str(answer.verdict), reason, answer.label, limit


@pytest.mark.parametrize("slug", sorted(bound()))
@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=15, deadline=None)
@given(rows=st.lists(things, min_size=1, max_size=40))
def test_a_column_is_judged_as_its_entries(
    slug: str, place: str, rows: list[dict[str, Any]]
) -> None:
    """Verdict, reason, label; the limit wherever a verdict was reached."""
    rule = bound()[slug]
    for row, told in zip(rows, over_column(rule, rows, place), strict=True):
        expected = one_by_one(rule, row, place)
        assert told[:2] == expected[:2], row
        if expected[0] in {"met", "breached", "computed"}:
            assert told[2] == expected[2], row
            assert told[3] == pytest.approx(expected[3]), row


def test_a_sequence_is_refused_by_name() -> None:
    """It runs entry by entry."""
    rule = bound()["small-enough"]
    sequence = Rule("toy", rule.source, rule.kind, rule.terms, None)
    with pytest.raises(NotAnExpression, match="toy/small-enough"):
        column(sequence, VALUES, Sheet(THING, ON, "100000"))


@pytest.mark.parametrize(("place", "is_law"), [("320500", False), ("320509", True)])
def test_a_column_falls_back_only_where_there_is_something_to_fall_back_to(
    place: str, is_law: bool
) -> None:
    """A district's plan is no law of the city around it; without `or_else` nothing is said."""
    rule = bound()["small-by-plan"]
    assert column(rule, VALUES, Sheet(THING, ON, place)) is not None
    alone = replace(rule, source=replace(rule.source, or_else=None))
    assert (column(alone, VALUES, Sheet(THING, ON, place)) is not None) == is_law
