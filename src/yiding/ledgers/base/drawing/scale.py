"""Numbers onto a drawing: round steps, and places between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """From `low` to `high` in steps of `step`, each a round number."""

    low: float
    high: float
    step: float

    def share(self, value: float | Decimal) -> float:
        """Where a value stands between the ends, as a share of 1."""
        return (float(value) - self.low) / (self.high - self.low)

    def ticks(self) -> list[float]:
        """Every step from the low end to the high one."""
        count = round((self.high - self.low) / self.step)
        return [self.low + at * self.step for at in range(count + 1)]


def scale_of(values: Sequence[float | Decimal], lines: int = 4) -> Scale:
    """The scale that holds all values in about so many steps; it begins at 0 where none is less."""
    numbers = [float(one) for one in values] or [0.0]
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    step = _step((high - low) / lines or 1)
    bottom = (low // step) * step
    return Scale(bottom, bottom + step * max(-(-(high - bottom) // step), 1), step)


def _step(least: float) -> float:
    """The least round number that is not below: 1, 2 or 5 and so many noughts."""
    power = 1.0
    while power > least:
        power /= 10
    while power * 10 <= least:
        power *= 10
    return next(power * one for one in STEPS if power * one >= least * 0.999)


def written(value: float | Decimal) -> str:
    """A number on an axis: 1,200; 0.5; −3."""
    text = f"{float(value):,.2f}".rstrip("0").rstrip(".")
    return text.replace("-", "−")
