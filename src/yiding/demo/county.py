"""The two places under the city: one paper each, signed there and followed by their own units."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from importlib.resources import files

from yiding.demo.deeds import Deed, moment
from yiding.demo.diary import working_day_from
from yiding.demo.enrolment import Enrolled
from yiding.demo.reviewing import settle_all
from yiding.demo.schedule import working_day_before
from yiding.followup.act import Call, act
from yiding.followup.importing import import_file
from yiding.followup.models import Matter, Minutes
from yiding.registry.models import Account, Jurisdiction
from yiding.registry.roles import Role

# days before the end of the year: the meeting, the signature, the first reports
_HELD, _SIGNED, _REPORTED = 32, 20, 12
_WORDS = ("已召开专题会议部署，明确了责任人，正在按计划推进。", "已完成摸底，正在逐项落实。")


def county_deeds(today: date, rows: Enrolled) -> Iterator[Deed]:
    """What happened in each of them."""
    for place in rows.places.values():
        if place.parent_id is not None:
            yield from _County(place, today).deeds()


class _County:
    """One place: its paper, and what its units have done since."""

    def __init__(self, place: Jurisdiction, today: date) -> None:
        self._place, self._today = place, today
        self._address = ""

    def deeds(self) -> Iterator[Deed]:
        """Brought in and signed on one day, taken in hand on the next, reported on later."""
        signed_on = working_day_before(self._today - timedelta(days=_SIGNED))
        taken_on = working_day_from(signed_on + timedelta(days=1))
        reported_on = working_day_before(self._today - timedelta(days=_REPORTED))
        acts = (
            (moment(signed_on, 10), self._bring_in),
            (moment(signed_on, 16), self._sign),
            (moment(taken_on, 9), self._take_in_hand),
            (moment(reported_on, 15), self._report),
        )
        for no, (at, do) in enumerate(acts):
            yield Deed(at, f"{self._place.slug} {no}", partial(do, at))

    def _bring_in(self, at: datetime) -> None:
        officer = self._account(Role.SUPERVISION_DIRECTOR)
        name = f"{self._place.slug}.txt"
        paper = import_file(name, self._text(at.date()).encode(), officer, at)
        self._address = paper.address
        settle_all(self._address, officer, at)
        act(Call("minutes.submit", self._address, {}), officer, at)

    def _text(self, printed_on: date) -> str:
        held_on = working_day_before(self._today - timedelta(days=_HELD))
        template = files(__package__).joinpath("counties", f"{self._place.slug}.txt")
        return template.read_text(encoding="utf-8").format(
            year=printed_on.year,
            serial=held_on.month + 8,
            session=held_on.month + 30,
            held=_day(held_on),
            printed=_day(printed_on),
        )

    def _sign(self, at: datetime) -> None:
        act(Call("minutes.sign", self._address, {}), self._account(Role.SECRETARY_GENERAL), at)

    def _take_in_hand(self, at: datetime) -> None:
        """All but the last are signed for at once."""
        for matter in self._matters()[:-1]:
            act(Call("matter.sign", matter.address, {}), self._liaison(matter), at)

    def _report(self, at: datetime) -> None:
        for matter, words in zip(self._matters(), _WORDS, strict=False):
            fields = {"progress": "on_schedule", "words": words}
            act(Call("matter.report", matter.address, fields), self._liaison(matter), at)

    def _matters(self) -> list[Matter]:
        return list(Minutes.objects.get(address=self._address).matters.order_by("position"))

    def _liaison(self, matter: Matter) -> Account:
        return Account.objects.get(unit=matter.lead_id, role=Role.LIAISON, is_active=True)

    def _account(self, role: Role) -> Account:
        return Account.objects.get(jurisdiction=self._place, role=role, is_active=True)


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
