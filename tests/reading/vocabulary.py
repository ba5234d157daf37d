"""The words a generated document is written in: the lexicon's, and sentences of our own."""

from __future__ import annotations

from typing import NamedTuple

from yiding.reading.lexicon import WORDS

SURNAMES = [*WORDS["surname"], *WORDS["surname_two"]]
GIVEN = [
    "宁远", "承志", "景行", "文舟", "书瑶", "思源", "清和", "若兰", "海平", "乐山", "兆丰",
    "云帆", "子衡", "静姝", "嘉树", "望舒", "砚秋", "怀瑾", "知微", "临川", "如茵", "若谷",
    "亦清", "远川", "维桢", "晓棠", "敏", "磊", "涛", "颖", "琳", "昊", "倩",
    "峰", "斌", "婷",
]  # fmt: skip
POSTS = ["市长", "代市长", "市委副书记、市长", "副市长", "常务副市长"]

# 法院 is a body by itself: there is no 法院委
UNIT_STEMS = [stem for stem in WORDS["unit_stem"] if stem != "法院"]
UNIT_LAST = [last for last in WORDS["unit_last"] if last not in {"部门", "系统"}]

COLLECTIVES = [
    "各地各部门", "各地各部门各单位", "各相关部门", "各地各相关部门", "各级各部门", "有关部门",
    "相关单位", "各县（市、区）", "各责任单位", "各有关部门和单位",
]  # fmt: skip
EXHORTATIONS = [
    "充分认识做好{}工作的重要性，切实增强责任感紧迫感",
    "提高政治站位，进一步强化责任意识",
    "高度重视，压实责任，确保{}取得实效",
    "始终坚持问题导向，不断提升{}水平",
    "切实加强组织领导，形成齐抓共管的良好局面",
    "深刻吸取教训，坚决守住安全底线",
    "立足实际，全力以赴抓好{}各项工作",
    "牢固树立大局意识，密切配合，齐心协力",
]
BACKGROUND = [
    "会议指出，去年以来我市各项工作取得了明显成效。",
    "会议认为，这项工作事关群众切身利益。",
    "此项工作涉及面广，情况复杂。",
    "近年来，我市在这方面积累了有益经验，但基础还不牢固。",
    "做好这项工作，是推动高质量发展的重要举措。",
]

TOPICS = [
    "供水管网更新", "城市停车设施", "储备粮", "湿地保护", "老旧小区改造", "公共租赁住房",
    "农村公路养护", "防汛抗旱", "生活垃圾分类", "历史建筑保护", "烟花爆竹管控", "电梯安全",
    "夜间经济", "消防安全", "节约用水", "建筑工地扬尘治理", "学校食堂食品安全", "共享单车",
    "地下管线", "渡口渡船", "野生动物保护", "非机动车", "餐厨废弃物", "古树名木保护",
]  # fmt: skip
KINDS = [
    "管理办法", "实施方案", "发展规划", "应急预案", "工作方案", "实施细则", "若干措施", "管理规定",
]  # fmt: skip
VERSIONS = [None, None, "草案", "送审稿", "审议稿", "讨论稿", "修改稿", "试行", "修订稿"]

AGREED = [
    *(("approved_in_principle", f"会议{word}{{}}") for word in WORDS["verdict_in_principle"]
      if not word.startswith("予以")),
    *(("approved_in_principle", f"会议对{{}}{word}") for word in WORDS["verdict_in_principle"]
      if word.startswith("予以")),
    *(("approved_in_principle", f"{word}{{}}") for word in ("原则同意", "原则通过", "原则上同意")),
    *(("approved", f"会议{word}{{}}") for word in WORDS["verdict_approved"]),
    *(("approved", f"{word}{{}}") for word in ("同意", "审议通过", "审议并通过")),
]  # fmt: skip
DECIDED = [
    ("deferred", "会议决定暂缓审议{}"),
    ("deferred", "会议决定暂不审议{}"),
    ("deferred", "{}修改后另行上会"),
    ("deferred", "{}下次再议"),
    ("deferred", "会议决定{}缓议"),
    ("deferred", "会议决定{}暂时搁置，待条件成熟后再行审议"),
    *(("rejected", f"会议{word}{{}}") for word in WORDS["verdict_rejected"]),
    ("rejected", "会议对{}不予同意"),
]


class Act(NamedTuple):
    """An act with the test that ends it."""

    words: str
    closing: str
    to: str | None = None


ACTS = [
    Act("完成首批管网改造", "deliver"),
    Act("制定配套制度", "deliver"),
    Act("建成调蓄水池", "deliver"),
    Act("拨付首批专项资金", "deliver"),
    Act("签订施工合同", "deliver"),
    Act("完成在建工地的全覆盖检查", "deliver"),
    Act("组织一次应急演练", "deliver"),
    Act("启动第二批巡查", "deliver"),
    Act("编制完成可行性研究报告", "deliver"),
    Act("将考核情况纳入年度考核", "deliver"),
    Act("移交全部档案", "deliver"),
    Act("印发实施细则", "issue"),
    Act("出台配套政策", "issue"),
    Act("向社会公布服务清单", "issue"),
    Act("将实施方案报市委常委会审定", "submit", "市委常委会"),
    Act("将调整方案报省政府审批", "submit", "省政府"),
    Act("提请市人大常委会审议", "submit", "市人大常委会"),
    Act("向市政府报告落实情况", "report"),
    Act("向市政府通报工作进展", "report"),
    Act("将整改情况反馈市政府督查室", "report"),
]

_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """A number below 1000 as it is written: 十七, 六十, 一百零四."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")
