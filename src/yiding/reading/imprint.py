"""The imprint: the line that says which office printed or compiled the paper, and when."""

from __future__ import annotations

import re

_DAY = "(?:\\d{4}|[二〇○零Oo一三四五六七八九]{4}|[xX×*]{2,4})[ \u3000]*年[^，。：；年]{2,10}日"
_NUMBER = "(?:〔\\d{4}〕第?\\d{1,4}[号期])"
_COPIES = "（?共?印[ \u3000]*(?:\\d+|[xX×]+)[ \u3000]*份）?"
# 苏州市人民政府办公室　2019年11月27日印发; a number or 共印60份 may stand in or after it
PRINTED = re.compile(
    f"(?P<by>[^，。：；〔\\d]{{2,30}}?)??[ \u3000\t\n]*{_NUMBER}?[ \u3000\t]*(?P<on>{_DAY})"
    f"[ \u3000]*(?:印发|印制|印刷|印)(?=[。]?[ \u3000]*(?:{_NUMBER}|{_COPIES})?[ \u3000]*$)"
)
# What ends a list of receivers or a roll: an imprint, 整理, the mark of disclosure, 共印.
_STARTS = re.compile(
    "（?(?:此件|[校院局厂]内公开|系统内公开|不予公开|依申请|主动公开|信息公开|公开[属方类]|共印"
    "|印[ \u3000]*\\d+份|共\\d+份|联系人)|校对：|签发：|附件"
)
_ENDS = re.compile(
    f"[^，。；]{{0,60}}(?:印发|印制|整理|印)）?$|.*?整理[ \u3000]*{_DAY}$"
    f"|.*?{_DAY}[ \u3000]*印(?:发|制)?[。]?[ \u3000]*(?:$|[〔（共])",
    re.DOTALL,
)
_DATED = re.compile(_DAY)
_OFFICE = re.compile(
    "[^，。；：、\\d]{2,26}(?:办公室|办公厅|秘书处|综合科|局|委员会|委|政府|公司|管委会|指挥部|院)$"
)
_OFFICE_LAST = frozenset("室厅处科局会委府司部院")


def is_imprint(words: str) -> bool:
    """Whether a line is an imprint, or another mark that ends the lists of the tail."""
    if _STARTS.match(words):
        return True
    return ("印" in words or "整理" in words) and bool(_ENDS.match(words))


def opens_imprint(words: str, below: str) -> bool:
    """Whether a line is an imprint, or the office above a line with the day it printed on."""
    if is_imprint(words):
        return True
    return is_office(words) and bool(below) and (is_imprint(below) or bool(_DATED.fullmatch(below)))


def is_office(words: str) -> bool:
    """Whether a line is the name of one office alone, as above the day it printed on."""
    return words[-1:] in _OFFICE_LAST and len(words) < 30 and bool(_OFFICE.fullmatch(words))
