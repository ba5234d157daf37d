"""Rules of inspection bodies 检测机构: grade against class, licence, people, projects."""

from __future__ import annotations

from datetime import date

from yiding.dates.calendar import add_months
from yiding.ledgers.lightning.strikes import told
from yiding.rules import Amounts, Answer, Entry, Fields, Term, Values, known, rule
from yiding.rules.answers import breached, by_day, computed, met
from yiding.rules.finding import Verdict

GRADES, CONDITIONS = "lightning-order-38:grades", "lightning-order-38:conditions"


@rule(
    cites=GRADES,
    kind="inspection",
    needs=["body_grade", "lightning_class"],
    dated_by="inspected_on",
    english="The grade of the body covers the class of the building",
)
def grade_covers_class(inspection: Fields, values: Values) -> Term:
    """检测机构的资质等级可以检测该类建筑物。"""
    covers = values.grade_covers[inspection.body_grade, inspection.lightning_class]
    is_told = known(inspection.body_grade) | known(inspection.lightning_class)
    is_classed = ~known(inspection.lightning_class) | (inspection.lightning_class != "none")
    is_shared = known(inspection.body_grade) | known(inspection.body) | known(inspection.licence_no)
    return (covers == "yes").where(is_told & is_classed & is_shared)


@rule(
    cites="meteorological-disasters-regulation:24",
    kind="inspection",
    dated_by="inspected_on",
    english="The body's licence had not run out on the day",
)
def licensed_on_the_day(inspection: Fields, _: Values) -> Term:
    """检测当天检测机构的资质在有效期内。"""
    is_told = known(inspection.licence_valid_to) & known(inspection.inspected_on)
    return (inspection.inspected_on <= inspection.licence_valid_to).where(is_told)


@rule(
    cites="meteorological-disasters-regulation:24",
    kind="inspection",
    needs=["has_joint_licence"],
    dated_by="inspected_on",
    english="Power and telecom devices are inspected with the joint licence",
)
def joint_licence_held(inspection: Fields, _: Values) -> Term:
    """电力、通信防雷装置由取得共同认定资质的机构检测。"""
    is_category = known(inspection.category) & (
        (inspection.category == "power") | (inspection.category == "telecom")
    )
    return inspection.has_joint_licence.where(told(inspection.is_power_telecom) | is_category)


@rule(
    cites="meteorological-disasters-regulation:45",
    kind="inspection",
    dated_by="inspected_on",
    sequence=True,
    english="What inspecting without or beyond a licence costs",
)
def fine_for_inspecting(inspection: Entry, amounts: Amounts, _: date) -> Answer | None:
    """无资质或者超资质检测的罚款幅度。"""
    covers = _covers(inspection, amounts)
    is_late = _is_late(inspection)
    is_alone = inspection.is_power_telecom is True and inspection.has_joint_licence is False
    if covers != "no" and not is_late and not is_alone:
        return None
    low, high = amounts["fine", "works", "from"], amounts["fine", "works", "to"]
    label = "超资质检测" if covers == "no" else "无资质检测"
    return computed(f"{low:f}-{high:f}", label, "元")


def _covers(inspection: Entry, amounts: Amounts) -> str | None:
    found: str | None = amounts["grade_covers", inspection.body_grade, inspection.lightning_class]
    return found


def _is_late(inspection: Entry) -> bool:
    day, last = inspection.inspected_on, inspection.licence_valid_to
    return day is not None and last is not None and day > last


@rule(
    cites="lightning-order-38:validity",
    kind="inspection_body",
    sequence=True,
    english="The licence has not run out",
)
def licence_in_force(body: Entry, amounts: Amounts, on: date) -> Answer | None:
    """检测机构的资质在有效期内。"""
    if body.licence_valid_to is None and body.issued_on is None:
        return None
    last = body.licence_valid_to or add_months(body.issued_on, int(amounts["licence_months"]))
    answer = by_day(last, None, on)
    if answer.verdict == Verdict.OVERDUE:
        return answer
    return Answer(Verdict.MET, due_on=last)


@rule(
    cites="lightning-order-38:validity",
    kind="inspection_body",
    dated_by="issued_on",
    sequence=True,
    english="The licence is given for five years",
)
def licence_term_right(body: Entry, amounts: Amounts, _: date) -> Answer | None:
    """资质证的有效期不超过五年。"""
    if body.licence_valid_to is None or body.issued_on is None:
        return None
    last = add_months(body.issued_on, int(amounts["licence_months"]))
    given = body.licence_valid_to.isoformat()
    if body.licence_valid_to <= last:
        return met(given, last.isoformat())
    return breached(given, last.isoformat(), label="有效期过长")


@rule(
    cites=CONDITIONS,
    kind="inspection_body",
    needs=["body_grade"],
    english="Enough people with a senior title",
)
def senior_titles_enough(body: Fields, values: Values) -> Term:
    """高级职称人数不少于本级条件。"""
    least = values.body_condition["senior", body.body_grade]
    return (body.senior_titles >= least).where(known(body.senior_titles))


@rule(
    cites=CONDITIONS,
    kind="inspection_body",
    needs=["body_grade"],
    english="Enough people with a mid-level title",
)
def mid_titles_enough(body: Fields, values: Values) -> Term:
    """中级职称人数不少于本级条件。"""
    least = values.body_condition["mid", body.body_grade]
    return (body.mid_titles >= least).where(known(body.mid_titles))


@rule(
    cites=CONDITIONS,
    kind="inspection_body",
    needs=["body_grade"],
    english="The technical head has inspected long enough",
)
def head_long_enough(body: Fields, values: Values) -> Term:
    """技术负责人从事检测的年限不少于本级条件。"""
    least = values.body_condition["years", body.body_grade]
    return (body.head_years >= least).where(known(body.head_years))


@rule(
    cites=CONDITIONS,
    kind="inspection_body",
    needs=["body_grade"],
    english="The technical head of a grade A body has a senior title",
)
def head_is_senior(body: Fields, _: Values) -> Term:
    """甲级机构的技术负责人有高级职称。"""
    return (body.head_title == "senior").where(known(body.head_title) & _is_not_b(body))


@rule(
    cites=CONDITIONS,
    kind="inspection_body",
    needs=["body_grade"],
    english="A grade A body has done enough projects in three years",
)
def projects_enough(body: Fields, values: Values) -> Term:
    """甲级机构近三年项目数不少于条件。"""
    enough = body.projects_3_years >= values.body_condition["projects", "a"]
    return enough.where(known(body.projects_3_years) & _is_not_b(body))


@rule(
    cites=CONDITIONS,
    kind="inspection_body",
    needs=["body_grade"],
    english="Enough of a grade A body's work passes the provincial check",
)
def quality_passed(body: Fields, values: Values) -> Term:
    """甲级机构的质量考核合格率不低于条件。"""
    enough = body.quality_pass >= values.body_condition["quality", "a"]
    return enough.where(known(body.quality_pass) & _is_not_b(body))


def _is_not_b(body: Fields) -> Term:
    return ~known(body.body_grade) | (body.body_grade != "b")
