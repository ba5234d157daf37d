"""What is written down about a vehicle: what it is, whose, what it cost, how it is marked."""

from __future__ import annotations

from yiding.ledgers.fleet.choices import (
    BODIES,
    CLASSES,
    FIXED_TO,
    FUELS,
    KINDS_OF_VEHICLE,
    LIVERIES,
    LIVERY_COLOURS,
    LIVERY_PLACES,
    LIVERY_USES,
    OWNER_CLASSES,
    POSTS,
    REGISTERED_TO,
    VEHICLE_STATES,
)
from yiding.rules.entries import Field, Type

UNIT = Field("unit", "单位", aliases=(
    "单位名称", "unit_name", "owner_unit", "产权单位", "所属单位", "owner", "车属单位", "编制单位",
    "owning_unit", "applicant_unit", "申请单位", "unit_id",
))  # fmt: skip
USING_UNIT = Field("using_unit", "使用单位", aliases=("用车单位", "user_unit", "实际使用单位"))
VEHICLE_KIND = Field("vehicle_kind", "车辆种类", Type.CHOICE, options=KINDS_OF_VEHICLE, aliases=(
    "kind", "用车类型", "编制类别", "种类", "类别", "公务用车类别", "用车种类",
    "车辆性质", "quota_kind", "编制种类", "car_kind", "vehicle_category",
    "category",
))  # fmt: skip
VEHICLE = Field("vehicle", "车辆", aliases=(
    "plate", "车牌号", "车牌", "号牌号码", "车辆号牌", "plate_no", "vehicle_id", "车牌号码", "car",
    "license_plate", "vehicle_plate", "plate_number",
))  # fmt: skip
PLATE = Field("plate", "车牌号", aliases=(
    "车牌", "号牌号码", "号牌", "plate_no", "license_plate", "车牌号码", "车辆号牌", "plate_number",
    "vehicle", "car", "vehicle_plate",
))  # fmt: skip

