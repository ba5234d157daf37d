"""What an entry is: fields, types, units, Chinese column heads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yiding.ledgers.premises.body_fields import (
    GROSS,
    QUOTA,
    SCALE_FIELDS,
    STOREY_KIND,
    USABLE,
    complete_scale,
)
from yiding.ledgers.premises.choices import (
    ACTORS,
    CLASSES,
    DIRECTIONS,
    FUNDS,
    SOURCES,
    WAYS,
    WORKS,
)
from yiding.ledgers.premises.completing import complete_office, complete_records
from yiding.ledgers.premises.neighbours import (
    level_of_unit,
    related_allocation,
    related_office,
)
from yiding.ledgers.premises.office_fields import (
    APPROVAL,
    APPROVER,
    AREA,
    IS_APPROVED,
    IS_FAR,
    IS_HEAD,
    IS_OFTEN,
    LEAVING,
    LEVEL,
    OFFICE_FIELDS,
    ORDER,
    POST,
    RANK,
    SITUATION,
    STANDARD,
    TITLE,
)
from yiding.ledgers.premises.people import OFFICES, POSTS_HELD, SECOND_OFFICE, complete_person
from yiding.ledgers.premises.ranks import LEVELS
from yiding.rules.entries import Field, Kind, Type
from yiding.rules.parsing import tidy


def complete_lease(values: Mapping[str, Any]) -> dict[str, Any]:
    """An approving government is an approval; a new lease is no renewal."""
    filled = complete_records({**values, "approver": values.get("approving_government")})
    if "is_new" in values:
        filled["is_renewal"] = not values["is_new"]
    return filled


def laid_out(given: Mapping[str, Any]) -> dict[str, Any]:
    """An allocation with what it needs of the person and the room that are written out in it."""
    nested = [given[name] for name in ("person", "room") if isinstance(given.get(name), Mapping)]
    told = {name: value for one in nested for name, value in one.items() if tidy(name) in TAKEN}
    own = {name: one for name, one in given.items() if one not in nested}
    return {**told, **own}


def complete_works(values: Mapping[str, Any]) -> dict[str, Any]:
    """An approval from its document, a quota from the posts."""
    return {**complete_records(values), **complete_scale(values)}


def complete_year(values: Mapping[str, Any]) -> dict[str, Any]:
    """An asset report from its day."""
    return {"is_asset_reported": True} if values.get("asset_reported_on") else {}


UNIT_FIELD = Field("unit", "单位", aliases=("使用单位", "单位名称", "unit_name", "unit_id"))
TAKEN = frozenset(
    tidy(name)
    for one in (LEVEL, RANK, AREA, POST, IS_HEAD)
    for name in one.names
    if name != "title"
)
"""What an allocation takes from the person and the room written out in it."""
BUILDING_KEY = (
    Field("address", "地址", aliases=("地理位置", "坐落", "location")),
    Field("lon", "经度", Type.NUMBER, aliases=("longitude", "lng")),
    Field("lat", "纬度", Type.NUMBER, aliases=("latitude",)),
)

UNIT = Kind(
    name="unit",
    term="使用单位",
    fields=(
        Field("unit_code", "单位编码",
              aliases=("统一社会信用代码", "机构编制码", "credit_code", "code")),
        Field("name", "单位名称", aliases=("unit_name", "unit", "名称")),
        Field("unit_class", "类别", Type.CHOICE, options=CLASSES, is_open=True,
              aliases=("class", "单位类别", "category", "unit_category")),
        Field("admin_code", "行政区划代码", aliases=("division_code", "区划")),
        Field("parent", "上级单位", aliases=("主管单位", "parent_unit")),
        *SCALE_FIELDS,
        GROSS,
        USABLE,
        Field("disclosed_on", "公示日期", Type.DATES, aliases=("disclosure_date", "内部公示日期")),
        Field("filed_on", "备案日期", Type.DATES, aliases=("filing_date", "领导备案日期")),
    ),
    aliases=("单位", "机构", "using_unit", "body", "organ"),
    key_heads=("编号", "序号", "单位编号"),
    complete=complete_scale,
)  # fmt: skip
POST_KIND = Kind(
    name="post",
    term="编制职级",
    fields=(
        UNIT_FIELD,
        LEVEL,
        RANK,
        Field("quota_count", "核定职数", Type.INTEGER,
              aliases=("quota", "编制职数", "编制数", "count", "职数")),
        Field("actual_count", "实有人数", Type.INTEGER, aliases=("actual", "实有职数", "实有数")),
    ),
    aliases=("职级", "编制", "posts"),
    related=level_of_unit,
)  # fmt: skip
FABRIC = (
    Field("built_year", "建成年份", Type.INTEGER, aliases=("year_built", "建成年代")),
    Field("floors", "层数", Type.INTEGER, aliases=("楼层数", "storeys_count", "floor_count")),
    STOREY_KIND,
    GROSS,
    USABLE,
    Field("source", "来源", Type.CHOICE, options=SOURCES, is_open=True,
          aliases=("取得方式", "acquired_by")),
    Field("is_registered_to_management", "是否统一登记", Type.FLAG,
          aliases=("title_registered_to_jgsw", "title_registered_to_JGSW", "统一权属登记",
                   "是否统一权属登记", "registered_to_jgsw", "title_registered",
                   "是否登记在机关事务管理部门名下", "权属统一登记")),
    Field("energy_meter_ids", "能耗计量表号", Type.LIST, aliases=("meters", "energy_meters")),
)  # fmt: skip
"""What a compound and a building alike say of themselves."""
COMPOUND = Kind(
    name="compound",
    term="院落",
    fields=(
        Field("name", "院落名称", aliases=("院落",)),
        *BUILDING_KEY,
        Field("buildings", "楼栋数", Type.INTEGER, aliases=("building_count",)),
        *FABRIC,
        *TITLE,
    ),
    aliases=("大院", "院"),
    complete=complete_records,
)
BUILDING = Kind(
    name="building",
    term="建筑",
    fields=(
        Field("name", "楼栋名称", aliases=("楼栋", "building_name", "建筑名称")),
        UNIT_FIELD,
        Field("compound", "院落", aliases=("compound_id",)),
        *BUILDING_KEY,
        *FABRIC,
        *TITLE,
    ),
    aliases=("楼栋", "建筑物", "楼宇"),
    complete=complete_records,
)  # fmt: skip
OFFICE = Kind(
    name="office",
    term="办公室",
    fields=OFFICE_FIELDS,
    aliases=("办公用房", "offices"),
    key_heads=("编号", "序号", "房间编码"),
    complete=complete_office,
    related=related_office,
)
ROOM = Kind(
    name="room",
    term="房间",
    fields=OFFICE_FIELDS,
    aliases=("房", "用房", "rooms"),
    key_heads=("编号", "序号", "房间编码"),
    complete=complete_office,
    related=related_office,
)
ALLOCATION = Kind(
    name="allocation",
    term="配置",
    fields=(
        Field("person", "人员", aliases=("使用人", "person_id", "occupant", "姓名")),
        Field("room", "房间", aliases=("房号", "room_id", "房间编码", "office")),
        *SITUATION[:2],
        LEVEL,
        RANK,
        POST,
        IS_HEAD,
        AREA,
        Field("share", "分摊比例", Type.SHARE, aliases=("占比", "part", "room_share")),
        Field("starts_on", "配置日期", Type.DATE, aliases=("from", "起", "start", "开始日期")),
        Field("ends_on", "终止日期", Type.DATE, aliases=("to", "止", "end", "结束日期")),
        ORDER,
        Field("is_second_office", "是否第二处", Type.FLAG, aliases=("is_second", "second_office")),
        IS_FAR,
        IS_OFTEN,
        IS_APPROVED,
        APPROVAL,
        APPROVER,
        STANDARD,
        Field("rule_version", "执行标准版本", aliases=("version", "标准版本")),
        *LEAVING,
    ),
    aliases=("配置记录", "分配", "allotment"),
    complete=complete_office,
    unfold=laid_out,
    related=related_allocation,
)
PERSON = Kind(
    name="person",
    term="人员",
    fields=(
        Field("name", "代号", aliases=("person_id", "姓名", "pseudonym", "人员编号")),
        UNIT_FIELD,
        LEVEL,
        RANK,
        POST,
        IS_HEAD,
        POSTS_HELD,
        OFFICES,
        AREA,
        *SECOND_OFFICE,
        *LEAVING,
    ),
    aliases=("干部", "使用人", "领导干部", "leader", "people"),
    complete=complete_person,
    related=level_of_unit,
)
LEASE = Kind(
    name="lease",
    term="租借",
    fields=(
        Field("direction", "租借方向", Type.CHOICE, options=DIRECTIONS,
              aliases=("kind", "租借类型", "类型", "lease_kind", "type", "way", "lease_type")),
        UNIT_FIELD,
        LEVEL,
        Field("counterparty", "对方", aliases=("对方单位", "承租人", "出租人", "lessor", "lessee")),
        Field("area_m2", "面积", Type.NUMBER, "m²", aliases=("area", "租用面积", "租借面积")),
        Field("rent", "年租金", Type.NUMBER, "元/年",
              aliases=("rent_per_year", "annual_rent", "租金", "rent_yuan_per_year", "rent_yuan")),
        Field("starts_on", "起租日期", Type.DATE,
              aliases=("from", "signed_on", "start", "签订日期", "起", "start_date", "begin",
                       "租期起", "lease_start", "date")),
        Field("ends_on", "到期日期", Type.DATE, aliases=("to", "end", "止", "end_date", "租期止")),
        Field("term", "租期", aliases=("期限", "lease_term")),
        APPROVAL,
        IS_APPROVED,
        Field("approving_government", "批准政府",
              aliases=("approved_by", "批准机关", "approver", "审批政府")),
        Field("approving_level", "批准政府级别", Type.CHOICE, options=LEVELS,
              aliases=("approving_government_level", "批准级别")),
        Field("is_renewal", "是否续租", Type.FLAG, aliases=("renewal", "续租", "renewed")),
        Field("is_new", "是否新增", Type.FLAG, aliases=("new", "new_lease", "新增",
              "is_new_lease")),
        Field("acted_by", "出租出借单位", Type.CHOICE, options=ACTORS, is_open=True,
              aliases=("by", "actor", "let_by", "lessor_kind", "acting_unit")),
        Field("has_changed_use", "是否改变用途", Type.FLAG,
              aliases=("use_changed", "changed_use", "改变用途")),
        Field("note", "备注", aliases=("remark", "remarks")),
    ),
    aliases=("租用", "租入", "租赁", "出租出借", "leases", "rental"),
    complete=complete_lease,
    related=level_of_unit,
)  # fmt: skip
WORKS_KIND = Kind(
    name="works",
    term="维修建设",
    fields=(
        Field("works_kind", "项目类型", Type.CHOICE, options=WORKS, is_open=True,
              aliases=("kind", "type", "类型", "project_kind", "project_type")),
        Field("name", "项目名称", aliases=("项目", "project")),
        UNIT_FIELD,
        APPROVAL,
        IS_APPROVED,
        APPROVER,
        Field("budget", "概算", Type.MONEY, "元", aliases=("预算", "budget_yuan", "投资",
              "概算金额")),
        Field("approved_budget", "批准概算", Type.MONEY, "元",
              aliases=("批准投资", "approved_budget_yuan")),
        Field("funds_source", "资金来源", Type.CHOICE, options=FUNDS, is_open=True,
              aliases=("funding", "funds", "fund_source", "funding_source", "source_of_funds")),
        Field("area_m2", "建设面积", Type.NUMBER, "m²",
              aliases=("area", "gross_area", "gross_area_m2", "建筑面积", "planned_area_m2")),
        Field("standard_area_m2", "标准面积", Type.NUMBER, "m²",
              aliases=("standard_area", "allowed_area_m2", "allowed_area", "核定面积",
                       "approved_area_m2", "批准面积", "limit_area_m2", "approved_area")),
        Field("is_prohibited", "是否禁止建设", Type.FLAG,
              aliases=("prohibited", "禁止建设", "is_forbidden")),
        Field("is_necessary", "是否必要", Type.FLAG,
              aliases=("necessary", "有无必要", "必要性", "is_needed", "needed")),
        Field("is_within_standard", "内容规模是否合标准", Type.FLAG,
              aliases=("within_standard", "是否合标准", "meets_standard")),
        Field("started_on", "开工日期", Type.DATE, aliases=("start", "start_date", "开工日")),
        *SCALE_FIELDS,
    ),
    aliases=("维修", "建设", "建设项目", "工程", "project", "building_project", "work"),
    complete=complete_works,
)  # fmt: skip
DISPOSAL = Kind(
    name="disposal",
    term="处置利用",
    fields=(
        UNIT_FIELD,
        Field("room", "房屋", aliases=("building", "楼栋", "房号")),
        Field("way", "处置方式", Type.CHOICE, options=WAYS, is_open=True,
              aliases=("kind", "method", "type", "方式", "disposal_kind")),
        Field("area_m2", "面积", Type.NUMBER, "m²", aliases=("area", "处置面积", "usable_area_m2")),
        Field("disposed_on", "处置日期", Type.DATE, aliases=("date", "日期")),
        Field("local_rent", "当地租金", Type.NUMBER, "元/(m²·年)",
              aliases=("rent_per_m2", "市场租金", "local_rent_per_m2")),
        APPROVAL,
        IS_APPROVED,
        Field("acted_by", "处置单位", Type.CHOICE, options=ACTORS, is_open=True,
              aliases=("by", "actor")),
        Field("note", "备注", aliases=("remark", "remarks")),
    ),
    aliases=("处置", "利用", "disposals"),
    complete=complete_records,
)  # fmt: skip
ANNUAL_RETURN = Kind(
    name="annual_return",
    term="年度报告",
    fields=(
        UNIT_FIELD,
        Field("year", "年度", Type.INTEGER, aliases=("年份", "calendar_year", "report_year")),
        Field("disclosed_on", "公示日期", Type.DATES,
              aliases=("disclosure_date", "internal_disclosure_date", "内部公示日期", "公示日",
                       "disclosure_on", "internal_disclosure_on", "disclosed", "disclosure_dates",
                       "internal_disclosure", "disclosure")),
        Field("filed_on", "备案日期", Type.DATES,
              aliases=("filing_date", "leaders_filing_date", "领导备案日期", "备案日", "filed",
                       "leaders_filed_on", "leader_filing_date", "filing_on", "leaders_filing_on",
                       "filing_dates", "leaders_filing", "filing")),
        Field("statistics_on", "统计报送日期", Type.DATE,
              aliases=("statistics_date", "statistics_return_date", "statistics_return")),
        Field("inspected_on", "巡检日期", Type.DATE,
              aliases=("inspection_date", "巡检日", "inspection_on", "inspection")),
        Field("is_asset_reported", "是否报资产年报", Type.FLAG,
              aliases=("asset_reported", "资产年报", "asset_report_filed", "asset_annual_report")),
        Field("asset_reported_on", "资产年报日期", Type.DATE,
              aliases=("asset_report_date", "asset_report_on")),
        *QUOTA[:2],
        GROSS,
        Field("property_cost", "物业费", Type.MONEY, "元", aliases=("物业",)),
        Field("utilities_cost", "水电气暖费", Type.MONEY, "元", aliases=("水电气暖", "能源费")),
        Field("repair_cost", "日常维修费", Type.MONEY, "元", aliases=("日常维修",)),
        Field("running_cost", "机关运行成本", Type.MONEY, "元", aliases=("运行成本",
              "running_costs")),
        Field("previous_running_cost", "上年机关运行成本", Type.MONEY, "元",
              aliases=("上年运行成本",)),
        Field("energy_kgce", "能耗", Type.NUMBER, "kgce", aliases=("综合能耗", "energy")),
        Field("findings_due", "应整改数", Type.INTEGER, aliases=("应整改问题数", "findings")),
        Field("findings_done", "已整改数", Type.INTEGER, aliases=("已整改问题数",)),
    ),
    aliases=("年报", "annual_returns", "报告", "return"),
    complete=complete_year,
)  # fmt: skip


KINDS = (
    OFFICE,
    ROOM,
    UNIT,
    POST_KIND,
    COMPOUND,
    BUILDING,
    ALLOCATION,
    PERSON,
    LEASE,
    WORKS_KIND,
    DISPOSAL,
    ANNUAL_RETURN,
)
