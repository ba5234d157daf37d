"""The choices of events, alerts, stops and disposals."""

from __future__ import annotations

from yiding.rules.entries import Option

EVENTS = (
    Option("violation", "违章", ("交通违法", "交通违章", "traffic_violation", "违法")),
    Option(
        "inspection",
        "监督检查",
        (
            "检查",
            "supervision",
            "监督",
            "audit",
            "审计",
            "巡察",
            "supervision_inspection",
            "专项检查",
        ),
    ),
    Option(
        "complaint",
        "12345投诉",
        (
            "投诉",
            "12345",
            "12345 投诉",
            "群众举报",
            "举报",
            "热线",
            "12345_complaint",
            "complaint_12345",
        ),
    ),
    Option("accident", "事故", ("交通事故", "traffic_accident")),
    Option("alert", "预警", ("报警", "告警", "warning", "alarm")),
)
BREACHES = (
    Option("over", "超编制超标准", ("1", "超编", "超标", "超编制", "超标准", "over_quota",
        "over_standard", "超编超标", "over_quota_or_standard")),
    Option("registered_elsewhere", "登记在他人名下", (
        "2", "违规登记", "registered_in_another_name", "登记在下属单位", "登记在个人名下",
        "登记在企业名下", "title", "wrong_title", "registered_to_others", "登记在下属单位名下",
        "registered_in_others_name",
    )),
    Option("private_use", "公车私用", ("3", "private", "private_use_of_official_car",
        "公车私用私驾",
        "私用公车", "personal_use")),
    Option("public_upkeep", "私车公养", ("private_car_at_public_cost", "private_car_public_cost",
        "private_car_public_upkeep", "公费养私车", "private_car_at_public_expense")),
    Option("allowance_and_car", "领补贴又用车", (
        "既领取公务交通补贴又使用公务用车", "领取补贴又用公车", "allowance_and_use",
        "allowance_plus_car", "subsidy_and_car", "领补贴用车", "既领补贴又用车",
        "既领取公务交通补贴又违规使用公务用车", "allowance_plus_use",
        "taking_allowance_and_using_car",
    )),
    Option("borrowed", "换用借用占用", (
        "4", "借用", "占用", "换用", "borrowing", "occupied", "exchanged", "occupying",
        "借用占用", "违规借用", "借用占用其他单位车辆", "换用、借用、占用",
        "borrowing_or_occupying", "借用下属单位车辆",
    )),
    Option("donated", "擅自受赠", ("接受捐赠", "受赠", "接受赠送", "donation", "gift",
        "accepting_donation", "accepted_donation", "接受捐赠车辆", "接受企业或个人赠送",
        "donated_car")),
    Option("fixed_to_person", "挪用或固定给个人", (
        "5", "固定给个人", "挪用", "fixed_to_individual", "固定给个人使用", "diverted",
        "misappropriated", "assigned_to_person", "挪用或者固定给个人使用", "diverted_or_fixed",
        "fixed_for_person",
    )),
    Option("luxury", "高档配置豪华内饰", ("6", "豪华内饰", "高档配置", "luxury_fitting",
        "luxury_interior", "增加高档配置", "luxury_fittings", "high_end_fitting")),
    Option("padded_bills", "费用虚列夹带", (
        "7", "虚列", "夹带", "虚报", "维修费虚列", "维修等费用虚列或夹带", "padded",
        "repair_padded", "invented_costs", "padded_repair", "padded_repair_bills", "虚列名目",
        "虚列或夹带", "虚列维修费", "夹带其他费用", "padded_repairs",
    )),
    Option("others_costs", "为非本单位车辆报销", ("非本单位车辆报销", "non_unit_car_costs",
        "reimbursed_other_cars", "为其他车辆报销", "非本单位用车费用报销",
        "non_unit_costs_reimbursed", "reimbursing_non_unit_cars")),
    Option("disposed_wrongly", "违规处置", ("8", "disposal_against_rule", "违规处置车辆",
        "illegal_disposal", "improper_disposal", "disposed_against_rule")),
    Option("other", "其他", ("9", "其它", "其他违规", "其他违反规定行为")),
)  # fmt: skip
"""The nine violations, those of one item that name several acts apart."""

