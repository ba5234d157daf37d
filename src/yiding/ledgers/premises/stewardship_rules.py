"""Letting, renting, title, assets, projects, and what is reported every year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yiding.ledgers.premises.allowances import gross_allowed, has_posts, to_the_cent
from yiding.ledgers.premises.occupancy import NoLimit, within
from yiding.rules import Amounts, Answer, Entry, Fields, Reason, Term, Values, known, rule
from yiding.rules.answers import by_day, undetermined

NOT_TO_LET = "institutional-affairs-2012:art-23"
REFUSED = "building-projects-2017:art-9"


@rule(cites=NOT_TO_LET, kind="lease", english="The using unit neither lets nor lends its space")
def space_not_let_or_lent(lease: Fields, _: Values) -> Term:
    """使用单位不得出租、出借办公用房。"""
    is_out = (lease.direction == "let_out") | (lease.direction == "lend_out")
    is_by_unit = ~known(lease.acted_by) | (lease.acted_by == "using_unit")
    return (~is_out).where(is_out & is_by_unit)


@rule(
    cites=NOT_TO_LET,
    kind=("room", "office"),
    english="The room is neither let nor lent",
)
def room_not_let_or_lent(room: Fields, _: Values) -> Term:
    """房间不得出租、出借。"""
    is_out = (room.status == "let") | (room.status == "lent") | (room.nature == "let")
    return (~is_out).where(is_out)


@rule(
    cites=NOT_TO_LET,
    kind=("room", "office", "building", "lease"),
    english="The use of the space has not been changed",
)
def use_not_changed(space: Fields, _: Values) -> Term:
    """使用单位不得改变办公用房使用功能。"""
    return (~space.has_changed_use).where(known(space.has_changed_use))


@rule(cites=NOT_TO_LET, kind="disposal", english="The using unit does not let or convert by itself")
def disposal_not_by_using_unit(disposal: Fields, _: Values) -> Term:
    """使用单位不得自行出租办公用房或者转换用途。"""
    is_kept_back = (disposal.way == "letting") | (disposal.way == "conversion")
    is_told = known(disposal.acted_by) & is_kept_back
    return (disposal.acted_by != "using_unit").where(is_told)


@rule(cites=NOT_TO_LET, kind="lease", english="Space is rented in with approval")
def rented_in_with_approval(lease: Fields, _: Values) -> Term:
    """租用办公用房经本级人民政府批准。"""
    return lease.is_approved.where(lease.direction == "rent_in")


@rule(
    cites=NOT_TO_LET,
    kind="lease",
    english="The approving government is that of the unit's own level",
)
def approved_by_own_level(lease: Fields, _: Values) -> Term:
    """批准租用的是本级人民政府。"""
    is_told = known(lease.approving_level) & known(lease.level)
    is_in = lease.direction == "rent_in"
    return (lease.approving_level == lease.level).where(is_told & is_in)


@rule(
    cites="suzhou-2024-frugality:no-new-leases",
    kind="lease",
    dated_by="starts_on",
    english="In principle no new lease in Suzhou",
    sequence=True,
)
def no_new_lease(lease: Entry, _: Amounts, __: date) -> Answer | None:
    """苏州原则上不再新增租用办公用房、业务用房。"""
    if lease.direction not in (None, "rent_in") or lease.is_renewal:
        return None
    note = "原则上不得新增租用，确有必要的请附理由和批准"
    note_en = "in principle not allowed; attach grounds and approval"
    return undetermined(Reason.JUDGEMENT, note=note, note_en=note_en)


@rule(
    cites="institutional-affairs-2012:art-22",
    kind=("room", "office", "building"),
    needs=["is_returned"],
    english="Surplus or vacated space is taken back for redistribution",
)
def surplus_returned(space: Fields, _: Values) -> Term:
    """超标准或者腾出的办公用房交回统一调剂。"""
    return space.is_returned.where(known(space.surplus_cause))


@rule(
    cites="institutional-affairs-2012:art-21",
    kind=("building", "compound"),
    english="The title is registered to the management department",
)
def title_registered_to_management(building: Fields, _: Values) -> Term:
    """权属统一登记在机关事务管理部门名下。"""
    told = building.is_registered_to_management
    return told.where(known(told))


@rule(
    cites="state-assets-2021:art-30",
    kind="building",
    needs=["has_asset_card"],
    english="Every building has its asset card",
)
def building_has_asset_card(building: Fields, _: Values) -> Term:
    """每栋建筑都有资产卡片。"""
    return building.has_asset_card


@rule(
    cites="state-assets-2021:art-30",
    kind=("room", "office", "compound"),
    english="Every room has its asset card",
)
def room_has_asset_card(room: Fields, _: Values) -> Term:
    """房间、院落有资产卡片。"""
    return room.has_asset_card.where(known(room.has_asset_card))


@rule(
    cites="state-assets-2021:art-34",
    kind=("building", "room", "office", "compound"),
    english="What is on the books is there, and what is there is on the books",
)
def books_agree_with_things(asset: Fields, _: Values) -> Term:
    """账实相符。"""
    is_told = known(asset.is_on_ledger) & known(asset.is_found)
    return (asset.is_on_ledger == asset.is_found).where(is_told)


@rule(
    cites="state-assets-2021:art-34",
    kind=("building", "compound"),
    needs=["gross_area_m2"],
    english="The area on the books is the gross area",
)
def book_area_agrees(building: Fields, _: Values) -> Term:
    """账面面积与建筑面积一致。"""
    return (building.book_area_m2 == building.gross_area_m2).where(known(building.book_area_m2))


@rule(
    cites="yiding-readings:office-data-agree",
    kind=("building", "unit", "compound"),
    english="Usable area lies within the gross area",
    sequence=True,
)
def building_data_agree(building: Entry, _: Amounts, __: date) -> Answer | None:
    """使用面积不大于建筑面积。"""
    usable, gross = building.usable_area_m2, building.gross_area_m2
    if usable is None or gross is None or usable <= gross:
        return None
    note = "使用面积大于建筑面积，请核对两个数是否写反"
    return undetermined(Reason.CONTRADICTORY, note=note, note_en="usable area above gross area")


@rule(
    cites="state-assets-2021:art-45",
    kind="annual_return",
    english="The yearly asset report was made",
)
def asset_report_made(year: Fields, _: Values) -> Term:
    """资产情况按年报告。"""
    return year.is_asset_reported.where(known(year.is_asset_reported))


@rule(cites=REFUSED, kind="works", english="The project is not of a prohibited kind")
def project_not_prohibited(works: Fields, _: Values) -> Term:
    """项目不属于禁止建设的情形。"""
    return (~works.is_prohibited).where(known(works.is_prohibited))


@rule(cites=REFUSED, kind="works", english="The project is necessary")
def project_necessary(works: Fields, _: Values) -> Term:
    """项目确有建设必要。"""
    return works.is_necessary.where(known(works.is_necessary))


@rule(
    cites="building-projects-2017:art-13",
    kind="works",
    english="The funds come from sources that are allowed",
)
def project_funds_allowed(works: Fields, values: Values) -> Term:
    """建设资金来源符合规定。"""
    source = values.funds_source[works.funds_source]
    return (source == "allowed").where(known(works.funds_source))


@rule(cites=REFUSED, kind="works", english="Content and scale keep to the standard")
def project_within_standard(works: Fields, _: Values) -> Term:
    """建设内容、规模符合标准。"""
    return works.is_within_standard.where(known(works.is_within_standard))


@rule(cites=REFUSED, kind="works", needs=["area_m2"], english="The area is within the approved one")
def project_area_within_approved(works: Fields, _: Values) -> Term:
    """建设面积不超过核定面积。"""
    return (works.area_m2 <= works.standard_area_m2).where(known(works.standard_area_m2))


@rule(
    cites=REFUSED,
    kind="works",
    english="The area is within what the quota allows",
    sequence=True,
)
def project_area_within_allowance(works: Entry, amounts: Amounts, _: date) -> Answer | None:
    """建设面积不超过按编制核算的总建筑面积。"""
    if works.area_m2 is None or not has_posts(works):
        return None
    try:
        return within(works.area_m2, to_the_cent(gross_allowed(works, amounts)))
    except NoLimit as why:
        return why.answer


@rule(
    cites="frugality-2025:art-38",
    kind="works",
    needs=["budget"],
    english="The project keeps to its approved budget",
)
def project_within_budget(works: Fields, _: Values) -> Term:
    """建设项目不超批准概算。"""
    return (works.budget <= works.approved_budget).where(known(works.approved_budget))


@rule(
    cites="frugality-2025:art-38",
    kind="works",
    dated_by="started_on",
    english="The project was approved before it began",
)
def project_approved_before_start(works: Fields, _: Values) -> Term:
    """建设项目经批准后开工。"""
    is_building = ~known(works.works_kind) | (works.works_kind == "building")
    return works.is_approved.where(known(works.started_on) & is_building)


@rule(
    cites="office-space-2017:art-19-disclose",
    kind=("annual_return", "unit"),
    english="The allotment of offices is disclosed every year",
    sequence=True,
)
def allotment_disclosed(entry: Entry, _: Amounts, on: date) -> Answer | None:
    """每年内部公示办公用房配置使用情况。"""
    return _once_a_year(entry, entry.disclosed_on, on)


@rule(
    cites="office-space-2017:art-19-file",
    kind=("annual_return", "unit"),
    english="Leaders' offices are filed every year",
    sequence=True,
)
def leaders_offices_filed(entry: Entry, _: Amounts, on: date) -> Answer | None:
    """领导干部办公用房每年备案。"""
    return _once_a_year(entry, entry.filed_on, on)


def _once_a_year(entry: Entry, days: Iterable[date] | None, on: date) -> Answer | None:
    """By the last day of the year; a unit that says nothing of it is not asked."""
    if days is None and entry.kind == "unit":
        return None
    year = on.year if entry.year is None else int(entry.year)
    done = min((day for day in days or () if day.year == year), default=None)
    return by_day(date(year, 12, 31), done, on)
