"""A column of a million under the rule that judges one entry.

An expression becomes one over a Narwhals frame, so whichever engine holds the frame (DuckDB by
default) does the comparing; `yiding.rules.bulk_terms` makes the terms. Dated values become cases
over the keys, and no table is joined. Numbers are 64-bit floats there: decimals of up to 15 digits
keep their order, and sums and products are the same where they differ by less than `NEAR`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, TypeVar

import narwhals as nw

from yiding.rules.bulk_terms import Compiler, Ground, Made, NotAnExpression, joined
from yiding.rules.entries import Kind
from yiding.rules.expression import Comparison, Computed, Guarded, Term
from yiding.rules.finding import Reason, Verdict
from yiding.rules.judging import may_decide, provision_of
from yiding.rules.places import chain
from yiding.rules.rule import Rule
from yiding.rules.values import Values

__all__ = ["DIGITS", "Column", "NotAnExpression", "Sheet", "beside", "column"]

Frame = TypeVar("Frame", "nw.DataFrame[Any]", "nw.LazyFrame[Any]")

DIGITS = 9
"""Decimal places of an excess that was worked out."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a rule says of a column, as Narwhals expressions over the fields' columns.

    `verdict` is a word of `Verdict`, null where the rule says nothing; `reason` a word of
    `Reason`; `measured`, `limit` and `excess` are numbers in the finding's unit; `value` and
    `label` those of a computed figure. What does not occur is none. `steps` are columns that the
    others name, those of each step made of the ones before: they are added first (`beside` does).
    """

    steps: Sequence[Mapping[str, nw.Expr]]
    verdict: nw.Expr
    reason: nw.Expr
    measured: nw.Expr | None = None
    limit: nw.Expr | None = None
    excess: nw.Expr | None = None
    value: nw.Expr | None = None
    label: nw.Expr | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Entries as columns: their kind, the day, the place they share, and the columns there are.

    A field whose column is not in `has` is not known of any entry; none: all fields are there.
    """

    kind: Kind
    on: date
    place: str
    has: frozenset[str] | None = None


def column(rule: Rule, values: Values, sheet: Sheet) -> Column | None:
    """The rule over a column of entries of one place, on a day; none where it is not law there.

    The nearest place's rows decide; the country's beside them come by asking with its code.
    """
    if rule.root is None:
        raise NotAnExpression(f"{rule.address} runs entry by entry")
    places = chain(sheet.place)
    provision = provision_of(rule, places, sheet.on)
    if provision is None:
        return None
    ground = Ground(sheet.kind, sheet.has, values, places, sheet.on)
    return _column(rule, ground, is_law=may_decide(provision, []))


def beside(frame: Frame, told: Column, **wanted: nw.Expr) -> Frame:
    """The frame with the columns a rule names, and then what is wanted of it, under its names."""
    frame = _as_it_is(frame)
    for step in (*told.steps, wanted):
        frame = frame.with_columns(**step) if step else frame
    return frame


def _as_it_is(frame: Frame) -> Frame:
    """The same rows; nothing above is written into what is below.

    Over joined tables DuckDB writes every named column into what names it, as often as it is named.
    """
    return nw.concat([frame, frame.head(0)])


def _column(rule: Rule, ground: Ground, *, is_law: bool) -> Column:
    root, guards = _bare(rule.root)
    # what is asked of the root twice is a column, and so are the two sides that a finding tells
    sides = (root.left, root.right) if isinstance(root, Comparison) else ()
    compiler = Compiler(ground, (root, *guards, *sides))
    result = compiler.named("_held", compiler.of(root))
    decides = compiler.decides(root) if is_law else Made(nw.lit(False))
    missing = [Made(compiler.field(name).is_null()) for name in rule.source.needs]
    unknown = joined(_either, *missing, joined(nw.Expr.is_null, result))
    shut = unknown if decides is None else joined(_either_or_not, unknown, decides)
    verdict = joined(partial(_verdict, isinstance(root, Computed)), shut, result)
    without = joined(_either, *missing, Made(nw.lit(False)))
    reason = joined(_reason, without, unknown, compiler.lacks(root), shut)
    if guards:
        spoken = compiler.named("_spoken_of", joined(_all, *map(compiler.of, guards)))
        verdict, reason = joined(_where, spoken, verdict), joined(_where, spoken, reason)
    return _figures(root, compiler, compiler.named("_verdict", verdict), reason)


def _all(*parts: nw.Expr) -> nw.Expr:
    return nw.all_horizontal(*parts, ignore_nulls=False)


def _either(*parts: nw.Expr) -> nw.Expr:
    return nw.any_horizontal(*parts, ignore_nulls=True)


def _either_or_not(unknown: nw.Expr, decides: nw.Expr) -> nw.Expr:
    return _either(unknown, ~decides)


def _where(spoken: nw.Expr, what: nw.Expr) -> nw.Expr:
    return nw.when(spoken).then(what)


def _verdict(is_figure: bool, shut: nw.Expr, result: nw.Expr) -> nw.Expr:
    spoken = nw.lit(str(Verdict.COMPUTED))
    if not is_figure:
        spoken = nw.when(result).then(nw.lit("met")).otherwise(nw.lit("breached"))
    return nw.when(shut).then(nw.lit(str(Verdict.UNDETERMINED))).otherwise(spoken)


def _reason(missing: nw.Expr, unknown: nw.Expr, lacks: nw.Expr, shut: nw.Expr) -> nw.Expr:
    """No data before no local value before unconfirmed, as for one entry."""
    return (
        nw.when(missing)
        .then(nw.lit(str(Reason.NO_DATA)))
        .otherwise(
            nw.when(unknown & lacks)
            .then(nw.lit(str(Reason.NEEDS_LOCAL)))
            .otherwise(
                nw.when(unknown)
                .then(nw.lit(str(Reason.NO_DATA)))
                .otherwise(nw.when(shut).then(nw.lit(str(Reason.UNCONFIRMED))))
            )
        )
    )


def _figures(root: Term, compiler: Compiler, verdict: Made, reason: Made) -> Column:
    if isinstance(root, Computed):
        label = None if root.label is None else compiler.of(root.label).expr
        value = nw.col("_held")
        return Column(compiler.steps, verdict.expr, reason.expr, value=value, label=label)
    if not isinstance(root, Comparison) or root.sign in {"==", "!="}:
        return Column(compiler.steps, verdict.expr, reason.expr)
    measured, limit = compiler.of(root.left).expr, compiler.of(root.right).expr
    beyond = measured - limit if root.sign in {"<=", "<"} else limit - measured
    excess = nw.when(verdict.expr == str(Verdict.BREACHED)).then(beyond.round(DIGITS))
    return Column(compiler.steps, verdict.expr, reason.expr, measured, limit, excess)


def _bare(root: Term | None) -> tuple[Term, list[Term]]:
    """The term under its conditions."""
    guards: list[Term] = []
    while isinstance(root, Guarded):
        guards.append(root.condition)
        root = root.inner
    assert root is not None  # noqa: S101 - a sequence was refused above
    return root, guards
