"""What a structure says of itself: its size, use, zone, surroundings, strikes and class."""

from __future__ import annotations

from yiding.ledgers.lightning.choices import (
    AUTHORITIES,
    CATEGORIES,
    CLASSES,
    ENVIRONMENTS,
    GROUPS,
    SETTINGS,
    USES,
    ZONES,
)
from yiding.rules.entries import Field, Type

GEOMETRY = (
    Field("length_m", "长", Type.NUMBER, "m", (
        "L", "length", "长度", "建筑物长度", "length_l", "building_length")),
    Field("width_m", "宽", Type.NUMBER, "m", (
        "W", "width", "宽度", "建筑物宽度", "width_w", "building_width")),
    Field("height_m", "高", Type.NUMBER, "m", (
        "H", "height", "高度", "建筑物高度", "height_h", "building_height", "建筑高度")),
)  # fmt: skip
STRIKES = (
    Field("thunder_days", "年平均雷暴日", Type.NUMBER, "d/a", (
        "Td", "雷暴日", "雷暴日数", "年雷暴日", "thunderstorm_days", "thunder_days_td",
        "thunderstorm_day", "年平均雷暴日数")),
    Field("k", "校正系数", Type.NUMBER, aliases=(
        "correction_factor", "k_factor", "correction", "校正系数k", "系数k")),
    Field("settings", "所处环境", Type.LIST, aliases=("surroundings", "situation", "setting",
        "地形", "环境情况", "terrain", "周边环境", "k_cases", "k_conditions")),
    Field("setting", "校正情形", Type.CHOICE, options=SETTINGS, is_open=True,
        aliases=("k_setting", "校正系数情形")),
    Field("ng", "雷击大地年平均密度", Type.NUMBER, "次/(km²·a)", (
        "Ng", "ground_flash_density", "地闪密度", "雷击密度", "雷击大地密度", "flash_density",
        "密度")),
    Field("ng_measured", "实测地闪密度", Type.NUMBER, "次/(km²·a)", (
        "measured_ng", "measured_density", "实测密度", "cg_density", "measured_cg_density")),
    Field("uses_measured", "采用实测密度", Type.FLAG, aliases=("use_measured", "用实测密度",
        "measured_density_used", "uses_measured_density")),
    Field("ae_km2", "等效面积", Type.NUMBER, "km²", ("Ae", "collection_area",
        "equivalent_area", "截收面积", "等效截收面积", "collection_area_km2")),
    Field("n", "年预计雷击次数", Type.NUMBER, "次/a", (
        "N", "expected_strikes", "strikes_per_year", "预计雷击次数", "年预计雷击次数N",
        "annual_strikes", "expected_strikes_per_year", "n_per_year")),
)  # fmt: skip
CLASS = Field("lightning_class", "防雷类别", Type.CHOICE, options=CLASSES, aliases=(
    "class", "防雷分类", "类别", "protection_class", "building_class", "分类",
    "structure_class", "class_of_structure", "建筑物类别", "建筑物防雷类别", "建筑物防雷分类",
))  # fmt: skip
USE = Field("use", "用途", Type.CHOICE, options=USES, is_open=True, aliases=(
    "建筑用途", "使用性质", "building_use", "category_of_use", "用途分组",
    "structure_use", "usage", "building_type", "type",
))  # fmt: skip
GROUP = Field("group", "用途分组", Type.CHOICE, options=GROUPS, is_open=True, aliases=(
    "use_group", "building_group", "分组",
))  # fmt: skip
CATEGORY = Field("category", "场所类别", Type.CHOICE, options=CATEGORIES, is_open=True, aliases=(
    "类别名称", "单位类别", "重点单位类别", "key_unit_category", "project_type", "工程类别",
    "项目类别", "project_category", "site_category", "project", "facility", "kind_of_project",
    "项目类型", "工程类型", "场所", "project_kind",
))  # fmt: skip
AUTHORITY = Field("supervising_department", "监管部门", Type.CHOICE, options=AUTHORITIES,
    is_open=True, aliases=("主管部门", "supervisor", "supervising_body", "authority", "监管单位",
    "reviewing_authority", "审核部门", "审核验收部门", "supervising_authority", "department",
    "许可部门", "supervised_by"))  # fmt: skip
