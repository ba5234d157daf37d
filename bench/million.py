"""A million matters of a made-up city: ten years, two hundred units, sixty-four thousand open."""

# ruff: noqa: SIM905 - words in a row read better than in quotation marks
from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import connection

from bench.loading import execute, set_sequences, settle, tune, without_indexes, write_rows
from bench.passwords import PASSWORD
from yiding.followup.keeping import keep, stop_keeping
from yiding.followup.models import (
    Extension,
    Matter,
    MatterPeriod,
    Minutes,
    Part,
    Slip,
)
from yiding.registry.models import Account, Jurisdiction, Office, Person, Post, Unit
from yiding.registry.roles import Role

UNITS, LEADERS, YEARS, PAPERS = 200, 8, 10, 100

_PLACES = [f"{a}{b}" for a in "东西南北中上下新老大" for b in "洲桥河湾港山塘浦渡岭岸园"]
_THINGS = """
校车停靠点 加装电梯补助 公务用车更新 雷电监测站 应急取水口 停车泊位 岸线分区图 危旧桥梁
科研用房租金 食堂明厨 化工企业巡查 采伐许可档案 藻密度监测 融资协议 航道疏浚 弃土场选址
污水管网 老旧小区 口袋公园 河长制考核 安全评估 整改清单 信用修复 一网通办 惠企政策
人才公寓 产业基金 生物医药园区 冷链物流 智慧工地 农贸市场 养老床位 托育机构 学位供给
防汛物资 消防通道 电动自行车 噪声扰民 油烟治理 垃圾分类 再生水 海绵城市 地下管线 综合管廊
""".split()
_ACTS = """
修改完善后按程序印发实施 于月底前报市政府审定 抓紧组织验收并公布结果 会同有关部门提出方案
落实资金并按时拨付 逐项销号不留死角 建立长效机制 开展专项检查 完成设备安装调试 签订合作协议
公开征求社会意见 提请市委常委会审议 纳入年度考核 建成投用 完成立项审批 形成书面报告
""".split()


#: The newest papers are not all through.
_PAPER_STATES = {0: "reviewing", 1: "submitted", 2: "reviewing", 9: "superseded"}


@dataclass(frozen=True)
class Life:
    """How one matter went: its dates and its state."""

    held_on: date
    original: date
    due: date
    verified: date | None
    state: str


def load(count: int, today: date, say: Callable[[str], None]) -> None:
    """Fill an empty database."""
    chance = random.Random(2026)  # noqa: S311 - a made-up city, the same at every run
    say("registry")
    city, units, posts = _registry()
    tune()
    stop_keeping(connection)
    indexes = without_indexes()
    lives = [_life(chance, at, count, today) for at in range(count)]
    papers = _papers(city, lives, today)
    say("minutes")
    write_rows(Minutes, papers)
    say("matters")
    write_rows(Matter, _matters(chance, lives, (city, units, posts)))
    say("periods")
    write_rows(MatterPeriod, _periods(lives, city, units))
    say("parts, extensions, slips")
    write_rows(Part, _parts(chance, count, units))
    write_rows(Extension, _extensions(lives))
    write_rows(Slip, _slips(lives, city, units, today))
    set_sequences()
    say("indexes")
    execute(indexes)
    say("counts and the index of words")
    keep(connection)
    say("statistics")
    settle()


def _registry() -> tuple[Jurisdiction, list[Unit], list[Post]]:
    city = Jurisdiction.objects.create(code="329900", slug="linhu", name="临湖市")
    units = Unit.objects.bulk_create(
        Unit(
            jurisdiction=city,
            code=f"u{at:03}",
            name=f"临湖市第{at:03}局",
            short_name=f"第{at:03}局",
            position=at,
        )
        for at in range(UNITS)
    )
    people = Person.objects.bulk_create(
        Person(jurisdiction=city, name=f"领导{at}") for at in range(LEADERS)
    )
    posts = Post.objects.bulk_create(
        Post(person=one, jurisdiction=city, title="副市长", office=Office.VICE_MAYOR)
        for one in people
    )
    password = make_password(PASSWORD)
    desks: list[tuple[str, Role, Unit | None]] = [
        ("supervisor", Role.SUPERVISOR, None),
        ("secretary", Role.SECRETARY_GENERAL, None),
        ("mayor", Role.MAYOR, None),
        *((f"liaison-{unit.code}", Role.LIAISON, unit) for unit in units[:20]),
    ]
    Account.objects.bulk_create(
        Account(
            username=name, name=name, role=role, jurisdiction=city, unit=unit, password=password
        )
        for name, role, unit in desks
    )
    return city, list(units), list(posts)


