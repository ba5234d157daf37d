"""Terms into expressions over columns, each part that is used again worked out once.

Engines work a part out as often as it is written. What a rule writes more than once, and what its
dated values hang on, therefore becomes a column of its own; columns that need others come in later
steps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import narwhals as nw

from yiding.rules.bulk_cases import NO_ROW, by_keys, by_number
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
from yiding.rules.values import DatedValue, Key, Values

_WORDS = frozenset({Type.TEXT, Type.CHOICE})
_EMPTY: dict[Type, Any] = {
    Type.NUMBER: nw.Float64(),
    Type.MEASURED: nw.Float64(),
    Type.MONEY: nw.Float64(),
    Type.INTEGER: nw.Float64(),
    Type.FLAG: nw.Boolean(),
    Type.DATE: nw.Date(),
}
_WORKED_OUT = (Arithmetic, Logarithm, SquareRoot)
Identity = tuple[Any, ...]


class NotAnExpression(TypeError):
    """A rule that needs a sequence judges entry by entry only."""


@dataclass(frozen=True, slots=True)
class Made:
    """An expression, and how many steps of columns must be there before it."""

    expr: nw.Expr
    after: int = 0


def joined(how: Callable[..., nw.Expr], *parts: Made) -> Made:
    """One expression of several, after the last of them."""
    return Made(how(*(one.expr for one in parts)), max((one.after for one in parts), default=0))


@dataclass(frozen=True, slots=True)
class Ground:
    """What a column is judged on: the kind, the columns there are, values, places and day."""

    kind: Kind
    has: frozenset[str] | None
    values: Values
    places: tuple[str, ...]
    on: date


class Compiler:
    """Makes the terms of one rule into expressions; `steps` are the columns they name."""

    def __init__(self, ground: Ground, roots: Iterable[Term]) -> None:
        self._ground = ground
        self._types = {one.name: one.type for one in ground.kind.fields}
        self.steps: list[dict[str, nw.Expr]] = []
        self._made: dict[Identity, Made] = {}
        self._identities: dict[int, tuple[Term, Identity]] = {}
        self._numbers: dict[Identity, Made] = {}
        self._used = Counter[Identity]()
        self._sharing: dict[Identity, dict[Identity, Limit]] = {}
        for root in roots:
            self._count(root)

    def of(self, term: Term) -> Made:
        """The expression of a term; one used again is a column's name."""
        identity = self.identity(term)
        if identity not in self._made:
            made = self._worked(term)
            is_apart = self._used[identity] > 1 and not _is_light(term)
            self._made[identity] = self.named("", made) if is_apart else made
        return self._made[identity]

    def named(self, name: str, made: Made) -> Made:
        """A column of its own; without a name it gets a number."""
        while len(self.steps) <= made.after:
            self.steps.append({})
        name = name or f"_part_{sum(map(len, self.steps))}"
        self.steps[made.after][name] = made.expr
        return Made(nw.col(name), made.after + 1)

    def field(self, name: str) -> nw.Expr:
        """A field's column; nothing where there is no such column."""
        if self._ground.has is None or name in self._ground.has:
            return nw.col(name)
        return nw.lit(None, dtype=_EMPTY.get(self._types[name], nw.String()))

    def lacks(self, root: Term) -> Made:
        """Whether a key is known whose row no place has."""
        return joined(_any, *(self._lacked(one) for one in self._limits(root)))

    def decides(self, root: Term) -> Made | None:
        """Whether every row that a term uses may decide; none where all there are may."""
        told = [one for one in map(self._decided, self._limits(root)) if one is not None]
        return joined(_all_that_speak, *told) if told else None

    def identity(self, term: Term) -> Identity:
        """What makes two terms the same: what they are made of."""
        known = self._identities.get(id(term))
        if known is None:
            known = self._identities[id(term)] = (term, self._told(term))
        return known[1]

    def _told(self, term: Term) -> Identity:
        match term:
            case FieldOf():
                own: Identity = (term.name,)
            case Constant():
                own = (type(term.value).__name__, str(term.value))
            case Limit():
                own = (term.table,)
            case Arithmetic() | Comparison():
                own = (term.sign,)
            case _:
                own = ()
        return (type(term).__name__, *own, *map(self.identity, term.parts()))

    def _count(self, term: Term) -> None:
        """Count every use of a part once for each place that writes it."""
        identity = self.identity(term)
        self._used[identity] += 1
        if self._used[identity] > 1:
            return
        if isinstance(term, Limit):
            sharing = self._sharing.setdefault(self._chosen_by(term), {})
            sharing.setdefault(identity, term)
        for part in term.parts():
            self._count(part)

    def _worked(self, term: Term) -> Made:  # noqa: PLR0911 - one case a kind of term
        match term:
            case FieldOf():
                return Made(self.field(term.name))
            case Constant():
                return Made(_literal(term.value))
            case Limit():
                return self._limit(term)
            case Choice():
                return self._choice(term)
            case Comparison():
                return self._compared(term)
            case Computed() | Guarded():
                return self.of(term.inner)
            case _:
                return joined(_how(term), *map(self.of, term.parts()))

    def _compared(self, term: Comparison) -> Made:
        left, right = self.of(term.left), self.of(term.right)
        if any(isinstance(one, _WORKED_OUT) for one in every_part(term)):
            return joined(lambda one, other: worked_out(term, one - other), left, right)
        return joined(lambda one, other: comparison(term, one, other), left, right)

    def _choice(self, term: Choice) -> Made:
        """An unknown condition leaves the choice open, as it does for one entry."""
        chosen = self.of(term.otherwise)
        for condition, then in reversed(term.cases):
            how = _chosen if _is_certain(condition) else _chosen_or_open
            chosen = joined(how, self.of(condition), self.of(then), chosen)
        return chosen

    # -- dated values --

    def _limits(self, root: Term) -> Iterator[Limit]:
        told = {self.identity(one): one for one in every_part(root) if isinstance(one, Limit)}
        return iter(told.values())

    def _limit(self, limit: Limit) -> Made:
        """The amount beside the entry's keys: written where none is asked for, else a column."""
        held = {key: _plain(amount) for key, (_, amount) in self._held(limit).items()}
        return self._beside(limit, held)

    def _decided(self, limit: Limit) -> Made | None:
        held = {key: row.may_decide for key, (row, _) in self._held(limit).items()}
        return None if all(held.values()) else self._beside(limit, held)

    def _lacked(self, limit: Limit) -> Made:
        keys = [self.of(one) for one in limit.keys]
        return joined(_known_and_none, self.of(limit), *keys)

    def _beside(self, limit: Limit, held: Mapping[Key, Any]) -> Made:
        """One of a few amounts: by the number of the row where others hang on the same keys."""
        asked = [one for one in limit.keys if not isinstance(one, Constant)]
        none = nw.lit(None, dtype=_type_of(held))
        if not asked:
            return Made(nw.lit(held[()]) if () in held else none)
        if len(self._sharing[self._chosen_by(limit)]) > 1:
            rows = self._rows(limit)
            amounts = [held.get(key) for key in rows]
            number = self._number(limit, rows)
            return self.named("", joined(lambda one: by_number(one, amounts, none), number))
        leaves = {key: nw.lit(amount) for key, amount in held.items()}
        words = map(self._word, asked)
        return self.named("", joined(lambda *told: by_keys(told, leaves, none), *words))

    def _number(self, limit: Limit, rows: Sequence[Key]) -> Made:
        """The number of the row that the keys choose."""
        chosen_by = self._chosen_by(limit)
        if chosen_by not in self._numbers:
            asked = [one for one in limit.keys if not isinstance(one, Constant)]
            leaves = {key: nw.lit(at) for at, key in enumerate(rows)}
            made = joined(
                lambda *told: by_keys(told, leaves, nw.lit(NO_ROW)), *map(self._word, asked)
            )
            self._numbers[chosen_by] = self.named("", made)
        return self._numbers[chosen_by]

    def _rows(self, limit: Limit) -> list[Key]:
        """Every key that some value hanging on the same keys has a row for."""
        sharing = self._sharing[self._chosen_by(limit)].values()
        return sorted({key for one in sharing for key in self._held(one)})

    def _chosen_by(self, limit: Limit) -> Identity:
        return tuple(self.identity(one) for one in limit.keys if not isinstance(one, Constant))

    def _held(self, limit: Limit) -> dict[Key, tuple[DatedValue, Any]]:
        """Row and amount of the nearest place, by the parts of the key that the entry tells."""
        ground, fixed = self._ground, [_fixed(key) for key in limit.keys]
        found = ground.values.tables[limit.table].held(ground.places, ground.on)
        return {
            tuple(part for want, part in zip(fixed, key, strict=True) if want is None): one
            for key, one in found.items()
            if all(want is None or want == part for want, part in zip(fixed, key, strict=True))
        }

    def _word(self, key: Term) -> Made:
        """A key as a word, a column of its own unless it is one already."""
        made = self.of(key)
        if not self._is_word(key):
            made = Made(made.expr.cast(nw.String()), made.after)
        return made if isinstance(key, FieldOf) else self._kept(key, made)

    def _kept(self, key: Term, made: Made) -> Made:
        identity = ("word", self.identity(key))
        if identity not in self._made:
            self._made[identity] = self.named("", made)
        return self._made[identity]

    def _is_word(self, term: Term) -> bool:
        match term:
            case FieldOf():
                return self._types[term.name] in _WORDS
            case Constant():
                return isinstance(term.value, str)
            case Choice():
                outcomes = (*(then for _, then in term.cases), term.otherwise)
                return all(map(self._is_word, outcomes))
            case _:
                return False