WHAT_IT_IS = (
    Field("plate_colour", "号牌颜色", aliases=("plate_color", "车牌颜色")),
    Field("vin", "车辆识别代号", aliases=("VIN", "车架号", "识别代码", "车辆识别代码")),
    Field("engine_no", "发动机号", aliases=("engine", "engine_number", "电机号")),
    Field("model", "品牌型号", aliases=(
        "brand", "brand_model", "brand/model", "品牌", "型号", "厂牌型号", "车型名称", "make",
    )),
    VEHICLE_KIND,
    Field("use_kind", "使用性质", aliases=("用途", "use", "使用用途", "purpose")),
    Field("body", "车型", Type.CHOICE, options=BODIES, is_open=True, aliases=(
        "body_type", "vehicle_type", "车辆类型", "类型", "车身形式", "车辆型式", "body_style",
        "vehicle_body", "type", "vehicle_form",
    )),
    Field("vehicle_class", "车辆规格", Type.CHOICE, options=CLASSES, is_open=True, aliases=(
        "ga802_class", "GA802 class", "GA802_class", "class", "规格", "ga802", "车辆规格类型",
        "size_class", "ga_802_class", "机动车规格",
    )),
    Field("is_sedan", "是否轿车", Type.FLAG, aliases=("sedan", "轿车")),
    Field("is_surely_sedan", "确为轿车", Type.FLAG),
    Field("is_offroad", "是否越野车", Type.FLAG, aliases=(
        "offroad", "off_road", "is_off_road", "越野车", "is_suv_offroad", "off_road_vehicle",
    )),
    Field("length_m", "车长", Type.NUMBER, "m", aliases=("length", "长度", "车辆长度", "外廓长")),
    Field("seats", "核定载客", Type.INTEGER, "人", aliases=(
        "座位数", "persons", "核定载客人数", "seat_count", "载客数", "座位", "passengers_max",
        "座", "核载人数", "seating_capacity",
    )),
    Field("seats_range", "载客范围", aliases=("persons_range",)),
    Field("fuel", "能源种类", Type.CHOICE, options=FUELS, is_open=True, aliases=(
        "fuel_type", "燃料种类", "燃料类型", "能源类型", "动力类型", "燃料", "energy_type", "power",
    )),
    Field("is_new_energy", "是否新能源", Type.FLAG, aliases=(
        "nev", "NEV", "is_nev", "新能源", "新能源车", "是否新能源车", "new_energy",
        "new_energy_vehicle",
    )),
    Field("displacement_l", "排气量", Type.NUMBER, "L", aliases=(
        "displacement", "排量", "engine_displacement", "displacement_liters",
        "displacement_litres", "排气量升", "displacement_litre",
    )),
    Field("tank_l", "油箱容积", Type.NUMBER, "L", aliases=("tank", "油箱", "tank_capacity",
        "tank_volume", "油箱容量", "tank_litres", "tank_capacity_litres")),
    Field("fuel_grade", "适用油品标号", aliases=("required_grade", "适用标号", "油品标号",
        "grade", "油号")),
)  # fmt: skip
PRICE = Field("price", "购置价格", Type.MONEY, "元", aliases=(
    "price_yuan", "购置价", "裸车价", "价格", "购车价格", "不含税价", "净价", "price_net",
    "net_price", "purchase_price", "price_net_of_tax", "购置金额", "原值", "price_excl_tax",
    "price_without_tax", "price_ex_tax", "price_net_of_purchase_tax", "车价", "price_net_yuan",
    "采购价格", "配备价格",
))  # fmt: skip
APPROVALS = (
    Field("approval", "批准文件", aliases=(
        "approval_on_file", "approval_doc", "审批文件", "批准文号", "approval_no", "审批文号",
        "is_approved", "approved", "has_approval", "批准", "approval_document", "经批准",
    )),
    Field("special_approval", "特殊情况批准", aliases=(
        "special_approval_on_file", "special_approved", "has_special_approval", "特殊批准",
        "special_case_approval", "special_circumstances_approval", "special_approval_doc",
        "特殊情况审批", "special_case", "确因情况特殊批准",
        "special_approval_recorded", "approval_special", "special_approval_document",
        "确因情况特殊", "特殊情况",
    )),
    Field("work_need_approval", "工作需要批准", aliases=(
        "work_need", "work_need_approved", "has_work_need", "因工作需要批准", "因工作需要",
        "work_need_approval_on_file", "is_work_need", "工作需要", "work_need_on_file",
        "with_work_need", "has_work_need_approval", "approval_work_need", "work_need_doc",
        "work_needs_approval",
    )),
    Field("is_special_approved", "特殊情况已批", Type.FLAG),
    Field("is_work_need_approved", "工作需要已批", Type.FLAG),
)  # fmt: skip
"""Approvals as people write them, and whether each is on record."""

BUYING = (
    PRICE,
    Field("price_with_tax", "含购置税价格", Type.MONEY, "元", aliases=(
        "含税价", "price_incl_tax", "gross_price", "price_including_tax", "含税价格",
        "price_with_purchase_tax",
    )),
    Field("purchase_tax", "车辆购置税", Type.MONEY, "元", aliases=("购置税", "tax")),
    Field("purchase_date", "购置日期", Type.DATE, aliases=(
        "bought_on", "购车日期", "采购日期", "purchased_on", "date_of_purchase", "购买日期",
        "buy_date", "date", "购入日期", "配备日期",
    )),
    Field("registration_date", "登记日期", Type.DATE, aliases=(
        "registered_on", "注册登记日期", "初次登记日期", "上牌日期", "注册日期", "registered",
        "first_registration_date", "first_registered_on", "date_of_registration", "reg_date",
        "初登日期", "first_registration",
    )),
    Field("dated_on", "适用标准日", Type.DATE),
    *APPROVALS,
    Field("is_domestic", "是否国产", Type.FLAG, aliases=("domestic", "国产", "made_in_china",
        "is_domestically_made")),
    Field("is_centrally_procured", "是否集中采购", Type.FLAG, aliases=(
        "central_procurement", "集中采购", "centrally_procured", "政府集中采购", "政府采购",
        "procured_centrally", "government_procurement",
    )),
    Field("is_renewal", "是否更新购置", Type.FLAG, aliases=(
        "更新购置", "renewal_purchase", "is_replacement", "replacement", "更新车辆", "是否更新",
        "renewed", "bought_as_renewal", "is_renewal_purchase",
    )),
    Field("replaces", "更新前车辆", aliases=("replaced_plate", "被更新车辆", "old_plate", "旧车",
        "old_vehicle", "replaced_vehicle", "原车牌号")),
    Field("old_disposed_on", "旧车处置日期", Type.DATE, aliases=("replaced_disposed_on",
        "old_vehicle_disposed_on", "旧车处置日", "disposed_on")),
)  # fmt: skip
"""`dated_on` is the day whose standard holds: that of the purchase, else of the registration."""

