"""The choices of the fields, with every way they are written: words, short forms, use labels."""

from __future__ import annotations

from yiding.rules.entries import Option

KINDS_OF_VEHICLE = (
    Option("secret", "机要通信", (
        "机要通信用车", "机要", "机要车", "机要用车", "通信", "confidential", "confidential_comms",
        "confidential_communications", "classified_communications", "secret_communications",
        "communications", "classified", "jiyao", "confidential_communication",
        "secret_communication", "机要通信车",
    )),
    Option("emergency", "应急保障", (
        "应急保障用车", "应急", "应急用车", "应急车", "应急公务", "应急公务用车",
        "emergency_support",
        "emergency_security", "emergency_response", "emergency_guarantee", "应急保障车",
        "contingency", "emergency_backup",
    )),
    Option("enforcement", "执法执勤", (
        "执法执勤用车", "执法", "执勤", "执法车", "执法用车", "执法执勤车", "law_enforcement",
        "law_enforcement_duty", "enforcement_duty", "一般执法执勤用车", "一般执法执勤",
        "law_enforcement_and_duty", "enforcement_vehicle",
    )),
    Option("special", "特种专业技术", (
        "特种专业技术用车", "特种", "特种专业", "专业技术", "特种车", "特种技术",
        "special_technical",
        "special_professional_technical", "special_purpose", "specialised_technical",
        "special_professional", "technical", "specialized", "special_specialised_technical",
        "特种专业技术车",
    )),
    Option("other", "其他按规定配备", (
        "其他", "其它", "其他按照规定配备的公务用车", "其他用车", "其他按规定配备的公务用车",
        "other_prescribed", "other_as_prescribed", "others", "调研", "接待", "离退休干部服务",
        "其他按照规定配备", "其他按规定配备用车", "other_by_rule", "other_regulated", "老干部服务",
        "实物保障",
    )),
)  # fmt: skip
"""The five kinds of the measures, and use labels of older registers that fall under them."""

BODIES = (
    Option("sedan", "轿车", (
        "小轿车", "小汽车", "三厢轿车", "saloon", "car", "小型轿车", "轿", "两厢轿车",
    )),
    Option("small_bus", "其他小型客车", (
        "小型客车", "小客车", "small bus", "商务车", "商务面包车", "面包车", "mpv", "suv",
        "小型普通客车", "other_small_bus", "small_passenger", "小型", "van", "minibus", "minivan",
        "小型面包车", "城市越野", "small_coach",
    )),
    Option("offroad", "越野车", ("越野", "off_road", "off-road vehicle", "小型越野客车", "jeep",
        "越野客车", "off_road_vehicle")),
    Option("medium_bus", "中型客车", ("中巴", "中型", "medium bus", "medium", "中型普通客车",
        "中客", "考斯特", "medium_coach", "midibus")),
    Option("large_bus", "大型客车", ("大巴", "大型", "large bus", "大客车", "coach", "large",
        "大型普通客车", "bus", "large_coach")),
    Option("truck", "货车", ("皮卡", "pickup", "轻型货车", "lorry", "厢式货车")),
    Option("special_body", "特种改装车", ("工具车", "特种车", "特种改装", "专项作业车", "改装车",
        "救护车", "消防车", "special_vehicle")),
)  # fmt: skip
"""What the car is, as registers and dirty vocabularies write it."""

CLASSES = (
    Option("large", "大型", ("大型客车", "大型载客汽车", "大型载客", "large_bus", "大客",
        "large bus")),
    Option("medium", "中型", ("中型客车", "中型载客汽车", "中型载客", "medium_bus", "中客",
        "medium bus")),
    Option("small", "小型", ("小型客车", "小型载客汽车", "小型载客", "small_bus", "轿车", "sedan",
        "小型轿车", "small bus")),
    Option("mini", "微型", ("微型客车", "微型载客汽车", "微型载客", "mini_bus", "micro",
        "微型轿车")),
)  # fmt: skip
"""The classes of GA 802 for passenger vehicles."""

