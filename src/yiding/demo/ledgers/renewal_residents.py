"""老旧小区改造: what residents were asked, voted, read and think of it, and who keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from yiding.demo.ledgers.dates import day
from yiding.demo.ledgers.renewal_projects import Community, Works

Row = dict[str, Any]
_FIVE = ("决策共谋", "发展共建", "建设共管", "效果共评", "成果共享")
_CHOICES = ("停车", "排水", "加装电梯", "外墙", "道路", "电动自行车充电")
#: Of last year's communities, those without a way of management, without a fund, not handed over.
_UNMANAGED, _WITHOUT_FUND, _NOT_HANDED = {2, 7}, {2, 5}, {9}


class Residents:
    """Surveys, votes, notices, satisfaction and handovers of the communities of the works."""

    def __init__(self, works: Works, seed: int) -> None:
        self._works, self._seed = works, seed

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Everything; what came about later than a day says so by ``_since``."""
        rng = Random(f"renewal residents {self._seed}")  # noqa: S311
        for one in self._works.communities:
            yield "will_survey", self._survey(one, rng)
            if one.cohort != "next":
                yield "owner_vote", self._vote(one, rng)
                yield "notice", self._notice(one, rng)
            if "acceptance_date" in one.days:
                yield "satisfaction", self._satisfaction(one, rng)
                yield from self._handover(one)
        yield from self._lift_votes(rng)

    def _today(self, back: int) -> date:
        return day(self._works.today, back)

    def _survey(self, one: Community, rng: Random) -> Row:
        households = one.row["households"]
        answered = round(households * rng.uniform(0.66, 0.95))
        agree = round(answered * rng.uniform(0.78, 0.97))
        begun = one.days.get("planned_start", self._works.today)
        since = begun - timedelta(days=60 if one.cohort != "next" else 20)
        wanted = rng.sample(_CHOICES, 4)
        choices = [{"choice": name, "households": round(answered * rng.uniform(0.1, 0.7))}
                   for name in wanted]  # fmt: skip
        return {"id": f"YY-{one.row['id']}", "community": one.name, "topic": "愿不愿改、先改什么",
                "asked": households, "answered": answered, "agree": agree,
                "surveyed_on": since, "choices": choices, "_since": since}  # fmt: skip

    def _vote(self, one: Community, rng: Random) -> Row:
        """A vote on rebuilding, or on the fund; some fail by few, one took place without heads."""
        area, heads = one.row["floor_area"], one.row["households"]
        part = rng.uniform(0.69, 0.88) if one.at % 8 != 5 else 0.64
        yes = rng.uniform(0.79, 0.95) if one.at % 6 != 4 else 0.73
        voted = one.days["planned_start"] - timedelta(days=30)
        row: Row = {
            "id": f"BJ-{one.row['id']}",
            "community": one.name,
            "matter_no": "6" if one.at % 5 == 2 else "7",
            "voted_on": voted,
            "_since": voted,
            "total_area": area,
            "total_heads": heads,
            "part_area": round(area * part),
            "part_heads": round(heads * part),
            "yes_area": round(area * part * yes),
            "yes_heads": round(heads * part * yes),
            "abstain_rule": "弃权不计入同意",
        }
        return {**row, "yes_heads": None} if one.at == 7 else row

    def _lift_votes(self, rng: Random) -> Iterator[tuple[str, Row]]:
        for lift in self._works.lifts():
            if lift["vote"]:
                yield "owner_vote", self._lift_vote(lift, rng)

    def _lift_vote(self, lift: Row, rng: Random) -> Row:
        heads = rng.randint(18, 30)
        part = rng.randint(heads * 3 // 4, heads)
        yes = part - rng.randint(0, part // 3)
        voted = lift["permit_on"] - timedelta(days=40)
        return {"id": lift["vote"], "community": lift["community"], "voted_on": voted,
                "matter": f"{lift['building']}{lift['unit']}加装电梯", "_since": voted,
                "total_area": heads * 78, "part_area": part * 78, "yes_area": yes * 78,
                "total_heads": heads, "part_heads": part, "yes_heads": yes}  # fmt: skip

    def _notice(self, one: Community, rng: Random) -> Row:
        posted = one.days["planned_start"] - timedelta(days=24)
        if one.cohort == "this" and one.at % 4 == 1:
            posted = self._today(-7 - one.at % 3)
        objections = rng.choice((0, 0, 1, 2, 4))
        answered = objections - (objections > 1 and one.at % 3 == 0)
        return {"id": f"GS-{one.row['id']}", "community": one.name, "about": "plan",
                "title": f"{one.name}改造方案公示", "posted_on": posted, "_since": posted,
                "text": "改造内容、资金来源、施工时间和联系人见公示栏。",
                "ends_on": posted + timedelta(days=10), "where": "小区公示栏",
                "objections": objections, "answered_objections": int(answered)}  # fmt: skip

    def _satisfaction(self, one: Community, rng: Random) -> Row:
        households = one.row["households"]
        answered = round(households * rng.uniform(0.4, 0.75))
        since = one.days["acceptance_date"] + timedelta(days=25)
        return {"id": f"MY-{one.row['id']}", "community": one.name, "asked": households,
                "answered": answered, "satisfied": round(answered * rng.uniform(0.84, 0.97)),
                "surveyed_on": since, "_since": since}  # fmt: skip

    def _handover(self, one: Community) -> Iterator[tuple[str, Row]]:
        if one.cohort == "last" and one.at in _NOT_HANDED:
            return
        since = one.days["acceptance_date"] + timedelta(days=18)
        is_last = one.cohort == "last"
        told: Row = {
            "id": f"YJ-{one.row['id']}",
            "community": one.name,
            "handover_record": f"移交单{one.row['id']}",
            "handed_over_on": since,
            "_since": since,
            "property_mode": "无" if is_last and one.at in _UNMANAGED else "专业物业",
            "fund_plan": None if is_last and one.at in _WITHOUT_FUND else "物业费中逐月续筹",
            "five_co": list(_FIVE[: 4 if one.at % 5 == 3 else 5]),
        }
        yield "handover", told
