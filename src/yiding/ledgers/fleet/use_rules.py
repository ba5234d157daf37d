"""Orders and movement: what is registered, and what is shown to a person to check."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from yiding.dates import UnknownCalendarYear, is_working_day
from yiding.ledgers.fleet.event_choices import ALERTS, SENSITIVE, STOP_PLACES
from yiding.rules import Amounts, Answer, Entry, Fields, Reason, Term, Values, known, rule
from yiding.rules.answers import computed, met, undetermined
from yiding.rules.finding import Verdict

MOVING = ("trip", "position")
MINUTES, PER_CENT = Decimal(60), Decimal(100)
METRES = Decimal("1000")
PLACES = {one.name: one.term for one in STOP_PLACES}
KINDS_OF_ALERT = {one.name: one.term for one in ALERTS}
DONE = ("back", "settled", "filed")


@rule(
    cites="institutional-affairs-2012:art-26",
    kind="dispatch",
    needs=["users", "reason", "destination", "vehicle", "started_at", "ended_at", "km"],
    english="The use of the vehicle is registered in full",
)
def use_registered(order: Fields, _: Values) -> Term:
    """用车结束后登记齐全。"""
    is_done = known(order.state) & (
        (order.state == DONE[0]) | (order.state == DONE[1]) | (order.state == DONE[-1])
    )
    return known(order.users).where(is_done)


@rule(
    cites="suzhou-2024-frugality:no-car-along-rail",
    kind="dispatch",
    dated_by="started_at",
    english="In Suzhou no car is sent on trips along high-speed rail",
)
def no_car_along_rail(order: Fields, _: Values) -> Term:
    """苏州高铁沿线出行不派车。"""
    is_sent = ~known(order.state) | (order.state != "cancelled")
    return (~order.is_along_rail).where(known(order.is_along_rail) & is_sent)


def alerted(label: str, note: str, note_en: str, *numbers: Decimal, unit: str = "") -> Answer:
    """Something for a person to check, with what was measured against what."""
    measured, limit = numbers or (None, None)
    return Answer(
        Verdict.UNDETERMINED,
        Reason.JUDGEMENT,
        measured,
        limit,
        unit or None,
        label=label,
        note=note,
        note_en=note_en,
    )


def _moved(trip: Entry) -> Decimal | None:
    """Metres from the parking place; a trip that says nothing of it has gone its own length."""
    if trip.distance_m is not None or trip.kind != "trip":
        return trip.distance_m  # type: ignore[no-any-return]
    return None if trip.km is None else trip.km * METRES


@rule(
    cites="yiding-readings:fleet-movement",
    kind=MOVING,
    english="A vehicle that leaves its parking place has an order",
    sequence=True,
)
def movement_ordered(trip: Entry, amounts: Amounts, _: date) -> Answer | None:
    """离开停放点的行驶有派车单。"""
    moved = _moved(trip)
    if moved is None:
        return None
    radius = amounts["fence_radius"] if trip.fence_radius_m is None else trip.fence_radius_m
    if moved <= radius or trip.is_ordered:
        return met(moved, radius, "m")
    if trip.is_ordered is None:
        return undetermined(Reason.NO_DATA, ("is_ordered",))
    note, note_en = "没有派车单覆盖这段时间，请核查", "no order covers the time; check it"
    return alerted("无单用车", note, note_en, moved, radius, unit="m")


def _is_moving(trip: Entry, amounts: Amounts) -> bool:
    """A trip moves; a position does where it has speed or lies off the parking place."""
    is_fast = trip.speed_kmh is not None and trip.speed_kmh > 0
    is_off = trip.distance_m is not None and trip.distance_m > amounts["fence_radius"]
    return trip.kind == "trip" or is_fast or is_off


def _is_off_day(trip: Entry, day: date) -> bool | None:
    """Whether it is no working day; not known in a year without a calendar."""
    if trip.is_off_day is not None:
        return bool(trip.is_off_day)
    try:
        return not is_working_day(day)
    except UnknownCalendarYear:
        return None


def _hour(moment: datetime) -> Decimal:
    """The hour of a moment with its part of an hour."""
    return moment.hour + (moment.minute + moment.second / MINUTES) / MINUTES


@rule(
    cites="yiding-readings:fleet-hours",
    kind=MOVING,
    english="Movement outside working hours has an order",
    sequence=True,
)
def moved_in_hours(trip: Entry, amounts: Amounts, _: date) -> Answer | None:
    """工作时间以外的行驶有派车单。"""
    start, end = trip.starts_at or trip.at, trip.ends_at
    if start is None or not _is_moving(trip, amounts) or _is_off_day(trip, start.date()):
        return None
    if not _hour(start) and end is None and trip.is_in_hours is None:
        return None  # a day without an hour
    low, high = amounts["working_hours", "from"], amounts["working_hours", "to"]
    is_late = end is not None and (end.date() > start.date() or _hour(end) > high)
    is_outside = not low <= _hour(start) <= high or is_late
    if trip.is_in_hours is not None:
        is_outside = not trip.is_in_hours
    if not is_outside or trip.is_ordered:
        return met()
    if trip.is_ordered is None:
        return undetermined(Reason.NO_DATA, ("is_ordered",))
    note = f"工作时间为{low}时至{high}时，请核查"
    return alerted("非工作时间用车", note, f"hours are {low} to {high}; check it")


@rule(
    cites="official-vehicles-2011:sealed",
    or_else="yiding-readings:fleet-holiday",
    kind=MOVING,
    dated_by="starts_at",
    english="Movement on a day off has an order for special work",
    sequence=True,
)
def sealed_on_days_off(trip: Entry, amounts: Amounts, _: date) -> Answer | None:
    """节假日除特殊工作外封存停驶。"""
    start = trip.starts_at or trip.at
    is_dated = start is not None or trip.is_off_day is not None
    if not is_dated or not _is_moving(trip, amounts):
        return None
    if not _is_off_day(trip, start.date() if start else date.min):
        return None
    has_order = trip.has_special_order if trip.has_special_order is not None else trip.is_ordered
    if has_order is None:
        return undetermined(Reason.NO_DATA, ("has_special_order",))
    note, note_en = "节假日没有特殊工作派车单，请核查", "no order for special work; check it"
    return met() if has_order else alerted("节假日用车", note, note_en)


@rule(
    cites="yiding-readings:fleet-order-track",
    kind="dispatch",
    english="The order is borne out by its track",
    sequence=True,
)
def order_agrees_with_track(order: Entry, amounts: Amounts, _: date) -> Iterator[Answer]:
    """派车单的时间、里程与轨迹相符。"""
    pairs = {
        "出车时间": (order.started_at or order.planned_start_at, order.track_start_at),
        "归队时间": (order.ended_at or order.planned_end_at, order.track_end_at),
    }
    limit = amounts["track_tolerance", "minutes"]
    for what, (said, tracked) in pairs.items():
        if said is not None and tracked is not None:
            yield _apart(what, _minutes(said, tracked), limit, "min")
    if order.km is not None and order.track_km:
        off = abs(order.km - order.track_km) / order.track_km * PER_CENT
        yield _apart("里程", off, amounts["track_tolerance", "percent"], "%")


def _minutes(said: datetime, tracked: datetime) -> Decimal:
    return Decimal(abs(int((said - tracked).total_seconds()))) / MINUTES


def _apart(what: str, off: Decimal, limit: Decimal, unit: str) -> Answer:
    """By how much an order and its track differ."""
    if off <= limit:
        return met(off, limit, unit)
    note = f"{what}与轨迹不符，请核查"
    return alerted("轨迹不符", note, "order and track differ; check it", off, limit, unit=unit)


@rule(
    cites="yiding-readings:fleet-order-track",
    kind=("dispatch", "trip"),
    english="Stops at residences, hotels and scenic spots are explained",
    sequence=True,
)
def stops_explained(order: Entry, _: Amounts, __: date) -> Answer | None:
    """途中在住宅、酒店、景区停留的有说明。"""
    stops = [one for one in order.stops or () if "place_kind" in one]
    if not stops:
        return None
    asked = [PLACES[one["place_kind"]] for one in stops if one["place_kind"] in SENSITIVE]
    if not asked:
        return met()
    note = f"途中停留：{'、'.join(dict.fromkeys(asked))}，请核查"
    return alerted("停留敏感地", note, "a stop to be explained; check it")


@rule(
    cites="yiding-readings:fleet-alert",
    kind=("alert", "event"),
    english="An alert or complaint is confirmed or excluded by a person",
    sequence=True,
)
def alert_checked(alert: Entry, _: Amounts, __: date) -> Answer | None:
    """预警、投诉由人核查，属实或者排除。"""
    if alert.kind == "event" and alert.event_kind != "complaint":
        return None
    label = KINDS_OF_ALERT.get(alert.alert_kind, "投诉" if alert.kind == "event" else "预警")
    if alert.outcome == "excluded":
        return computed(None, "排除")
    if alert.outcome == "confirmed":
        return _confirmed(alert)
    if alert.state in {"handled", "closed"}:
        return undetermined(Reason.NO_DATA, ("outcome",))
    return alerted(label, "还没有核查", "not yet checked")


def _confirmed(alert: Entry) -> Answer:
    """Confirmed and dealt with, or still to be."""
    is_done = alert.handling or alert.handled_on or alert.state in {"handled", "closed"}
    if is_done:
        return computed(None, "属实")
    return alerted("属实", "属实，还没有处置", "confirmed, not yet dealt with")
