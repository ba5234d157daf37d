"""One paper of Linhu with nine ledgers behind it: every duty has a test, named as proposed.

It is brought in, signed and taken in hand by the real acts; some units say that they are done, and
the ledgers bear it out or do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from importlib.resources import files
from typing import Any

from django.utils.datastructures import MultiValueDict

from yiding.demo.deeds import Deed, moment
from yiding.demo.diary import working_day_from
from yiding.demo.enrolment import Enrolled
from yiding.demo.papered import upload
from yiding.demo.reviewing import settle_all
from yiding.demo.schedule import working_day_before
from yiding.followup.act import Call, act
from yiding.followup.importing import import_file
from yiding.followup.ledger_sources import proposals
from yiding.followup.models import Matter, Minutes
from yiding.registry.models import Account
from yiding.registry.roles import Role

#: Days before the end of the year: meeting, signature, first reports; days of the two dates.
_HELD, _SIGNED, _REPORTED, _PAST, _FUTURE = 62, 50, 11, -5, 45
#: Items whose instrument the party committee has dealt with.
_DECIDED = frozenset({1, 6})
#: Numbers well apart from those of the year's other papers.
_SERIAL, _SESSION = 60, 160
_DONE = "已按要求办完，有关情况已报市政府。"
_GOING_ON = "已召开专题会议部署，明确了责任人，正在按计划推进。"
_ISSUED_ON = 15
"""Days before the end on which the last document was issued."""


def tour_address(today: date) -> str:
    """Where the paper is in a city whose year ends on a day."""
    held_on = _held_on(today)
    return f"linhu-{held_on.year}-{_SERIAL + held_on.month}"


def tour_paper() -> Minutes | None:
    """The paper in this database; none where the city was loaded without it."""
    numbers = "|".join(str(_SERIAL + month) for month in range(1, 13))
    found = Minutes.objects.filter(address__regex=rf"^linhu-\d{{4}}-({numbers})$")
    return found.order_by("-held_on").first()


def tour_text(today: date, mayor: str) -> str:
    """The paper as delivered."""
    held_on = _held_on(today)
    template = files(__package__).joinpath("tour.txt").read_text(encoding="utf-8")
    return template.format(
        year=held_on.year,
        serial=_SERIAL + held_on.month,
        session=_SESSION + held_on.month,
        mayor=mayor,
        held=_words(held_on),
        past=_words(today + timedelta(days=_PAST)),
        future=_words(today + timedelta(days=_FUTURE)),
        printed=_words(_signed_on(today)),
    )


def tour_deeds(today: date, rows: Enrolled) -> Iterator[Deed]:
    """From the day it comes in to the last reports."""
    tour = _Tour(today, rows)
    signed_on = _signed_on(today)
    taken_on = working_day_from(signed_on + timedelta(days=1))
    tested_on = working_day_from(taken_on + timedelta(days=1))
    reported_on = working_day_before(today - timedelta(days=_REPORTED))
    for no, (at, do) in enumerate(
        (
            (moment(signed_on, 9, 10), tour.bring_in),
            (moment(signed_on, 17, 20), tour.sign),
            (moment(taken_on, 9, 40), tour.take_in_hand),
            (moment(tested_on, 16, 10), tour.name_tests),
            (moment(reported_on, 15, 30), tour.report),
        )
    ):
        yield Deed(at, f"{tour.address} {no}", partial(do, at))


class _Tour:
    """The paper on its way."""

    def __init__(self, today: date, rows: Enrolled) -> None:
        self._today, self._rows = today, rows
        self.address = tour_address(today)

    def bring_in(self, at: datetime) -> None:
        mayor = self._rows.desks_of(Role.MAYOR, None, _held_on(self._today))[0].account.name
        officer = self._officer(at)
        content = tour_text(self._today, mayor).encode()
        import_file(f"{self.address}.txt", content, officer, at)
        settle_all(self.address, officer, at)
        act(Call("minutes.submit", self.address, {}), officer, at)

    def sign(self, at: datetime) -> None:
        signer = self._rows.desks_of(Role.SECRETARY_GENERAL, None, at.date())[0].account
        act(Call("minutes.sign", self.address, {}), signer, at)

    def take_in_hand(self, at: datetime) -> None:
        for matter in self._matters():
            act(Call("matter.sign", matter.address, {}), self._liaison(matter, at), at)

    def name_tests(self, at: datetime) -> None:
        """The first that is proposed; what no ledger knows has none."""
        for matter in self._matters():
            for one in proposals(matter)[:1]:
                told = {"kind": one.kind, "address": one.address}
                target = {} if one.target is None else {"target": str(one.target)}
                call = Call("matter.name_test", matter.address, {**told, **target})
                act(call, self._officer(at), at)

    def report(self, at: datetime) -> None:
        """Whatever had to be done by now is said to be done; what was to be issued is attached."""
        for matter in self._matters():
            liaison = self._liaison(matter, at)
            is_over = matter.due_on is not None and matter.due_on < self._today
            is_issued = matter.closing_kind == "issue"
            said = ("done", _DONE) if is_over or is_issued else ("on_schedule", _GOING_ON)
            fields = {"progress": said[0], "words": said[1]}
            sent: MultiValueDict[str, Any] = MultiValueDict()
            if is_issued or (matter.item in _DECIDED and matter.closing_kind == "submit"):
                fields |= self._document(matter)
                sent.appendlist("file", upload(fields["evidence_title"], matter.action))
            act(Call("matter.report", matter.address, fields, sent), liaison, at)

    def _document(self, matter: Matter) -> dict[str, str]:
        """What was issued, or what the party committee decided, with the instrument's title."""
        title, day = proposals(matter)[0].address, self._today - timedelta(days=_ISSUED_ON)
        issued = {
            "evidence_kind": "issued_document",
            "evidence_title": title,
            "document_number": f"临政规〔{day.year}〕{matter.item}号",
            "issuer": "临湖市人民政府",
        }
        decided = {
            "evidence_kind": "meeting_decision",
            "evidence_title": f"关于《{title}》的审议意见",
            "document_number": f"市委常委会{day.year}年第{20 + matter.item}次会议",
            "issuer": "市委常委会",
        }
        told = issued if matter.closing_kind == "issue" else decided
        return {**told, "dated_on": day.isoformat()}

    def _matters(self) -> list[Matter]:
        rows = Minutes.objects.get(address=self.address).matters
        return list(rows.select_related("minutes", "jurisdiction").order_by("position"))

    def _liaison(self, matter: Matter, at: datetime) -> Account:
        code = matter.lead.code if matter.lead else ""
        return self._rows.desks_of(Role.LIAISON, code, at.date())[0].account

    def _officer(self, at: datetime) -> Account:
        return self._rows.desks_of(Role.SUPERVISOR, None, at.date())[0].account


def _held_on(today: date) -> date:
    return working_day_before(today - timedelta(days=_HELD))


def _signed_on(today: date) -> date:
    return working_day_before(today - timedelta(days=_SIGNED))


def _words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
