"""Openers: what a line opens, by its first words 行首标记.

A numbered point, a roll, a list of receivers, a field of a form, words of the meeting, a date.
"""

from __future__ import annotations

import re

from yiding.reading.phrases import NO_DECIMAL

_GAP = "[ \u3000]*"
_WIDE = f"(?:{_GAP}[：\t]|\u3000|[ \u3000]{{2,}})"
# 出席： 列 席： 应邀列席人员： 参会人员： 缺席　李明, with a colon or a wide space after the label
_ROLL = (
    f"(?:应{_GAP}邀|特{_GAP}邀|因[公事病]|会议)?(?:出{_GAP}席|列{_GAP}席|缺{_GAP}席|(?:列席)?请{_GAP}假"
    f"|参{_GAP}[加会]|旁{_GAP}听|特{_GAP}邀(?=人员|嘉宾|专家|：)|未?(?:与会|到会))(?:会议)?的?"
    f"(?:单位[及和](?=人)|部门[及和](?=人))?"
    f"(?:人{_GAP}员|单{_GAP}位|领{_GAP}导|情{_GAP}况|同志|人|代表|嘉宾|专家|部门|有)?(?:名单)?{_WIDE}"
)
# 出席 李 靖 薛江峰, 列席 县人大 杨贵强: only names behind the label
_ROLL_PLAIN = (
    f"(?:出{_GAP}席|列{_GAP}席|缺{_GAP}席|请{_GAP}假) (?=[一-鿿]{{1,9}}(?: [一-鿿]{{1,4}})+$)"
)
_RECORD = (
    f"(?:会议)?记{_GAP}录{_GAP}(?:整{_GAP}理{_GAP})?(?:人员?|员)?{_WIDE}|整{_GAP}理{_GAP}人?："
)
_SEND = (
    f"(?:分{_GAP}[送发]|主{_GAP}送|抄{_GAP}[送报发]|发{_GAP}[送至]|印{_GAP}[送发]|报{_GAP}送"
    f"|本期[分发报送]{{1,2}}|呈{_GAP}[报送]|报、送|送、发|报|送|发){_GAP}："
)
# 时间： 会议地点： 主 持 人：
_FORM = (
    f"(?:会议|直播)?(?:时{_GAP}间|地{_GAP}点|名{_GAP}称|议{_GAP}题|主{_GAP}持(?:{_GAP}人)?|内{_GAP}容"
    f"|纪{_GAP}要|议{_GAP}程|主{_GAP}题){_GAP}[：\t]"
    f"|(?:会{_GAP}议{_GAP})?(?:时{_GAP}间|地{_GAP}点|主{_GAP}持{_GAP}人)(?:\u3000|[ \u3000]{{2,}})"
    "|会议(?:时间|地点|议题|内容|主题|名称)$"
)
# 二〇一九年十一月五日, alone on its line; a damaged copy has xx年, or 2018820日
_DAY = r"(?:(?:\d{4}|[二〇○零一三四五六七八九Oo]{4}|[xX×]{2,4})年[^，。]{2,8}|20\d{4,6})日$"
# 一、 议题一： （一） 1. （1） 第一条 出席： 分送： 会议… 9：05, and a date alone on its line
_OPENER = re.compile(
    r"(?P<one>[一二三四五六七八九十]{1,3} ?[、.]|议题[一二三四五六七八九十\d]{1,2}(?:[：、.]|$)"
    r"|第[一二三四五六七八九十]{1,2}[项个](?:议题|事项)[：、])"
    r"|(?P<two>（ ?[一二三四五六七八九十]{1,3} ?）、?)"
    rf"|(?P<three>\d{{1,2}} ?(?:、|\.{NO_DECIMAL}))"
    r"|(?P<four>（ ?\d{1,2} ?）|[①-⑳]|\d{1,2}）)"
    r"|(?P<article>第[一二三四五六七八九十百]+[条章节])"
    rf"|(?P<roll>{_ROLL}|(?:出席|列席)(?:情况|人员)$|{_ROLL_PLAIN})|(?P<record>{_RECORD})|(?P<send>{_SEND})|(?P<form>{_FORM})"
    r"|(?P<meeting>会议|现将|现纪要|现就|纪要如下|本次会议|与会)"
    r"|(?P<clock>〔?\d{1,2}：\d{2}〕?)"
    rf"|(?P<day>{_DAY})"
)
OPENER_FIRST = frozenset(
    "0123456789（①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十〇○零Oo第〔xX×"
    "应特因会出列缺请参旁未与到记整分主抄发印报本呈送时地名议内现纪直"
)


def opener_of(words: str) -> tuple[str, int]:
    """What these words open (one, two, roll, send …, or nothing) and how long the mark is."""
    if words[:1] not in OPENER_FIRST:
        return "", 0
    match = _OPENER.match(words)
    return (match.lastgroup or "", match.end()) if match else ("", 0)
