"""The words to choose from: bodies, zones, classes, levels, states, each as people write it."""

from __future__ import annotations

from yiding.rules.entries import Option

BODIES = (
    Option(
        "lake",
        "湖库",
        (
            "湖泊",
            "水库",
            "湖、库",
            "湖体",
            "湖",
            "库",
            "湖泊水库",
            "reservoir",
            "lake_reservoir",
            "lake/reservoir",
            "lake or reservoir",
        ),
    ),
    Option("river", "河流", ("河道", "河", "入湖河道", "入湖河流", "出湖河道", "inflow", "stream")),
)
STATION_KINDS = (
    Option("lake_body", "湖体", ("lake", "湖体点位", "in_lake", "open_lake")),
    Option("source_intake", "水源地取水口", ("intake", "水源地", "取水口", "drinking_source")),
    Option("inflow_river", "入湖河道", ("inflow", "入湖", "入湖河流", "river", "inflow river")),
    Option("outflow", "出湖", ("出湖河道", "outflow_river")),
    Option("buoy", "浮标", ("浮标站",)),
    Option("manual_point", "人工点", ("人工", "manual", "手工点位")),
)
BODY_OF_STATION = {
    "lake_body": "lake",
    "source_intake": "lake",
    "inflow_river": "river",
    "outflow": "river",
    "buoy": "lake",
}
"""The column of table 1 that a kind of station is read in, where nothing else says it."""

CLASSES = (
    Option("I", "Ⅰ类", ("I类", "1", "一类", "class I", "Ⅰ", "1类")),
    Option("II", "Ⅱ类", ("II类", "2", "二类", "class II", "Ⅱ", "2类")),
    Option("III", "Ⅲ类", ("III类", "3", "三类", "class III", "Ⅲ", "3类")),
    Option("IV", "Ⅳ类", ("IV类", "4", "四类", "class IV", "Ⅳ", "4类")),
    Option("V", "Ⅴ类", ("V类", "5", "五类", "class V", "Ⅴ", "5类")),
)
CLASS_TERMS = (*(one.term for one in CLASSES), "劣Ⅴ类")
"""From the best to what holds no limit; the number of a class is its place here, from 1."""

ZONES = (
    Option("first", "一级保护区", ("一级", "1", "level 1", "first-class", "I", "level1", "一级区")),
    Option("second", "二级保护区", ("二级", "2", "level 2", "second-class", "II", "level2")),
    Option("quasi", "准保护区", ("准", "3", "level 3", "quasi-protection")),
    Option("outside", "保护区外", ("外", "0", "none", "否", "不在保护区", "out", "outside")),
)
METHODS = (
    Option("automatic", "自动", ("auto", "在线", "自动监测", "automatic monitoring")),
    Option("manual", "手工", ("人工", "手工监测", "lab", "laboratory")),
    Option("remote", "遥感", ("卫星", "remote_sensing", "satellite", "remote sensing")),
)
QUALIFIERS = (
    Option("below", "低于", ("<", "≤", "less_than", "lt", "未检出", "nd", "<dl", "低于检出限")),
    Option("above", "高于", (">", "≥", "greater_than", "gt", "超过上限")),
)
OTHER_FACTOR = Option("other", "表外因子", ("其他因子",))
"""A factor that this ledger has no list of; what it is called stands in a field beside it."""
FLAG_LETTERS = (
    Option("N", "正常", ("normal", "ok")),
    Option("F", "停运", ("stopped",)),
    Option("M", "维护", ("maintenance",)),
    Option("S", "手工输入", ("手工输入的设定值", "manual input", "set value")),
    Option("D", "故障", ("fault", "failure")),
    Option("C", "校准", ("calibration",)),
    Option("T", "超过测量上限", ("over range", "over_range")),
    Option("B", "通讯异常", ("communication", "通信异常")),
)
EVENT_TYPES = (
    Option("bloom", "蓝藻", ("蓝藻水华", "水华", "algae", "algal_bloom", "cyanobacteria")),
    Option("blackwater", "湖泛", ("black_water", "黑水团")),
    Option("supply", "供水", ("供水安全", "water_supply", "供水事件")),
)
LEVELS = (
    Option("major", "重大", ("Ⅰ级", "I", "1", "serious", "重大级", "level I")),
    Option("larger", "较大", ("Ⅱ级", "II", "2", "large", "较大级", "level II")),
    Option("general", "一般", ("Ⅲ级", "III", "3", "ordinary", "一般级", "level III", "minor")),
    Option("fourth", "四级", ("Ⅳ级", "IV", "4", "Ⅳ", "level IV", "较小")),
)
STATES = (
    Option("normal", "监测正常", ("正常",)),
    Option("watch", "关注", ("attention",)),
    Option("warning", "预警", ("early_warning", "alert")),
    Option("response", "响应", ("响应Ⅲ", "响应Ⅱ", "响应Ⅰ", "responding", "应急响应")),
    Option("adjusted", "调级", ("adjusting", "级别调整")),
    Option("ended", "终止", ("terminated", "响应终止", "end")),
    Option("reviewed", "总结", ("summary", "summarised", "summarized", "总结评估")),
)
SUBJECTS = (
    Option("water_quality", "水质", ("水环境质量", "水质信息", "quality", "water quality")),
    Option("hydrology", "水文", ("水文信息", "水情", "水位", "水量", "hydrological")),
)
PUBLISHERS = (
    Option(
        "environment",
        "生态环境主管部门",
        (
            "生态环境局",
            "环保局",
            "环境保护主管部门",
            "环保部门",
            "生态环境部门",
            "environment_bureau",
        ),
    ),
    Option(
        "basin_authority",
        "太湖流域管理机构",
        ("流域管理机构", "太湖流域管理局", "太湖局", "basin authority", "basin"),
    ),
    Option("water", "水务主管部门", ("水务局", "水利局", "water_bureau", "水利部门", "水务部门")),
    Option("other", "其他单位", ("其他", "others")),
)
