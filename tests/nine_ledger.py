"""A source of evidence of one figure: so many of nine are done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from yiding.followup.ledger_sources import Choice, Shown, UnknownSource
from yiding.registry.models import Jurisdiction


@dataclass
class Nine:
    """A ledger of one figure: so many of nine."""

    done: int | None = 8
    asked: list[date] = field(default_factory=list)

    def choices(self, _: Jurisdiction) -> Iterable[Choice]:
        """One figure."""
        return [Choice("toy/done", "完成数", "玩具台账", "项")]

    def check(self, address: str) -> None:
        """The one address."""
        if address != "toy/done":
            raise UnknownSource(f"没有“{address}”。")

    def show(self, address: str, _: Jurisdiction, on: date) -> Shown:
        """How many of nine are done, whatever the day."""
        self.check(address)
        self.asked.append(on)
        if self.done is None:
            return Shown(address, "完成数", on, None)
        keys = tuple(str(n) for n in range(1, 10))
        value = Decimal(self.done)
        return Shown(
            address,
            "完成数",
            on,
            value,
            value,
            Decimal(9),
            "项",
            behind=keys[: self.done],
            lacking=keys[self.done :],
        )
