"""The grade 等级 as an expression: one line reached in any figure decides, the highest first."""

from __future__ import annotations

from yiding.rules import Fields, Term, Values, choose, known

NUMBERS = {"general": 1, "larger": 2, "major": 3, "exceptional": 4}
"""The grades as numbers, so that they can be compared."""
CHINESE = {"general": "一般", "larger": "较大", "major": "重大", "exceptional": "特别重大"}


def reached(measured: Term, line: Term) -> Term:
    """Whether a figure is known and comes to its line, the line itself included."""
    return known(measured) & (measured >= line)


def severe_of(accident: Fields) -> Term:
    """People severely hurt, acute poisoning among them."""
    severe, poisoned = accident.severe_injuries, accident.acute_poisonings
    both = known(severe) & known(poisoned)
    return choose((both, severe + poisoned), (known(poisoned), poisoned), otherwise=severe)


def any_known(accident: Fields) -> Term:
    """Whether there is any figure to grade by."""
    hurt = known(accident.deaths) | known(accident.severe_injuries)
    return hurt | known(accident.acute_poisonings) | known(accident.direct_loss)


def toll_reaches(accident: Fields, values: Values, grade: str) -> Term:
    """Whether people or loss reach a grade's line of the decree."""
    people = reached(accident.deaths, values.grade_deaths[grade]) | reached(
        severe_of(accident), values.grade_severe[grade]
    )
    return people | reached(accident.direct_loss, values.grade_loss[grade])


def equipment_toll(accident: Fields, values: Values, grade: str) -> Term:
    """Whether people or loss reach a grade's line of the regulation on special equipment."""
    people = reached(accident.deaths, values.equipment_deaths[grade]) | reached(
        severe_of(accident), values.equipment_severe[grade]
    )
    return people | reached(accident.direct_loss, values.equipment_loss[grade])


def is_word(field: Term, *words: str) -> Term:
    """Whether a choice is known and one of some words."""
    first, *others = words
    held = field == first
    told: Term = held
    for one in others:
        told = told | (field == one)
    return known(field) & told


def event_grade(accident: Fields, values: Values, grade: str) -> Term:
    """Whether what happened to special equipment is of a grade."""
    return {
        "exceptional": _exceptional,
        "major": _major,
        "larger": _larger,
        "general": _general,
    }[grade](accident, values)


def _moved(accident: Fields, values: Values, grade: str) -> Term:
    """People moved; where it is said what happened, only a leak counts."""
    is_leak = ~known(accident.equipment_event) | (accident.equipment_event == "leak")
    return is_leak & reached(accident.people_moved, values.moved_by_leak[grade])


def _many_held(accident: Fields, values: Values, grade: str) -> Term:
    people = reached(accident.people_held, values.held_people[grade])
    hours = reached(accident.held_hours, values.held_hours_many[grade])
    return is_word(accident.equipment, "ropeway", "ride") & people & hours


def _large_boiler(accident: Fields, values: Values, grade: str) -> Term:
    power = reached(accident.boiler_mw, values.boiler_power[grade])
    return is_word(accident.equipment, "boiler") & power


def _exceptional(accident: Fields, values: Values) -> Term:
    exploded = is_word(accident.equipment_event, "explosion")
    boiler = _large_boiler(accident, values, "exceptional") & exploded
    held = _many_held(accident, values, "exceptional")
    return boiler | _moved(accident, values, "exceptional") | held


def _major(accident: Fields, values: Values) -> Term:
    stopped = reached(accident.stopped_hours, values.boiler_stop["major"])
    boiler = _large_boiler(accident, values, "major") & stopped
    return boiler | _moved(accident, values, "major") | _many_held(accident, values, "major")


def _larger(accident: Fields, values: Values) -> Term:
    event = accident.equipment_event
    vessels = is_word(accident.equipment, "boiler", "vessel", "pipe")
    exploded = vessels & is_word(event, "explosion")
    overturned = is_word(accident.equipment, "crane") & is_word(event, "overturn")
    moved = _moved(accident, values, "larger")
    return exploded | overturned | moved | _held(accident, values, ("ropeway", "ride"), "larger")


def _general(accident: Fields, values: Values) -> Term:
    broken = is_word(accident.equipment_event, "part_break", "hoist_fall")
    crane = is_word(accident.equipment, "crane") & broken
    moved = _moved(accident, values, "general")
    held = _held(accident, values, ("ropeway", "ride", "lift"), "general")
    return crane | moved | held


def _held(accident: Fields, values: Values, equipment: tuple[str, ...], grade: str) -> Term:
    """Whether people were held as long as the equipment's own line."""
    first, *others = (
        is_word(accident.equipment, one)
        & reached(accident.held_hours, values.held_hours[one, grade])
        for one in equipment
    )
    told = first
    for one in others:
        told = told | one
    return told
