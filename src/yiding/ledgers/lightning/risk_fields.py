"""What a risk assessment 雷击风险评估 says: areas, lines, measures, losses."""

from __future__ import annotations

from yiding.rules.entries import Field, Option, Type

LOCATIONS = (
    Option("surrounded_higher", "被更高物体包围", ("surrounded by higher", "higher_objects",
        "surrounded_by_higher", "周围有更高物体")),
    Option("similar_height", "周围物体等高或更低", ("same_or_lower", "surrounded_same",
        "surrounded by same or lower", "same or lower", "similar", "等高")),
    Option("isolated", "孤立", ("孤立建筑物", "alone", "isolated_structure")),
    Option("hilltop", "山顶或高地孤立", ("hill", "hill_top", "山顶", "hilltop_isolated")),
)  # fmt: skip
INSTALLATIONS = (
    Option("aerial", "架空", ("overhead", "架空线")),
    Option("buried", "埋地", ("underground", "埋地线")),
    Option(
        "meshed",
        "全部处在网状接地内",
        ("meshed_earth", "in_meshed_earth", "网状接地", "in meshed earth"),
    ),
)
VOLTAGES = (
    Option("lv", "低压、通信、数据", ("LV", "low_voltage", "低压", "telecom", "data")),
    Option("hv", "高压（有变压器）", ("HV", "high_voltage", "高压")),
)
SITES = (
    Option("rural", "乡村", ("农村", "country")),
    Option("suburban", "郊区", ("suburb", "市郊")),
    Option("urban", "城市", ("city", "市区")),
    Option("urban_tall", "有高层建筑的城市", ("urban with tall buildings", "urban_high",
        "urban_with_tall_buildings", "高层城区")),
)  # fmt: skip
LPS = (
    Option("none", "无", ("no", "没有", "no_lps", "no LPS", "未装")),
    Option("iv", "IV级", ("4", "class_iv", "LPS IV", "Ⅳ")),
    Option("iii", "III级", ("3", "class_iii", "LPS III", "Ⅲ")),
    Option("ii", "II级", ("2", "class_ii", "LPS II", "Ⅱ")),
    Option("i", "I级", ("1", "class_i", "LPS I", "Ⅰ")),
    Option("natural", "I级并有连续金属框架作引下线", ("metal_frame", "连续金属框架")),
    Option("metal_roof", "金属屋面并有连续金属框架", ("金属屋面", "metal roof")),
)
SPDS = (
    Option("none", "无", ("no", "没有", "no_spd")),
    Option("iii_iv", "III-IV级", ("III-IV", "3-4", "iii", "iv", "III", "IV")),
    Option("ii", "II级", ("2", "II")),
    Option("i", "I级", ("1", "I")),
    Option("better", "优于I级", ("better_than_i",)),
)
TOUCH = (
    Option("none", "无", ("no", "没有")),
    Option("warning", "警示牌", ("warning_notice", "警告")),
    Option("insulation", "绝缘", ("electrical_insulation",)),
    Option("equipotential", "地面等电位", ("equipotential_soil", "soil_equipotential")),
    Option("restrictions", "遮拦或利用框架", ("physical_restrictions", "restriction")),
)
FLOORS = (
    Option("concrete", "土壤、混凝土", ("soil", "concrete", "混凝土", "农地", "soil/concrete",
        "soil_concrete", "outdoor concrete", "agricultural")),
    Option("marble", "大理石、陶瓷", ("ceramic", "marble", "大理石", "陶瓷", "marble/ceramic",
        "tile")),
    Option("gravel", "砂石、地毯", ("carpet", "gravel", "砾石", "地毯", "gravel/carpet")),
    Option("asphalt", "沥青、油毡、木板", ("linoleum", "wood", "asphalt", "沥青", "木",
        "asphalt/linoleum/wood")),
)  # fmt: skip
FIRE_MEASURES = (
    Option("none", "无", ("no", "没有")),
    Option("manual", "灭火器、手动报警", ("extinguishers", "manual_alarm", "手动")),
    Option("automatic", "自动灭火、自动报警", ("automatic_alarm", "自动")),
)
FIRE_RISKS = (
    Option("zone_0_20", "0、20区", ("zone 0", "zone 20", "explosion_0_20")),
    Option("zone_1_21", "1、21区", ("zone 1", "zone 21", "explosion_1_21")),
    Option("zone_2_22", "2、22区", ("zone 2", "zone 22", "explosion_2_22")),
    Option("high", "高", ("fire_high",)),
    Option("ordinary", "一般", ("medium", "fire_ordinary", "中")),
    Option("low", "低", ("fire_low",)),
    Option("none", "无", ("no", "没有")),
)
PANICS = (
    Option("none", "无", ("no", "没有", "no_special_hazard")),
    Option("low", "低度惊慌", ("low_panic", "少于一百人")),
    Option("average", "中度惊慌", ("average_panic",)),
    Option("evacuation", "疏散困难", ("difficult_evacuation", "difficulty_of_evacuation")),
    Option("high", "高度惊慌", ("high_panic",)),
)
OCCUPANCIES = (
    Option("explosion", "有爆炸危险", ("explosion_risk", "explosive")),
    Option("public", "医院、宾馆、学校、公共建筑", ("hospital", "hotel", "school", "civic", "医院",
        "宾馆", "学校")),
    Option("entertainment", "娱乐场所、教堂、博物馆", ("church", "museum", "娱乐", "博物馆")),
    Option("industrial", "工业、商业", ("commercial", "industrial/commercial", "工业", "商业")),
    Option("other", "其他", ("others",)),
)  # fmt: skip


