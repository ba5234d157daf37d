"""How old a vehicle is on the day its renewal is asked for."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from yiding.dates.calendar import add_months
from yiding.rules import Entry

MONTHS = 12


def begun_on(vehicle: Entry) -> date | None:
    """The day it was registered, else bought."""
    found: date | None = vehicle.registration_date or vehicle.purchase_date
    return found


def asked_day(vehicle: Entry, on: date) -> date:
    """The day renewal was asked for, else the day of the check."""
    found: date | None = vehicle.renewal_asked_on
    return found or on


def is_told(vehicle: Entry) -> bool:
    """Whether there is a day or an age to count by."""
    return begun_on(vehicle) is not None or vehicle.months_in_all is not None


def is_past(vehicle: Entry, years: Decimal, on: date) -> bool:
    """Older than so many years; the anniversary itself is not past."""
    begun = begun_on(vehicle)
    if begun is None:
        return bool(vehicle.months_in_all > years * MONTHS)
    return asked_day(vehicle, on) > add_months(begun, int(years * MONTHS))


def has_reached(vehicle: Entry, years: Decimal, on: date) -> bool:
    """At least so many years old; the anniversary itself has reached them."""
    begun = begun_on(vehicle)
    if begun is None:
        return bool(vehicle.months_in_all >= years * MONTHS)
    return asked_day(vehicle, on) >= add_months(begun, int(years * MONTHS))


def first_day_past(vehicle: Entry, years: Decimal, on: date) -> date:
    """The first day on which it is older than so many years; of an age told, in whole months."""
    begun, months = begun_on(vehicle), years * MONTHS
    if begun is None:
        begun = asked_day(vehicle, on)
        months = (months - vehicle.months_in_all).to_integral_value(ROUND_CEILING)
    return add_months(begun, int(months)) + timedelta(days=1)


def months_old(vehicle: Entry, on: date) -> int | None:
    """Whole months of age on a day."""
    begun = begun_on(vehicle)
    if begun is None:
        return None if vehicle.months_in_all is None else int(vehicle.months_in_all)
    months = (on.year - begun.year) * MONTHS + on.month - begun.month
    return months - (add_months(begun, months) > on)
