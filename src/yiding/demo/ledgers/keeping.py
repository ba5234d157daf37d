"""The ledgers through the year: files brought in by who keeps them, checks, targets, the sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from yiding.demo.deeds import Deed, moment
from yiding.demo.diary import working_day_from
from yiding.demo.enrolment import Enrolled
from yiding.demo.ledgers import stewardship
from yiding.demo.ledgers.dates import day, words
from yiding.demo.ledgers.delivery import Delivery, bring_in
from yiding.demo.ledgers.enforcing import beside_the_items
from yiding.demo.ledgers.estate import Estate
from yiding.demo.ledgers.rounds import Rounds
from yiding.demo.ledgers.season import Season
from yiding.demo.ledgers.sending import take_readings
from yiding.demo.ledgers.water import Samples, season_of, stations
from yiding.ledgers.base.assessment import Item, SheetWish, keep_sheet, set_target
from yiding.ledgers.base.checking_runs import check_ledger
from yiding.ledgers.base.models import LedgerKeeper
from yiding.registry.models import Account
from yiding.registry.roles import Role

Rows = dict[str, list[dict[str, Any]]]
Made = Callable[[date], Rows]
"""What a file holds that is brought in on a day."""
#: 主管单位 of each ledger.
KEEPERS = {"premises": "LH030", "lake": "LH017", "inspections": "LH023"}
_COUNTED, _REPORTED, _RETURNED = -290, -84, -16
_LAST_WORD, _TARGETS = -4, -280
#: The days of the season, from the first of April, on which the lake's files come.
_LAKE_DAYS = (95, 157, 217)


def appoint(rows: Enrolled) -> None:
    """Say which unit keeps which ledger."""
    LedgerKeeper.objects.bulk_create(
        LedgerKeeper(jurisdiction=rows.city, ledger=slug, unit=rows.units[code])
        for slug, code in KEEPERS.items()
    )


class Keeping:
    """Everything that happens to the ledgers; ``share`` is how much of a city's data there is."""

    def __init__(self, seed: int, today: date, rows: Enrolled, share: float = 1) -> None:
        self._seed, self._today, self._rows, self._share = seed, today, rows, share
        self._sent: dict[str, dict[str, Any]] = {}

    def deeds(self) -> Iterator[Deed]:
        """All of it, in no order."""
        yield from self._premises()
        yield from self._inspections()
        yield from self._lake()
        yield self._deed(_TARGETS, 15, "ledgers", self._set_targets)
        # what is due and overdue is so on a day; the other ledgers' findings keep
        check = partial(self._check, "inspections")
        yield self._deed(_LAST_WORD + 1, 8, "inspections check", check)

    # -- 办公用房 --

    def _premises(self) -> Iterator[Deed]:
        """The count; half a year later what was let, built and given up; the year's returns."""
        estate = Estate(self._seed, self._today, self._share)
        yield self._file("premises", _COUNTED, "办公用房清查登记", partial(self._counted, estate))
        yield self._file("premises", _REPORTED, "租借维修和处置情况", self._reported)
        yield self._file("premises", _RETURNED, "办公用房年度报告", partial(self._returned, estate))

    def _counted(self, estate: Estate, _: date) -> Rows:
        last_year = self._today.year - 1
        return {
            "compound": estate.compounds(),
            "building": estate.buildings(),
            "unit": stewardship.scales(estate.bodies, self._seed),
            "person": stewardship.people(self._today, is_first=True),
            "allocation": stewardship.allocations(self._today),
            "office": estate.offices(),
            "annual_return": stewardship.returns(
                estate.bodies[:8], last_year, self._today, self._seed
            ),
        }

    def _reported(self, _: date) -> Rows:
        return {name: stewardship.numbered(name, self._today)
                for name in ("lease", "works", "disposal")}  # fmt: skip

    def _returned(self, estate: Estate, _: date) -> Rows:
        returns = stewardship.returns(estate.bodies, self._today.year, self._today, self._seed)
        return {
            "building": estate.buildings(registered_later=True),
            "person": stewardship.people(self._today, is_first=False),
            "annual_return": returns,
        }

    # -- 安全生产巡查 --

    def _inspections(self) -> Iterator[Deed]:
        """Each feedback, with how far the rounds before it have come; then where all stands."""
        rounds = Rounds(self._seed, self._today, self._share)
        for on in rounds.feedback_days():
            back, made = (on - self._today).days, partial(self._items, rounds)
            yield self._file("inspections", back, "巡查反馈和整改台账", made)
        made = partial(self._last_items, rounds)
        yield self._file("inspections", _LAST_WORD, "整改台账和执法情况", made)

    def _items(self, rounds: Rounds, on: date) -> Rows:
        """What is new or says something else than the last time."""
        rows: Rows = {"inspection_round": rounds.visits(on)}
        for item in rounds.items:
            row = item.as_of(on)
            if row is not None and self._sent.get(item.key) != row:
                self._sent[item.key] = row
                rows.setdefault(item.kind, []).append(row)
        return rows

    def _last_items(self, rounds: Rounds, on: date) -> Rows:
        return {**self._items(rounds, on), **beside_the_items(self._today)}

    # -- 太湖安全度夏 --

    def _lake(self) -> Iterator[Deed]:
        samples = Samples(self._seed, self._today, self._share)
        season = Season(self._seed, self._today)
        since = first = season_of(self._today)
        for number in _LAKE_DAYS:
            until = min(first + timedelta(days=number), self._today)
            if until > since:
                made = partial(self._water, samples, season, since, until)
                yield self._file("lake", (until - self._today).days, "云湖监测和防控情况", made)
            since = until
        yield self._deed((since - self._today).days, 9, "lake readings", self._take_readings)

    def _take_readings(self, at: datetime) -> None:
        """What the stations sent in the hot months, into the store beside the database."""
        take_readings(self._seed, season_of(self._today), at, self._share)

    def _water(
        self, samples: Samples, season: Season, since: date, until: date, _: date
    ) -> Rows:  # fmt: skip
        is_first = since == season_of(self._today)
        standing: Rows = {"station": stations(), **season.standing()} if is_first else {}
        return {**standing, "sample": samples.rows(since, until), **season.rows(since, until)}

    # -- 谁、何时 --

    def _file(self, slug: str, back: int, name: str, made: Made) -> Deed:
        """A file brought in by the liaison officer of the unit that keeps the ledger."""
        return self._deed(back, 10, f"{slug} file", partial(self._bring, slug, name, made))

    def _bring(self, slug: str, name: str, made: Made, at: datetime) -> None:
        title = f"{name}{at:%Y%m%d}"
        bring_in(Delivery(slug, title, at, made(at.date())), self._keeper(slug, at.date()))

    def _check(self, slug: str, at: datetime) -> None:
        check_ledger(self._keeper(slug, at.date()), slug, at.date(), lambda: at)

    def _set_targets(self, at: datetime) -> None:
        """The office's targets for the year, and the sheet that weighs them."""
        told, by_on = words("proofs.toml"), date(self._today.year, 12, 31)
        officer = self._rows.desks_of(Role.SUPERVISION_DIRECTOR, None, at.date())[0].account
        for one in told["target"]:
            set_target(officer, one["indicator"], Decimal(one["amount"]), by_on, at)
        sheet = told["sheet"]
        items = [
            Item(name, Decimal(weight), Decimal(goal)) for name, weight, goal in sheet["items"]
        ]
        wish = SheetWish(self._today.year, sheet["title"], items, None, sheet["basis"])
        keep_sheet(officer, wish, at)

    def _keeper(self, slug: str, on: date) -> Account:
        return self._rows.desks_of(Role.LIAISON, KEEPERS[slug], on)[0].account

    def _deed(self, back: int, hour: int, order: str, do: Callable[[datetime], None]) -> Deed:
        at = moment(min(working_day_from(day(self._today, back)), self._today), hour)
        return Deed(at, order, partial(do, at))