FUELS = (
    Option("petrol", "汽油", ("gasoline", "gas", "92#", "95#", "汽油车", "a")),
    Option("diesel", "柴油", ("柴油车", "b", "0#")),
    Option("hybrid", "混动", ("混合动力", "油电混合", "hev", "油电混动", "非插电混动")),
    Option(
        "plug_in",
        "插电混动",
        (
            "插电式混合动力",
            "phev",
            "插电",
            "插混",
            "plug_in_hybrid",
            "插电式混动",
            "增程",
            "增程式",
            "reev",
            "range_extended",
        ),
    ),
    Option(
        "electric",
        "纯电",
        ("纯电动", "电动", "bev", "ev", "电", "纯电车", "pure_electric", "battery_electric", "c"),
    ),
    Option("fuel_cell", "燃料电池", ("氢", "氢能", "fcev", "氢燃料电池", "hydrogen")),
    Option("new_energy", "新能源", ("nev", "新能源车", "新能源汽车")),
    Option("gas", "燃气", ("天然气", "cng", "lng")),
    Option("other", "其他", ("其它",)),
)
VEHICLE_STATES = (
    Option("planned", "计划", ("计划中", "plan")),
    Option(
        "bought", "采购", ("采购中", "已采购", "purchase", "procurement", "purchased", "procured")
    ),
    Option("registered", "登记", ("已登记", "上牌", "registration")),
    Option("entered", "入编", ("已入编", "in_quota", "establishment")),
    Option(
        "in_use",
        "在用",
        ("使用", "使用中", "正常", "in use", "active", "在册", "using", "in_service"),
    ),
    Option("repair", "维修", ("维修中", "待修", "maintenance", "under_repair", "in_repair")),
    Option("sealed", "封存", ("停用封存", "封存中", "mothballed", "stored")),
    Option(
        "renewal_asked",
        "申请更新",
        (
            "更新申请",
            "待更新",
            "renewal",
            "renewal_requested",
            "renewal_applied",
            "apply_renewal",
            "申请更新中",
            "renewal_application",
        ),
    ),
    Option("disposed", "处置", ("已处置", "处置中", "disposal", "报废", "拍卖", "待处置")),
    Option("deregistered", "注销", ("已注销", "cancelled", "deregistration", "written_off")),
)
HELD = frozenset({"entered", "in_use", "repair", "sealed", "renewal_asked"})
"""The states in which a vehicle takes up a place of the quota."""

