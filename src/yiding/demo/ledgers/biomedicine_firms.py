"""生物医药产业: parks and enterprises, platforms, money and people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from yiding.demo.ledgers.dates import day, words
from yiding.ledgers.biomedicine.check_signs import SIGNS, credit_check_sign

Row = dict[str, Any]
_WAN = 10_000
_SCALE = 20_000_000
_BOARDS = ("科创板", "创业板", "港交所")
_ROUNDS = ("天使轮", "A轮", "B轮", "C轮")
_CODES = ("2710", "2720", "2740", "2761", "2770", "3581", "2780", "7340")
#: Of the enterprises these are mistyped, small, or have not yet told.
_WRONG_CODE, _TOO_SMALL, _SILENT = 11, {17, 33}, {8, 27}


class Firms:
    """The enterprises of the parks; ``share`` is how many of them are told."""

    def __init__(self, seed: int, today: date, share: float = 1) -> None:
        self._rng = Random(f"biomedicine firms {seed}")  # noqa: S311
        self.today, self._words = today, words("biomedicine.toml")
        self._share = share
        self.every = list(self._made())

    def parks(self) -> list[Row]:
        """产业园区: six by name, four that the minutes name not."""
        rows = []
        for no, one in enumerate(self._words["park"], 1):
            told = {name: value for name, value in one.items() if name != "firms"}
            rows.append({"id": f"Y-{no:02}", **told})
        return rows

    def rows(self, quarter: int) -> list[Row]:
        """The whole return first, later what changed: who came above scale, who raised money."""
        if quarter == 0:
            return [self._before(row) for row in self.every]
        changed = self.every[quarter::7]
        return [row for row in changed if row != self._before(row)]

    def _before(self, row: Row) -> Row:
        """As it was in the first quarter: nothing of the year yet."""
        year = str(self.today.year)
        told = {name: value for name, value in row.items() if name != "funding_rounds"}
        return {**told, "above_threshold": "否"} if row["above_threshold"] == year else told

    def _made(self) -> Iterator[Row]:
        no = 0
        for one in self._words["park"]:
            count = one.get("firms", 0)
            for _ in range(max(round(count * self._share), min(count, 2))):
                no += 1
                yield self._firm(no, one)

    def _firm(self, no: int, park: Row) -> Row:
        rng, last_year = self._rng, self.today.year - 1
        size = rng.choice((9, 18, 24, 36, 60, 85, 140, 320))
        revenue = size * 1_000_000 + rng.randint(0, 90) * _WAN
        is_above = revenue >= _SCALE
        if no in _TOO_SMALL:
            revenue = _SCALE - 1_200_000
        row: Row = {
            "id": f"E-{no:03}",
            "uscc": self._code(no),
            "name": self._name(no),
            "park": park["name"],
            "district": park["district"],
            "industry_code": rng.choice(_CODES[:7]) if no % 9 else _CODES[7],
            "year": last_year,
            "revenue": None if no in _SILENT else revenue,
            "output": None if no in _SILENT else round(revenue * 1.06),
            "staff": max(round(size * 0.9), 8),
            "rd": round(revenue * rng.uniform(0.06, 0.21)),
            "above_threshold": self._since(no, is_above=is_above or no in _TOO_SMALL),
        }
        return {**row, **self._capital(no, size)}

    def _since(self, no: int, *, is_above: bool) -> str:
        """The year from which, one in eight of this very year; who is no industry is none."""
        if not is_above or no % 9 == 0:
            return "否"
        back = 0 if no % 8 == 3 else self._rng.randint(1, 6)
        return str(self.today.year - back)

    def _capital(self, no: int, size: int) -> Row:
        rng = self._rng
        told: Row = {}
        if size > 300 or no % 19 == 5:
            on = day(self.today, -rng.randint(200, 2000))
            told["listed"] = [{"board": rng.choice(_BOARDS), "code": f"68{8000 + no}", "date": on}]
        if no % 5 == 1:
            on = day(self.today, -rng.randint(12, 280))
            told["funding_rounds"] = [{"round": rng.choice(_ROUNDS), "date": on,
                                       "amount": rng.randint(8, 90) * 1_000_000}]  # fmt: skip
        return told

    def _name(self, no: int) -> str:
        first, trades = self._words["surnames"], self._words["trades"]
        return f"{first[no % len(first)]}{trades[(no // len(first) + no) % len(trades)]}有限公司"

    def _code(self, no: int) -> str:
        """A code of the invented place, rightly checked but for one."""
        subject = "MA" + "".join(self._rng.choice(SIGNS) for _ in range(7))
        body = f"91329900{subject}"
        right = credit_check_sign(body)
        return body + (right if no != _WRONG_CODE else SIGNS[SIGNS.index(right) - 1])


def platforms(today: date, on: date) -> list[Row]:
    """平台机构, those that are filed or open by a day."""
    rows = []
    for no, (name, kind, filing, back, products) in enumerate(
        words("biomedicine.toml")["platforms"], 1
    ):
        filed = day(today, back) if back else None
        if filed is None or filed <= on:
            rows.append({"id": f"P-{no:02}", "name": name, "type": kind,
                         "filing_no": filing or None, "filed_on": filed,
                         "local_products": products})  # fmt: skip
    return rows


def payments(firms: Firms, today: date, on: date) -> list[Row]:
    """资金兑付, as far as it has come by a day."""
    rows = []
    for no, (scheme, purpose, promised, back, result, social) in enumerate(
        words("biomedicine.toml")["payments"], 1
    ):
        paid_on = day(today, back) if back else None
        is_paid = result == "paid" and paid_on is not None and paid_on <= on
        rows.append(
            {
                "id": f"Z-{no:02}",
                "scheme": scheme,
                "company": firms.every[no % len(firms.every)]["name"],
                "purpose": purpose,
                "promised": promised * _WAN,
                "amount": promised * _WAN if is_paid else None,
                "date": paid_on if is_paid else None,
                "condition": "取得批件或者完成投产",
                "result": result if is_paid or result == "refused" else "pending",
                "social_capital": social * _WAN or None,
            }
        )
    return rows


def talents(on: date) -> list[Row]:
    """人才 of the year and the last."""
    every = words("biomedicine.toml")["talents"]
    return [
        {"id": f"R-{no:02}", "programme": name, "level": level, "year": on.year + back,
         "count": count}
        for no, (name, level, back, count) in enumerate(every, 1)
    ]  # fmt: skip
