"""Rules over the trophic index and over bloom by density."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial

from yiding.ledgers.lake.class_rules import counts
from yiding.ledgers.lake.classing import Row, Tables
from yiding.ledgers.lake.factors import (
    BY_NAME,
    CHLOROPHYLL,
    DENSITY,
    NITROGEN,
    PERMANGANATE,
    PHOSPHORUS,
    TRANSPARENCY,
)
from yiding.ledgers.lake.means import means_of
from yiding.ledgers.lake.trophic import (
    INCOMPLETE,
    PARAMETERS,
    PLACES,
    SYMBOLS,
    are_positive,
    grade_term,
    index_term,
    is_composite,
    part_of,
)
from yiding.rules import (
    Amounts,
    Answer,
    Entry,
    Fields,
    Reason,
    Term,
    Values,
    choose,
    compute,
    known,
    rule,
)
from yiding.rules.answers import computed, undetermined
from yiding.rules.entries import Censored
from yiding.rules.expression import FieldOf

INDEX, GRADES = "lake-trophic-2001-090:index", "lake-trophic-2001-090:grades"


def in_lake(sample: Fields) -> Term:
    """Whether the water is not said to be a river."""
    return ~(known(sample.body) & (sample.body == "river"))


@rule(
    cites=INDEX,
    kind="sample",
    dated_by="sample_time",
    english="Comprehensive trophic index",
)
def trophic_index(sample: Fields, values: Values) -> Term:
    """综合营养状态指数（监测总站方法，四舍五入到四位小数，级别按未舍入的数）。"""
    field = partial(getattr, sample)
    figure = index_term(field, values)
    whole = grade_term(figure, values)
    part = grade_term(figure, values, INCOMPLETE)
    label = choose((known(field(CHLOROPHYLL)), whole), otherwise=part)
    are_numbers = are_positive(field) & ~known(sample.has_trophic_bound)
    condition = in_lake(sample) & is_composite(field) & are_numbers
    return compute(figure, label=label, places=PLACES).where(condition)


def _part(parameter: str) -> Callable[[Fields, Values], Term]:
    def lines(sample: Fields, values: Values) -> Term:
        field = partial(getattr, sample)
        figure = part_of(parameter, field, values)
        condition = in_lake(sample) & is_composite(field) & (field(parameter) > 0)
        label = f"TLI({SYMBOLS[parameter]})"
        return compute(figure, label=label, places=PLACES).where(
            known(field(parameter)) & condition
        )

    lines.__name__ = f"trophic_part_of_{parameter}"
    lines.__doc__ = f"{BY_NAME[parameter].term}的营养状态分指数。"
    return lines


_of_parts = rule(
    cites=INDEX, kind="sample", dated_by="sample_time", english="Trophic index of one parameter"
)
trophic_part_of_chlorophyll_a = _of_parts(_part(CHLOROPHYLL))
trophic_part_of_total_phosphorus = _of_parts(_part(PHOSPHORUS))
trophic_part_of_total_nitrogen = _of_parts(_part(NITROGEN))
trophic_part_of_transparency = _of_parts(_part(TRANSPARENCY))
trophic_part_of_permanganate_index = _of_parts(_part(PERMANGANATE))


@rule(
    cites=INDEX,
    kind="sample",
    dated_by="sample_time",
    sequence=True,
    english="Every parameter of the trophic index is a number above nought",
)
def trophic_values_positive(sample: Entry, _: Amounts, __: date) -> Answer | None:
    """营养状态指数的参数都是大于零的数。"""
    given = {name: sample.values.get(name) for name in PARAMETERS}
    if bounded := tuple(name for name, one in given.items() if isinstance(one, Censored)):
        note = "只知道界限，没有算指数"
        return undetermined(Reason.NO_DATA, bounded, note=note, note_en="a bound has no index")
    wrong = [name for name, one in given.items() if isinstance(one, Decimal) and one <= 0]
    if not wrong:
        return None
    terms = "、".join(BY_NAME[name].term for name in wrong)
    note = f"{terms}为零或负数，没有对数，未算指数；未检出请写“未检出”或“<检出限”"
    return undetermined(
        Reason.CONTRADICTORY,
        note=note,
        note_en=f"{', '.join(wrong)}: no logarithm of nought or less",
    )


def bloom_degree(density: Term, values: Values) -> Term:
    """The degree of a bloom by cells a litre, lower bounds included."""
    bound = values.bloom_density
    return choose(
        (density >= bound["heavy"], "重度水华"),
        (density >= bound["medium"], "中度水华"),
        (density >= bound["light"], "轻度水华"),
        (density >= bound["no_apparent"], "无明显水华"),
        otherwise="无水华",
    )


@rule(
    cites="hj-1098-2020:density",
    kind="algae_sample",
    needs=["density"],
    dated_by="sample_time",
    english="Degree of bloom by algal density",
)
def bloom_degree_by_density(sample: Fields, values: Values) -> Term:
    """藻密度对应的水华程度。"""
    return compute(sample.cells, "个/L", bloom_degree(sample.cells, values)).where(
        ~known(sample.cells) | (sample.cells >= 0)
    )


@rule(
    cites="hj-1098-2020:density",
    kind="sample",
    dated_by="sample_time",
    english="Degree of bloom by a sample's algal density",
)
def bloom_degree_of_sample(sample: Fields, values: Values) -> Term:
    """水样藻密度对应的水华程度。"""
    density = sample.algal_density
    return compute(density, "个/L", bloom_degree(density, values)).where(
        known(density) & (density >= 0)
    )


@rule(
    cites="hj-1098-2020:density",
    kind="reading",
    dated_by="sample_time",
    english="Degree of bloom by a reading of algal density",
)
def bloom_degree_of_reading(reading: Fields, values: Values) -> Term:
    """藻密度监测值对应的水华程度。"""
    density = reading.amount
    is_number = known(density) & (density >= 0) & ~known(reading.qualifier)
    return compute(density, "个/L", bloom_degree(density, values)).where(
        (reading.factor == DENSITY) & is_number & counts(reading, values)
    )


@rule(
    cites=GRADES,
    kind="sample",
    dated_by="sample_time",
    english="Trophic grade of a stated index",
)
def trophic_grade_of_stated(sample: Fields, values: Values) -> Term:
    """所报综合营养状态指数的级别。"""
    return compute(sample.tli, label=grade_term(sample.tli, values)).where(known(sample.tli))


@rule(
    cites=INDEX,
    kind="station",
    sequence=True,
    english="Trophic index of a station's means",
)
def trophic_index_of_station(station: Entry, amounts: Amounts, _: date) -> Answer | None:
    """站点均值的综合营养状态指数。"""
    if station.body == "river":
        return None
    means = means_of(station)
    row = Row(means, amounts)
    tables = Tables()
    if not (is_composite(FieldOf).of(row) and are_positive(FieldOf).of(row)):
        return None
    figure = index_term(FieldOf, tables)
    suffix = "" if CHLOROPHYLL in means else INCOMPLETE
    label = grade_term(figure, tables, suffix).of(row)
    value = figure.of(row)
    return computed(
        round(value, PLACES), label, note="各参数取算术平均", note_en="of arithmetic means"
    )
