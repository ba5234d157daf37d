"""Expected strikes 年预计雷击次数 as terms: N = k·Ng·Ae of GB 50057-2010, annex A."""

from __future__ import annotations

from decimal import Decimal

from yiding.rules import Fields, Term, Values, choose, known, larger, root

PI = Decimal("3.14159265358979")
SQUARE_METRES = Decimal("1000000")
"""In a square kilometre."""
NOTHING = Decimal("0")
AREA_PLACES, DENSITY_PLACES, STRIKE_PLACES = 6, 3, 5
"""Decimals that areas, densities and strikes are told with."""
CLASS_NUMBERS = {"first": Decimal("1"), "second": Decimal("2"), "third": Decimal("3")}
UNCLASSED = Decimal("4")
"""Behind the third class, where classes are held against one another."""


def told(flag: Term) -> Term:
    """A flag that is set; one that is not given is not."""
    return known(flag) & flag


def widening(height: Term, values: Values) -> Term:
    """D = √(H(200−H)) below 100 m and H above; at 100 m both are one, and D is the larger."""
    below = larger(values.collection_height - height, NOTHING)
    return larger(height, root(height * below))


def collection_area(structure: Fields, values: Values) -> Term:
    """Ae in km²: as told (an envelope of several heights), else of length, width and height."""
    length, width = structure.length_m, structure.width_m
    wide = widening(structure.height_m, values)
    edges = (length + width) * 2 * wide
    area = (length * width + edges + wide * wide * PI) / SQUARE_METRES
    return choose((known(structure.ae_km2), structure.ae_km2), otherwise=area)


def flash_density(structure: Fields, values: Values) -> Term:
    """Ng: the measured one where it is chosen, as told, else 0.1·Td."""
    is_chosen = told(structure.uses_measured) & known(structure.ng_measured)
    return choose(
        (is_chosen, structure.ng_measured),
        (known(structure.ng), structure.ng),
        otherwise=values.density_per_day * structure.thunder_days,
    )


def correction(structure: Fields, values: Values) -> Term:
    """k as told, else by the surroundings."""
    return choose((known(structure.k), structure.k), otherwise=values.correction[structure.setting])


def expected_strikes(structure: Fields, values: Values) -> Term:
    """N a year: as told, else worked out."""
    density = flash_density(structure, values) * collection_area(structure, values)
    made = correction(structure, values) * density
    return choose((known(structure.n), structure.n), otherwise=made)


def zone_risk(structure: Fields, values: Values) -> Term:
    """What the zone alone says: first, spark, second, or none."""
    return choose(
        (known(structure.hazard_zone), values.zone_risk[structure.hazard_zone]), otherwise="none"
    )


def may_spark(structure: Fields, values: Values) -> Term:
    """Whether the class hangs on what a spark would do: explosives, zones 1 and 21."""
    is_explosive = told(structure.has_explosives) | is_of(structure.group, "explosives")
    return is_explosive | (zone_risk(structure, values) == "spark")


def is_of(group: Term, name: str) -> Term:
    """Whether the group is known to be that one."""
    return known(group) & (group == name)


Answers = dict[str, Term | Decimal | str]
"""What to say for each criterion: first, spark_first, national, spark_second, zone, frequent,
expected, provincial, tall and none."""


def by_strikes(structure: Fields, values: Values, answers: Answers) -> Term:
    """The answer beside the first criterion of chapter 3 that holds, towers apart."""
    group, strikes = structure.group, expected_strikes(structure, values)
    is_bare = ~known(structure.is_measured)
    return choose(
        *_outright(structure, values, answers),
        ((group == "provincial") & is_bare, answers["provincial"]),
        (strikes > values.strikes_above[group, "second"], answers["frequent"]),
        (group == "provincial", answers["provincial"]),
        (strikes >= values.strikes_from[group, "third"], answers["expected"]),
        otherwise=answers["none"],
    )


def by_height(structure: Fields, values: Values, answers: Answers) -> Term:
    """A tower by its height, the bound by how often it thunders."""
    often = structure.thunder_days > values.tower_thunder_days
    bound = choose((often, values.tower_height["often"]), otherwise=values.tower_height["seldom"])
    return choose(
        *_outright(structure, values, answers),
        (structure.height_m >= bound, answers["tall"]),
        otherwise=answers["none"],
    )


def criterion(structure: Fields, values: Values, answers: Answers) -> Term:
    """The answer for a tower or for any other structure."""
    return choose(
        (is_of(structure.group, "tower"), by_height(structure, values, answers)),
        otherwise=by_strikes(structure, values, answers),
    )


def _outright(
    structure: Fields, values: Values, answers: Answers
) -> list[tuple[Term, Term | Decimal | str]]:
    """What needs no counting: zones, explosives, national importance."""
    zone, sparks = zone_risk(structure, values), may_spark(structure, values)
    return [
        (zone == "first", answers["first"]),
        (sparks & told(structure.spark_causes_great_damage), answers["spark_first"]),
        (sparks, answers["spark_second"]),
        (zone == "second", answers["zone"]),
        (is_of(structure.group, "national"), answers["national"]),
    ]
