"""What the signs of an expression become over columns."""

from __future__ import annotations

import narwhals as nw

from yiding.rules.expression import Comparison

NEAR = 5e-10
"""What was worked out and differs by less is the same: figures have no more than nine places."""


def arithmetic(sign: str, left: nw.Expr, right: nw.Expr) -> nw.Expr:
    """One step of arithmetic; a division by nothing is not known."""
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "min":
            return nw.when(left <= right).then(left).otherwise(_told_only(right, left))
        case "max":
            return nw.when(left >= right).then(left).otherwise(_told_only(right, left))
        case _:
            return left / nw.when(right != 0).then(right)


def _told_only(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    """A term where the other is known too."""
    return nw.when(~other.is_null()).then(one)


def comparison(term: Comparison, left: nw.Expr, right: nw.Expr) -> nw.Expr:
    """A comparison of columns as they are."""
    match term.sign:
        case "<=":
            return left <= right
        case "<":
            return left < right
        case ">=":
            return left >= right
        case ">":
            return left > right
        case "==":
            return left == right
        case _:
            return left != right


def worked_out(term: Comparison, beyond: nw.Expr) -> nw.Expr:
    """A comparison of sums and products by their difference: less than `NEAR` is nothing."""
    match term.sign:
        case "<=":
            return beyond <= NEAR
        case "<":
            return beyond < -NEAR
        case ">=":
            return beyond >= -NEAR
        case ">":
            return beyond > NEAR
        case "==":
            return beyond.abs() <= NEAR
        case _:
            return beyond.abs() > NEAR
