"""What places, stages, sources of money, mechanisms and ways of management are called."""

from __future__ import annotations

from yiding.rules.entries import Option

SETTINGS = (
    Option("city", "城市", ("urban", "市区", "城区", "设区市", "municipality", "city_proper",
           "市", "县级市城区", "urban_area", "in_city", "建成区")),
    Option("county_town", "县城", ("县城(城关镇)", "城关镇", "county_seat", "county", "县城城关镇",
           "county_town_seat", "chengguan", "chengguan_town")),
    Option("town", "建制镇", ("镇", "乡镇", "township", "集镇")),
    Option("village", "农村", ("村", "乡村", "rural", "countryside", "村庄", "农村社区")),
)  # fmt: skip
"""Where a community lies; the opinion speaks of the first two."""

STAGES = (
    Option("surveyed", "摸底", ("survey", "摸底调查")),
    Option("will_sought", "意愿征集", ("will", "征集意愿", "意愿调查")),
    Option("in_store", "入库", ("stored", "项目入库", "储备")),
    Option("planned", "列入年度计划", ("plan", "in_plan", "省确认", "列入计划", "已列入计划")),
    Option("notified", "方案公示", ("方案公示/表决", "公示", "表决", "voting", "notice", "voted")),
    Option("approved", "立项", ("立项/初设", "初设", "初步设计", "approval")),
    Option("tendered", "招标", ("tender", "招投标")),
    Option("started", "开工", ("已开工", "在建", "施工", "under_way", "start", "施工中")),
    Option("finished", "完工", ("已完工", "finish", "completed")),
    Option("accepted", "竣工验收", ("验收", "已验收", "acceptance", "竣工")),
    Option("handed_over", "移交长效管理", ("移交", "长效管理", "handover", "已移交")),
    Option("settled", "结算", ("结算/决算", "决算", "settlement", "已结算")),
    Option("evaluated", "绩效评价", ("evaluation", "评价")),
    Option("paused", "暂缓", ("on_hold", "suspended", "pause", "deferred")),
    Option("removed", "调出", ("taken_out", "withdrawn", "removal", "transferred_out")),
)  # fmt: skip
ASIDE = frozenset({"paused", "removed"})

SOURCES = (
    Option("central", "中央", ("中央补助", "中央资金", "中央财政", "central_government")),
    Option("province", "省", ("省级", "省级资金", "省补", "省财政", "provincial")),
    Option("city", "市", ("市级", "市级资金", "市财政", "municipal")),
    Option("county", "县区", ("县级", "区级", "县", "区", "县级资金", "区县", "县(区)",
           "district")),
    Option("city_county", "市县", ("市县资金", "地方", "市县级", "local")),
    Option("residents", "居民", ("居民出资", "业主", "个人", "居民自筹", "resident", "owners")),
    Option("society", "社会力量", ("社会资本", "社会", "企业", "社会资金", "private",
           "social_capital", "social")),
    Option("rights_units", "产权单位", ("管线单位", "产权单位/管线单位", "产权单位、管线单位",
           "property_units", "pipeline_units", "专营单位", "utilities", "owner_unit")),
    Option("special_bond", "专项债", ("专项债券", "地方专项债", "bond", "bonds")),
    Option("loan", "金融贷款", ("贷款", "银行贷款", "融资", "bank_loan", "loans", "金融")),
    Option("other", "其他", ("其它", "others")),
)  # fmt: skip

