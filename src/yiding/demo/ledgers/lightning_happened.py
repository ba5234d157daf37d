"""防雷减灾: storms, warnings, damage, permits, lessons and statistics of the year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from yiding.demo.ledgers.dates import day, words
from yiding.demo.ledgers.items import hour_of
from yiding.demo.ledgers.lightning_register import place_of

Row = dict[str, Any]
Known = tuple[str, Row]
_AREA, _STATION, _STRANGER = "临湖市", "临湖市气象台", "云湖观景公众号运营公司"
_HOURS = {"yellow": 6, "orange": 2, "red": 2}


class Happened:
    """What came about by chance and by season, told as far as a day knows of it."""

    def __init__(self, seed: int, today: date, share: float = 1) -> None:
        self._rng = Random(f"lightning storms {seed}")  # noqa: S311
        self._today, self._share, self._words = today, share, words("lightning.toml")
        self._storms = [self._storm(no, one) for no, one in enumerate(self._words["storm"], 1)]

    def known(self, on: date) -> Iterator[Known]:
        """Every row as it could be written on a day."""
        for began, rows in self._storms:
            if began.date() < on:
                yield from rows
        yield from self._permits(on)
        yield from self._projects(on)
        yield from self._disasters(on)
        yield from self._lessons(on)
        yield from self._statistics(on)

    def _storm(self, no: int, one: Row) -> tuple[datetime, list[Known]]:
        """A storm's flashes within an hour and a half, and the warning before them."""
        began = hour_of(self._of_year(*one["on"]), one["hour"])
        count = round(one["flashes"] * max(self._share, 0.2))
        rows = [self._flash(no, at, one, began) for at in range(count)]
        if "lead" in one:
            first = min((row["occurred_at"] for _, row in rows), default=began)
            rows.append(self._warning(no, one, first))
        return began, [(kind, _to_the_millisecond(row)) for kind, row in rows]

    def _of_year(self, month: int, number: int) -> date:
        """The latest such day that is over."""
        found = date(self._today.year, month, number)
        return found if found < self._today else date(self._today.year - 1, month, number)

    def _flash(self, no: int, at: int, one: Row, began: datetime) -> Known:
        drift = at / max(one["flashes"], 1)
        lon, lat = place_of(
            one["at"][0] + drift * 1.4 + self._rng.gauss(0, 0.9),
            one["at"][1] + drift * 0.8 + self._rng.gauss(0, 0.8),
        )
        is_cloud = self._rng.random() < 0.12
        current = self._rng.lognormvariate(3.2, 0.5) * (1 if self._rng.random() < 0.08 else -1)
        return "strike", {
            "id": f"SD-{no:02}-{at + 1:03}",
            "occurred_at": began + timedelta(milliseconds=self._rng.randint(0, 5_400_000)),
            "lon": lon,
            "lat": lat,
            "strike_kind": "ic" if is_cloud else "cg",
            "current": round(current, 1),
            "steepness": round(abs(current) / 4, 1),
            "stations": self._rng.randint(3, 8),
            "method": "four",
            "network": "云洲三维闪电定位网",
            "city": _AREA,
        }

    def _warning(self, no: int, one: Row, first: datetime) -> Known:
        issued = first - timedelta(minutes=one["lead"])
        ends = issued + timedelta(hours=_HOURS[one["colour"]])
        is_stranger = no == len(self._words["storm"])
        return "warning", {
            "id": f"YJ-{no:02}",
            "colour": "blue" if is_stranger else one["colour"],
            "area": _AREA,
            "window_h": 24 if is_stranger else _HOURS[one["colour"]],
            "issued_at": issued,
            "valid_to": ends,
            "lifted_at": ends - timedelta(minutes=20),
            "issuer": _STRANGER if is_stranger else _STATION,
            "basis": "雷达回波、大气电场",
        }

    def _permits(self, on: date) -> Iterator[Known]:
        for no, one in enumerate(self._words["permit"], 1):
            received = day(self._today, one["received"])
            if received > on:
                continue
            row: Row = {
                "id": f"XK-{received.year}-{no:02}",
                "permit_kind": one["kind"],
                "project": one["project"],
                "category": one["category"],
                "received_on": received,
                "document_count": 3,
                "evaluation_body": "省防雷技术评价中心",
                "evaluation_by": "authority",
            }
            steps = {"accepted": "accepted_on", "refused": "refused_on", "decided": "decided_on"}
            days = {name: received + timedelta(days=one[step]) for step, name in steps.items()
                    if step in one}  # fmt: skip
            told = {name: when for name, when in days.items() if when <= on}
            decided = {"decision": "approved"} if "decided_on" in told else {}
            yield "permit", row | told | decided

    def _projects(self, on: date) -> Iterator[Known]:
        names = {"design": "design_approved_on", "started": "started_on",
                 "accepted": "works_accepted_on", "delivered": "delivered_on"}  # fmt: skip
        for no, one in enumerate(self._words["project"], 1):
            days = {name: day(self._today, one[step]) for step, name in names.items()
                    if step in one}  # fmt: skip
            told = {name: when for name, when in days.items() if when <= on}
            if "started_on" in told:
                named = {"name": one["name"], "category": one["category"]}
                yield "project", {"id": f"XM-{no:02}", **named, **told}

    def _disasters(self, on: date) -> Iterator[Known]:
        for no, one in enumerate(self._words["disaster"], 1):
            happened = self._of_year(*one["on"])
            formed = happened + timedelta(days=one["formed"])
            reported = formed + timedelta(days=one["reported"])
            if formed > on:
                continue
            yield (
                "disaster",
                {
                    "id": f"LZ-{happened.year}-{no:02}",
                    "occurred_at": hour_of(happened, 16),
                    "place_name": one["place"],
                    "deaths": one["deaths"],
                    "injured": one["injured"],
                    "direct_loss": one["loss"],
                    "cause": one["cause"],
                    "grade": one["grade"],
                    "team_formed_on": formed,
                    "team_size": one["team"],
                    "on_site_count": one["site"],
                    "investigated_by": "city",
                    "reported_on": reported if reported <= on else None,
                },
            )

    def _lessons(self, on: date) -> Iterator[Known]:
        for no, back in enumerate(range(-330, 0, 28), 1):
            held = day(self._today, back)
            if held <= on:
                rng = Random(f"lesson {no}")  # noqa: S311
                yield (
                    "education",
                    {
                        "id": f"KP-{no:02}",
                        "held_on": held,
                        "form": rng.choice(("lecture", "publicity", "media", "open_day")),
                        "topic": rng.choice(self._words["topics"]),
                        "audience": rng.choice(self._words["audiences"]),
                        "people": rng.randint(30, 420),
                    },
                )

    def _statistics(self, on: date) -> Iterator[Known]:
        """Each district's figures; who is part of the assessment shows as the year goes on."""
        for one in self._words["region"]:
            yield (
                "annual_return",
                {
                    "id": f"{on.year}-{one['name']}",
                    "region": one["name"],
                    "year": on.year,
                    "area_km2": one["area"],
                    "watched_area_km2": one["watched"],
                    "population": one["people"],
                    "spending": one["spending"],
                    "in_safety_assessment": one["included"],
                    "assessment_score": one.get("score"),
                    "permits_avoided": one["avoided"],
                },
            )


def _to_the_millisecond(row: Row) -> Row:
    """A strike's moment as text: a cell of a sheet would lose its seconds."""
    if "occurred_at" not in row:
        return row
    at = row["occurred_at"]
    return row | {"occurred_at": f"{at:%Y-%m-%d %H:%M:%S}.{at.microsecond // 1000:03}"}
