"""太湖安全度夏: what is seen and done in a season: scenes, salvage, patrols, supply, events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from yiding.demo.deeds import moment
from yiding.demo.ledgers.dates import words
from yiding.demo.ledgers.water import LAST, season_of

Row = dict[str, Any]
_LAKE_KM2 = 186
_PLACES = ("北湖湾打捞点", "白鹭湾打捞点", "望湖门打捞点", "南滩打捞点")
_AREAS = ("北湖湾", "白鹭湾")
_SALVAGE, _PATROLLED = (45, 190), 96


class Season:
    """The season of the lake as it goes, up to the last day of the demonstration."""

    def __init__(self, seed: int, today: date) -> None:
        self._seed, self._today, self._first = seed, today, season_of(today)
        self._words = words("lake.toml")

    def rows(self, since: date, until: date) -> dict[str, list[Row]]:
        """By kind, what happened from one day to before another."""
        happened = {
            "bloom_scene": self._scenes(),
            "blackwater": self._blackwater(),
            "event": self._events(),
            "salvage": self._salvage(),
            "patrol": self._patrols(),
            "season_day": self._days(),
            "finished_water": self._finished(),
            "algae_sample": self._algae(),
            "publication": self._publications(),
            "capture": self._captures(),
        }
        return {kind: _between(rows, since, min(until, self._today))
                for kind, rows in happened.items()}  # fmt: skip

    def standing(self) -> dict[str, list[Row]]:
        """What holds the whole season: sources and the keepers of the shore."""
        sources = [{"id": f"SY-{no}", **one} for no, one in enumerate(self._words["intake"], 1)]
        shore = [{"id": f"AD-{no}", **one} for no, one in enumerate(self._words["duty"], 1)]
        return {"intake": sources, "duty": shore}

    def _day(self, number: int) -> date:
        return self._first + timedelta(days=number)

    def _scenes(self) -> Iterator[tuple[date, Row]]:
        for no, one in enumerate(self._words["scene"], 1):
            on = self._day(one["day"])
            told = {name: value for name, value in one.items() if name != "day"}
            yield on, {"id": f"YG-{no:02}", "time": moment(on, 10, 40), "satellite": "云湖一号",
                       "lake_area_km2": _LAKE_KM2, **told}  # fmt: skip

    def _blackwater(self) -> Iterator[tuple[date, Row]]:
        for no, one in enumerate(self._words["blackwater"], 1):
            on = self._day(one["found"][0])
            row = {"id": f"HF-{no}", "found_at": moment(on, one["found"][1]),
                   "lake_area_km2": _LAKE_KM2, **one["fields"]}  # fmt: skip
            if "ended" in one:
                row["ended_at"] = moment(self._day(one["ended"][0]), one["ended"][1])
            yield on, row

    def _events(self) -> Iterator[tuple[date, Row]]:
        for no, one in enumerate(self._words["event"], 1):
            times = {f"{name}_at": moment(self._day(one[name][0]), one[name][1])
                     for name in ("found", "reported", "ended")}  # fmt: skip
            yield self._day(one["found"][0]), {"id": f"SJ-{no}", "type": one["type"],
                                               "lake_area_km2": _LAKE_KM2, **times,
                                               **one["fields"]}  # fmt: skip

    def _salvage(self) -> Iterator[tuple[date, Row]]:
        rng = Random(f"salvage {self._seed}")  # noqa: S311
        for no, number in enumerate(range(*_SALVAGE, 2), 1):
            on, tonnes = self._day(number), rng.randint(40, 420)
            is_late = no % 23 == 0
            yield (
                on,
                {
                    "id": f"DL-{on:%m%d}",
                    "date": on,
                    "location": rng.choice(_PLACES),
                    "algae_water_t": tonnes,
                    "algae_mud_t": round(tonnes * 0.04, 1),
                    "disposal": None if no == 40 else "脱水后送发电厂焚烧",
                    "disposed_t": round(tonnes * 0.8) if is_late else tonnes,
                    "disposed_on": on + timedelta(days=2) if is_late else on,
                    "boats": rng.randint(6, 30),
                    "people": rng.randint(24, 120),
                },
            )

    def _patrols(self) -> Iterator[tuple[date, Row]]:
        rng = Random(f"patrol {self._seed}")  # noqa: S311
        for on in self._season_days():
            if rng.randint(1, 100) <= _PATROLLED:
                found = "岸边少量藻带" if rng.random() < 0.2 else "未见异常"
                yield on, {"id": f"XC-{on:%m%d}", "date": on, "area": rng.choice(_AREAS),
                           "route_km": rng.randint(8, 26), "points": rng.randint(4, 12),
                           "finding": found}  # fmt: skip

    def _days(self) -> Iterator[tuple[date, Row]]:
        """湖泛巡查日报 of the hot weeks."""
        for no, on in enumerate(self._season_days(), 1):
            if 90 <= no <= 130:
                kept = {"is_patrolled": no != 111, "is_reported": no not in {104, 111}}
                yield on, {"id": f"RB-{on:%m%d}", "date": on, "area": _AREAS[no % 2], **kept}

    def _season_days(self) -> Iterator[date]:
        last = date(self._first.year, *LAST)
        return (self._day(one) for one in range((last - self._first).days + 1))

    def _finished(self) -> Iterator[tuple[date, Row]]:
        rng = Random(f"finished {self._seed}")  # noqa: S311
        plants = [one["plant"] for one in self._words["intake"]]
        for no, number in enumerate(range(3, 214, 15), 1):
            on = self._day(number)
            for plant in plants:
                is_odd = no == 8 and plant == plants[1]
                yield (
                    on,
                    {
                        "id": f"CS-{plant[:2]}-{on:%m%d}",
                        "plant": plant,
                        "sample_time": moment(on, 9),
                        "turbidity": f"{rng.uniform(0.08, 0.5):.2f}",
                        "ph": f"{rng.uniform(7.2, 7.9):.1f}",
                        "iron": "<0.05",
                        "manganese": f"{rng.uniform(0.005, 0.04):.3f}",
                        "permanganate_index": f"{rng.uniform(1.1, 2.3):.1f}",
                        "ammonia": f"{rng.uniform(0.02, 0.2):.2f}",
                        "geosmin": "0.000013" if is_odd else "0.000004",
                        "methylisoborneol": "0.000006",
                    },
                )

    def _algae(self) -> Iterator[tuple[date, Row]]:
        rng = Random(f"algae {self._seed}")  # noqa: S311
        for number in range(70, 160, 10):
            on = self._day(number)
            yield on, {"id": f"ZL-{on:%m%d}", "station": "白鹭湾", "sample_time": moment(on, 9, 30),
                       "density": rng.randint(400, 12000) * 10_000, "species": "微囊藻",
                       "depth": 0.5}  # fmt: skip

    def _publications(self) -> Iterator[tuple[date, Row]]:
        for no, one in enumerate(self._words["publication"], 1):
            on = self._day(one["day"])
            told = {name: value for name, value in one.items() if name != "day"}
            yield on, {"id": f"FB-{no}", "published_on": on, **told}

    def _captures(self) -> Iterator[tuple[date, Row]]:
        """数据获取率 of the automatic stations, month by month."""
        rng = Random(f"capture {self._seed}")  # noqa: S311
        automatic = [one for one in self._words["station"] if one["station_kind"] != "manual_point"]
        for month in range(4, 11):
            start = date(self._first.year, month, 1)
            end = (start + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            for one in automatic[:6]:
                valid = round(6 * end.day * rng.uniform(0.9, 1))
                yield end, {"id": f"HQ-{one['code'][-3:]}-{month:02}", "station": one["name"],
                            "factor_name": "总磷", "start_on": start, "end_on": end,
                            "days": end.day, "valid_values": valid}  # fmt: skip


def _between(rows: Iterable[tuple[date, Row]], since: date, until: date) -> list[Row]:
    return [row for on, row in rows if since <= on < until]
