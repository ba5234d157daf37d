"""The trophic index 综合营养状态指数 as a term: one part a parameter, and their weighted sum."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from yiding.ledgers.lake.factors import (
    CHLOROPHYLL,
    NITROGEN,
    PERMANGANATE,
    PHOSPHORUS,
    TRANSPARENCY,
)
from yiding.rules import Term, choose, known, ln
from yiding.rules.expression import Every, Some

PARAMETERS = (CHLOROPHYLL, PHOSPHORUS, NITROGEN, TRANSPARENCY, PERMANGANATE)
SYMBOLS = dict(zip(PARAMETERS, ("chl", "TP", "TN", "SD", "CODMn"), strict=True))
GRADES = ("贫营养", "中营养", "轻度富营养", "中度富营养", "重度富营养")
INCOMPLETE = "（不完整）"
PLACES = 4
"""Decimals that an index is told with; the grade is that of the number unrounded."""

Fields = Callable[[str], Term]


def part_of(parameter: str, field: Fields, values: Any) -> Term:
    """10(a + b ln x) of one parameter."""
    coefficient = values.trophic_coefficient
    constant, slope = coefficient[parameter, "constant"], coefficient[parameter, "slope"]
    figure: Term = values.trophic_scale * (constant + slope * ln(field(parameter)))
    return figure


def index_term(field: Fields, values: Any) -> Term:
    """The weighted sum; the weights of those present make up the whole."""
    weights = [_weight(one, field, values) for one in PARAMETERS]
    weighed = [_weighed(one, field, values) for one in PARAMETERS]
    return _sum(weighed) / _sum(weights)


def _weight(parameter: str, field: Fields, values: Any) -> Term:
    return choose((known(field(parameter)), values.trophic_weight[parameter]), otherwise=0)


def _weighed(parameter: str, field: Fields, values: Any) -> Term:
    whole = values.trophic_weight[parameter] * part_of(parameter, field, values)
    return choose((known(field(parameter)), whole), otherwise=0)


def _sum(terms: list[Term]) -> Term:
    total = terms[0]
    for one in terms[1:]:
        total = total + one
    return total


def is_composite(field: Fields) -> Term:
    """Whether two parameters or more are there: an index of one is no comprehensive index."""
    pairs = ((one, other) for at, one in enumerate(PARAMETERS) for other in PARAMETERS[:at])
    return Some(tuple(known(field(one)) & known(field(other)) for one, other in pairs))


def are_positive(field: Fields) -> Term:
    """Whether every parameter there has a logarithm."""
    given = map(field, PARAMETERS)
    return Every(tuple(~known(one) | (one > 0) for one in given))


def grade_term(figure: Term, values: Any, suffix: str = "") -> Term:
    """The grade of an index: 30 and 50 are 中营养, 60 is 轻度, 70 is 中度."""
    bound = values.trophic_grade
    poor, middle, light, medium, heavy = (f"{one}{suffix}" for one in GRADES)
    return choose(
        (figure < bound["mesotrophic"], poor),
        (figure <= bound["eutrophic"], middle),
        (figure <= bound["medium"], light),
        (figure <= bound["heavy"], medium),
        otherwise=heavy,
    )
