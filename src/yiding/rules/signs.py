"""What the signs of an expression do with two known values."""

from __future__ import annotations

from typing import Any


def compare(sign: str, left: Any, right: Any) -> bool:
    """One comparison of two known values."""
    match sign:
        case "<=":
            return bool(left <= right)
        case "<":
            return bool(left < right)
        case ">=":
            return bool(left >= right)
        case ">":
            return bool(left > right)
        case "==":
            return bool(left == right)
        case _:
            return bool(left != right)


def calculate(sign: str, left: Any, right: Any) -> Any:
    """One step of arithmetic; a division by nothing is not known."""
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "min":
            return min(left, right)
        case "max":
            return max(left, right)
        case _:
            return left / right if right else None
