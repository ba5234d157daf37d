"""Fill the slots of a subject: choices, amounts, places, units and times."""

from __future__ import annotations

import re
from datetime import date
from random import Random

from yiding.demo.whens import FAR, MIDDLE, NEAR, VAGUE, worded

_SLOT = re.compile(r"\{([^{}]+)\}")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)")
_NAMED = re.compile(r"(区|园|地)(\d?)")
_POOLS = {
    "区": ("白鹭区人民政府", "望湖区人民政府", "青屏县人民政府"),
    "园": ("临湖经开区管委会", "市生物医药产业园管委会", "云湖度假区管委会"),
    "地": ("云桥", "临湖北站", "湖东新城", "南塘", "石埠", "白鹭湾", "望湖门"),
}
_YEARS = {"前年": -1, "年": 0, "明年": 1, "后年": 2}


class Draw:
    """What one item of one meeting drew: the same name gives the same place throughout."""

    def __init__(self, held_on: date, rng: Random) -> None:
        self.held_on = held_on
        self._rng = rng
        self._drawn: dict[str, str] = {}

    def fill(self, text: str) -> str:
        """The text with every slot filled."""
        return _SLOT.sub(lambda found: self._value(found[1]), text)

    def _value(self, slot: str) -> str:
        if slot in (NEAR, MIDDLE, FAR, VAGUE):
            return worded(slot, self.held_on, self._rng)
        if slot in _YEARS:
            return str(self.held_on.year + _YEARS[slot])
        if named := _NAMED.fullmatch(slot):
            return self._place(named[1], named[2])
        if bounds := _RANGE.fullmatch(slot):
            return _amount(bounds[1], bounds[2], self._rng)
        return self._rng.choice(slot.split("|"))

    def _place(self, pool: str, number: str) -> str:
        key = f"{pool}{number}"
        if number and key in self._drawn:
            return self._drawn[key]
        taken = {value for name, value in self._drawn.items() if name[0] == pool}
        value = self._rng.choice([each for each in _POOLS[pool] if each not in taken])
        self._drawn[key] = value
        return value


def _amount(least: str, most: str, rng: Random) -> str:
    """A number between the bounds, as precise as they are; round where they are round."""
    decimals = max(len(bound.partition(".")[2]) for bound in (least, most))
    if decimals:
        return f"{rng.uniform(float(least), float(most)):.{decimals}f}"
    low, high = int(least), int(most)
    step = 100 if low >= 1000 and low % 100 == 0 else 10 if low >= 100 and low % 10 == 0 else 1
    return str(rng.randrange(low, high + 1, step))
