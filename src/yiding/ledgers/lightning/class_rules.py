"""Rules over structures: who reviews them, expected strikes, class, mixed buildings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yiding.ledgers.lightning.strikes import (
    AREA_PLACES,
    CLASS_NUMBERS,
    DENSITY_PLACES,
    STRIKE_PLACES,
    UNCLASSED,
    Answers,
    by_height,
    by_strikes,
    collection_area,
    criterion,
    expected_strikes,
    flash_density,
    is_of,
    may_spark,
    told,
    zone_risk,
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
    larger,
    rule,
)
from yiding.rules.answers import computed, undetermined

SPLIT = "state-council-2016-39:split"
CRITERIA, ANNEX = "gb-50057-2010:3", "gb-50057-2010:annex-a"
WORKS = ("site", "structure", "project", "permit")
FIRST, SECOND, THIRD, NONE = "第一类", "第二类", "第三类", "不分类"
NUMBERS: Answers = {
    "first": Decimal("1"), "spark_first": Decimal("1"), "national": Decimal("2"),
    "spark_second": Decimal("2"), "zone": Decimal("2"), "frequent": Decimal("2"),
    "expected": Decimal("3"), "provincial": Decimal("3"), "tall": Decimal("3"),
    "none": Decimal("0"),
}  # fmt: skip
TERMS: Answers = {
    "first": FIRST, "spark_first": FIRST, "national": SECOND, "spark_second": SECOND,
    "zone": SECOND, "frequent": SECOND, "expected": THIRD, "provincial": THIRD, "tall": THIRD,
    "none": NONE,
}  # fmt: skip
GROUNDS: Answers = {
    "first": "有0区或者20区",
    "spark_first": "有爆炸物或者1区、21区，电火花会造成巨大破坏",
    "national": "国家级重要建筑物",
    "spark_second": "有爆炸物或者1区、21区，电火花不致造成巨大破坏",
    "zone": "有2区、22区",
    "frequent": "年预计雷击次数超过第二类界限",
    "expected": "年预计雷击次数达到第三类界限",
    "provincial": "省级文物、档案馆",
    "tall": "孤立高耸，达到高度界限",
    "none": "未达到各类界限",
}


@rule(
    cites=SPLIT,
    kind=WORKS,
    sequence=True,
    english="Who reviews the design and accepts the works",
)
def reviewing_authority(works: Entry, amounts: Amounts, _: date) -> Answer | None:
    """防雷装置设计审核和竣工验收由哪个部门负责。"""
    if works.category is None or works.category == "other":
        return None
    return computed(None, amounts["authority_term", works.category])


@rule(cites=SPLIT, kind=WORKS, english="The department on record is the one responsible")
def authority_as_split(works: Fields, values: Values) -> Term:
    """登记的监管部门就是按分工负责的部门。"""
    is_told = known(works.category) & known(works.supervising_department)
    is_split = is_told & (works.category != "other")
    return (works.supervising_department == values.authority[works.category]).where(is_split)


def _has_size(structure: Fields) -> Term:
    """Whether any side is known: whoever says one is asked for the others, a tower is not."""
    is_any = known(structure.length_m) | known(structure.width_m) | known(structure.height_m)
    return known(structure.ae_km2) | (is_any & ~is_of(structure.group, "tower"))


@rule(
    cites=ANNEX,
    kind="structure",
    dated_by="designed_on",
    english="Equivalent collection area",
)
def equivalent_area(structure: Fields, values: Values) -> Term:
    """建筑物等效面积。"""
    return compute(collection_area(structure, values), "km²", places=AREA_PLACES).where(
        _has_size(structure)
    )


@rule(
    cites=ANNEX,
    kind="structure",
    dated_by="designed_on",
    english="Ground flash density",
)
def ground_flash_density(structure: Fields, values: Values) -> Term:
    """雷击大地的年平均密度。"""
    is_told = known(structure.thunder_days) | known(structure.ng) | _has_size(structure)
    return compute(flash_density(structure, values), "次/(km²·a)", places=DENSITY_PLACES).where(
        is_told
    )


@rule(
    cites=ANNEX,
    kind="structure",
    dated_by="designed_on",
    english="Expected strikes a year",
)
def strikes_expected(structure: Fields, values: Values) -> Term:
    """建筑物年预计雷击次数。"""
    is_told = _has_size(structure) | known(structure.n)
    return compute(expected_strikes(structure, values), "次/a", places=STRIKE_PLACES).where(is_told)


def _is_told(structure: Fields, values: Values) -> Term:
    """Whether there is anything to class it by, and what a spark would do where that decides."""
    is_any = known(structure.group) | known(structure.hazard_zone) | known(structure.has_explosives)
    is_open = may_spark(structure, values) & ~known(structure.spark_causes_great_damage)
    is_first = known(structure.hazard_zone) & (zone_risk(structure, values) == "first")
    return is_any & (is_first | ~is_open)


def _is_classable(structure: Fields, values: Values, number: Term) -> Term:
    """Nobody is asked for the size of what has a class on record."""
    is_wanted = known(number) | ~known(structure.lightning_class)
    return _is_told(structure, values) & _is_old_housing(structure, values) & is_wanted


def _is_old_housing(structure: Fields, values: Values) -> Term:
    """Whether it is no housing, or designed before housing had its own code."""
    is_housing = known(structure.use) & (structure.use == "residence")
    return ~(is_housing & (values.housing_code == "own"))


@rule(
    cites=CRITERIA,
    kind="structure",
    dated_by="designed_on",
    english="Class of the structure",
)
def class_of_structure(structure: Fields, values: Values) -> Term:
    """建筑物的防雷类别。"""
    number = by_strikes(structure, values, NUMBERS)
    figure = compute(number, label=by_strikes(structure, values, TERMS))
    is_tower = is_of(structure.group, "tower")
    return figure.where(_is_classable(structure, values, number) & ~is_tower)


@rule(
    cites=CRITERIA,
    kind="structure",
    dated_by="designed_on",
    english="Class of an isolated tower or chimney",
)
def class_of_tower(structure: Fields, values: Values) -> Term:
    """孤立高耸建筑物的防雷类别。"""
    number = by_height(structure, values, NUMBERS)
    figure = compute(number, label=by_height(structure, values, TERMS))
    is_tower = is_of(structure.group, "tower")
    return figure.where(_is_classable(structure, values, number) & is_tower)


@rule(
    cites=CRITERIA,
    kind="structure",
    dated_by="designed_on",
    sequence=True,
    english="What a spark would do decides between classes I and II",
)
def spark_damage_told(structure: Entry, amounts: Amounts, _: date) -> Answer | None:
    """有爆炸物或者1区、21区的，须说明电火花是否会造成巨大破坏。"""
    zone = structure.hazard_zone and amounts["zone_risk", structure.hazard_zone]
    is_explosive = structure.has_explosives or structure.group == "explosives"
    if zone == "first" or not (is_explosive or zone == "spark"):
        return None
    if structure.spark_causes_great_damage is not None:
        return None
    return undetermined(Reason.NO_DATA, ("spark_causes_great_damage",))


@rule(
    cites="thunder-days-cities:cities",
    kind="structure",
    english="Thunder days of the place, where the structure states none",
)
def thunder_days_of_place(structure: Fields, values: Values) -> Term:
    """没有填雷暴日的，采用当地年平均雷暴日。"""
    return compute(values.thunder_days, "d/a").where(told(structure.has_place_days))


@rule(
    cites=CRITERIA,
    kind="structure",
    dated_by="designed_on",
    english="The criterion that gives the class",
)
def class_criterion(structure: Fields, values: Values) -> Term:
    """按哪一条定的防雷类别。"""
    number = criterion(structure, values, NUMBERS)
    figure = compute(number, label=criterion(structure, values, GROUNDS))
    return figure.where(_is_classable(structure, values, number) & known(number))


def _housing_class(structure: Fields, values: Values) -> Term:
    often = expected_strikes(structure, values) > values.housing_above
    return choose((often, CLASS_NUMBERS["second"]), otherwise=CLASS_NUMBERS["third"])


@rule(
    cites="housing-project-code:7.4.6",
    kind="structure",
    dated_by="designed_on",
    english="Least class of housing",
)
def class_of_housing(structure: Fields, values: Values) -> Term:
    """住宅的防雷类别，不低于第三类。"""
    number = _housing_class(structure, values)
    label = choose((number == CLASS_NUMBERS["second"], SECOND), otherwise=THIRD)
    return compute(number, label=label).where(structure.use == "residence")


def _rank(number: Term) -> Term:
    """A class by its number, the unclassed last."""
    return choose((number == NUMBERS["none"], UNCLASSED), otherwise=number)


def _recorded(structure: Fields) -> Term:
    cases = ((structure.lightning_class == name, one) for name, one in CLASS_NUMBERS.items())
    return choose(*cases, otherwise=UNCLASSED)


@rule(
    cites=CRITERIA,
    kind="structure",
    dated_by="designed_on",
    english="The class on record is not lower than the criteria give",
)
def class_not_too_low(structure: Fields, values: Values) -> Term:
    """登记的防雷类别不低于应划的类别。"""
    right = _rank(criterion(structure, values, NUMBERS))
    is_recorded = known(structure.lightning_class) & known(right)
    condition = is_recorded & _is_classable(structure, values, right)
    return (_recorded(structure) <= right).where(condition)


@rule(
    cites="housing-project-code:7.4.6",
    kind="structure",
    dated_by="designed_on",
    english="The class of housing on record is not lower than its code gives",
)
def housing_class_not_too_low(structure: Fields, values: Values) -> Term:
    """住宅登记的防雷类别不低于规范的类别。"""
    right = _housing_class(structure, values)
    is_told = known(structure.lightning_class) & known(right)
    return (_recorded(structure) <= right).where(is_told & (structure.use == "residence"))


@rule(
    cites="yiding-readings:lightning-records-agree",
    kind="structure",
    dated_by="designed_on",
    english="The density on record is a tenth of the thunder days",
)
def density_as_formula(structure: Fields, values: Values) -> Term:
    """登记的地闪密度与雷暴日换算的一致，采用实测的除外。"""
    worked_out = values.density_per_day * structure.thunder_days
    is_told = known(structure.ng) & known(structure.thunder_days) & known(values.density_per_day)
    gap = larger(structure.ng - worked_out, worked_out - structure.ng)
    return (gap <= values.density_tolerance).where(is_told & ~told(structure.uses_measured))


@rule(
    cites="gb-50057-94:3.5.1",
    or_else="yiding-readings:lightning-mixed-building",
    kind="structure",
    dated_by="designed_on",
    sequence=True,
    english="Class of a building of mixed parts",
)
def class_of_mixed_building(structure: Entry, amounts: Amounts, _: date) -> Answer | None:
    """兼有几类部分的建筑物按面积占比定类。"""
    return _mixed(structure, amounts["mixed_share"])


@rule(
    cites="gb-50057-2010:4.5.1",
    kind="structure",
    dated_by="designed_on",
    sequence=True,
    english="Class of a mixed building by the code in force, not checked",
)
def mixed_class_to_confirm(structure: Entry, amounts: Amounts, _: date) -> Answer | None:
    """兼有几类部分的建筑物按现行规范定类。"""
    return _mixed(structure, amounts["mixed_share_unchecked"])


def _mixed(structure: Entry, bound: Decimal) -> Answer | None:
    first, second = structure.class_one_share, structure.class_two_share
    if first is None and second is None:
        return None
    told = {"class_one_share": first, "class_two_share": second}
    missing = tuple(name for name, share in told.items() if share is None)
    if first is not None and first >= bound:
        return computed(CLASS_NUMBERS["first"], FIRST)
    if missing:
        return undetermined(Reason.NO_DATA, missing)
    if second >= bound or first + second > bound:
        return computed(CLASS_NUMBERS["second"], SECOND)
    if first + second == bound:
        note, note_en = "两类合计恰为界限，条文没有写到", "exactly at the bound; the text is silent"
        return undetermined(Reason.JUDGEMENT, note=note, note_en=note_en)
    return _little(structure)


def _little(structure: Entry) -> Answer:
    """Few parts of the upper classes: by whether lightning may strike directly."""
    if structure.direct_strike_possible is None:
        return undetermined(Reason.NO_DATA, ("direct_strike_possible",))
    if structure.direct_strike_possible:
        return computed(None, "各部分各按其类")
    return computed(CLASS_NUMBERS["third"], THIRD)
