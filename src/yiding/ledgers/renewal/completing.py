"""What follows from what an entry says, and from the entries beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from yiding.ledgers.renewal.choices import LIFT_WORDS, PLAN_WORDS, VOTE_WORDS
from yiding.rules.entries import Entry
from yiding.rules.places import COUNTRY

Values = Mapping[str, Any]
WORKS_MATTERS = frozenset({"7", "9"})
"""Matters under which a renovation or a lift is put to the vote."""
URBAN = ("city", "county_town")
CITY_ITSELF = re.compile(r"^\d{2}(?!00)\d{2}(?:0[1-9]|1\d|20|00)")
"""A prefecture-level city or one of its districts: 320500, 320505; not a county, 320585."""
DONE = ("finish_date", "acceptance_date")
DAYS = ("start_date", "finish_date", "acceptance_date", "settlement_date")


def complete_community(values: Values) -> dict[str, Any]:
    """The year of a completion date; the kind of place a street or a county town is."""
    filled: dict[str, Any] = {}
    if values.get("completed_on"):
        filled["completion_year"] = Decimal(values["completed_on"].year)
    if setting := _setting(values):
        filled["setting"] = setting
    return filled


def _setting(values: Values) -> str | None:
    street = values.get("street") or ""
    if values.get("is_urban"):
        return "city"
    if values.get("is_urban") is False:
        return "village"
    if "城关" in street:
        return "county_town"
    return "city" if street.endswith("街道") else None


def place_of_community(community: Entry) -> dict[str, Any]:
    """In a city or a district of one, unless it says otherwise."""
    is_city = community.place != COUNTRY and CITY_ITSELF.match(community.place)
    return {"setting": "city"} if is_city else {}


def complete_vote(values: Values) -> dict[str, Any]:
    """The number of a matter told in words, whether it is a lift, whether it is about works."""
    words = (values.get("matter") or "").lower()
    is_lift = values.get("is_lift") or any(one in words for one in LIFT_WORDS)
    told = None if is_lift else _matter(words)
    number = values.get("matter_no") or told
    is_plan = any(one in words for one in PLAN_WORDS)
    filled: dict[str, Any] = {"is_lift": is_lift, "is_works": is_lift or is_plan}
    if number is not None:
        filled |= {"matter_no": number}
        filled["is_works"] |= number in WORKS_MATTERS
    return filled | local_share(values)


def _matter(words: str) -> str | None:
    digits = re.match(r"\s*(?:第|事项|matter)?\s*([1-9])(?!\d)", words)
    return digits[1] if digits else next((no for word, no in VOTE_WORDS if word in words), None)


def local_share(values: Values) -> dict[str, Any]:
    """A local threshold in per cent, also where it is written as a fraction of one."""
    told = values.get("local_threshold")
    if told is None:
        return {}
    return {"local_percent": told * 100 if told <= 1 else told}


def complete_survey(values: Values) -> dict[str, Any]:
    """Who answered, where agreeing and not are told; the local threshold."""
    told = [values.get(name) for name in ("agree", "against")]
    both = {} if None in told else {"answered": sum(one for one in told if one is not None)}
    return both | local_share(values)


def complete_mechanism(values: Values) -> dict[str, Any]:
    """The number of a mechanism that is named by it."""
    found = re.fullmatch(r"\s*第?\s*(\d)\s*项?\s*", values.get("name") or "")
    return {"no": found[1]} if found else {}


def number_of_mechanism(mechanism: Entry) -> dict[str, Any]:
    """An entry called 1 to 9 is the mechanism of that number."""
    is_number = re.fullmatch("[1-9]", mechanism.id) and not is_sum(mechanism)
    return {"no": mechanism.id} if is_number else {}


def is_sum(mechanism: Entry) -> bool:
    """Whether an entry tells of several mechanisms at once."""
    return mechanism.issued_count is not None or mechanism.documents is not None


def plan_of_project(project: Entry) -> dict[str, Any]:
    """What its plan says of being confirmed and reported, and at which level it stands."""
    plan = named(project, "plan", project.plan, "year")
    if plan is None:
        return {}
    told = ("level", "confirmed_by_province", "reported_to_three_ministries", "is_counted")
    return {name: plan.values[name] for name in told if plan.values.get(name) is not None}


def days_of_content(content: Entry) -> dict[str, Any]:
    """When its project was finished and accepted."""
    project = project_of(content)
    told = {} if project is None else project.values
    return {one: told[one] for one in DONE if told.get(one) is not None}


def households_asked(survey: Entry) -> dict[str, Any]:
    """The households of the community it is about."""
    community = named(survey, "community", survey.community, "name")
    households = None if community is None else community.households
    return {} if households is None else {"households": households}


def project_of(entry: Entry) -> Entry | None:
    """The project an entry names, by its id, name or code."""
    if entry.project is None:
        return None
    return named(entry, "project", entry.project, "name", "code")


def named(entry: Entry, kind: str, name: Any, *fields: str) -> Entry | None:
    """The entry of a kind beside this one with an id, else with a field, of that name."""
    if name is None:
        return None
    return next(_called(entry, kind, str(name), fields), None)


def _called(entry: Entry, kind: str, name: str, fields: tuple[str, ...]) -> Iterator[Entry]:
    found = entry.batch.look_up(kind, name)
    if found is not None:
        yield found
    for field in fields:
        yield from entry.batch.referring(kind, field, name)
        if name.isdecimal():
            yield from entry.batch.referring(kind, field, Decimal(name))  # type: ignore[arg-type]