ENVIRONMENT = Field("environment", "危险环境", Type.CHOICE, options=ENVIRONMENTS, is_open=True,
    aliases=("hazard_environment", "环境", "env", "环境类别", "inspection_environment",
    "environment_kind", "environment_type"))  # fmt: skip
LAST_INSPECTED = Field("last_inspected_on", "上次检测日期", Type.DATE, aliases=(
    "last_inspection", "last_inspection_date", "last_inspection_on", "最近检测日期", "检测日期",
    "last_inspected", "last_inspected_at", "上次检测", "last_test_on", "last_tested_on",
    "最近一次检测日期", "last_inspected_date",
))  # fmt: skip
COMMISSIONED = Field("commissioned_on", "投入使用日期", Type.DATE, aliases=(
    "commissioned", "commissioning_date", "commissioned_date", "投用日期", "in_use_since",
    "使用日期", "commissioning_on", "in_use_from",
))  # fmt: skip
HAS_EXPLOSIVES = Field("has_explosives", "有爆炸物", Type.FLAG, aliases=(
    "explosives", "uses_explosives", "makes_explosives", "stores_explosives", "存放爆炸物",
    "handles_explosives", "explosive", "制造使用贮存爆炸物",
))  # fmt: skip
SPARK = Field("spark_causes_great_damage", "电火花会造成巨大破坏", Type.FLAG, aliases=(
    "great_damage", "spark_great_damage", "sparks_cause_great_damage", "巨大破坏",
    "causes_great_damage", "would_cause_great_damage", "spark_damage",
    "spark_would_cause_great_damage",
    "巨大破坏和人身伤亡", "great_damage_by_spark",
))  # fmt: skip
ZONE = Field("hazard_zone", "爆炸危险区域", Type.CHOICE, options=ZONES, aliases=(
    "zone", "危险区域", "爆炸危险区", "hazard_zones", "explosion_zone", "危险区",
))  # fmt: skip
SHARES = (
    Field("class_one_share", "第一类部分面积占比", Type.NUMBER, "%", (
        "a1", "class_i_share", "first_class_share", "一类占比", "share_i", "a1_share",
        "class_1_share", "a1_pct", "area_share_1", "share_class_i", "class_one_pct")),
    Field("class_two_share", "第二类部分面积占比", Type.NUMBER, "%", (
        "a2", "class_ii_share", "second_class_share", "二类占比", "share_ii", "a2_share",
        "class_2_share", "a2_pct", "area_share_2", "share_class_ii", "class_two_pct")),
    Field("class_one_area_m2", "第一类部分面积", Type.NUMBER, "m²", (
        "area_i", "class_i_area", "first_class_area", "一类面积", "area_class_i",
        "class_1_area", "class_one_area")),
    Field("class_two_area_m2", "第二类部分面积", Type.NUMBER, "m²", (
        "area_ii", "class_ii_area", "second_class_area", "二类面积", "area_class_ii",
        "class_2_area", "class_two_area")),
    Field("class_three_area_m2", "第三类部分面积", Type.NUMBER, "m²", (
        "area_iii", "class_iii_area", "third_class_area", "三类面积", "area_class_iii",
        "class_3_area", "class_three_area")),
    Field("total_area_m2", "总面积", Type.NUMBER, "m²", (
        "total_area", "建筑面积", "gross_area", "area", "floor_area", "total")),
    Field("direct_strike_possible", "可能遭直接雷击", Type.FLAG, aliases=(
        "direct_strike", "可能直击", "may_be_struck", "直接雷击", "direct_strikes_possible",
        "can_be_struck_directly", "is_direct_strike_possible")),
)  # fmt: skip
"""兼有几类部分: as shares of the total, or as areas beside the total."""

SIZE = (*GEOMETRY, Field("storeys", "层数", Type.INTEGER, aliases=("floors", "楼层数")))
HAZARD = (USE, GROUP, CATEGORY, ZONE, HAS_EXPLOSIVES, SPARK, ENVIRONMENT)
DESIGNED = Field("designed_on", "设计日期", Type.DATE, aliases=("design_date", "design_on",
    "设计时间", "designed"))  # fmt: skip
HIDDEN = (
    Field("is_measured", "有次数或尺寸", Type.FLAG),
    Field("is_risk_assessed", "作风险评估", Type.FLAG),
    Field("has_place_days", "采用当地雷暴日", Type.FLAG),
)
"""What follows from the rest and has no column."""
