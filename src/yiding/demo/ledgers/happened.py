"""安全生产事故: what happened, where and when, and whom it hurt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from yiding.demo.deeds import moment
from yiding.demo.ledgers.dates import day, words
from yiding.demo.ledgers.delivery import UNIT
from yiding.demo.ledgers.items import Item, Row, Steps

_DAYS = 730
#: How many of each year before ``today``: the last one, and the one before it.
_MANY = ((-365, 61), (-_DAYS, 68))
#: From this day types go by the names of the standard of 2025.
_NEW_TYPES = date(2026, 7, 1)
_SPREAD = 0.028  # degrees around the middle of a district
_WAN = 10_000


@dataclass(frozen=True)
class Happened:
    """事故: the entry as it becomes known, its day, its trade, and whom it hurt in the end."""

    item: Item
    at: datetime
    trade: dict[str, Any]
    firm: str
    deaths: int
    is_larger: bool

    @property
    def is_inquired(self) -> bool:
        """Whether somebody inquires beyond the traffic police: people died, or it was larger."""
        is_road = self.trade["special_kind"] == "road"
        return self.is_larger or (self.deaths > 0 and not is_road)


def accidents(seed: int, today: date, share: float = 1) -> list[Happened]:
    """Two years of them in the order of their days; those written down come in every share."""
    chance = Random(f"accidents {seed}")  # noqa: S311
    drawn = [*_told(chance, today), *_drawn(chance, today, share)]
    ordered = sorted(drawn, key=lambda one: one[0])
    return [_made(_Drawn(no, *one), chance) for no, one in enumerate(ordered, 1)]


def _told(chance: Random, today: date) -> Iterator[tuple[datetime, Row]]:
    for one in words("accidents.toml")["told"]:
        at = moment(day(today, one["back"]), one["hour"]) + timedelta(minutes=chance.randrange(60))
        yield at, dict(one)


def _drawn(chance: Random, today: date, share: float) -> Iterator[tuple[datetime, Row]]:
    trades = words("accidents.toml")["trade"]
    weights = [one["weight"] for one in trades]
    for first, many in _MANY:
        for _ in range(max(round(many * share), 8)):
            trade = chance.choices(range(len(trades)), weights)[0]
            on = day(today, first + 1 + chance.randrange(358))
            at = moment(on, chance.choice(trades[trade]["hours"]))
            yield at + timedelta(minutes=chance.randrange(60)), _small(chance, trades, trade)


def _small(chance: Random, trades: list[Row], trade: int) -> Row:
    """An accident that is not written down: seldom more than one death."""
    is_fatal = chance.randrange(100) < trades[trade]["fatal"]
    deaths = chance.choice((1, 1, 1, 1, 2)) if is_fatal else 0
    return {
        "trade": trade,
        "district": chance.randrange(len(words("accidents.toml")["district"])),
        "deaths": deaths,
        "severe": chance.choice((0, 0, 1)) if deaths else chance.choice((1, 1, 2)),
        "loss": chance.randrange(12, 190) if deaths else chance.randrange(3, 60),
    }


@dataclass(frozen=True)
class _Drawn:
    """What was drawn or written down of one accident, with its number in the order of days."""

    no: int
    at: datetime
    told: Row

    @property
    def trade(self) -> Row:
        trade: Row = words("accidents.toml")["trade"][self.told["trade"]]
        return trade

    @property
    def where(self) -> Row:
        district: Row = words("accidents.toml")["district"][self.told["district"]]
        return district


def _made(drawn: _Drawn, chance: Random) -> Happened:
    told, trade, at = drawn.told, drawn.trade, drawn.at
    firm = told.get("firm") or chance.choice(trade["firms"])
    later = told.get("later")
    final = told["deaths"] + (later["deaths"] if later else 0)
    is_larger = final >= 3 or told["loss"] >= 1000
    steps: Steps = [(at.date() + timedelta(days=1), _row(drawn, firm, chance))]
    item = Item("accident", f"LHSG-{drawn.no:04}", steps)
    made = Happened(item, at, trade, firm, final, is_larger)
    if later:
        steps.append(_supplement(at, later))
    if not made.is_inquired:
        steps.extend(_closed(drawn.no, at, chance))
    return made


def _row(drawn: _Drawn, firm: str, chance: Random) -> Row:
    no, at, told, trade, where = drawn.no, drawn.at, drawn.told, drawn.trade, drawn.where
    place = told.get("place") or chance.choice(where["places"])
    row: Row = {
        UNIT: trade["unit"],
        "code": f"LHSG{at:%Y}{no:04}",
        "title": told.get("title") or f"{place}{at:%-m·%-d}{trade['types'][0]}事故",
        "occurred_at": at,
        "location": place,
        "division": where["name"],
        "longitude": round(where["lon"] + chance.uniform(-_SPREAD, _SPREAD), 4),
        "latitude": round(where["lat"] + chance.uniform(-_SPREAD, _SPREAD), 4),
        "unit": firm or None,
        "industry": trade["name"],
        "special_kind": trade["special_kind"],
        "type": _type_on(at.date(), no, trade),
        "deaths": told["deaths"],
        "severe_injuries": told["severe"],
        "direct_loss": told["loss"] * _WAN,
        "cause": chance.choice(trade["causes"]),
        **_equipment(trade, no),
        **_reported(at, no, chance),
    }
    if no % 29 == 0:
        row |= {"deaths": None, "severe_injuries": None, "direct_loss": None}
    if told["deaths"] + told.get("later", {}).get("deaths", 0) >= 3 and no % 4:
        row["main_liability"] = True
    if no % 5 == 0 and told["deaths"] in {1, 2}:
        row["grade"] = "general" if no % 35 else "larger"
    return row


def _type_on(on: date, no: int, trade: Row) -> str:
    """By the standard of its day; now and then somebody still writes the old name."""
    is_new = on >= _NEW_TYPES and no % 9 != 0
    return str(trade["types"][1 if is_new else 0])


def _equipment(trade: Row, no: int) -> Row:
    if trade["special_kind"] != "special_equipment":
        return {}
    if no % 2:
        return {"equipment": "lift", "equipment_event": "held", "held_hours": 1.2 + no % 3}
    return {"equipment": "crane", "equipment_event": "overturn" if no % 4 else "part_break"}


def _reported(at: datetime, no: int, chance: Random) -> Row:
    """The head of the unit was told soon after; one in twelve reports too late."""
    told = at + timedelta(minutes=chance.randrange(4, 20))
    minutes = chance.randrange(64, 190) if no % 12 == 0 else chance.randrange(12, 58)
    return {"told_at": told, "reported_at": told + timedelta(minutes=minutes)}


def _supplement(at: datetime, later: Row) -> tuple[date, Row]:
    on = at.date() + timedelta(days=later["after"])
    told = {
        "at": on.isoformat(),
        "deaths_change": later["deaths"],
        "severe_change": later["severe"],
        "change": later["words"],
    }
    return on, {"supplements": [told]}


def _closed(no: int, at: datetime, chance: Random) -> Steps:
    """The traffic police or the county closes the small ones, now and then late or not yet."""
    if no % 23 == 0:
        return []
    days = chance.randrange(61, 90) if no % 19 == 0 else chance.randrange(12, 56)
    on = at.date() + timedelta(days=days)
    return [(on, {"closed_on": on, "handling": "已按规定处理并结案。"})]
