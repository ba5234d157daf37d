"""Which class water is: of one result as a term, of a point by its worst item.

The term is written once: it judges a reading, a column of readings, and each item of a sample.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yiding.ledgers.lake.factors import BASIC, BY_NAME, NITROGEN, OXYGEN, PH, PHOSPHORUS
from yiding.ledgers.lake.options import BODIES, CLASS_TERMS, CLASSES
from yiding.rules import Amounts, Term, choose, known
from yiding.rules.entries import Censored
from yiding.rules.expression import FieldOf, Limit, Plain

WORST = len(CLASS_TERMS)
NUMBERS = tuple(range(1, WORST + 1))
_GRADES = tuple(one.name for one in CLASSES)


class Tables:
    """Every table of dated values by its name, for a term built without a ledger."""

    def __getattr__(self, name: str) -> Limit:
        return Limit(name)


@dataclass(frozen=True, slots=True)
class Result:
    """One result as terms: which factor, in which body, how much, how saturated with oxygen."""

    factor: Term
    body: Term
    amount: Term
    saturation: Term


def class_term(of: Result, values: Any, outcomes: Sequence[Plain]) -> Term:
    """The best class whose limit holds, as one of six outcomes from class I to worse than V."""
    factor, amount = of.factor, of.amount
    limits = values.class_limit
    column = column_of(factor, of.body)
    falling = _ladder([amount >= limits[OXYGEN, grade] for grade in _GRADES], outcomes)
    rising = _ladder([amount <= limits[column, grade] for grade in _GRADES], outcomes)
    saturated = known(of.saturation) & (of.saturation >= values.oxygen_saturation)
    neutral = (amount >= values.ph_limit["low"]) & (amount <= values.ph_limit["high"])
    return choose(
        (factor == PH, choose((neutral, outcomes[0]), otherwise=outcomes[-1])),
        (factor == OXYGEN, choose((saturated, outcomes[0]), otherwise=falling)),
        otherwise=rising,
    )


def column_of(factor: Term, body: Term) -> Term:
    """The column of table 1: phosphorus has one of its own in rivers."""
    in_river = (factor == PHOSPHORUS) & (body == "river")
    return choose((in_river, f"{PHOSPHORUS}_river"), otherwise=factor)


def has_class(factor: Term, body: Term, values: Any) -> Term:
    """Whether table 1 holds limits for a factor: nitrogen has none in rivers."""
    has_none = (factor == NITROGEN) & known(body) & (body == "river")
    return ((factor == PH) | known(values.class_limit[factor, "V"])) & ~has_none


def _ladder(steps: Sequence[Term], outcomes: Sequence[Plain]) -> Term:
    return choose(*zip(steps, outcomes, strict=False), otherwise=outcomes[-1])


_OF_ONE = class_term(
    Result(*map(FieldOf, ("factor", "body", "amount", "saturation_pct"))), Tables(), NUMBERS
)


@dataclass(frozen=True, slots=True)
class Row:
    """A few values and the dated values of a rule, as a term looks at them."""

    fields: Mapping[str, Any]
    amounts: Amounts

    def field(self, name: str) -> Any:
        """A value; one known by a bound only is not known."""
        value = self.fields.get(name)
        return None if isinstance(value, Censored) else value

    def limit(self, table: str, keys: tuple[Any, ...]) -> Any:
        """A dated value."""
        return self.amounts[(table, *keys)]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a sample with the best and the worst class it can be."""

    factor: str
    value: Decimal | Censored
    best: int
    worst: int

    @property
    def term(self) -> str:
        """总磷."""
        return BY_NAME[self.factor].term

    @property
    def is_certain(self) -> bool:
        """Whether its class is one."""
        return self.best == self.worst


def items_of(values: Mapping[str, Any], amounts: Amounts) -> list[Item]:
    """The items of table 1 that a sample holds; water temperature has no class of its own."""
    body = values.get("body")
    return [item for one in BASIC if (item := _item(one.name, values, body, amounts))]


def _item(
    factor: str, values: Mapping[str, Any], body: str | None, amounts: Amounts
) -> Item | None:
    value = values.get(factor)
    is_outside = factor == NITROGEN and body == "river"
    if value is None or is_outside or factor == "water_temperature" or _is_negative(value):
        return None
    bodies = [body] if body or factor != PHOSPHORUS else [one.name for one in BODIES]
    found = [one for each in bodies for one in _range(factor, each, value, values, amounts)]
    return Item(factor, value, min(found), max(found))


def _is_negative(value: Decimal | Censored) -> bool:
    return isinstance(value, Decimal) and value < 0


def _range(
    factor: str,
    body: str | None,
    value: Decimal | Censored,
    values: Mapping[str, Any],
    amounts: Amounts,
) -> tuple[int, int]:
    """The classes a result may be: one for a number, from a bound to its end for a bound."""
    given = {"factor": factor, "body": body, "saturation_pct": values.get("saturation_pct")}
    if isinstance(value, Decimal):
        only = int(_OF_ONE.of(Row({**given, "amount": value}, amounts)))
        return only, only
    if value.bound is None or factor == PH:
        return 1, WORST
    at = int(_OF_ONE.of(Row({**given, "amount": value.bound}, amounts)))
    is_better = (value.sign == "<") != (factor == OXYGEN)
    return (1, at) if is_better else (at, WORST)


def counted(items: Iterable[Item], amounts: Amounts) -> list[Item]:
    """The items that make the class of a point."""
    return [one for one in items if amounts["class_excluded", one.factor] is None]


def spread(items: Sequence[Item]) -> tuple[int, int]:
    """The best and the worst class a point can be: its worst item decides."""
    return max(one.best for one in items), max(one.worst for one in items)


def deciding(items: Iterable[Item], number: int) -> Iterator[Item]:
    """The items that make a point what it is."""
    return (one for one in items if one.worst == number)


def class_name(number: int) -> str:
    """Ⅲ类, 劣Ⅴ类."""
    return CLASS_TERMS[number - 1]
