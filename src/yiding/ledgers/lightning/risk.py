"""Risk of loss of life R1 as terms: areas, numbers, probabilities and losses (IEC 62305-2:2010)."""

from __future__ import annotations

from decimal import Decimal

from yiding.ledgers.lightning.strikes import PI, SQUARE_METRES
from yiding.rules import Fields, Term, Values, choose, known
from yiding.rules.expression import FieldOf, Limit

NOTHING, ONE = Decimal("0"), Decimal("1")
AREA_PLACES, EVENT_PLACES, RISK_PLACES = 1, 7, 9
"""Decimals that areas, events and risks are told with."""


def factor(number: FieldOf, word: FieldOf, table: Limit, usual: str | None = None) -> Term:
    """The number itself, else the table's for the word, else the table's for the usual word."""
    cases: list[tuple[Term, Term]] = [(known(number), number)]
    if usual is None:
        return choose(*cases, otherwise=table[word])
    return choose(*cases, (known(word), table[word]), otherwise=table[usual])


def density(risk: Fields, values: Values) -> Term:
    """NG as told, else a tenth of the thunder days."""
    return choose((known(risk.ng), risk.ng), otherwise=values.density_per_day * risk.thunder_days)


def structure_area(risk: Fields, values: Values) -> Term:
    """AD in m²: LW + 6H(L+W) + 9πH²."""
    length, width, height = risk.length_m, risk.width_m, risk.height_m
    times = values.risk_area
    edges = times["edge"] * height * (length + width)
    return length * width + edges + times["corner"] * PI * height * height


def structure_strikes(risk: Fields, values: Values) -> Term:
    """ND a year: NG·AD·CD·1e-6."""
    cd = factor(risk.cd, risk.location, values.location_factor)
    return density(risk, values) * structure_area(risk, values) * cd / SQUARE_METRES


def line_strikes(risk: Fields, values: Values) -> Term:
    """NL a year: NG·AL·CI·CE·CT·1e-6 with AL = 40·LL; a structure without lines has none."""
    ci = factor(risk.ci, risk.line_installation, values.line_installation)
    ce = factor(risk.ce, risk.line_environment, values.line_environment)
    ct = factor(risk.ct, risk.line_voltage, values.line_voltage)
    area = values.risk_area["service_line"] * risk.line_length_m
    return density(risk, values) * area * ci * ce * ct / SQUARE_METRES


def presence(risk: Fields, values: Values) -> Term:
    """(nz/nt)·(tz/8760): everybody always, unless told."""
    people = choose(
        (
            known(risk.people_in_zone) & known(risk.people_in_all),
            risk.people_in_zone / risk.people_in_all,
        ),
        otherwise=ONE,
    )
    hours = choose(
        (known(risk.hours_in_zone), risk.hours_in_zone / values.hours_of_year), otherwise=ONE
    )
    return people * hours


def injury_loss(number: FieldOf, floor: FieldOf, risk: Fields, values: Values) -> Term:
    """LA or LU: rt·LT by the floor one stands on."""
    usual = choose((known(risk.lt), risk.lt), otherwise=values.injury_loss)
    return factor(number, floor, values.floor_factor) * usual * presence(risk, values)


def fire_loss(risk: Fields, values: Values) -> Term:
    """LB or LV: rp·rf·hz·LF."""
    rp = factor(risk.rp, risk.fire_measure, values.fire_measure)
    rf = factor(risk.rf, risk.fire_risk, values.fire_risk)
    hz = factor(risk.hz, risk.panic, values.panic, "none")
    lf = factor(risk.lf, risk.occupancy, values.occupancy)
    return rp * rf * hz * lf * presence(risk, values)


def risk_of_life(risk: Fields, values: Values) -> Term:
    """R1 = RA + RB + RU + RV."""
    return _by_structure(risk, values) + choose(
        (known(risk.line_length_m), _by_line(risk, values)), otherwise=NOTHING
    )


def _by_structure(risk: Fields, values: Values) -> Term:
    pb = factor(risk.pb, risk.lps, values.lps_probability)
    pta = factor(risk.pta, risk.touch_measure, values.touch_measure, "none")
    injury = pta * injury_loss(risk.rt_outdoor, risk.outdoor_floor, risk, values)
    return structure_strikes(risk, values) * pb * (injury + fire_loss(risk, values))


def _by_line(risk: Fields, values: Values) -> Term:
    peb = factor(risk.peb, risk.spd_level, values.spd_probability, "none")
    injury = injury_loss(risk.rt_indoor, risk.indoor_floor, risk, values)
    return line_strikes(risk, values) * peb * (injury + fire_loss(risk, values))