HOLDING = (
    UNIT,
    USING_UNIT,
    Field("owner_class", "单位性质", Type.CHOICE, options=OWNER_CLASSES, is_open=True,
          aliases=("单位类别", "unit_class", "owner_kind", "unit_kind", "unit_type")),
    Field("quota_id", "编制编号", aliases=("quota", "编制号", "编制")),
    Field("is_in_quota", "是否在编", Type.FLAG, aliases=("in_quota", "在编", "是否入编")),
    Field("title_ok", "是否登记在本单位名下", Type.FLAG, aliases=(
        "registered_to_unit", "登记在本单位名下", "registered_to_unit_itself", "title_is_ok",
        "is_title_ok", "title", "产权是否本单位",
    )),
    Field("registered_to", "登记在谁名下", Type.CHOICE, options=REGISTERED_TO, is_open=True,
          aliases=("登记主体", "title_holder", "registered_in_name_of", "登记对象",
                   "registered_name", "registered_in_the_name_of", "registered_under",
                   "title_holder_kind", "登记名下")),
    Field("registered_owner", "登记所有人", aliases=("所有人", "机动车所有人", "行驶证所有人")),
    Field("fixed_to", "固定使用对象", Type.CHOICE, options=FIXED_TO, is_open=True,
          aliases=("固定用车", "assigned_to", "固定使用人", "fixed_user", "used_as")),
    Field("is_leader_fixed", "是否领导固定用车", Type.FLAG, aliases=(
        "leader_fixed_car", "leaders_fixed_car", "领导固定用车", "is_leaders_fixed_car",
        "is_leader_fixed_car", "fixed_to_leader", "is_fixed_to_leader", "leader_fixed",
        "fixed_car_of_leader", "leader's_fixed_car", "used_as_leader_fixed_car",
        "used_as_fixed_car", "is_fixed_car",
    )),
    Field("post", "使用岗位", Type.CHOICE, options=POSTS, is_open=True, aliases=(
        "holder", "holder_post", "使用部门性质", "post_type", "held_by", "岗位", "配备岗位",
        "post_kind", "holder_kind", "using_post", "岗位类型", "holder_type",
    )),
    Field("state", "状态", Type.CHOICE, options=VEHICLE_STATES, is_open=True,
          aliases=("status", "车辆状态", "使用状态", "在用状态")),
    Field("odometer_km", "行驶里程", Type.NUMBER, "km", aliases=(
        "odometer", "里程表读数", "累计里程", "mileage", "mileage_km", "总里程", "里程",
        "行驶公里", "行驶总里程", "km",
    )),
    Field("asset_card", "资产卡片号", aliases=("资产卡片编号", "资产编号", "asset_card_no",
        "资产卡片")),
    Field("has_asset_card", "有无资产卡片", Type.FLAG),
    Field("has_file", "有无车辆档案", Type.FLAG, aliases=("has_papers", "车辆档案", "papers_kept",
        "档案是否齐全", "file_kept", "has_ledger_papers", "on_ledger", "管理台账")),
    Field("idle_since", "闲置起始日", Type.DATE, aliases=("闲置日期",)),
    Field("note", "备注", aliases=("remark", "remarks", "说明")),
)  # fmt: skip
MARKING = (
    Field("livery_status", "标识喷涂", Type.CHOICE, options=LIVERIES, is_open=True, aliases=(
        "livery", "标识", "标识状态", "has_livery", "是否喷涂标识", "标识化", "livery_present",
        "is_liveried", "公务用车标识", "喷涂标识", "livery_ok", "是否有标识",
    )),
    Field("exemption", "保密豁免", aliases=(
        "livery_exempt", "免喷涂标识", "标识豁免", "livery_exemption", "security_exempt",
        "is_security_exempt", "security_exemption", "涉及国家安全侦查办案", "涉密", "exempt",
        "is_exempt", "is_secret", "confidentiality_exempt", "保密要求",
        "exempt_reason", "豁免事由", "livery_exempt_reason", "exemption_reason", "保密事由",
        "免标识事由", "是否免标识", "是否豁免",
    )),
    Field("is_livery_exempt", "免标识", Type.FLAG),
    Field("livery_use", "标识类别", Type.CHOICE, options=LIVERY_USES, is_open=True,
          aliases=("标识文字", "livery_words", "livery_text")),
    Field("livery_place", "标识位置", Type.CHOICE, options=LIVERY_PLACES, is_open=True,
          aliases=("喷涂位置", "livery_position", "livery_location")),
    Field("livery_colour", "标识颜色", Type.CHOICE, options=LIVERY_COLOURS, is_open=True,
          aliases=("livery_color", "标识色", "sticker_colour", "sticker_color")),
    Field("has_livery_phone", "有无监督电话", Type.FLAG, aliases=("监督电话", "livery_phone",
        "supervision_phone", "has_supervision_phone")),
    Field("terminal_id", "终端编号", aliases=("terminal", "定位终端", "终端号", "terminal_no",
        "设备号", "终端手机号", "positioning_terminal", "gps_terminal")),
    Field("has_terminal", "有无定位终端", Type.FLAG, aliases=(
        "是否安装定位", "定位", "terminal_installed", "has_gps", "gps_installed", "安装定位终端",
        "是否安装定位终端", "has_positioning", "terminal_present", "is_terminal_installed",
        "gps", "has_positioning_terminal", "positioning",
    )),
    Field("is_terminal_online", "终端是否在线", Type.FLAG, aliases=("terminal_online", "在线",
        "online", "是否在线", "is_online")),
    Field("is_terminal_exempt", "是否免装定位", Type.FLAG, aliases=("terminal_exempt",
        "positioning_exempt", "定位豁免", "免装定位", "is_positioning_exempt")),
    Field("tracked_days", "应在线天数", Type.INTEGER, "天", aliases=("terminal_days",)),
    Field("online_days", "在线天数", Type.INTEGER, "天", aliases=("terminal_online_days",)),
)  # fmt: skip
RENEWING = (
    Field("renewal_asked_on", "申请更新日期", Type.DATE, aliases=(
        "renewal_requested_on", "更新申请日期", "renewal_date", "renewal_on", "asked_on",
        "renewal_asked", "申请日期", "requested_on", "renewal_request_date", "更新日期",
        "renewal_applied_on", "applied_on", "renewal_application_date", "requested",
        "request_date", "application_date", "renewal_requested_at", "asked",
    )),
    Field("wants_renewal", "是否申请更新", Type.FLAG, aliases=(
        "renewal", "renewal_wanted", "asks_renewal", "asks_for_renewal", "renewal_request",
        "is_renewal_asked", "renewal_requested", "is_renewal_requested", "applies_for_renewal",
    )),
    Field("is_usable", "是否尚可使用", Type.FLAG, aliases=(
        "still_usable", "尚可使用", "usable", "能否继续使用", "is_still_usable", "可继续使用",
        "能继续使用", "仍可使用", "can_still_be_used",
    )),
    Field("is_unusable", "是否已不能使用", Type.FLAG, aliases=("unusable", "不能使用", "无法使用",
        "not_usable")),
    Field("renewal_reason", "更新事由", aliases=(
        "reason", "事由", "更新理由", "更新原因", "renewal_grounds", "grounds", "justification",
        "renewal_cause", "renewal_justification", "renewal_justified_by", "理由", "justified_by",
    )),
    Field("is_safety_reason", "是否安全等原因", Type.FLAG, aliases=(
        "safety", "safety_reason", "安全原因", "for_safety", "is_safety", "safety_grounds",
    )),
    Field("is_for_leader", "是否因领导职务变动", Type.FLAG, aliases=(
        "leader_promotion", "leader_transfer", "due_to_leader_promotion", "因领导晋升调任",
        "leader_change", "for_leader", "leader_promotion_or_transfer", "领导职务变动",
    )),
    Field("early_approval", "提前更新批准", aliases=(
        "strict_approval", "early_renewal_approval", "提前更新审批", "renewal_approval",
        "early_renewal_approved", "严格审批", "approval_for_early_renewal", "strictly_approved",
    )),
    Field("is_early_approved", "提前更新已批", Type.FLAG),
    Field("age", "车龄", aliases=("使用年限", "vehicle_age", "age_text", "已使用年限")),
    Field("age_years", "使用年数", Type.NUMBER, "年", aliases=("years_in_use", "车龄年",
        "years", "service_years", "使用年")),
    Field("age_months", "使用月数", Type.INTEGER, "月", aliases=("months_in_use", "车龄月",
        "months")),
    Field("months_in_all", "累计月数", Type.NUMBER, "月"),
)  # fmt: skip
CONDUCT = (
    Field("is_borrowed", "是否换用借用占用", Type.FLAG, aliases=(
        "borrowed", "borrowing", "换用借用占用", "借用", "occupied_from_others", "is_occupied",
        "borrowed_or_occupied", "占用", "borrowed_from_other_unit",
        "borrowed_or_occupied_from_others", "is_borrowed_or_occupied", "occupied", "borrowed_from",
    )),
    Field("is_donated", "是否擅自受赠", Type.FLAG, aliases=("donated", "donation", "受赠",
        "接受捐赠", "accepted_donation", "is_donation")),
    Field("has_luxury_fitting", "有无高档配置豪华内饰", Type.FLAG, aliases=(
        "luxury", "luxury_fitting", "高档配置", "豪华内饰", "luxury_interior", "luxury_fittings",
        "has_luxury", "is_luxury_fitted", "has_luxury_interior",
    )),
    Field("is_fixed_to_person", "是否固定给个人", Type.FLAG, aliases=(
        "fixed_to_person", "固定给个人", "fixed_to_individual", "挪用或固定给个人",
        "is_fixed_to_individual", "personal_fixed", "diverted",
    )),
    Field("is_used_privately", "是否公车私用", Type.FLAG, aliases=("private_use", "公车私用",
        "is_private_use", "used_privately", "personal_use")),
    Field("is_private_upkeep", "是否私车公养", Type.FLAG, aliases=("private_car_at_public_cost",
        "私车公养", "private_car_public_cost", "private_upkeep")),
    Field("is_allowance_taken", "是否领补贴又用车", Type.FLAG, aliases=(
        "allowance_and_car", "领补贴又用车", "takes_allowance", "allowance_taken",
        "takes_allowance_and_uses_car", "领取公务交通补贴", "user_takes_allowance",
        "has_transport_allowance", "transport_allowance",
    )),
    Field("has_padded_bills", "有无虚列夹带", Type.FLAG, aliases=(
        "padded", "repair_padded", "fictitious", "虚列", "夹带", "is_padded", "padded_bill",
        "padded_bills",
        "invented_items", "has_invented_items", "虚列夹带",
    )),
    Field("has_others_costs", "有无为非本单位车辆报销", Type.FLAG, aliases=(
        "non_unit_car", "为非本单位车辆报销", "non_unit_costs", "is_non_unit_car",
        "other_unit_costs", "non_unit_car_costs", "reimburses_non_unit_car",
    )),
    Field("is_disposed_wrongly", "是否违规处置", Type.FLAG, aliases=("违规处置",
        "disposed_against_rule", "disposal_against_rule", "irregular_disposal")),
)  # fmt: skip
"""The violations, each a yes or no of its own."""