COMPONENTS = ("RA", "RB", "RU", "RV", "RC", "RM", "RW", "RZ")
"""Parts of R1: the first four always, the rest with explosion or life at stake."""
ALWAYS = 4
RISK = (
    Field("cd", "位置因子", Type.NUMBER, aliases=("C_D", "location_factor", "CD")),
    Field("location", "相对位置", Type.CHOICE, options=LOCATIONS, is_open=True,
            aliases=("relative_location", "位置", "structure_location")),
    Field("pb", "PB", Type.NUMBER, aliases=("P_B",)),
    Field("lps", "防雷装置等级", Type.CHOICE, options=LPS, is_open=True,
            aliases=("lps_level", "lps_class", "LPS", "lpl")),
    Field("peb", "PEB", Type.NUMBER, aliases=("P_EB", "PSPD", "P_SPD")),
    Field("spd_level", "电涌保护器等级", Type.CHOICE, options=SPDS, is_open=True,
            aliases=("spd", "SPD", "spd_lpl", "equipotential_bonding")),
    Field("pta", "PTA", Type.NUMBER, aliases=("P_TA",)),
    Field("touch_measure", "接触电压防护", Type.CHOICE, options=TOUCH, is_open=True,
            aliases=("touch_protection", "pta_measure")),
    Field("rt_outdoor", "室外rt", Type.NUMBER, aliases=("rt_out", "outdoor_rt", "rta")),
    Field("outdoor_floor", "室外地面", Type.CHOICE, options=FLOORS, is_open=True,
            aliases=("outdoor", "outdoor_surface", "floor_outdoor", "outdoor_ground")),
    Field("rt_indoor", "室内rt", Type.NUMBER, aliases=("rt_in", "indoor_rt", "rtu",
            "rt")),
    Field("indoor_floor", "室内地面", Type.CHOICE, options=FLOORS, is_open=True,
            aliases=("indoor", "indoor_surface", "floor_indoor", "floor")),
    Field("rp", "rp", Type.NUMBER, aliases=("r_p",)),
    Field("fire_measure", "消防措施", Type.CHOICE, options=FIRE_MEASURES, is_open=True,
            aliases=("fire_protection", "fire_measures")),
    Field("rf", "rf", Type.NUMBER, aliases=("r_f",)),
    Field("fire_risk", "火灾危险程度", Type.CHOICE, options=FIRE_RISKS, is_open=True,
            aliases=("risk_of_fire", "fire_load")),
    Field("hz", "hz", Type.NUMBER, aliases=("h_z",)),
    Field("panic", "特殊危害", Type.CHOICE, options=PANICS, is_open=True,
            aliases=("special_hazard", "panic_level")),
    Field("lf", "LF", Type.NUMBER, aliases=("L_F",)),
    Field("occupancy", "使用类型", Type.CHOICE, options=OCCUPANCIES, is_open=True,
            aliases=("structure_type", "loss_type")),
    Field("lt", "LT", Type.NUMBER, aliases=("L_T",)),
    Field("line_length_m", "线路长度", Type.NUMBER, "m", (
        "LL", "line_length", "L_L", "service_length")),
    Field("ci", "CI", Type.NUMBER, aliases=("C_I",)),
    Field("line_installation", "线路敷设", Type.CHOICE, options=INSTALLATIONS, is_open=True,
            aliases=("installation", "line_laying", "line_type")),
    Field("ct", "CT", Type.NUMBER, aliases=("C_T",)),
    Field("line_voltage", "线路电压", Type.CHOICE, options=VOLTAGES, is_open=True,
            aliases=("voltage", "line_kind")),
    Field("ce", "CE", Type.NUMBER, aliases=("C_E",)),
    Field("line_environment", "线路环境", Type.CHOICE, options=SITES, is_open=True,
            aliases=("line_surroundings",)),
    Field("people_in_zone", "区内人数", Type.NUMBER, aliases=("nz", "n_z")),
    Field("people_in_all", "总人数", Type.NUMBER, aliases=("nt", "n_t")),
    Field("hours_in_zone", "年在区小时数", Type.NUMBER, "h", ("tz", "t_z")),
    Field("has_explosion_risk", "有爆炸危险", Type.FLAG, aliases=("explosion_risk",)),
    Field("endangers_life", "内部系统失效危及生命", Type.FLAG, aliases=(
        "is_hospital", "hospital", "internal_failure_endangers_life", "failure_endangers_life")),
    *(Field(one.lower(), one, Type.NUMBER, aliases=(f"{one[0]}_{one[1]}",)) for one in COMPONENTS),
    Field("r1", "人身伤亡风险", Type.NUMBER, aliases=("R1", "risk_of_life", "risk_r1", "R")),
    Field("r2", "公众服务风险", Type.NUMBER, aliases=("R2", "risk_r2")),
    Field("r3", "文化遗产风险", Type.NUMBER, aliases=("R3", "risk_r3")),
)  # fmt: skip
TOLD_BY = frozenset({"lps", "pb", "rf", "fire_risk", "lf", "occupancy", "rp", "fire_measure"})
"""A structure that says one of these is assessed for risk."""