LIVERIES = (
    Option(
        "present",
        "已喷涂",
        (
            "有",
            "是",
            "已标识",
            "喷涂",
            "已张贴",
            "true",
            "yes",
            "1",
            "painted",
            "applied",
            "ok",
            "标识完好",
            "齐全",
            "有标识",
            "complete",
            "已统一标识",
            "marked",
            "√",
        ),
    ),
    Option(
        "absent",
        "未喷涂",
        (
            "无",
            "否",
            "未标识",
            "没有",
            "未张贴",
            "false",
            "no",
            "0",
            "missing",
            "none",
            "无标识",
            "unmarked",
            "未",
            "not_painted",
            "not_applied",
            "缺",
        ),
    ),
    Option("damaged", "残缺", ("破损", "不清", "脱落", "broken", "illegible", "标识残缺")),
    Option("exempt", "免喷涂", ("豁免", "免标识", "保密免喷", "exempted")),
)
REGISTERED_TO = (
    Option(
        "unit", "本单位", ("unit_itself", "own_unit", "单位", "own", "self", "the_unit", "本机关")
    ),
    Option(
        "subordinate",
        "下属单位",
        ("所属单位", "下级单位", "subordinate_unit", "下属", "下属事业单位", "所属事业单位"),
    ),
    Option("company", "企业", ("公司", "enterprise", "firm")),
    Option("person", "个人", ("individual", "私人", "private_person", "个人名下")),
    Option("other", "其他", ("其它", "其他单位", "other_unit")),
)
FIXED_TO = (
    Option("none", "无", ("否", "没有", "no", "false", "0", "未固定", "公用", "pool")),
    Option(
        "leader",
        "领导干部",
        (
            "领导",
            "leader's_fixed_car",
            "领导固定用车",
            "领导专车",
            "leader_fixed",
            "leadership",
            "领导人员",
        ),
    ),
    Option(
        "person",
        "个人",
        ("固定给个人", "individual", "staff", "工作人员", "职工", "是", "yes", "true", "1"),
    ),
)
POSTS = (
    Option(
        "front_line",
        "一线执法岗位",
        (
            "一线",
            "一线执法执勤岗位",
            "front_line_post",
            "frontline",
            "执法一线",
            "一线岗位",
            "front_line_enforcement",
            "一线执法",
        ),
    ),
    Option(
        "internal",
        "内部管理岗位",
        (
            "内部管理",
            "机关内部管理",
            "internal_management",
            "内管",
            "综合管理",
            "internal_post",
            "office",
        ),
    ),
    Option(
        "logistics",
        "后勤服务岗位",
        ("后勤", "后勤服务", "机关后勤", "logistics_post", "rear_service"),
    ),
    Option(
        "affiliated",
        "所属单位",
        (
            "下属单位",
            "附属机构",
            "affiliated_institution",
            "事业单位",
            "affiliated_institutions",
            "所属事业单位",
            "直属单位",
            "affiliate",
        ),
    ),
)
OWNER_CLASSES = (
    Option(
        "party_body",
        "党政机关",
        (
            "机关",
            "党政",
            "party_government_body",
            "party",
            "党委",
            "政府机关",
            "party_and_government",
            "行政机关",
        ),
    ),
    Option("institution", "事业单位", ("事业", "public_institution")),
    Option("state_firm", "国有企业", ("国企", "soe", "state_owned_enterprise", "企业")),
    Option(
        "vertical",
        "垂直管理机构",
        (
            "垂直管理派出机构",
            "vertical_agency",
            "派出机构",
            "垂管单位",
            "vertical_branch",
            "vertically_managed",
        ),
    ),
)
LIVERY_COLOURS = (
    Option("red", "红", ("红色",)),
    Option("yellow", "黄", ("黄色",)),
    Option("blue", "蓝", ("蓝色",)),
    Option("green", "绿", ("绿色",)),
    Option("white", "白", ("白色",)),
    Option("other", "其他", ("其它",)),
)
LIVERY_USES = (
    Option("official", "公务", ("一般公务", "general", "公务用车")),
    Option("production", "生产业务", ("业务", "business", "生产", "生产业务用车")),
    Option("enforcement", "行政执法", ("执法", "law_enforcement")),
)
LIVERY_PLACES = (
    Option(
        "front_doors", "两侧前车门", ("前门", "前车门", "both_front_doors", "双侧前门", "左右前门")
    ),
    Option(
        "windscreen_right",
        "前挡风玻璃右侧",
        ("风挡右侧", "right_of_windscreen", "windshield_right", "前风挡右侧", "挡风玻璃右侧"),
    ),
    Option("one_door", "单侧车门", ("一侧车门",)),
    Option("elsewhere", "其他位置", ("其他", "other", "后窗", "车尾")),
)
SOURCES = (
    Option("own", "自有", ("own_vehicle", "本单位", "self", "单位自有", "自有车辆", "owned")),
    Option("platform", "平台", ("公务用车平台", "平台统一", "shared", "平台派车", "pool")),
    Option(
        "hire",
        "社会租赁",
        (
            "租赁",
            "社会化租赁",
            "rental",
            "lease",
            "hired",
            "租车",
            "market_rental",
            "rented",
            "社会车辆",
            "social_rental",
            "social_leasing",
            "leased",
        ),
    ),
)
DISPATCH_STATES = (
    Option("asked", "申请", ("已申请", "applied", "application", "待审批")),
    Option("approved", "审批", ("已审批", "审批通过", "approval")),
    Option("assigned", "派车", ("已派车", "dispatched", "待出车")),
    Option("out", "出车", ("已出车", "出车中", "departed", "on_the_road")),
    Option("back", "归队", ("已归队", "交车", "已交车", "returned", "已还车", "还车")),
    Option("settled", "结算", ("已结算", "settlement")),
    Option("filed", "归档", ("已归档", "archived", "已完成", "完成")),
    Option("cancelled", "撤销", ("已撤销", "取消", "canceled", "revoked")),
)
COSTS = (
    Option("energy", "能耗", (
        "加油", "充电", "燃油", "油费", "电费", "加油费", "充电费", "燃油费", "fuel", "charging",
        "refuelling", "refueling", "能耗费", "油料", "electricity", "能耗(加油/充电)", "加油/充电",
    )),
    Option("repair", "维保", ("维修", "保养", "维修保养", "维修费", "维保费", "maintenance",
        "维护", "repairs", "保养费", "repair_and_maintenance")),
    Option("inspection", "年检", ("年检费", "年审", "检测", "annual_inspection", "检验")),
    Option("insurance", "保险", ("保险费", "交强险", "商业险", "车辆保险")),
    Option("tolls", "过路过桥", ("过路", "过桥", "过路费", "通行费", "过路过桥费", "toll",
        "road_toll", "etc", "过桥过路", "过桥过路费", "tolls_and_bridges")),
    Option("parking", "停车", ("停车费", "泊车")),
    Option("hire", "社会租赁", ("租赁", "租车费", "租赁费", "rental", "lease", "社会租赁费")),
    Option("other", "其他", ("其它", "其他费用", "洗车", "other_cost", "misc")),
)  # fmt: skip
RUNNING = ("energy", "repair", "insurance", "inspection", "tolls", "parking", "other")
"""The seven kinds of cost of which the running cost of a vehicle is made."""
