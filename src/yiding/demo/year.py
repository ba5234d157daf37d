"""The year as it goes: meetings, papers, the life of every matter, ledgers, what is under way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db.models import F

import yiding
from yiding.demo.afterwards import the_last_days
from yiding.demo.bringing import Arriving, verdict_on
from yiding.demo.city import CITY, linhu
from yiding.demo.county import county_deeds
from yiding.demo.deeds import Deed, Told
from yiding.demo.ledgers.keeping import Keeping
from yiding.demo.ledgers.proofs import naming, readings
from yiding.demo.papers import MinutesPaper
from yiding.demo.playing import Played
from yiding.demo.reviewing import review_in_part
from yiding.demo.schedule import MEETINGS
from yiding.demo.seeds import MatterSeed, Year
from yiding.demo.settling import matter_seeds
from yiding.demo.sittings import Sitting, meeting_of
from yiding.demo.story import in_time_order, stories
from yiding.demo.touring import tour_deeds
from yiding.followup.models import InboxItem

_READ_AFTER = timedelta(hours=3)


class TheYear:
    """Everything that is to happen; with two papers or more the newest is still under review."""

    def __init__(
        self, papers: tuple[MinutesPaper, ...], seed: int, today: date, played: Played
    ) -> None:
        self._seed, self._today, self._played = seed, today, played
        self._under_review = papers[-1] if len(papers) > 1 else None
        self._papers = papers
        self._issued = [one for one in papers if one is not self._under_review]
        self.matters = 0

    def deeds(self, told: Told) -> Iterator[Deed]:
        """All of it, in no order yet."""
        rows = self._played.rows
        for paper in self._papers:
            yield from Sitting(paper, rows).deeds()
        yield from self._lives(told)
        if self._under_review is not None:
            paper = self._under_review
            yield Arriving(paper, meeting_of(paper), {}, rows).arrival()
            yield from review_in_part(paper, rows)
        yield from the_last_days(self._today, self._papers[-1].session, rows)
        yield from county_deeds(self._today, rows)
        yield from tour_deeds(self._today, rows)
        yield from Keeping(self._seed, self._today, rows, len(self._papers) / MEETINGS).deeds()

    def _lives(self, told: Told) -> Iterator[Deed]:
        seeds = self._seeds(told)
        year = Year(
            {paper.address: paper.held_on for paper in self._issued},
            {unit.code: unit.short for unit in linhu().units_of(CITY)},
        )
        every = [seed for each in seeds.values() for seed in each]
        self.matters = len(every)
        plans = {one.address: one for one in stories(every, year, self._seed, self._today)}
        for paper in self._issued:
            verdicts = {
                seed.address: verdict_on(seed, plans[seed.address]) for seed in seeds[paper.address]
            }
            yield from Arriving(paper, meeting_of(paper), verdicts, self._played.rows).deeds()
        yield from self._played.deeds(in_time_order(plans.values()))
        yield from naming(every, self._played.rows)
        yield from readings(self._papers[0].held_on, self._today, self._played.rows)

    def _seeds(self, told: Told) -> dict[str, list[MatterSeed]]:
        """The binding duties of each paper that is signed."""
        seeds = {}
        for done, paper in enumerate(self._issued, 1):
            reading = yiding.read(paper.content)
            seeds[paper.address] = list(matter_seeds(paper, reading, linhu()))
            told("papers", done, len(self._issued))
        return seeds


def read_up(before: datetime) -> None:
    """Whatever was sent earlier has been read."""
    InboxItem.objects.filter(sent_at__lt=before).update(read_at=F("sent_at") + _READ_AFTER)
