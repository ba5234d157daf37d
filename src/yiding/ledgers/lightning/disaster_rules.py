"""Rules of disasters 雷电灾害调查: the report's clock, the team, who investigates."""

from __future__ import annotations

from datetime import date

from yiding.dates import UnknownCalendarYear, add_working_days
from yiding.rules import Amounts, Answer, Entry, Fields, Reason, Term, Values, known, rule
from yiding.rules.answers import by_day, undetermined

TEAM = "lightning-disaster-2013:team"


@rule(
    cites="lightning-disaster-2013:report",
    kind="disaster",
    dated_by="team_formed_on",
    sequence=True,
    english="The report comes in time after the team was formed",
)
def investigation_reported(disaster: Entry, amounts: Amounts, on: date) -> Answer | None:
    """调查报告在调查组成立后规定的工作日内提交，技术鉴定时间不计。"""
    if disaster.team_formed_on is None:
        return undetermined(Reason.NO_DATA, ("team_formed_on",)) if disaster.reported_on else None
    if disaster.grade is None:
        return undetermined(Reason.NO_DATA, ("grade",))
    days = int(amounts["report_days", disaster.grade] + (disaster.appraisal_days or 0))
    try:
        last = add_working_days(disaster.team_formed_on, days)
    except UnknownCalendarYear:
        note, note_en = "这一年的放假安排还没有公布", "the calendar of that year is not out"
        return undetermined(Reason.NO_DATA, note=note, note_en=note_en)
    return by_day(last, disaster.reported_on, on)


@rule(
    cites=TEAM,
    kind="disaster",
    dated_by="team_formed_on",
    english="The team is large enough",
)
def team_large_enough(disaster: Fields, values: Values) -> Term:
    """调查组人数不少于规定。"""
    return (disaster.team_size >= values.team["whole_team"]).where(known(disaster.team_size))


@rule(
    cites=TEAM,
    kind="disaster",
    dated_by="team_formed_on",
    english="Enough of the team are on site",
)
def enough_on_site(disaster: Fields, values: Values) -> Term:
    """现场调查人数不少于规定。"""
    return (disaster.on_site_count >= values.team["on_site"]).where(known(disaster.on_site_count))


@rule(
    cites="lightning-disaster-2013:levels",
    kind="disaster",
    needs=["grade"],
    dated_by="team_formed_on",
    english="The level that investigates is the grade's",
)
def investigated_by_its_level(disaster: Fields, values: Values) -> Term:
    """特大、重大由省级调查，较大、一般由市、县级调查。"""
    is_province = disaster.investigated_by == "province"
    wants = values.investigator[disaster.grade] == "province"
    return (is_province == wants).where(known(disaster.investigated_by))


@rule(
    cites="qxt-103-2017:grades",
    kind="disaster",
    dated_by="occurred_at",
    sequence=True,
    english="The grade of a disaster from its losses: bounds not checked",
)
def grade_to_confirm(disaster: Entry, _: Amounts, __: date) -> Answer | None:
    """雷电灾害等级按伤亡和损失划分。"""
    if disaster.grade is not None:
        return None
    note, note_en = (
        "等级界限没有核到，请按标准认定等级",
        "the bounds were not checked: state the grade",
    )
    return undetermined(Reason.UNCONFIRMED, ("grade",), note=note, note_en=note_en)