CLASSES = (
    Option("basic", "基础类", ("基础", "base", "foundation")),
    Option("improving", "完善类", ("完善", "improvement", "improved", "perfecting")),
    Option("upgrading", "提升类", ("提升", "upgrade", "enhancement", "enhancing", "promotion")),
)
LEVELS = (
    Option("nation", "国家", ("全国", "中央", "national")),
    Option("province", "省", ("省级", "provincial")),
    Option("city", "市", ("市级", "设区市", "municipal")),
    Option("county", "县", ("县级", "区", "区级", "县区", "district")),
)
PROPERTY_MODES = (
    Option("company", "专业物业", ("物业公司", "物业企业", "物业服务企业", "市场化物业",
           "property_company", "professional")),
    Option("self", "业主自管", ("自管", "自治", "业主自治", "self_managed", "owners")),
    Option("committee", "社区托管", ("社区代管", "准物业", "社区", "托管", "community")),
    Option("unit", "单位自管", ("产权单位管理", "原单位管理", "work_unit")),
    Option("state_company", "国企兜底", ("国企", "国有物业", "片区物业", "state_owned")),
    Option("none", "无", ("没有", "无物业", "no", "未确定", "未明确")),
)  # fmt: skip
MECHANISM_STATES = (
    Option(
        "not_begun",
        "未起草",
        ("未开始", "pending", "not_started", "未印发", "未出台", "not_issued"),
    ),
    Option("drafting", "起草", ("起草中", "draft", "drafted", "in_progress", "进行中")),
    Option("consulting", "征求意见", ("consultation",)),
    Option("approved", "审议通过", ("通过", "passed")),
    Option("issued", "已印发", ("印发", "已出台", "出台", "已发布", "done", "published", "完成")),
)
MATTERS = tuple(
    Option(number, term, aliases)
    for number, term, aliases in (
        ("1", "议事规则", ("制定和修改业主大会议事规则", "rules_of_procedure")),
        ("2", "管理规约", ("制定和修改管理规约", "covenant")),
        ("3", "选举业委会", ("选举或更换业主委员会", "elect_committee")),
        ("4", "选聘解聘物业", ("选聘和解聘物业服务企业", "hire_property_company")),
        ("5", "使用维修资金", ("使用", "use_maintenance_fund", "use_fund")),
        ("6", "筹集维修资金", ("筹集", "raise_maintenance_fund", "raise_fund")),
        ("7", "改建重建", ("改建重建建筑物及附属设施", "改建", "重建", "rebuild", "rebuilding")),
        ("8", "改变共有部分用途或经营", ("改变共有部分", "change_common_parts")),
        ("9", "其他重大事项", ("其他", "other")),
    )
)
"""The nine matters by their numbers in the Civil Code."""
VOTE_WORDS: tuple[tuple[str, str], ...] = (
    ("筹集", "6"), ("raise", "6"), ("raising", "6"), ("续筹", "6"), ("补交", "6"),
    ("维修资金", "5"), ("maintenance_fund", "5"), ("maintenance fund", "5"),
    ("use_fund", "5"), ("使用资金", "5"),
    ("管理规约", "2"), ("规约", "2"), ("covenant", "2"),
    ("议事规则", "1"), ("rules_of_procedure", "1"), ("rules of procedure", "1"),
    ("业主委员会", "3"), ("业委会", "3"), ("owners' committee", "3"), ("committee", "3"),
    ("物业服务", "4"), ("物业", "4"), ("property_company", "4"), ("property company", "4"),
    ("改变共有", "8"), ("共有部分", "8"), ("经营活动", "8"), ("common part", "8"),
    ("change_use", "8"),
    ("改建", "7"), ("重建", "7"), ("rebuild", "7"), ("reconstruct", "7"),
    ("其他重大", "9"), ("重大事项", "9"), ("other", "9"),
)  # fmt: skip
"""Words of a matter put to the vote, and its number in the Civil Code; the first that fits."""
LIFT_WORDS = ("电梯", "lift", "elevator")
PLAN_WORDS = ("改造方案", "改造计划", "改造", "renovation", "方案")

FIVE = (
    Option("planning", "决策共谋", ("共谋", "gongmou", "joint_planning", "planned_together")),
    Option("building", "发展共建", ("共建", "gongjian", "joint_building", "built_together")),
    Option("managing", "建设共管", ("共管", "gongguan", "joint_managing", "managed_together")),
    Option("judging", "效果共评", ("共评", "gongping", "joint_judging", "judged_together")),
    Option("sharing", "成果共享", ("共享", "gongxiang", "joint_sharing", "shared_together")),
)
NOTICES = (
    Option("plan", "改造方案", ("方案", "方案公示", "renovation_plan")),
    Option("vote", "表决结果", ("表决", "vote_result")),
    Option("money", "资金", ("资金公示", "funding", "costs")),
    Option("progress", "施工进度", ("进度", "施工", "works")),
    Option("acceptance", "竣工验收", ("验收", "completion")),
    Option("handover", "移交", ("长效管理",)),
)
