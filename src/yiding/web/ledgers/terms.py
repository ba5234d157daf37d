"""Chinese terms of the words that stand in dated values: their keys, and amounts that are words.

Options of fields have their terms where they are defined; these are only what no field has. In
English the word itself is shown.
"""

from __future__ import annotations

TERMS: dict[str, str] = {
    # what a key is called
    "annex": "附属用房", "bound": "界限", "column": "列", "degree": "程度", "edge": "起止",
    "figure": "数", "item": "项目", "kind": "类别", "quantity": "量", "sector": "行业",
    "side": "方向", "source": "来源", "term": "系数", "what": "什么", "grade": "等级",
    "level": "级别", "factor": "因子", "class": "类", "rank": "职级", "party": "谁",
    # counts and steps
    "constant": "常数", "days": "天数", "few": "少的界限", "first_bays": "头几个车位",
    "first_heads": "头几人", "for_each_first": "头几个每个", "for_each_further": "其余每个",
    "first_month": "首月", "last_month": "末月", "how_many": "取几项", "least": "最少",
    "many": "多的界限", "months": "月数", "most": "最多", "slope": "斜率", "special": "特别",
    "step": "每级", "times": "次数", "top": "起数", "usual": "一般", "worse_than": "劣于几类",
    # annexes
    "bicycle": "自行车", "ebike": "电动自行车", "guard": "警卫",
    # water
    "ammonia": "氨氮", "eutrophic": "轻度富营养", "fall": "降", "geosmin": "土臭素", "heavy": "重",
    "high": "上限", "households_cut": "停水户数", "light": "轻", "low": "下限",
    "mean_chlorophyll_a": "平均叶绿素a", "mean_density": "平均藻密度", "medium": "中",
    "mesotrophic": "中营养", "methylisoborneol": "2-甲基异莰醇", "no_apparent": "无明显",
    "outage_hours": "停水小时数", "ph_high": "pH 上限", "ph_low": "pH 下限", "ratio_pct": "占比",
    "rise": "升", "total_phosphorus_river": "总磷（河）", "zone_chlorophyll_a": "片区叶绿素a",
    "zone_density": "片区藻密度",
    # vehicles
    "need": "情形", "ordinary": "一般", "work_need": "因工作需要", "large_length": "大型的车长",
    "large_persons": "大型的人数", "medium_persons": "中型的人数", "mini_length": "微型的车长",
    "mini_displacement": "微型的排量", "years": "年数", "km": "里程", "from": "起", "to": "止",
    "minutes": "分钟", "percent": "百分数", "use": "用途", "owner": "单位性质",
    # lightning
    "corner": "转角", "earlier": "沿用此前的", "height": "高度", "housing": "住建",
    "issuing": "擅发预警", "item_two": "3.0.4第2款", "line": "专业部门", "local": "市县",
    "long": "长边", "meteorology": "气象", "mid": "中级职称", "often": "雷暴日多",
    "on_site": "现场", "own": "自有条文", "perimeter": "周长", "projects": "三年项目数",
    "quality": "考核合格率", "r1": "人身伤亡", "r2": "公众服务", "r3": "文化遗产",
    "radius": "等效半径", "refusal": "拒检拒改", "risk": "风险", "seldom": "雷暴日少",
    "senior": "高级职称", "service_line": "线路", "short": "短边",
    "small_third_class": "第三类小型", "soil": "土壤电阻率", "spark": "看电火花",
    "square": "方格", "thunder": "雷暴", "where": "哪里", "whole_team": "全组",
    "works": "施工检测", "area": "所围面积",
    # amounts that are words
    "allowed": "允许", "refused": "不允许", "chief": "限正职", "yes": "可以", "no": "不可以",
    "fits": "有此职级", "misfit": "无此职级", "excluded": "不参加", "valid": "有效",
    "invalid": "无效", "city": "市", "province": "省", "ministry": "部",
}  # fmt: skip
