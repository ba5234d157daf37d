"""The six parts: whatever is left out, exactly that is named, however the plan is written."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ledgers.inspections.trying import of, say, seeded

ON = date(2023, 6, 1)
PARTS = {
    "target_and_task": "目标和任务",
    "method_and_measure": "方法和措施",
    "money_and_material": "经费和物资",
    "body_and_people": "机构和人员",
    "time_limit_and_demand": "时限和要求",
    "safety_measures_and_emergency_plan": "安全措施和应急预案",
}
LEFT_OUT = st.sets(st.sampled_from(list(PARTS)))


@seeded
@given(LEFT_OUT)
def test_exactly_the_parts_left_out_are_named(left_out: set[str]) -> None:
    """As flags, as texts, as a list of names, in the hazard or in an entry of its own."""
    wanted = [term for name, term in PARTS.items() if name in left_out]
    flags = {name: name not in left_out for name in PARTS}
    texts = {name: "见方案" for name in PARTS if name not in left_out} | {"of": "YH-1"}
    names = [term for name, term in PARTS.items() if name not in left_out]
    ways = [
        [of("plan6", **flags)],
        [of("hazard", level="重大", plan=flags)],
        [of("hazard", level="重大", **flags)],
        [of("hazard", level="1", plan_parts=names)],
        [of("hazard", "YH-1", level="major"), of("plan6", "F", **texts)],
    ]
    for entries in ways:
        found = say("plan-complete", entries, ON)
        assert found
        assert found["missing"] == wanted
        assert found["verdict"] == ("breached" if wanted else "met")


def test_a_general_hazard_needs_no_plan() -> None:
    """The six parts are for major hazards only."""
    assert say("plan-complete", [of("hazard", level="0", plan_parts=[])], ON) is None
