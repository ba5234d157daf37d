"""What is reported every year, what disposal brings in, and data that contradict one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yiding.rules import Amounts, Answer, Entry, Fields, Reason, Term, Values, known, rule
from yiding.rules.answers import by_day, met, undetermined

DISPOSAL = "official-vehicles-2017:art-22-disposal"


@rule(
    cites="official-vehicles-2017:art-23",
    kind="annual_return",
    english="Allocation, renewal and use are reported every year",
    sequence=True,
)
def statistics_reported(year: Entry, _: Amounts, on: date) -> Answer:
    """配备、更新、使用情况每年统计报告。"""
    due = date(on.year if year.year is None else int(year.year), 12, 31)
    is_reported = year.reported_on is not None and year.reported_on <= on
    return met() if is_reported else by_day(due, None, on)


@rule(
    cites=DISPOSAL,
    kind="disposal",
    needs=["is_remitted"],
    english="The proceeds are remitted as non-tax revenue",
)
def proceeds_remitted(disposal: Fields, _: Values) -> Term:
    """处置收入按非税收入上缴。"""
    has_proceeds = known(disposal.proceeds) & (disposal.proceeds > 0)
    return disposal.is_remitted.where(has_proceeds | known(disposal.is_remitted))


@rule(
    cites=DISPOSAL,
    kind="disposal",
    english="The proceeds are remitted in full",
)
def proceeds_remitted_in_full(disposal: Fields, _: Values) -> Term:
    """处置收入全额上缴。"""
    is_told = known(disposal.remitted_amount) & known(disposal.proceeds)
    return (disposal.remitted_amount >= disposal.proceeds).where(is_told)


@rule(
    cites="yiding-readings:fleet-data-agree",
    kind=("vehicle", "dispatch"),
    english="What is said of a vehicle or an order agrees",
    sequence=True,
)
def data_agree(told: Entry, _: Amounts, __: date) -> Iterator[Answer]:
    """车辆和派车单的数据互相印证。"""
    if told.kind == "vehicle":
        yield from _of_vehicle(told)
        return
    started, ended = told.started_at, told.ended_at
    if started is not None and ended is not None and ended < started:
        yield _contradiction("归队早于出车", "back before it left")


def _of_vehicle(car: Entry) -> Iterator[Answer]:
    bought, registered = car.purchase_date, car.registration_date
    if bought is not None and registered is not None and registered < bought:
        yield _contradiction("登记早于购置", "registered before it was bought")
    if car.is_new_energy and car.fuel in {"petrol", "diesel"}:
        yield _contradiction("燃油车标为新能源", "a petrol or diesel car marked as new energy")


def _contradiction(note: str, note_en: str) -> Answer:
    return undetermined(Reason.CONTRADICTORY, note=note, note_en=note_en)