def _how(term: Term) -> Callable[..., nw.Expr]:  # noqa: PLR0911 - one case a kind of term
    """What becomes of the parts of a plain term."""
    match term:
        case Arithmetic():
            return lambda left, right: arithmetic(term.sign, left, right)
        case Every():
            return _all
        case Some():
            return lambda *parts: nw.any_horizontal(*parts, ignore_nulls=False)
        case Negation():
            return lambda inner: ~inner
        case Known():
            return lambda inner: ~inner.is_null()
        case Logarithm():
            return lambda inner: nw.when(inner > 0).then(inner).log()
        case SquareRoot():
            return lambda inner: nw.when(inner >= 0).then(inner).sqrt()
        case _:
            raise NotAnExpression(type(term).__name__)


def _all(*parts: nw.Expr) -> nw.Expr:
    return nw.all_horizontal(*parts, ignore_nulls=False)


def _all_that_speak(*parts: nw.Expr) -> nw.Expr:
    return nw.all_horizontal(*parts, nw.lit(True), ignore_nulls=True)


def _any(*parts: nw.Expr) -> nw.Expr:
    return nw.any_horizontal(*parts, nw.lit(False), ignore_nulls=True)


def _known_and_none(amount: nw.Expr, *keys: nw.Expr) -> nw.Expr:
    known = [~one.is_null() for one in keys]
    return nw.all_horizontal(amount.is_null(), *known, ignore_nulls=True)


