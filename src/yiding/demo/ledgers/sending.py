"""Two hot months of automatic readings: HJ 212 messages, taken into the store as a file is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from django.conf import settings

from yiding.demo.deeds import moment
from yiding.demo.ledgers.water import station_words
from yiding.ledgers.lake.hj212.encode import encode
from yiding.ledgers.lake.hj212.model import Message, Reading
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.lake.telemetry.taking import take_files
from yiding.ledgers.telemetry.store import StoreInUse
from yiding.ledgers.telemetry.taking import Taken

#: Which stations send, every four hours, and how many days of the season from which on.
_SENDING, _HOURS = (0, 2, 4, 7, 10), (0, 4, 8, 12, 16, 20)
_FROM, _DAYS = 91, 62
#: Of so many messages one comes damaged, one while the sensor is calibrated.
_DAMAGED, _CALIBRATED = 211, 97
_PASSWORD = "123456"  # noqa: S105 - every station's own until it is changed, as the standard has it


def take_readings(seed: int, first: date, now: datetime, share: float = 1) -> Taken:
    """Bring in the readings of the season's hot months, up to ``now``; the same twice is once.

    Nothing is taken where another process writes into the store just now.
    """
    until = min(first + timedelta(days=_FROM + max(round(_DAYS * share), 2)), now.date())
    with TemporaryDirectory() as folder:
        file = Path(folder) / "yunhu.hj212"
        file.write_bytes(b"".join(messages(seed, first + timedelta(days=_FROM), until)))
        with suppress(StoreInUse):
            return take_files(Store.of(Path(settings.DATA_DIR)), [file], now)
    return Taken()


def messages(seed: int, since: date, until: date) -> Iterator[bytes]:
    """Every message from one day to before another, one a line."""
    rng, number = Random(f"telemetry {seed}"), 0  # noqa: S311
    for back in range(max((until - since).days, 0)):
        for hour in _HOURS:
            for station in _SENDING:
                number += 1
                at = moment(since + timedelta(days=back), hour)
                frame = encode(_message(station, at, number, rng))
                yield frame.replace(b"Avg=", b"Avg=1", 1) if number % _DAMAGED == 0 else frame


def _message(station: int, at: datetime, number: int, rng: Random) -> Message:
    one = station_words()[station]
    flag = "C" if number % _CALIBRATED == 0 else "N"
    values = _values(one["level"] * rng.uniform(0.85, 1.15), one["body"] == "river", at.hour, rng)
    return Message(
        qn=f"{at + timedelta(hours=4, minutes=1):%Y%m%d%H%M%S}{number % 1000:03}",
        st="21",
        cn="2061",
        pw=_PASSWORD,
        mn=one["code"],
        flag=5,
        data_time=at,
        readings=tuple(_reading(code, text, flag) for code, text in values.items()),
    )


def _values(level: float, is_river: bool, hour: int, rng: Random) -> dict[str, str]:
    """By code of factor: warm by day, phosphorus by the station's level, algae in the lake."""
    noon = 1 - abs(hour - 14) / 14
    told = {
        "w01010": f"{27.5 + 2.4 * noon + rng.uniform(-0.6, 0.6):.1f}",
        "w01001": f"{8.1 + 0.5 * noon:.2f}",
        "w01009": f"{6.2 + 1.8 * noon + rng.uniform(-0.4, 0.4):.2f}",
        "w01019": f"{3.4 + 0.9 * level:.1f}",
        "w21003": f"{0.12 * level + rng.uniform(0, 0.08):.3f}",
        "w21011": f"{(0.085 if is_river else 0.066) * level:.3f}",
    }
    if not is_river:
        told["w21001"] = f"{0.7 + 0.3 * level:.2f}"
        told["w01016"] = f"{38 * level:.1f}"
    return told


def _reading(code: str, text: str, flag: str) -> Reading:
    return Reading(code, "Avg", text, Decimal(text), flag, flag == "N")
