"""Offices to write with, and who writes them."""

from __future__ import annotations

from datetime import date

from world import World, moment
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing

ON = date(2026, 3, 3)


def writing(world: World, by: str = "supervisor", on: date = ON) -> Writing:
    """Whoever writes into the ledger of premises at nine on a day."""
    return Writing(world[by], "premises", moment(on))


def office(key: str, *, area: str = "9", unit: str = "") -> Given:
    """An office of a clerk of the city."""
    fields = {"级别": "市级", "职级": "staff", "使用面积": area}
    return Given("office", key, fields, unit=unit)
