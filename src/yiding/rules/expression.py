"""What a rule that compares fields is made of: an expression over fields and dated values.

The rule's lines run once, over placeholders; what they build judges one entry
(`yiding.rules.judging`) and a column of a million (`yiding.rules.bulk`) alike. A value that is
not known stays unknown through every step, and an unknown never becomes a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from yiding.rules.signs import calculate, compare


class Scope(Protocol):
    """Where an expression finds what it names."""

    def field(self, name: str) -> Any:
        """The entry's own value, none where it is not given."""
        ...

    def limit(self, table: str, keys: tuple[Any, ...]) -> Any:
        """The dated value at a key, none where no row holds it."""
        ...


Plain = Decimal | int | str | bool


class Term:
    """Something with a value: arithmetic and comparisons of it are terms again."""

    unit: str | None = None

    def of(self, scope: Scope) -> Any:
        """The value in a scope; none where it is not known."""
        raise NotImplementedError

    def parts(self) -> tuple[Term, ...]:
        """The terms this one is made of."""
        return ()

    def where(self, condition: Term) -> Guarded:
        """The same, where a condition holds; elsewhere the rule has nothing to say."""
        return Guarded(self, condition)

    def __add__(self, other: Term | Plain) -> Term:
        return Arithmetic("+", self, term(other))

    def __radd__(self, other: Plain) -> Term:
        return Arithmetic("+", term(other), self)

    def __sub__(self, other: Term | Plain) -> Term:
        return Arithmetic("-", self, term(other))

    def __rsub__(self, other: Plain) -> Term:
        return Arithmetic("-", term(other), self)

    def __mul__(self, other: Term | Plain) -> Term:
        return Arithmetic("*", self, term(other))

    def __rmul__(self, other: Plain) -> Term:
        return Arithmetic("*", term(other), self)

    def __truediv__(self, other: Term | Plain) -> Term:
        return Arithmetic("/", self, term(other))

    def __le__(self, other: Term | Plain) -> Comparison:
        return Comparison("<=", self, term(other))

    def __lt__(self, other: Term | Plain) -> Comparison:
        return Comparison("<", self, term(other))

    def __ge__(self, other: Term | Plain) -> Comparison:
        return Comparison(">=", self, term(other))

    def __gt__(self, other: Term | Plain) -> Comparison:
        return Comparison(">", self, term(other))

    def __eq__(self, other: Term | Plain) -> Comparison:  # type: ignore[override]
        return Comparison("==", self, term(other))

    def __ne__(self, other: Term | Plain) -> Comparison:  # type: ignore[override]
        return Comparison("!=", self, term(other))

    def __and__(self, other: Term) -> Term:
        return Every((self, other))

    def __or__(self, other: Term) -> Term:
        return Some((self, other))

    def __invert__(self) -> Term:
        return Negation(self)

    __hash__ = object.__hash__

    def __bool__(self) -> bool:
        raise TypeError("an expression has no truth of its own: use &, | and .where()")


@dataclass(frozen=True, eq=False, slots=True)
class Constant(Term):
    """A word or a number written in the rule itself."""

    value: Any

    def of(self, _: Scope) -> Any:
        """The constant."""
        return self.value


@dataclass(frozen=True, eq=False)
class FieldOf(Term):
    """A field of the entry."""

    name: str
    unit: str | None = None

    def of(self, scope: Scope) -> Any:
        """What the entry holds."""
        return scope.field(self.name)


@dataclass(frozen=True, eq=False)
class Limit(Term):
    """A dated value at a key made of terms."""

    table: str
    keys: tuple[Term, ...] = ()
    unit: str | None = None

    def __getitem__(self, keys: Any) -> Limit:
        given = keys if isinstance(keys, tuple) else (keys,)
        return Limit(self.table, tuple(term(one) for one in given), self.unit)

    def of(self, scope: Scope) -> Any:
        """The row's amount for the entry's place and day."""
        keys = tuple(one.of(scope) for one in self.keys)
        return None if None in keys else scope.limit(self.table, keys)

    def parts(self) -> tuple[Term, ...]:
        """The key."""
        return self.keys


@dataclass(frozen=True, eq=False, slots=True)
class Arithmetic(Term):
    """A sum, difference, product or quotient, or the smaller or larger of two."""

    sign: str
    left: Term
    right: Term

    def of(self, scope: Scope) -> Any:
        """Exact decimals; a division by nothing is not known."""
        left, right = self.left.of(scope), self.right.of(scope)
        return None if left is None or right is None else calculate(self.sign, left, right)

    def parts(self) -> tuple[Term, ...]:
        """Both sides."""
        return (self.left, self.right)


@dataclass(frozen=True, eq=False, slots=True)
class Logarithm(Term):
    """The natural logarithm; of nothing or less it is not known."""

    inner: Term

    def of(self, scope: Scope) -> Any:
        """To the precision of decimals."""
        value = self.inner.of(scope)
        return None if value is None or value <= 0 else value.ln()

    def parts(self) -> tuple[Term, ...]:
        """What it is taken of."""
        return (self.inner,)


@dataclass(frozen=True, eq=False, slots=True)
class SquareRoot(Term):
    """The square root; of less than nothing it is not known."""

    inner: Term

    def of(self, scope: Scope) -> Any:
        """To the precision of decimals."""
        value = self.inner.of(scope)
        return None if value is None or value < 0 else value.sqrt()

    def parts(self) -> tuple[Term, ...]:
        """What it is taken of."""
        return (self.inner,)


