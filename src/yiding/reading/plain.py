"""Plain acts: what a body does by a verb that no list holds, told by its shape 直陈."""

from __future__ import annotations

import re

from yiding.reading import phrases
from yiding.reading.lexicon import alternation

_NUMERAL = "[一二两三四五六七八九十百]"
_VERB = (
    "[调种送派修换租拉抢砍挖填铺架拆搬撤腾付借买卖存取封锁守查验测拍录写印贴挂装卸洗扫喷浇栽垒砌焊"
    "吊推捕捞打收盯劝缝补捐赠赶让腌煮炸拔割刨锯磨抄画刻刷]|发动|招引"
    "|开(?=[\\d一两二三四五六七八九十])|排(?!水)|运(?![输营行管])|拖(?!拉)|退(?![休役伍])"
    "|放(?![射映疗])|贷(?!款)|交(?!通|警)|种(?![子粮])"
)
_THING = (
    "[台辆套处座家名株棵场间顶床件吨亩户人艘口眼盏块条根只头班车次批支个份本期篇所组桶袋箱片里米"
    "公千平立升斤万亿元百]"
)
_SO_MANY = f"(?:[\\d.]+[余多]?{_THING}|{_NUMERAL}+{_THING})"
_RESULT = "[给到出往进回走掉好清齐足通净满成入牢]"
_WAY = "(?:在[^，]{1,8}?|(?:免费|义务|全部|逐户|逐村|分批|轮流|各|每[天日周月年]|连夜|就近|另|再))?"
# 调8台旋耕机, 送戏下乡30场, 拖走僵尸车, 把203路公交绕到市民中心, 给五保户免费看病, 派人守着闸门
# trap: 县医院放射科3名医生, 交通局现有12座桥, 把安全放在首位: no act
_ACT = (
    f"{_WAY}(?:(?:{_VERB})(?:[一-鿿]{{0,8}}?(?<![的有共]){_SO_MANY}|{_RESULT}[一-鿿]{{2}})"
    "|把(?![^，]*[做抓作摆放为握当])[^，]{4}|将[^，]{2,16}(?:到|给|入|成|进|往)[^，]"
    "|给(?!予)[^，的]{4}|给予[^，]{0,6}\\d|派[人员车船])"
)
_OPENS_ACT = re.compile(_ACT)
_BODY_ACTS = re.compile(f"(?<={phrases.BODY_LAST.pattern}){_ACT}")
# 连年亏损, 两宗资产, 为县交通局, 旁的平交道口, 邓某、夏某: how things are, and no act
_IS_SO = re.compile(
    f"[的、（：，。；\\d]|{alternation('state_opens')}|{_NUMERAL}+[名家个项处座人户宗件条]|[^，]{{1,4}}、"
    "|为[^，]{1,14}(?:人|单位|组长|主体|企业|机构|项目|[局委办厅部院司府镇乡])$|[^，]{0,3}[工职]作"
)
_TELLS_SO = re.compile(
    f"{alternation('state_tells')}|(?:经费|资金|费用|款项|投资)[^，]{{0,3}}\\d"
    "|(?:问题|情况|工作|项目)$"
)
_SHORTEST, _LONGEST = 4, 48


def opens_plain_act(words: str, start: int, end: int) -> bool:
    """Whether what stands right behind a body is an act."""
    return _OPENS_ACT.match(words, start, end) is not None


def acts_plainly(words: str, start: int, end: int) -> bool:
    """Whether an act stands anywhere behind what may be a body."""
    return _BODY_ACTS.search(words, start, end) is not None


def may_act(words: str, start: int, end: int) -> bool:
    """Whether what stands right behind a body may be an act: it tells of no state of things."""
    return (
        _SHORTEST <= end - start <= _LONGEST
        and not _IS_SO.match(words, start, end)
        and not phrases.MANNER.match(words, start, end)
        and not _TELLS_SO.search(words, start, end)
    )