def _chosen(held: nw.Expr, then: nw.Expr, otherwise: nw.Expr) -> nw.Expr:
    return nw.when(held).then(then).otherwise(otherwise)


def _chosen_or_open(held: nw.Expr, then: nw.Expr, otherwise: nw.Expr) -> nw.Expr:
    return nw.when(held).then(then).otherwise(nw.when(~held).then(otherwise))


def _is_certain(condition: Term) -> bool:
    """Whether a condition is always known."""
    match condition:
        case Known():
            return True
        case Negation() | Every() | Some():
            return all(map(_is_certain, condition.parts()))
        case _:
            return False


def _is_light(term: Term) -> bool:
    """A part that costs no more than the column it would make."""
    match term:
        case FieldOf() | Constant():
            return True
        case Limit():
            return True  # a column already, or written
        case Known() | Negation():
            return _is_light(term.parts()[0])
        case Computed() | Guarded():
            return _is_light(term.inner)
        case _:
            return False


def _fixed(key: Term) -> str | None:
    """A part of a key that the rule itself writes."""
    return str(key.value) if isinstance(key, Constant) else None


def _type_of(held: Mapping[Key, Any]) -> Any:
    some = next(iter(held.values()), 0.0)
    if isinstance(some, bool):
        return nw.Boolean()
    return nw.String() if isinstance(some, str) else nw.Float64()


def _plain(amount: Any) -> Any:
    return float(amount) if isinstance(amount, Decimal) else amount


def _literal(value: Any) -> nw.Expr:
    return nw.lit(_plain(value))
