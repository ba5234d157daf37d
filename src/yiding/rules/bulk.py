"""A column of a million under the rule that judges one entry.

An expression becomes one over a Narwhals frame, so whichever engine holds the frame (DuckDB by
default) does the comparing. Dated values become nested cases: a key is met in a few comparisons
and no table is joined. Numbers are 64-bit floats there: decimals of up to 15 digits keep their
order, and sums and products are the same where they differ by less than `NEAR`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import narwhals as nw

from yiding.rules.bulk_signs import arithmetic, comparison, worked_out
from yiding.rules.entries import Kind, Type
from yiding.rules.expression import (
    Arithmetic,
    Choice,
    Comparison,
    Computed,
    Constant,
    Every,
    FieldOf,
    Guarded,
    Known,
    Limit,
    Logarithm,
    Negation,
    Some,
    SquareRoot,
    Term,
    every_part,
)
from yiding.rules.finding import Reason, Verdict
from yiding.rules.judging import may_decide, provision_of
from yiding.rules.places import chain
from yiding.rules.rule import Rule
from yiding.rules.values import DatedValue, Key, Values

Frame = TypeVar("Frame", "nw.DataFrame[Any]", "nw.LazyFrame[Any]")

DIGITS = 9
"""Decimal places of an excess that was worked out."""
_WORDS = frozenset({Type.TEXT, Type.CHOICE})
_EMPTY: dict[Type, Any] = {
    Type.NUMBER: nw.Float64(),
    Type.MEASURED: nw.Float64(),
    Type.MONEY: nw.Float64(),
    Type.INTEGER: nw.Float64(),
    Type.FLAG: nw.Boolean(),
    Type.DATE: nw.Date(),
}


class NotAnExpression(TypeError):
    """A rule that needs a sequence judges entry by entry only."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a rule says of a column, as Narwhals expressions over the fields' columns.

    `verdict` is a word of `Verdict`, null where the rule says nothing; `reason` a word of
    `Reason`; `measured`, `limit` and `excess` are numbers in the finding's unit; `value` and
    `label` those of a computed figure. What does not occur is none. `limits` are the dated values
    beside each entry and `held` what the rule's expression comes to, as columns that the others
    name: they are added first (`beside` does).
    """

    limits: Mapping[str, nw.Expr]
    held: Mapping[str, nw.Expr]
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
    compiler = _Compiler(sheet, values, places)
    decides = compiler.decides(rule.root) if may_decide(provision, []) else nw.lit(False)
    return _column(rule, compiler, decides)


def beside(frame: Frame, told: Column, **wanted: nw.Expr) -> Frame:
    """The frame with the limits of a rule, and then what is wanted of it, under its names."""
    for step in (told.limits, told.held, wanted):
        frame = frame.with_columns(**step) if step else frame
    return frame


def _column(rule: Rule, compiler: _Compiler, decides: nw.Expr) -> Column:
    root, guards = _bare(rule.root)
    needed = [compiler.field(name).is_null() for name in rule.source.needs]
    result = compiler.named("_held", compiler.of(root))
    unknown = nw.any_horizontal(result.is_null(), *needed, ignore_nulls=True)
    if isinstance(root, Computed):
        spoken = nw.lit(str(Verdict.COMPUTED))
    else:
        spoken = nw.when(result).then(nw.lit("met")).otherwise(nw.lit("breached"))
    open_ = nw.any_horizontal(unknown, ~decides, ignore_nulls=True)
    verdict = nw.when(open_).then(nw.lit(str(Verdict.UNDETERMINED))).otherwise(spoken)
    reason = _reason(needed, unknown, compiler.lacks(root), open_)
    if guards:
        spoken_of = nw.all_horizontal(*(compiler.of(one) for one in guards), ignore_nulls=False)
        held = compiler.named("_spoken_of", spoken_of)
        verdict, reason = nw.when(held).then(verdict), nw.when(held).then(reason)
    return _figures(root, compiler, verdict, reason)


def _reason(needed: list[nw.Expr], unknown: nw.Expr, lacks: nw.Expr, open_: nw.Expr) -> nw.Expr:
    """No data before no local value before unconfirmed, as for one entry."""
    missing = nw.any_horizontal(*needed, nw.lit(False), ignore_nulls=True)
    return (
        nw.when(missing)
        .then(nw.lit(str(Reason.NO_DATA)))
        .otherwise(
            nw.when(unknown & lacks)
            .then(nw.lit(str(Reason.NEEDS_LOCAL)))
            .otherwise(
                nw.when(unknown)
                .then(nw.lit(str(Reason.NO_DATA)))
                .otherwise(nw.when(open_).then(nw.lit(str(Reason.UNCONFIRMED))))
            )
        )
    )


def _figures(root: Term, compiler: _Compiler, verdict: nw.Expr, reason: nw.Expr) -> Column:
    if isinstance(root, Computed):
        label = None if root.label is None else compiler.of(root.label)
        value = nw.col("_held")
        return Column(compiler.limits, compiler.held, verdict, reason, value=value, label=label)
    if not isinstance(root, Comparison) or root.sign in {"==", "!="}:
        return Column(compiler.limits, compiler.held, verdict, reason)
    measured, limit = compiler.of(root.left), compiler.of(root.right)
    beyond = measured - limit if root.sign in {"<=", "<"} else limit - measured
    excess = nw.when(verdict == str(Verdict.BREACHED)).then(beyond.round(DIGITS))
    return Column(compiler.limits, compiler.held, verdict, reason, measured, limit, excess)


def _bare(root: Term | None) -> tuple[Term, list[Term]]:
    """The term under its conditions."""
    guards: list[Term] = []
    while isinstance(root, Guarded):
        guards.append(root.condition)
        root = root.inner
    assert root is not None  # noqa: S101 - a sequence was refused above
    return root, guards


class _Compiler:
    """Terms into expressions over the columns of a kind, at a place and on a day."""

    def __init__(self, sheet: Sheet, values: Values, places: tuple[str, ...]) -> None:
        self.types = {one.name: one.type for one in sheet.kind.fields}
        self.has, self.on = sheet.has, sheet.on
        self.values, self.places = values, places
        self.limits: dict[str, nw.Expr] = {}
        self.held: dict[str, nw.Expr] = {}
        self._names: dict[tuple[Any, ...], str] = {}

    def named(self, name: str, worked_out: nw.Expr) -> nw.Expr:
        """A column of its own for what is used more than once."""
        self.held[name] = worked_out
        return nw.col(name)

    def field(self, name: str) -> nw.Expr:
        """A field's column; nothing where there is no such column."""
        if self.has is None or name in self.has:
            return nw.col(name)
        return nw.lit(None, dtype=_EMPTY.get(self.types[name], nw.String()))

    def of(self, term: Term) -> nw.Expr:  # noqa: PLR0911, PLR0912 - one case a kind of term
        """The expression of a term."""
        match term:
            case FieldOf():
                return self.field(term.name)
            case Constant():
                return _literal(term.value)
            case Limit():
                return self._limit(term)
            case Arithmetic():
                return arithmetic(term.sign, self.of(term.left), self.of(term.right))
            case Comparison():
                return self._compared(term)
            case Every():
                return nw.all_horizontal(*map(self.of, term.terms), ignore_nulls=False)
            case Some():
                return nw.any_horizontal(*map(self.of, term.terms), ignore_nulls=False)
            case Negation():
                return ~self.of(term.inner)
            case Known():
                return ~self.of(term.inner).is_null()
            case Logarithm():
                inner = self.of(term.inner)
                return nw.when(inner > 0).then(inner).log()
            case SquareRoot():
                inner = self.of(term.inner)
                return nw.when(inner >= 0).then(inner).sqrt()
            case Choice():
                return self._choice(term)
            case Computed():
                return self.of(term.inner)
            case _:
                raise NotAnExpression(type(term).__name__)

    def _limit(self, limit: Limit) -> nw.Expr:
        """The column of a dated value: worked out once, however often the rule names it."""
        told = (limit.table, *map(_told, limit.keys))
        if told not in self._names:
            amounts = {key: _plain(one) for key, (_, one) in self._held(limit)}
            cases = self._cases(limit, amounts)
            self._names[told] = f"_limit_{len(self._names)}"
            self.limits[self._names[told]] = cases
        return nw.col(self._names[told])

    def decides(self, root: Term) -> nw.Expr:
        """Whether every row that a term uses may decide."""
        limits = (one for one in every_part(root) if isinstance(one, Limit))
        told = [one for one in map(self._decided, limits) if one is not None]
        return nw.all_horizontal(*told, nw.lit(True), ignore_nulls=True)

    def lacks(self, root: Term) -> nw.Expr:
        """Whether a key is known whose row no place has."""
        limits = [one for one in every_part(root) if isinstance(one, Limit)]
        lacking = [self._keyed(one) & self.of(one).is_null() for one in limits]
        return nw.any_horizontal(*lacking, nw.lit(False), ignore_nulls=True)

    def _keyed(self, limit: Limit) -> nw.Expr:
        known = [~self.of(key).is_null() for key in limit.keys]
        return nw.all_horizontal(*known, nw.lit(True), ignore_nulls=True)

    def _decided(self, limit: Limit) -> nw.Expr | None:
        held = dict(self._held(limit))
        if all(row.may_decide for row, _ in held.values()):
            return None
        return self._cases(limit, {key: row.may_decide for key, (row, _) in held.items()})

    def _held(self, limit: Limit) -> list[tuple[Key, tuple[DatedValue, Any]]]:
        """Every key that some place's row holds, with the nearest place's row and amount."""
        table = self.values.tables[limit.table]
        keys = dict.fromkeys(
            key
            for place in self.places
            for row in table.rows_at(place, self.on)
            for key in row.amounts
        )
        found = ((key, table.find(key, self.places, self.on)) for key in keys)
        return [(key, one) for key, one in found if one is not None]

    def _cases(self, limit: Limit, amounts: Mapping[Key, Any]) -> nw.Expr:
        """The amount beside the entry's key: one case a key, nested by the parts of the key."""
        fixed = [_fixed(key) for key in limit.keys]
        fitting = {
            key: amount
            for key, amount in amounts.items()
            if all(want is None or want == part for want, part in zip(fixed, key, strict=True))
        }
        return self._nested(limit.keys, fitting)

    def _nested(self, keys: tuple[Term, ...], amounts: Mapping[Key, Any]) -> nw.Expr:
        if () in amounts:
            return nw.lit(amounts[()])
        if not amounts:
            return nw.lit(None, dtype=nw.Float64())
        if _fixed(keys[0]) is not None:
            return self._nested(keys[1:], {key[1:]: one for key, one in amounts.items()})
        below: dict[str, dict[Key, Any]] = {}
        for key, one in amounts.items():
            below.setdefault(key[0], {})[key[1:]] = one
        told = self._word(keys[0])
        chosen: nw.Expr | None = None
        for part, rest in reversed(below.items()):
            case = nw.when(told == nw.lit(part)).then(self._nested(keys[1:], rest))
            chosen = case.otherwise(chosen) if chosen is not None else case
        assert chosen is not None  # noqa: S101 - amounts are not empty here
        return chosen

    def _word(self, key: Term) -> nw.Expr:
        is_word = isinstance(key, FieldOf) and self.types[key.name] in _WORDS
        return self.of(key) if is_word else self.of(key).cast(nw.String())

    def _choice(self, term: Choice) -> nw.Expr:
        """An unknown condition leaves the choice open, as it does for one entry."""
        chosen = self.of(term.otherwise)
        for condition, then in reversed(term.cases):
            held = self.of(condition)
            chosen = nw.when(held).then(self.of(then)).otherwise(nw.when(~held).then(chosen))
        return chosen

    def _compared(self, term: Comparison) -> nw.Expr:
        left, right = self.of(term.left), self.of(term.right)
        is_made = any(
            isinstance(one, Arithmetic | Logarithm | SquareRoot) for one in every_part(term)
        )
        return worked_out(term, left - right) if is_made else comparison(term, left, right)


def _told(key: Term) -> object:
    """What makes two keys the same: the field they name or the word they are."""
    match key:
        case FieldOf():
            return "field", key.name
        case Constant():
            return "word", str(key.value)
        case _:
            return id(key)


def _fixed(key: Term) -> str | None:
    """A part of a key that the rule itself writes."""
    return str(key.value) if isinstance(key, Constant) else None


def _plain(amount: Any) -> Any:
    return float(amount) if isinstance(amount, Decimal) else amount


def _literal(value: Any) -> nw.Expr:
    return nw.lit(_plain(value))