def _life(chance: random.Random, at: int, count: int, today: date) -> Life:
    """Spread over the years in the order of their papers; the last are the most often open."""
    paper = at // PAPERS
    days = YEARS * 365
    held_on = today - timedelta(days=days - paper * days * PAPERS // count)
    original = held_on + timedelta(days=chance.randint(20, 300))
    is_extended = chance.random() < 0.15
    due = original + timedelta(days=chance.randint(15, 120)) if is_extended else original
    age = (today - held_on).days
    likely = 0.62 if age < 200 else 0.16 if age < 400 else 0.005
    if chance.random() < likely:
        state = chance.choices(("under_way", "assigned", "submitted", "objected"), (86, 4, 9, 1))[0]
        # few of the open are late: whoever is late for years has been looked after
        if due < today and chance.random() < 0.7:
            due = today + timedelta(days=chance.randint(0, 90))
        return Life(held_on, original, due, None, state)
    lag = timedelta(days=chance.randint(-25, 0) if chance.random() < 0.8 else chance.randint(1, 60))
    verified = min(max(due + lag, held_on + timedelta(days=5)), today)
    state = chance.choices(("closed", "archived", "standing", "verified"), (80, 14, 5, 1))[0]
    if state == "verified" and age > 200:
        state = "closed"
    return Life(held_on, original, due, verified if state != "standing" else None, state)


@cache
def _moment(day: date) -> datetime:
    """Ten in the morning, as both databases keep it: in UTC, and without saying so."""
    return datetime(day.year, day.month, day.day, 2)


def _papers(city: Jurisdiction, lives: list[Life], today: date) -> Iterator[dict[str, Any]]:
    for at in range(0, len(lives), PAPERS):
        held_on = lives[at].held_on
        number = at // PAPERS + 1
        text = "。".join(_words(one)[0] for one in range(at, min(at + PAPERS // 3, len(lives))))
        yield {
            "id": number,
            "jurisdiction_id": city.pk,
            "address": f"linhu-{held_on.year}-{number}",
            "edition": 1,
            "state": _PAPER_STATES.get(len(lives) // PAPERS - number, "issued"),
            "version": 1,
            "title": "临湖市人民政府常务会议纪要",
            "number": f"〔{held_on.year}〕{number}号",
            "kind": "minutes",
            "held_on": held_on,
            "printed_on": min(held_on + timedelta(days=9), today),
            "text": text,
            "reading": "{}",
            "accounting": "[]",
            "imported_at": _moment(held_on),
            "imported_by_id": 1,
        }


def _words(at: int) -> tuple[str, str]:
    """Action and sentence of a matter: the same for the same number."""
    mixed = at * 2_654_435_761 & 0xFFFF_FFFF
    place = _PLACES[mixed % len(_PLACES)]
    thing = _THINGS[(mixed >> 8) % len(_THINGS)]
    act = _ACTS[(mixed >> 16) % len(_ACTS)]
    action = f"{place}{thing}{act}"
    return action, f"由第{at % UNITS:03}局牵头，会同有关单位，就{action}，第{at}件。"


def _matters(
    chance: random.Random,
    lives: list[Life],
    of: tuple[Jurisdiction, list[Unit], list[Post]],
) -> Iterator[dict[str, Any]]:
    city, units, posts = of
    next_report = lives[-1].held_on + timedelta(days=20)
    for at, life in enumerate(lives):
        action, quote = _words(at)
        paper, place = divmod(at, PAPERS)
        is_open = life.verified is None and life.state not in {"standing"}
        report_due = life.held_on + timedelta(days=30)
        reported = chance.random() < 0.93
        signed = _moment(life.held_on + timedelta(days=12))
        yield {
            "id": at + 1,
            "jurisdiction_id": city.pk,
            "address": f"linhu-{lives[paper * PAPERS].held_on.year}-{paper + 1}"
            f":{place // 10 + 1}.{place % 10 + 1}.1",
            "minutes_id": paper + 1,
            "version": 4,
            "item": place // 10 + 1,
            "position": place,
            "start": 0,
            "end": 20,
            "action": action,
            "quote": quote,
            "lead_id": units[at % UNITS].pk,
            "leader_id": posts[at % LEADERS].pk,
            "is_major": at % 20 == 0,
            "modality": "shall",
            "closing_kind": ("issue", "deliver", "report", "submit")[at % 4],
            "closing_to": "",
            "due_words": "月底前",
            "due_rule": "",
            "held_on": life.held_on,
            "state": life.state,
            "original_due_on": life.original,
            "due_on": life.due,
            "report_due_on": _report_due(life, next_report if reported else report_due),
            "verified_on": life.verified,
            "assigned_at": _moment(life.held_on + timedelta(days=10)),
            "signed_at": None if life.state in {"assigned", "objected"} else signed,
            "last_report_at": signed if life.state != "assigned" else None,
            "verified_at": _moment(life.verified) if life.verified else None,
            "closed_at": _moment(life.verified) if life.verified and not is_open else None,
            "state_before_review": "",
            "sent_back_count": int(at % 17 == 0),
            "extended_count": int(life.due != life.original),
            "reopened_count": 0,
        }


def _report_due(life: Life, day: date) -> date | None:
    return day if life.state == "under_way" else None


def _periods(lives: list[Life], city: Jurisdiction, units: list[Unit]) -> Iterator[dict[str, Any]]:
    key = 0
    for at, life in enumerate(lives):
        steps = [("assigned", 10), ("under_way", 12)]
        days = [(state, life.held_on + timedelta(days=after)) for state, after in steps]
        if life.state not in {"assigned", "under_way"}:
            days.append((life.state, life.verified or life.held_on + timedelta(days=30)))
        if life.state == "assigned":
            days = days[:1]
        for step, (state, day) in enumerate(days):
            key += 1
            yield {
                "id": key,
                "matter_id": at + 1,
                "jurisdiction_id": city.pk,
                "from_at": _moment(day),
                "until_at": _moment(days[step + 1][1]) if step + 1 < len(days) else None,
                "event": key,
                "state": state,
                "lead_id": units[at % UNITS].pk,
                "original_due_on": life.original,
                "due_on": life.due if step == len(days) - 1 else life.original,
                "verified_on": life.verified if step == len(days) - 1 else None,
            }


def _parts(chance: random.Random, count: int, units: list[Unit]) -> Iterator[dict[str, Any]]:
    for at in range(count):
        if chance.random() < 0.8:
            unit = units[(at + 1 + int(chance.random() * 50)) % UNITS]
            yield {
                "matter_id": at + 1,
                "unit_id": unit.pk,
                "state": "open" if chance.random() < 0.05 else "done",
                "words": "",
            }


def _extensions(lives: list[Life]) -> Iterator[dict[str, Any]]:
    for at, life in enumerate(lives):
        if life.due != life.original:
            yield {
                "matter_id": at + 1,
                "ordinal": 1,
                "due_before": life.original,
                "new_due_on": life.due,
                "reason": "外部条件没有具备",
                "progress": "已完成一半",
                "applied_by_id": 1,
                "applied_at": _moment(life.original),
                "decision": "pending" if life.state == "under_way" and at % 300 == 0 else "granted",
                "words": "",
                "decided_at": _moment(life.original),
            }


def _slips(
    lives: list[Life], city: Jurisdiction, units: list[Unit], today: date
) -> Iterator[dict[str, Any]]:
    for at, life in enumerate(lives):
        if life.verified is None and life.state == "under_way" and life.due < today:
            yield {
                "jurisdiction_id": city.pk,
                "address": f"linhu-slip-{at}",
                "matter_id": at + 1,
                "unit_id": units[at % UNITS].pk,
                "rung": "yellow",
                "year": today.year,
                "serial": at,
                "pack": "default",
                "trigger": "",
                "words": "请说明原因。",
                "issued_at": _moment(today),
                "issued_by_id": 1,
                "received_at": _moment(today),
                "answer": "",
                "withdrawal_reason": "",
                "version": 1,
            }
