"""A leader's second office, and offices that are left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from yiding.dates.calendar import add_months
from yiding.ledgers.premises.occupancy import NoLimit, limit_of, offices_of, within
from yiding.ledgers.premises.office_rules import ALLOTTED, fits
from yiding.rules import (
    Amounts,
    Answer,
    Entry,
    Fields,
    Reason,
    Term,
    Values,
    choose,
    known,
    rule,
)
from yiding.rules.answers import breached, by_day, met, undetermined

SECOND = "office-space-2017:art-19-second"
HELD = (*ALLOTTED, "person")


@rule(
    cites=SECOND,
    kind=ALLOTTED,
    needs=["area_m2"],
    english="A second office is smaller than the standard of its post",
)
def second_office_smaller(office: Fields, values: Values) -> Term:
    """第二处办公室小于兼任职务的标准面积。"""
    is_ranked = known(office.level) & known(office.rank)
    table = values.office_area[office.level, office.rank]
    standard = choose((is_ranked, table), otherwise=office.limit_applied_m2)
    limit = standard * values.second_office_part
    return (office.area_m2 < limit).where((office.order == "second") & fits(office, values))


@rule(
    cites=SECOND,
    kind=ALLOTTED,
    english="A second office is needed: the other post is far and often attended",
)
def second_office_needed(office: Fields, _: Values) -> Term:
    """第二处办公室确因路途较远且经常前往。"""
    return (office.is_far & office.is_often_attended).where(office.order == "second")


@rule(cites=SECOND, kind=ALLOTTED, english="A second office was approved")
def second_office_approved(office: Fields, _: Values) -> Term:
    """第二处办公室经过严格审批。"""
    return office.is_approved.where(office.order == "second")


@rule(cites=SECOND, kind=ALLOTTED, english="No third office")
def no_third_office(office: Fields, _: Values) -> Term:
    """不得安排第三处办公室。"""
    return (office.order != "third").where(office.order == "third")


@rule(
    cites="ndrc-2014-2674:annex-1",
    kind="person",
    english="The person's main office is within the area limit",
    sequence=True,
)
def main_office_within_limit(person: Entry, amounts: Amounts, _: date) -> Iterator[Answer]:
    """本人主要办公室使用面积不超过本级别限值。"""
    for office in _main(offices_of(person)):
        level = office.get("level") or person.level
        try:
            limit = limit_of(amounts, level, office.get("rank") or person.rank)
        except NoLimit as why:
            yield why.answer
        else:
            yield within(office.get("area_m2"), limit)


def _main(offices: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The office so called, else the first that is not called otherwise."""
    called = [one for one in offices if one.get("order") == "main"]
    return (called or [one for one in offices if one.get("order") is None])[:1]


def _second(person: Entry) -> list[dict[str, Any]]:
    """The first office besides the main one, if there is any; a third is another rule's."""
    offices = offices_of(person)
    main = _main(offices)
    others = (one for one in offices if all(one is not each for each in main))
    second = next(others, None)
    return [] if second is None else [second]


@rule(
    cites=SECOND,
    kind="person",
    english="The person's second office is smaller than the standard of its post",
    sequence=True,
)
def persons_second_office_smaller(person: Entry, amounts: Amounts, _: date) -> Iterator[Answer]:
    """本人第二处办公室小于兼任职务的标准面积。"""
    for office in _second(person):
        try:
            yield within(office.get("area_m2"), _standard(person, amounts, office), strictly=True)
        except NoLimit as why:
            yield why.answer


def _standard(person: Entry, amounts: Amounts, office: dict[str, Any]) -> Any:
    """The standard of the other post: by its rank, else as it was recorded."""
    rank, recorded = office.get("rank"), office.get("limit_applied_m2")
    if rank is None and recorded is not None:
        return recorded * amounts["second_office_part"]
    limit = limit_of(amounts, office.get("level") or person.level, rank)
    return limit * amounts["second_office_part"]


@rule(
    cites=SECOND,
    kind="person",
    english="The person's second office is needed and approved",
    sequence=True,
)
def persons_second_office_justified(person: Entry, _: Amounts, __: date) -> Iterator[Answer]:
    """本人第二处办公室路途较远、经常前往并经严格审批。"""
    names = ("is_far", "is_often_attended", "is_approved")
    for office in _second(person):
        told = {name: office.get(name, person.values.get(name)) for name in names}
        refused = tuple(name for name in names if told[name] is False)
        open_ = tuple(name for name in names if told[name] is None)
        if refused:
            yield breached(missing=refused)
        else:
            yield undetermined(Reason.NO_DATA, open_) if open_ else met()


@rule(cites=SECOND, kind="person", english="No third office", sequence=True)
def person_has_no_third_office(person: Entry, amounts: Amounts, _: date) -> Answer | None:
    """本人办公室不超过两处。"""
    count = person.office_count or len(offices_of(person))
    most = amounts["offices_most"]
    if not count:
        return None
    return (
        met(count, most, "处")
        if count <= most
        else breached(count, most, "处", excess=count - most)
    )


@rule(
    cites="office-space-2017:art-19-vacate",
    kind=HELD,
    english="A second office is vacated in time after the concurrent post ends",
    sequence=True,
)
def second_office_vacated(office: Entry, amounts: Amounts, on: date) -> Answer | None:
    """免去兼职后按期腾退第二处办公室。"""
    if office.relieved_on is None:
        return None
    done = office.vacated_on or office.recovered_on
    return by_day(add_months(office.relieved_on, int(amounts["vacate_months"])), done, on)


@rule(
    cites="office-space-2017:art-19-recover",
    kind=HELD,
    english="The office is recovered in time after transfer or retirement",
    sequence=True,
)
def office_recovered(office: Entry, amounts: Amounts, on: date) -> Answer | None:
    """调离、退休手续办结后按期收回办公室。"""
    if office.formalities_done_on is None:
        return None
    done = office.recovered_on or office.vacated_on
    due_on = add_months(office.formalities_done_on, int(amounts["recover_months"]))
    return by_day(due_on, done, on)