ALERTS = (
    Option("offline", "离线", ("终端离线", "off_line", "设备离线", "掉线", "terminal_offline")),
    Option(
        "out_of_fence",
        "越界",
        (
            "越出围栏",
            "out_of_bounds",
            "fence",
            "出围栏",
            "geofence",
            "off_the_fence",
            "离开区域",
            "outside_fence",
            "boundary",
        ),
    ),
    Option(
        "out_of_hours",
        "非工作时间",
        ("非工作时间用车", "off_hours", "非工作时段", "after_hours", "outside_hours", "夜间用车"),
    ),
    Option(
        "no_order",
        "无单用车",
        (
            "无派车单",
            "无单",
            "without_order",
            "no_dispatch_order",
            "无派单用车",
            "movement_without_order",
            "unauthorised_movement",
            "movement_without_dispatch_order",
        ),
    ),
    Option(
        "sensitive_stop",
        "停留敏感地",
        (
            "敏感地停留",
            "sensitive_place",
            "停留",
            "sensitive_location",
            "stop_at_sensitive_place",
            "stay_at_sensitive_place",
            "敏感地点停留",
        ),
    ),
    Option(
        "holiday",
        "节假日用车",
        ("节假日", "holiday_movement", "封存期间用车", "movement_on_holiday"),
    ),
    Option(
        "mismatch",
        "轨迹不符",
        (
            "单轨不符",
            "order_track_mismatch",
            "时间不符",
            "里程不符",
            "order_mismatch",
            "track_mismatch",
        ),
    ),
    Option("fuel", "加油异常", ("油卡异常", "fuel_card", "高标号加油", "fuel_abnormal")),
    Option(
        "terminal",
        "终端报警",
        ("设备报警", "terminal_alarm", "断电", "拆机", "device", "终端故障", "power_cut"),
    ),
    Option("overspeed", "超速", ("speeding",)),
    Option("other", "其他", ("其它",)),
)
ALERT_STATES = (
    Option("raised", "产生", ("待核查", "新建", "open", "new", "未核查", "created", "generated")),
    Option("checking", "核查", ("核查中", "正在核查", "under_check", "verifying")),
    Option("confirmed", "属实", ("核查属实", "true", "substantiated", "confirmed_true", "是")),
    Option(
        "excluded",
        "排除",
        ("已排除", "不属实", "误报", "false", "dismissed", "false_alarm", "ruled_out", "否"),
    ),
    Option("handled", "处置", ("已处置", "已处理", "处理", "dealt_with")),
    Option("closed", "关闭", ("已关闭", "销号", "办结")),
)
OUTCOMES = (
    Option(
        "confirmed", "属实", ("核查属实", "true", "是", "yes", "substantiated", "基本属实", "1")
    ),
    Option(
        "excluded",
        "排除",
        (
            "不属实",
            "已排除",
            "误报",
            "false",
            "否",
            "no",
            "dismissed",
            "ruled_out",
            "0",
            "false_alarm",
        ),
    ),
)
STOP_PLACES = (
    Option(
        "residence",
        "住宅",
        (
            "小区",
            "住宅小区",
            "居民区",
            "home",
            "家",
            "住所",
            "housing",
            "residential",
            "residential_area",
        ),
    ),
    Option("hotel", "酒店", ("宾馆", "饭店", "hotel_or_restaurant", "旅馆", "会所")),
    Option(
        "scenic",
        "景区",
        ("旅游景区", "景点", "scenic_spot", "风景区", "度假区", "tourist_site", "scenic_area"),
    ),
    Option("unit", "单位", ("机关", "办公地点", "office", "停车场", "指定停放点", "parking")),
    Option("other", "其他", ("其它", "加油站", "道路", "road")),
)
SENSITIVE = ("residence", "hotel", "scenic")
"""Places at which a stop is to be explained."""

WAYS = (
    Option("auction", "拍卖", ("公开拍卖", "auctioned", "竞价", "网络拍卖")),
    Option(
        "maker",
        "厂家回收",
        (
            "回收",
            "manufacturer_recycling",
            "厂商回收",
            "trade_in",
            "以旧换新",
            "manufacturer",
            "buy_back",
            "returned_to_manufacturer",
            "recycled",
        ),
    ),
    Option("scrap", "报废", ("报废回收", "scrapped", "报废拆解", "scrapping")),
    Option("transfer", "调拨", ("无偿划转", "划转", "调剂", "allocation", "reallocation")),
    Option("other", "其他", ("其它",)),
)
