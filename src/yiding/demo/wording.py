"""What people write along the way, from ``words.toml``, and the proof that they file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from random import Random

from yiding.demo.city import linhu
from yiding.demo.seeds import MatterSeed

_SITE = "https://www.linhu.example/zwgk/"
# 代字 of the document numbers that some units issue under
_PREFIXES = {
    "市发改委": "临发改", "市教育局": "临教", "市财政局": "临财", "市住建局": "临住建",
    "市水务局": "临水", "市应急局": "临应急", "市公安局": "临公", "市司法局": "临司",
    "市卫健委": "临卫健", "市市场监管局": "临市监", "市自然资源局": "临自然资", "市交通局": "临交",
    "市生态环境局": "临环", "市人社局": "临人社", "市城管局": "临城管", "市民政局": "临民",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proof:
    """佐证: the fields of one piece of evidence."""

    kind: str
    title: str
    dated_on: date
    issuer: str
    document_number: str = ""
    link: str = ""
    witness: str = ""

    def fields(self) -> dict[str, object]:
        """As the form takes them; what is empty is left out."""
        filled = {
            "evidence_kind": self.kind,
            "evidence_title": self.title,
            "dated_on": self.dated_on,
            "issuer": self.issuer,
            "document_number": self.document_number,
            "link": self.link,
            "witness": self.witness,
        }
        return {name: value for name, value in filled.items() if value}


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, list[str]]]:
    text = files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def said(topic: str, key: str, rng: Random, *, act: str = "", day: date | None = None) -> str:
    """A sentence on a topic, its slots filled."""
    sentence = rng.choice(_words()[topic][key])
    low = rng.randint(2, 12)
    return sentence.format(
        act=_short(act),
        n=rng.randint(low + 1, 36),
        m=low,
        p=rng.randint(18, 92),
        month=(day.month % 12 + 1) if day else 12,
    )


def reasons(topic: str) -> tuple[str, ...]:
    """The keys a topic has, such as the reason codes of a send-back."""
    return tuple(_words()[topic])


def proof_of(matter: MatterSeed, unit: str, day: date, rng: Random) -> Proof:
    """What a unit files for the closing test of a matter, dated on a day."""
    closing, act = matter.closing_kind, matter.action
    if closing == "issue":
        return _issued(unit, day, rng)
    if closing == "submit":
        body = matter.closing_to or "市委常委会"
        number = f"{body}{day.year}年第{rng.randint(3, 40)}次会议"
        return Proof("meeting_decision", f"{body}审议意见", day, body, document_number=number)
    if closing == "report":
        number = f"收文〔{day.year}〕{rng.randint(100, 3200)}号"
        return Proof("receipt", f"关于“{_short(act)}”的报告收文回执", day, "市政府办公室", number)
    return _delivered(act, unit, day, rng)


def _issued(unit: str, day: date, rng: Random) -> Proof:
    prefix = rng.choice(("临政办发", "临政发", _PREFIXES.get(unit, "临政办发")))
    number = f"{prefix}〔{day.year}〕{rng.randint(3, 96)}号"
    link = f"{_SITE}{day:%Y%m}/{rng.randint(100000, 999999)}.html"
    return Proof("issued_document", f"{number}文件", day, unit, number, link)


def _delivered(act: str, unit: str, day: date, rng: Random) -> Proof:
    kind = rng.choice(("record", "record", "record", "public_notice", "witnessed"))
    if kind == "public_notice":
        link = f"{_SITE}{day:%Y%m}/{rng.randint(100000, 999999)}.html"
        return Proof(kind, f"关于“{_short(act)}”完成情况的公示", day, unit, link=link)
    if kind == "witnessed":
        witness = rng.choice(_people_outside(unit, day))
        return Proof(kind, f"“{_short(act)}”现场见证说明", day, unit, witness=witness)
    number = f"验〔{day.year}〕{rng.randint(10, 480)}号"
    return Proof(kind, f"“{_short(act)}”验收（交付）记录", day, unit, number)


def _people_outside(unit: str, day: date) -> list[str]:
    """A witness is never of the unit that files."""
    return [post.person for post in linhu().holders("liaison", day) if post.unit != unit]


def _short(act: str) -> str:
    """The act in at most twenty characters, cut at a comma where one comes early enough."""
    pieces = act.split("，")
    head = pieces[-1] if len(pieces[0]) > 20 else pieces[0]
    return head if len(head) <= 20 else f"{head[:19]}…"