VEHICLE_FIELDS = (PLATE, *WHAT_IT_IS, *HOLDING, *BUYING, *MARKING, *RENEWING, *CONDUCT)
OLD_VEHICLE = (
    PLATE,
    UNIT,
    VEHICLE_KIND,
    *(one for one in BUYING if one.name in {"registration_date", "purchase_date", "dated_on"}),
    *(one for one in HOLDING if one.name in {"odometer_km", "note"}),
    *RENEWING,
    *(one for one in APPROVALS if one.name == "approval"),
    Field("new_is_new_energy", "拟购是否新能源", Type.FLAG, aliases=(
        "new_vehicle_nev", "replacement_nev", "replacement_is_nev",
        "拟更新为新能源", "nev", "is_nev", "new_is_nev", "新车是否新能源",
        "is_new_energy", "new_energy",
    )),
    Field("new_fuel", "拟购能源种类", Type.CHOICE, options=FUELS, is_open=True,
          aliases=("新车能源种类", "new_vehicle_fuel", "fuel")),
    Field("decided_on", "批复日期", Type.DATE, aliases=("approved_on", "批准日期",
        "decision_date")),
    Field("renewed_on", "更新完成日期", Type.DATE, aliases=("更新日", "replaced_on")),
)  # fmt: skip
"""What an application for renewal says of the vehicle to be replaced and of the new one."""
