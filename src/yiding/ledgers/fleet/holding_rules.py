"""What is held and how: quota, title, posts, livery, positioning, papers, counts."""

from __future__ import annotations

from yiding.ledgers.fleet.purchase_rules import ENFORCEMENT, on_record
from yiding.rules import Fields, Term, Values, known, rule


@rule(
    cites="official-vehicles-2017:art-6",
    kind="quota",
    needs=["number", "in_use"],
    english="No more vehicles in use than the quota of the kind",
)
def vehicles_within_quota(quota: Fields, _: Values) -> Term:
    """在用车辆不超过本种车辆的编制。"""
    return quota.in_use <= quota.number


@rule(
    cites="yiding-readings:fleet-counts",
    kind=("quota", "annual_return"),
    english="The number counted is the number in the system",
)
def counts_agree(told: Fields, _: Values) -> Term:
    """盘点数与系统登记数一致。"""
    is_told = known(told.real_count) & known(told.system_count)
    return (told.real_count == told.system_count).where(is_told)


@rule(
    cites="official-vehicles-2017:art-26-2",
    kind="vehicle",
    english="The vehicle is registered to the unit itself",
)
def registered_to_the_unit(car: Fields, _: Values) -> Term:
    """车辆登记在本单位名下。"""
    return car.title_ok.where(known(car.title_ok))


@rule(
    cites="official-vehicles-2017:offroad",
    kind="vehicle",
    english="An off-road car is no leader's fixed car",
)
def offroad_not_a_leaders_car(car: Fields, _: Values) -> Term:
    """越野车不作领导干部固定用车。"""
    is_offroad = known(car.is_offroad) & car.is_offroad
    return (~car.is_leader_fixed).where(is_offroad & known(car.is_leader_fixed))


@rule(
    cites="frugality-2013:art-26",
    or_else="yiding-readings:fleet-front-line",
    kind="vehicle",
    english="An enforcement vehicle is held by a front-line post",
)
def enforcement_at_the_front(car: Fields, _: Values) -> Term:
    """执法执勤用车只配给一线执法执勤岗位。"""
    return (car.post == "front_line").where((car.vehicle_kind == ENFORCEMENT) & known(car.post))


def _is_marked(car: Fields) -> Term:
    """On the road, or said to be marked or exempt."""
    return known(car.plate) | known(car.livery_status) | known(car.is_livery_exempt)


@rule(
    cites="official-vehicles-2017:livery",
    kind="vehicle",
    english="The vehicle bears the livery unless it is kept secret",
)
def livery_borne(car: Fields, _: Values) -> Term:
    """车辆喷涂统一标识，有保密要求的除外。"""
    is_exempt = on_record(car.is_livery_exempt)
    return (is_exempt | (car.livery_status == "present")).where(_is_marked(car))


def _has_livery(car: Fields) -> Term:
    return known(car.livery_status) & (car.livery_status == "present")


@rule(
    cites="fujian-2017-livery:doors",
    kind="vehicle",
    english="In Fujian the words and the telephone stand on both front doors",
)
def livery_on_both_doors(car: Fields, _: Values) -> Term:
    """福建的标识和监督电话喷在两侧前车门上。"""
    is_told = known(car.livery_place) | known(car.has_livery_phone)
    is_right = (car.livery_place == "front_doors") & car.has_livery_phone
    return is_right.where(_has_livery(car) & is_told)


@rule(
    cites="beijing-2018-vehicles:sticker",
    kind="vehicle",
    needs=["owner_class"],
    english="In Beijing the sticker has the colour of its body",
)
def sticker_of_its_colour(car: Fields, values: Values) -> Term:
    """北京的标识按单位性质和用途分颜色。"""
    production = values.livery_colour["production", car.owner_class]
    official = values.livery_colour["official", car.owner_class]
    is_production = known(car.livery_use) & (car.livery_use == "production")
    is_plain = ~is_production & (car.livery_colour == official)
    is_right = is_plain | (is_production & (car.livery_colour == production))
    return is_right.where(_has_livery(car) & known(car.livery_colour))


@rule(
    cites="beijing-2018-vehicles:sticker",
    kind="vehicle",
    english="In Beijing the sticker is at the right of the windscreen",
)
def sticker_on_the_windscreen(car: Fields, _: Values) -> Term:
    """北京的标识贴在前挡风玻璃右侧。"""
    is_right = car.livery_place == "windscreen_right"
    return is_right.where(_has_livery(car) & known(car.livery_place))


@rule(
    cites="xiangyang-2018-vehicles:positioning",
    or_else="yiding-readings:fleet-positioning",
    kind="vehicle",
    english="The vehicle carries a positioning terminal where one is required",
)
def terminal_carried(car: Fields, values: Values) -> Term:
    """当地规定须装定位终端的车辆装有终端。"""
    is_asked = known(values.positioning_required) & (known(car.plate) | known(car.has_terminal))
    is_without = known(car.has_terminal) & ~car.has_terminal
    is_free = on_record(car.is_terminal_exempt) | (values.positioning_required == "no")
    return (car.has_terminal | is_free).where(is_asked | is_without)


@rule(
    cites="official-vehicles-2017:ledger",
    kind="vehicle",
    english="The vehicle is in the ledger with its papers",
)
def papers_kept(car: Fields, _: Values) -> Term:
    """车辆入台账并保存证照资料。"""
    return car.has_file.where(known(car.has_file))


@rule(
    cites="state-assets-2021:art-30",
    kind="vehicle",
    english="The vehicle has its asset card",
)
def asset_card_made(car: Fields, _: Values) -> Term:
    """车辆有资产卡片。"""
    return car.has_asset_card.where(known(car.has_asset_card))
