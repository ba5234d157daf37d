"""The choices of the fields, with every way they are written: words, short forms, codes."""

from __future__ import annotations

from yiding.rules.entries import Option

GRADES = (
    Option("general", "一般", ("一般事故", "ordinary", "common", "minor", "iv", "4级", "四级")),
    Option(
        "larger",
        "较大",
        (
            "较大事故", "relatively_large", "relatively serious", "relatively_major", "large",
            "considerable", "bigger", "comparatively_large", "comparatively_serious", "iii",
            "三级",
        ),
    ),
    Option("major", "重大", ("重大事故", "serious", "grave", "ii", "二级")),
    Option(
        "exceptional",
        "特别重大",
        (
            "特别重大事故", "特大", "特重大", "extraordinary", "especially_serious",
            "particularly_serious", "especially_major", "extremely_serious", "special_major",
            "extraordinarily_serious", "particularly_major", "exceptionally_serious",
            "exceptionally_major", "especially_grave", "i", "一级",
        ),
    ),
)  # fmt: skip
SPECIAL_KINDS = (
    Option("ordinary", "普通", ("一般", "general", "工矿商贸", "生产经营", "普通事故", "normal",
        "unit", "unit_accident", "industrial", "work", "工矿商贸企业")),
    Option("road", "道路交通", ("道路交通事故", "交通", "road_traffic", "traffic", "道路",
        "road_accident", "traffic_accident", "交通事故", "道路运输")),
    Option("fire", "火灾", ("火灾事故", "消防", "fire_accident")),
    Option("special_equipment", "特种设备", ("特种设备事故", "special equipment", "equipment",
        "特设")),
    Option("water", "水上", ("水上交通", "水上交通事故", "inland_water", "inland water", "内河",
        "waterborne", "内河水上", "water_traffic", "maritime", "waterway")),
    Option("rail", "铁路", ("铁路交通", "railway", "train")),
    Option("aviation", "民航", ("民用航空", "航空", "civil_aviation", "air")),
    Option("farm_machinery", "农机", ("农业机械", "agricultural_machinery", "farm")),
    Option("fishing", "渔船", ("渔业船舶", "渔业", "fishing_vessel", "fishing_boat",
        "fishing_ship", "fishery")),
)  # fmt: skip
EQUIPMENT = (
    Option("boiler", "锅炉", ("steam_boiler",)),
    Option("vessel", "压力容器", ("容器", "pressure_vessel", "气瓶", "储罐")),
    Option("pipe", "压力管道", ("管道", "pressure_pipe", "pipeline", "pressure_pipeline")),
    Option("crane", "起重机械", ("起重机", "塔吊", "塔式起重机", "lifting_machinery", "行车",
        "hoisting_machinery", "crane_machinery", "tower_crane")),
    Option("lift", "电梯", ("elevator", "lift_car", "轿厢")),
    Option("ropeway", "客运索道", ("索道", "cableway", "cable_car", "passenger_ropeway")),
    Option("ride", "大型游乐设施", ("游乐设施", "amusement", "amusement_ride",
        "large_amusement_ride", "large_ride", "amusement_facility")),
    Option("factory_vehicle", "场（厂）内专用机动车辆", ("场内机动车辆", "叉车", "forklift",
        "厂内车辆")),
)  # fmt: skip
EQUIPMENT_EVENTS = (
    Option("explosion", "爆炸", ("explode", "exploded", "blast")),
    Option("stopped", "中断运行", ("停运", "停止运行", "故障停运", "stop", "stoppage", "shutdown",
        "outage", "故障", "安全故障中断运行")),
    Option("leak", "有毒介质泄漏", ("泄漏", "有毒泄漏", "leakage", "toxic_leak", "toxic leak")),
    Option("overturn", "整体倾覆", ("倾覆", "倾翻", "overturned", "overturns", "tipped_over",
        "topple", "倒塌")),
    Option("part_break", "主要受力结构件折断", ("折断", "part_broken", "breakage", "断裂",
        "structural_break", "broken_part", "main_part_break", "part break", "break")),
    Option("hoist_fall", "起升机构坠落", ("坠落", "fall", "hoist_dropped", "hoisting_fall",
        "hoist fall", "hoist_drop")),
    Option("held", "人员滞留", ("滞留", "困人", "高空滞留", "stranded", "trapped", "stuck",
        "people_held", "轿厢滞留", "holding", "detained", "retention")),
    Option("other", "其他", ("其它",)),
)  # fmt: skip
STANDARDS = (
    Option("1986", "GB 6441-1986", ("gb/t 6441-1986", "gb6441-86", "gb 6441-86", "86", "gb/t6441",
        "GB/T 6441-86", "6441-1986")),
    Option("2025", "GB 6441-2025", ("gb6441-2025", "gb/t 6441-2025", "6441-2025", "25")),
)  # fmt: skip
LEVELS = (
    Option("unit", "事故单位", ("单位", "企业", "事故发生单位", "company", "enterprise")),
    Option("county", "县级", ("县", "区", "区级", "县区", "县级市", "district", "县级人民政府",
        "county_government", "县政府", "区政府")),
    Option("city", "设区市", ("市", "市级", "地市", "设区的市", "municipal", "prefecture",
        "设区市人民政府", "设区的市级", "city_government", "市政府", "prefectural",
        "设区的市级人民政府")),
    Option("province", "省级", ("省", "provincial", "省级人民政府", "省政府",
        "province_government", "provincial_government")),
    Option("state", "国务院", ("国家", "国务院部门", "state_council", "national", "central",
        "国务院有关部门", "国家级", "应急管理部", "ministry")),
)  # fmt: skip
STEPS = (
    Option("unit", "单位报告", ("单位负责人报告", "单位上报", "unit_head", "head", "first", "初报",
        "unit_report", "unit_to_county", "事故单位报告", "企业报告", "1", "unit→county",
        "unit_head_to_county", "单位→县", "单位负责人", "事故单位")),
    Option("level", "逐级上报", ("逐级", "上报", "level_by_level", "onward", "forward",
        "forwarding", "县级上报", "市级上报", "省级上报", "county", "city", "province",
        "county_to_city", "city_to_province", "province_to_state", "county_to_province", "县报市",
        "市报省", "省报国家", "县→市", "市→省", "省→国务院", "2", "3", "county→city",
        "city→province", "province→state", "县级", "市级", "省级", "relay", "escalation",
        "county->city", "city->province", "department", "upward", "续报")),
    Option("statistics", "统计通报", ("统计", "statistical", "通报应急管理部门", "stats",
        "statistics_report", "department_to_safety")),
)  # fmt: skip
STATES = (
    Option("received", "接报", ("已接报", "reported")),
    Option("verified", "核实", ("已核实",)),
    Option("passed_on", "逐级上报", ("上报",)),
    Option("response", "响应", ("应急响应", "处置中")),
    Option("supplemented", "补报", ("已补报",)),
    Option("regraded", "调级", ("已调级",)),
    Option("team_formed", "成立调查组", ("已成立调查组", "team")),
    Option("investigating", "调查", ("调查中", "under_investigation")),
    Option("paused", "鉴定暂停", ("技术鉴定", "鉴定中", "appraisal")),
    Option("submitted", "报告提交", ("已提交报告", "report_submitted")),
    Option("approved", "批复", ("已批复", "结案", "closed")),
    Option("carried_out", "处理落实", ("处罚落实", "处理/处罚落实", "已落实")),
    Option("published", "公布", ("已公布", "public")),
    Option("evaluated", "整改评估", ("已评估", "evaluation")),
    Option("archived", "归档", ("已归档",)),
)
LIABILITY_KINDS = (
    Option("criminal", "刑事", ("刑事责任", "移送司法", "追究刑事责任", "crime")),
    Option("penalty", "行政处罚", ("罚款", "处罚", "administrative_penalty", "administrative",
        "fine", "administrative_punishment", "administrative penalty")),
    Option("sanction", "政务处分", ("政纪处分", "行政处分", "government_sanction", "governmental",
        "administrative_sanction", "政务")),
    Option("party", "党纪", ("党纪处分", "party_discipline", "纪律处分", "discipline")),
    Option("internal", "内部", ("内部处理", "企业内部处理", "公司处理", "in_house",
        "internal_company")),
)  # fmt: skip
SUBJECTS = (
    Option("unit", "单位", ("企业", "事故单位", "事故发生单位", "生产经营单位", "enterprise",
        "company", "organisation", "organization")),
    Option("chief", "主要负责人", ("单位主要负责人", "法定代表人", "负责人", "head",
        "person_in_charge", "principal", "chief_person", "main_person_in_charge", "unit_head",
        "chief_executive", "manager", "总经理", "董事长")),
    Option("person", "其他人员", ("个人", "人员", "责任人员", "直接责任人员", "people", "other",
        "individual", "worker")),
)  # fmt: skip
CONCEALMENTS = (
    Option("hidden", "瞒报", ("隐瞒", "隐瞒不报", "hide", "concealed", "concealment", "hiding",
        "cover_up")),
    Option("false", "谎报", ("虚报", "false_report", "lying", "falsified", "misreported", "lie",
        "false_reporting")),
    Option("late", "迟报", ("迟延报告", "拖延不报", "late_report", "delayed", "delay",
        "late_reporting")),
    Option("omitted", "漏报", ("omission", "missed", "omit")),
    Option("none", "无", ("否", "没有", "no", "按时如实", "正常", "")),
)  # fmt: skip
CAUSE_KINDS = (
    Option("direct", "直接原因", ("直接", "direct_cause")),
    Option("indirect", "间接原因", ("间接", "indirect_cause")),
    Option("management", "管理原因", ("管理", "management_cause")),
)
SUPPLEMENT_KINDS = (
    Option("casualties", "伤亡变化", ("补报", "伤亡人数变化", "死亡人数变化", "casualty",
        "casualty_change", "change", "supplement", "death", "续报", "deaths")),
    Option("correction", "更正", ("数据更正", "correct", "corrected", "勘误", "核减", "核增")),
)  # fmt: skip
RESULTS = (
    Option("passed", "落实到位", ("合格", "通过", "到位", "good", "passed", "ok", "已落实",
        "全部落实", "pass", "是")),
    Option("partial", "部分落实", ("基本落实", "partly", "部分到位")),
    Option("failed", "未落实", ("不合格", "未通过", "不到位", "fail", "not_passed", "否",
        "落实不到位")),
)  # fmt: skip
