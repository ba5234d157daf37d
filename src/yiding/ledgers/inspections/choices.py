"""The choices of the fields, with every way they are written: words, short forms, codes."""

from __future__ import annotations

from yiding.rules.entries import Option

ROUND_KINDS = (
    Option("inspection", "巡查", ("安全生产巡查",)),
    Option("supervision", "督导", ("专项督导", "督查")),
    Option("unannounced", "明查暗访", ("暗访", "四不两直", "明察暗访")),
    Option("assessment", "考核", ("年度考核",)),
)
CATEGORIES = (
    Option("leadership", "领导责任", ("党政领导责任", "leadership_responsibility")),
    Option("supervision", "监管责任", ("部门监管责任", "supervisory_responsibility")),
    Option(
        "enterprise", "主体责任", ("企业主体责任", "entity_responsibility", "main_responsibility")
    ),
    Option("mechanism", "机制", ("体制机制", "机制建设")),
    Option("hazard", "具体隐患", ("隐患", "concrete_hazard", "specific_hazard")),
)
LEVELS = (
    Option("general", "一般", ("一般隐患", "一般事故隐患", "0", "ordinary", "minor", "normal")),
    Option("major", "重大", ("重大隐患", "重大事故隐患", "1", "serious", "grave")),
)
SOURCES = (
    Option(
        "daily", "日常", ("1", "日常检查", "日常排查", "日常性排查", "自查", "企业自查", "routine")
    ),
    Option("comprehensive", "综合", ("2", "综合性", "综合检查", "综合性排查")),
    Option("specialised", "专业", ("3", "专业性", "专项", "专项检查", "专业性排查", "specialized")),
    Option("seasonal", "季节", ("4", "季节性", "季节性检查", "季节性排查")),
    Option("holiday", "节假日", ("5", "节假日检查", "重大活动及节假日")),
    Option("accident_analogy", "事故类比", ("6", "事故类比排查")),
    Option("resumption", "复产复工", ("7", "复工复产", "复产复工前")),
    Option("expert", "专家诊断", ("8", "专家检查", "外聘专家诊断")),
    Option("control_failure", "管控措施失效", ("9",)),
    Option("other", "其他", ("10", "政府检查", "巡查", "巡查反馈", "督导", "举报", "执法检查")),
)
HAZARD_TYPES = (
    Option("safety", "安全", ("1",)),
    Option("process", "工艺", ("2",)),
    Option("electrical", "电气", ("3",)),
    Option("instrument", "仪表", ("4", "instrumentation")),
    Option("fire", "消防", ("5", "火灾")),
    Option("layout", "总图", ("6", "general_layout")),
    Option("equipment", "设备", ("7",)),
    Option("other", "其他", ("8",)),
)
TREATMENTS = (
    Option("at_once", "即查即改", ("0", "立即整改", "当场整改", "立查立改", "immediate")),
    Option("by_deadline", "限期整改", ("1", "限期", "time_limit", "deadline", "limited_time")),
)
STATES = (
    Option(
        "fed_back", "反馈", ("已反馈", "feedback", "新建", "登记", "已登记", "待整改", "未整改")
    ),
    Option("assigned", "分解", ("责任单位确认", "已分解", "待确认")),
    Option("planned", "整改方案", ("已报方案", "plan")),
    Option("rectifying", "整改中", ("0", "正在整改", "治理中", "in_progress", "open")),
    Option("rectified", "已整改", ("整改完成", "已完成", "已完成整改", "整改完毕", "done")),
    Option(
        "self_checked", "自验", ("自验通过", "单位自验", "已自验", "self_check", "self_declared")
    ),
    Option(
        "checking",
        "上级核验",
        ("1", "待验收", "核验", "核验中", "待复查", "to_accept", "verifying"),
    ),
    Option("published", "公示", ("公示中", "publicity")),
    Option("accepted", "已验收", ("9", "验收通过", "已复查", "verified")),
    Option("closed", "销号", ("已销号", "已关闭", "已闭环", "关闭", "办结")),
    Option("rechecked", "回头看", ("已回头看", "look_back")),
    Option("extended", "延期", ("已延期", "extension")),
)
RESULTS = (
    Option(
        "passed",
        "通过",
        (
            "合格", "pass", "ok", "true", "yes", "是", "1", "同意", "验收通过", "验收合格",
            "复查合格",
            "复查通过", "已整改", "整改到位", "已整改到位", "符合要求", "已消除", "approved",
            "accepted",
        ),
    ),
    Option(
        "failed",
        "不通过",
        (
            "不合格", "fail", "false", "no", "否", "0", "不同意", "未通过", "验收不合格",
            "复查不合格",
            "未整改", "整改不到位", "未整改到位", "退回", "rejected", "not_passed",
        ),
    ),
)  # fmt: skip
CLOSED = (
    Option("yes", "是", ("true", "1", "y", "已销号", "已闭环", "√", "closed", "已关闭", "销号")),
    Option("no", "否", ("false", "0", "n", "未销号", "未闭环", "×", "open", "未")),
)
EASE = (
    Option("small", "较小", ("小", "低", "容易", "易", "low", "easy", "minor", "轻")),
    Option(
        "large", "较大", ("大", "高", "困难", "难", "high", "hard", "difficult", "serious", "严重")
    ),
)
STOPS = (
    Option("none", "不停产", ("否", "无", "不需要", "false", "no", "0", "不需停产")),
    Option("partial", "局部停产", ("局部", "部分停产", "局部停产停业", "part")),
    Option("full", "全部停产", ("全部", "停产", "是", "停产停业", "true", "yes", "1", "whole")),
)
TRADES = (
    Option("industry", "工贸", ("工贸企业", "工贸行业", "industry_and_trade", "冶金等工贸")),
    Option("coal", "煤矿", ("coal_mine", "coal_mines", "煤炭")),
    Option(
        "building",
        "房屋市政",
        (
            "房屋市政工程",
            "建筑施工",
            "建筑",
            "construction",
            "housing",
            "builder",
            "建筑施工企业",
            "building_construction",
        ),
    ),
    Option(
        "mines", "金属非金属矿山", ("非煤矿山", "矿山", "mine", "mining", "metal_mine", "矿山企业")
    ),
    Option(
        "explosives",
        "民爆",
        (
            "民用爆炸物品",
            "民用爆炸物品生产",
            "civil_explosives",
            "civil_explosives_producers",
            "civil_explosives_producer",
            "民用爆炸物品生产企业",
        ),
    ),
    Option(
        "chemicals",
        "化工和危化品",
        (
            "危险化学品",
            "危化品",
            "化工",
            "chemical",
            "hazardous_chemicals",
            "hazardous_chemical",
            "危险化学品生产",
            "危险化学品生产企业",
        ),
    ),
    Option("fireworks", "烟花爆竹", ("烟花爆竹生产", "烟花爆竹生产企业", "firework")),
    Option("fire", "消防", ("重大火灾隐患", "火灾")),
    Option("other", "其他", ("其它", "餐饮", "商贸", "服务业", "零售", "制造业", "旅游", "教育")),
)
ACTS = (
    Option("fine", "罚款", ("罚", "行政罚款", "penalty")),
    Option("warning", "警告", ()),
    Option(
        "order",
        "责令改正",
        ("责令限期改正", "责令限期消除", "责令立即消除", "限期整改指令", "order_to_correct"),
    ),
    Option(
        "stop",
        "停产停业",
        (
            "责令停产停业",
            "停产停业整顿",
            "责令停产停业整顿",
            "停产整顿",
            "停业",
            "suspension",
            "责令停产",
            "停产",
        ),
    ),
    Option("power_cut", "停止供电", ("停电", "断电", "通知停止供电", "power", "cut_power")),
    Option(
        "explosives_cut", "停止供应民用爆炸物品", ("停供民爆物品", "停止供应民爆物品", "explosives")
    ),
    Option("daily_fine", "按日连续处罚", ("按日计罚", "按日连续罚款", "daily_penalty")),
    Option("revocation", "吊销许可证", ("暂扣或者吊销许可证", "吊销", "暂扣许可证", "revoke")),
    Option("closure", "提请关闭", ("关闭", "取缔")),
    Option("other", "其他", ("其它",)),
)
SUBJECTS = (
    Option("unit", "单位", ("企业", "生产经营单位", "enterprise")),
    Option("person", "个人", ("责任人员", "直接责任人员", "主管人员", "人员", "people")),
)
STAGES = (
    Option("first", "首次", ("责令改正", "first_time")),
    Option("refused", "拒不执行", ("逾期未改正", "逾期不改", "拒不改正", "refusal", "overdue")),
)
ACCOUNTS = (
    Option("talk", "约谈", ("警示约谈", "interview")),
    Option("admonition", "诫勉", ("诫勉谈话",)),
    Option("notice", "通报", ("通报批评", "criticism")),
    Option("discipline", "处分", ("政务处分", "党纪处分", "党纪政务处分")),
    Option("organisation", "组织处理", ("组织调整", "免职", "调整岗位")),
    Option("transfer", "移送", ("移送司法", "移送纪检监察")),
    Option("other", "其他", ("问责", "accountability")),
)
DRILL_UNITS = (
    Option("government", "地方政府", ("政府", "县级以上地方人民政府", "local_government")),
    Option("department", "主管部门", ("负有安全生产监督管理职责的部门", "部门", "监管部门")),
    Option("town", "乡镇街道", ("乡镇", "街道", "镇", "乡镇人民政府", "街道办事处", "township")),
    Option(
        "dangerous_goods",
        "危险物品单位",
        ("危险物品", "危险化学品", "危化品", "易燃易爆物品", "hazardous_chemicals", "chemicals"),
    ),
    Option("mine", "矿山", ("煤矿", "非煤矿山", "mines", "mining")),
    Option("smelting", "金属冶炼", ("冶炼", "metal_smelting", "metal_smelter")),
    Option("rail", "城市轨道交通运营", ("轨道交通", "城市轨道交通", "地铁", "rail_transit",
        "metro")),
    Option("building", "建筑施工", ("建筑", "建筑施工单位", "construction",
        "building_construction")),
    Option(
        "crowded",
        "人员密集场所",
        (
            "人员密集场所经营单位", "密集场所", "宾馆", "商场", "娱乐场所", "旅游景区",
            "crowded_place", "crowded-place", "crowded-place unit", "crowded_place_unit",
            "crowded_places", "crowded_venue",
        ),
    ),
    Option("other", "其他", ("一般单位", "其他单位", "其它")),
)  # fmt: skip
STANDARD_LEVELS = (
    Option("one", "一级", ("1", "一", "first", "level_1", "1级")),
    Option("two", "二级", ("2", "二", "second", "level_2", "2级")),
    Option("three", "三级", ("3", "三", "third", "level_3", "3级")),
)
GRANTERS = (
    Option("ministry", "应急管理部", ("部", "国家", "国家级", "应急部", "national", "central")),
    Option(
        "province", "省级", ("省", "省应急管理厅", "provincial", "江苏省应急管理厅", "省应急厅")
    ),
    Option("city", "市级", ("市", "市应急管理局", "设区市", "municipal", "市应急局")),
    Option("county", "县级", ("县", "区", "县应急管理局", "区应急管理局", "district")),
)
RISK_LEVELS = (
    Option("major", "重大", ("重大风险", "红", "红色", "red", "1", "serious")),
    Option(
        "larger",
        "较大",
        ("较大风险", "橙", "橙色", "orange", "2", "considerable", "relatively_large"),
    ),
    Option("general", "一般", ("一般风险", "黄", "黄色", "yellow", "3", "ordinary")),
    Option("low", "低", ("低风险", "蓝", "蓝色", "blue", "4", "minor")),
)
RISK_REPORTS = (
    Option("periodic", "定期报告", ("定期", "年度报告", "年报", "annual", "regular")),
    Option("first", "首次报告", ("首次", "初次报告", "新建项目", "initial", "new_project")),
    Option("change", "变更报告", ("变更", "变化报告", "changed")),
)
SUPERVISION_LEVELS = (
    Option("nation", "国家", ("国务院安委会", "national")),
    Option("province", "省", ("省级", "省安委会", "provincial")),
    Option("city", "市", ("市级", "市安委会", "municipal")),
    Option("county", "县", ("县级", "区级", "区", "district")),
)
