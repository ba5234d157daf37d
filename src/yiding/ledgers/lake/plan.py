"""The conditions of an emergency plan: which hold, which do not, which nobody reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yiding.rules import Amounts, Answer, Entry, Reason
from yiding.rules.answers import computed, undetermined
from yiding.rules.finding import plain

PENDING = "低于重大，等级待配置"
TERMS = {"major": "重大", "larger": "较大", "general": "一般"}
RESPONSES = {"major": "Ⅰ", "larger": "Ⅱ", "general": "Ⅲ"}
_OUTCOMES = {True: "holds", False: "does not hold", None: "was not reported"}
NUMBERS = {"major": 1, "larger": 2, "general": 3}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a plan: true, false or open; `missing` would settle it.

    A condition about which nothing at all was reported is neither open nor true.
    """

    number: int
    title: str
    held: bool | None
    missing: tuple[str, ...] = ()
    is_reported: bool = True

    @property
    def is_open(self) -> bool:
        """Something was reported, and not enough to decide."""
        return self.held is None and self.is_reported

    @property
    def told(self) -> str:
        """The condition with its outcome, in Chinese."""
        outcome = {True: "成立", False: "不成立", None: "数据不全"}[self.held]
        return (
            f"条件{self.number}（{self.title}）{outcome if self.is_reported else '无数据，未计入'}"
        )


def ratio_of(entry: Entry, amounts: Amounts) -> Decimal | None:
    """The share of the lake in per cent: as stated, else area over the surface used."""
    stated, area = entry.values.get("ratio_pct"), entry.values.get("area_km2")
    if area is None:
        return stated if isinstance(stated, Decimal) else None
    surface = entry.values.get("lake_area_km2") or amounts["lake_area"]
    return Decimal(area) * 100 / surface if surface else None


class Facts:
    """What an entry reports, against the bounds of one level of a plan."""

    def __init__(self, entry: Entry, amounts: Amounts, table: str, level: str) -> None:
        self.entry, self.amounts, self.table, self.level = entry, amounts, table, level
        self.values: dict[str, Any] = {**entry.values, "ratio_pct": ratio_of(entry, amounts)}
        if entry.values.get("zone") == "first":
            self._in_first_zone()

    def _in_first_zone(self) -> None:
        """Means of a scene that lies in a first-class zone are that zone's."""
        for own, zone in (
            ("mean_density", "zone_density"),
            ("mean_chlorophyll_a", "zone_chlorophyll_a"),
        ):
            if self.values.get(zone) is None:
                self.values[zone] = self.values.get(own)

    def reaches(self, quantity: str) -> bool | None:
        """Whether a quantity reaches its bound, itself included; none where it is not known."""
        bound, value = self.bound(quantity), self.values.get(quantity)
        if bound is None:
            return False
        return None if value is None else bool(value >= bound)

    def bound(self, quantity: str) -> Any:
        """The bound of the level, none where the plan has none."""
        return self.amounts[self.table, self.level, quantity]

    def mass(self) -> bool | None:
        """Whether the algae are many enough; a level may be graded by area alone."""
        quantities = ("mean_density", "mean_chlorophyll_a")
        if all(self.bound(one) is None for one in quantities):
            return True
        return either(*map(self.reaches, quantities))

    def condition(
        self, number: int, title: str, names: tuple[str, ...], held: bool | None
    ) -> Condition:
        """A condition over some quantities."""
        missing = tuple(name for name in names if self.values.get(name) is None)
        return Condition(number, title, held, missing, len(missing) < len(names))


def either(*parts: bool | None) -> bool | None:
    """One true part decides, else one unknown part leaves it open."""
    return True if True in parts else None if None in parts else False


def both(*parts: bool | None) -> bool | None:
    """One false part decides, else one unknown part leaves it open."""
    return False if False in parts else None if None in parts else True


def bloom_conditions(entry: Entry, amounts: Amounts, level: str) -> list[Condition]:
    """The four conditions of a plan for blooms."""
    facts = Facts(entry, amounts, "bloom_plan", level)
    area = both(facts.reaches("ratio_pct"), facts.mass())
    zone = either(facts.reaches("zone_density"), facts.reaches("zone_chlorophyll_a"))
    black = entry.values.get("is_black_in_source_zone")
    cut = both(facts.reaches("households_cut"), facts.reaches("outage_hours"))
    exceeded = entry.values.get("is_supply_exceeded")
    supply = False if exceeded is False else cut
    return [
        facts.condition(
            1, "水华面积和藻量", ("ratio_pct", "mean_density", "mean_chlorophyll_a"), area
        ),
        facts.condition(2, "水源保护区黑臭水体", ("is_black_in_source_zone",), black),
        facts.condition(3, "一级保护区藻量", ("zone_density", "zone_chlorophyll_a"), zone),
        facts.condition(4, "供水中断", ("households_cut", "outage_hours"), supply),
    ]


def blackwater_conditions(entry: Entry, amounts: Amounts, level: str) -> list[Condition]:
    """The two conditions of a plan for black water."""
    facts = Facts(entry, amounts, "blackwater_plan", level)
    return [
        facts.condition(1, "湖泛面积", ("ratio_pct",), facts.reaches("ratio_pct")),
        facts.condition(
            2, "水源保护区内", ("is_in_source_zone",), entry.values.get("is_in_source_zone")
        ),
    ]


Conditions = Callable[[Entry, Amounts, str], list[Condition]]


def level_of(entry: Entry, amounts: Amounts, table: str, conditions: Conditions) -> Answer | None:
    """The gravest level one of whose conditions holds, each condition explained.

    Levels without rows in the plan are not guessed; nothing reported at all says nothing.
    """
    major = conditions(entry, amounts, "major")
    if not any(one.is_reported for one in major):
        return None
    for level in ("major", *_loaded(amounts, table)):
        found = conditions(entry, amounts, level)
        if any(one.held for one in found):
            return _told(level, found)
        if lacking := [name for one in found if one.is_open for name in one.missing]:
            missing = tuple(dict.fromkeys(lacking))
            note, note_en = _note(found), _english(found)
            return undetermined(Reason.NO_DATA, missing, note=note, note_en=note_en)
    return computed(None, PENDING, note=_note(major), note_en=_english(major))


def _loaded(amounts: Amounts, table: str) -> Iterator[str]:
    """The lower levels that a plan has rows for."""
    return (level for level in ("larger", "general") if amounts[table, level, "ratio_pct"])


def _told(level: str, found: list[Condition]) -> Answer:
    note = f"{RESPONSES[level]}级响应；{_note(found)}"
    return computed(
        Decimal(NUMBERS[level]),
        TERMS[level],
        note=note,
        note_en=f"response level {NUMBERS[level]}; {_english(found)}",
    )


def _note(found: list[Condition]) -> str:
    return "；".join(one.told for one in found)


def _english(found: list[Condition]) -> str:
    return ", ".join(f"condition {one.number} {_OUTCOMES[one.held]}" for one in found)


def share_told(entry: Entry, amounts: Amounts) -> tuple[str, str]:
    """The surface an area was divided by, in Chinese and English."""
    surface = entry.values.get("lake_area_km2") or amounts["lake_area"]
    return f"分母为湖面 {plain(surface)} km²", f"of a surface of {plain(surface)} km²"
