"""How an item opens: the verdict on a paper or a report, and who takes the next step."""

from __future__ import annotations

import re
from random import Random

from yiding.demo.agenda import AgendaSubject
from yiding.demo.slots import Draw

_VERSION = re.compile(
    r"（(?:送审稿|审议稿|草案|修订草案|修订稿|征求意见稿)）(?=》|$)|(?<=[则法])（修订）(?=》)"
)
_SHORT = re.compile(r"(办法|方案|细则|意见|条例|计划|规划|措施|规范|目录)(?:（[^）]*）)?》")
_REVIEW = "根据本次会议讨论意见作进一步修改完善后"
# the wordings of each opening; {T} the paper, {S} its short name, {U} who brought it
_OPENINGS = {
    "印发": (
        "原则同意{T}{S}。由{U}" + _REVIEW + "，于{近}按程序印发实施。",
        "会议审议并原则通过{T}，由{U}按会议精神修改完善后，{近}以市政府办公室名义印发。",
        "会议审议通过{T}{S}，由{U}按程序于{近}印发实施。",
        "原则同意{T}。由{U}作进一步修改，经市司法局合法性审核后，于{近}印发实施。",
        "会议原则同意{T}{S}。由{U}" + _REVIEW + "按程序印发实施。",
    ),
    "发布": (
        "原则同意{T}{S}。由{U}" + _REVIEW + "，按程序发布实施。",
        "会议审议通过{T}，由{U}{近}按程序向社会公布施行。",
        "会议原则同意{T}{S}，由{U}会同市司法局按会议意见修改后，于{近}发布实施。",
    ),
    "常委会": (
        "原则同意{T}{S}。由{U}" + _REVIEW + "，提请市委常委会审议。",
        "会议原则同意{T}，由{U}" + _REVIEW + "，{近}提请市委常委会审议。",
    ),
    "同意案": (
        "会议原则同意{T}。",
        "会议审议并原则通过{T}。",
    ),
    "同意": (
        "原则同意{U}提出的方案。",
        "会议原则同意{U}提出的工作方案。",
        "会议同意{U}提出的实施方案。",
        "会议听取了{U}的汇报，原则同意所提方案。",
    ),
    "听取": (
        "会议听取了{U}关于{T}的汇报。",
        "会议听取了{U}的汇报，对前一阶段工作予以肯定。",
        "会议听取了{U}关于{T}的汇报，原则同意下一步工作安排。",
        "会议听取了{U}的汇报。",
    ),
    "传达": (
        "会议传达学习了{T}。",
        "会议传达学习了{T}，研究我市贯彻落实意见。",
    ),
}


def opened(clause: str, subject: AgendaSubject, title: str, draw: Draw, rng: Random) -> str:
    """The first clause with its macro (``@印发`` …) written out as a verdict."""
    if not clause.startswith("@"):
        return draw.fill(clause)
    macro, _, rest = clause[1:].partition(" ")
    wording = rng.choice(_OPENINGS[macro])
    words = {"{T}": plain_title(title), "{S}": _short_name(title), "{U}": draw.fill(subject.unit)}
    for slot, value in words.items():
        wording = wording.replace(slot, value)
    return draw.fill(wording) + draw.fill(rest)


def plain_title(title: str) -> str:
    """The title as a verdict words it: without 送审稿, 草案 and the like."""
    return _VERSION.sub("", title)


def outcome(verdict: str) -> str:
    """The outcome the minutes will be read to have for an item, in the words of the reading."""
    if "暂缓" in verdict:
        return "deferred"
    if re.search("原则(?:同意|通过)", verdict):
        return "approved_in_principle"
    if verdict.startswith("会议明确"):
        return "decided"
    return "approved" if re.search("审议通过|会议同意", verdict) else "heard"


def _short_name(title: str) -> str:
    found = _SHORT.search(title)
    return f"（以下简称《{found[1]}》）" if found else ""
