"""One rule each under its citation."""

from __future__ import annotations

from yiding.rules import Fields, Term, Values, rule


@rule(
    cites="ndrc-2014-2674:annex-1",
    kind="office",
    needs=["area_m2", "level", "rank"],
    english="The office is within the area limit of its rank",
)
def area_within_limit(office: Fields, values: Values) -> Term:
    """办公室使用面积不超过本级别限值。"""
    return office.area_m2 <= values.office_area[office.level, office.rank]