@dataclass(frozen=True, eq=False, slots=True)
class Comparison(Term):
    """A measured term held against a limit."""

    sign: str
    left: Term
    right: Term

    def of(self, scope: Scope) -> Any:
        """True, false or not known."""
        left, right = self.left.of(scope), self.right.of(scope)
        return None if left is None or right is None else compare(self.sign, left, right)

    def parts(self) -> tuple[Term, ...]:
        """Both sides."""
        return (self.left, self.right)


@dataclass(frozen=True, eq=False, slots=True)
class Every(Term):
    """All of them: one false part decides, else one unknown part leaves it open."""

    terms: tuple[Term, ...]

    def of(self, scope: Scope) -> Any:
        """True, false or not known."""
        values = [one.of(scope) for one in self.terms]
        return False if False in values else None if None in values else True

    def parts(self) -> tuple[Term, ...]:
        """The terms joined."""
        return self.terms


@dataclass(frozen=True, eq=False, slots=True)
class Some(Term):
    """Any of them: one true part decides, else one unknown part leaves it open."""

    terms: tuple[Term, ...]

    def of(self, scope: Scope) -> Any:
        """True, false or not known."""
        values = [one.of(scope) for one in self.terms]
        return True if True in values else None if None in values else False

    def parts(self) -> tuple[Term, ...]:
        """The terms joined."""
        return self.terms


@dataclass(frozen=True, eq=False, slots=True)
class Negation(Term):
    """The contrary."""

    inner: Term

    def of(self, scope: Scope) -> Any:
        """True, false or not known."""
        value = self.inner.of(scope)
        return None if value is None else not value

    def parts(self) -> tuple[Term, ...]:
        """What it denies."""
        return (self.inner,)


@dataclass(frozen=True, eq=False, slots=True)
class Known(Term):
    """Whether a term has a value at all."""

    inner: Term

    def of(self, scope: Scope) -> Any:
        """True or false."""
        return self.inner.of(scope) is not None

    def parts(self) -> tuple[Term, ...]:
        """What is asked for."""
        return (self.inner,)


@dataclass(frozen=True, eq=False, slots=True)
class Choice(Term):
    """The term beside the first condition that holds, else the last; open where one is unknown."""

    cases: tuple[tuple[Term, Term], ...]
    otherwise: Term

    def of(self, scope: Scope) -> Any:
        """The value chosen."""
        for condition, chosen in self.cases:
            held = condition.of(scope)
            if held is None:
                return None
            if held:
                return chosen.of(scope)
        return self.otherwise.of(scope)

    def parts(self) -> tuple[Term, ...]:
        """Conditions and what stands beside them."""
        return (*(one for case in self.cases for one in case), self.otherwise)


@dataclass(frozen=True, eq=False, slots=True)
class Computed(Term):
    """Not a verdict but a figure: `inner` the number, `label` the trade's word for it.

    `places` are the decimals it is told with; the label is chosen by the number unrounded.
    """

    inner: Term
    unit: str | None = None
    label: Term | None = None
    places: int | None = None

    def of(self, scope: Scope) -> Any:
        """The figure."""
        return self.inner.of(scope)

    def parts(self) -> tuple[Term, ...]:
        """Figure and word."""
        return (self.inner,) if self.label is None else (self.inner, self.label)


@dataclass(frozen=True, eq=False, slots=True)
class Guarded(Term):
    """A term that has something to say only where a condition holds."""

    inner: Term
    condition: Term

    def of(self, scope: Scope) -> Any:
        """The inner value where the condition holds."""
        return self.inner.of(scope) if self.condition.of(scope) else None

    def parts(self) -> tuple[Term, ...]:
        """Term and condition."""
        return (self.inner, self.condition)


def term(given: Term | Plain) -> Term:
    """A term as it is; a plain word or number as a constant, whole numbers exact."""
    if isinstance(given, Term):
        return given
    is_number = isinstance(given, int) and not isinstance(given, bool)
    return Constant(Decimal(given) if is_number else given)


def choose(*cases: tuple[Term, Term | Plain], otherwise: Term | Plain) -> Choice:
    """The first case whose condition holds."""
    return Choice(tuple((when, term(then)) for when, then in cases), term(otherwise))


def ln(inner: Term) -> Logarithm:
    """The natural logarithm of a term."""
    return Logarithm(inner)


def root(inner: Term) -> SquareRoot:
    """The square root of a term."""
    return SquareRoot(inner)


def smaller(left: Term, right: Term | Plain) -> Arithmetic:
    """The smaller of two; not known while one of them is not."""
    return Arithmetic("min", left, term(right))


def larger(left: Term, right: Term | Plain) -> Arithmetic:
    """The larger of two; not known while one of them is not."""
    return Arithmetic("max", left, term(right))


def known(inner: Term) -> Known:
    """Whether a term has a value."""
    return Known(inner)


def compute(
    inner: Term,
    unit: str | None = None,
    label: Term | Plain | None = None,
    places: int | None = None,
) -> Computed:
    """A figure instead of a verdict, told with so many decimals."""
    return Computed(inner, unit, None if label is None else term(label), places)


def every_part(root: Term) -> Iterable[Term]:
    """The term and all it is made of."""
    yield root
    for part in root.parts():
        yield from every_part(part)
