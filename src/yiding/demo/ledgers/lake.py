"""安全度夏's year: three files of the season, and what the stations sent in the hot months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial

from yiding.demo.deeds import Deed
from yiding.demo.ledgers.ledger_year import LedgerYear, Rows
from yiding.demo.ledgers.season import Season
from yiding.demo.ledgers.sending import take_readings
from yiding.demo.ledgers.water import Samples, season_of, stations

KEEPER = "LH017"
#: The days of the season, from the first of April, on which the files come.
_DAYS = (95, 157, 217)


def deeds(year: LedgerYear) -> Iterator[Deed]:
    """A file for each part of the season that has begun, and then the readings."""
    since = first = season_of(year.today)
    water = _Water(year)
    for number in _DAYS:
        until = min(first + timedelta(days=number), year.today)
        if until > since:
            made = partial(water.rows, since, until)
            yield year.file((until - year.today).days, "云湖监测和防控情况", made)
        since = until
    yield year.deed((since - year.today).days, 9, "lake readings", partial(_take_readings, year))


class _Water:
    """The season's rows; those of its first file tell the stations and who keeps the shore."""

    def __init__(self, year: LedgerYear) -> None:
        self._first = season_of(year.today)
        self._samples = Samples(year.seed, year.today, year.share)
        self._season = Season(year.seed, year.today)

    def rows(self, since: date, until: date, _: date) -> Rows:
        """What was taken, seen and done from one day to before another."""
        is_first = since == self._first
        standing: Rows = {"station": stations(), **self._season.standing()} if is_first else {}
        taken = self._samples.rows(since, until)
        return {**standing, "sample": taken, **self._season.rows(since, until)}


def _take_readings(year: LedgerYear, at: datetime) -> None:
    """Into the store beside the database."""
    take_readings(year.seed, season_of(year.today), at, year.share)
