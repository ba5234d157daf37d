"""What has to be there before each verb, and the fields a person would fill in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from world import World, evidence, moment
from yiding.followup.models import Conclusion, Evidence, Extension, Matter, Minutes, Part
from yiding.registry.roles import Role

#: The day every verb of the table is tried on.
DAY = date(2026, 5, 12)


def matter_in(world: World, state: str) -> Matter:
    """A matter in a state, with all that any verb could want already there."""
    recently = moment(DAY - timedelta(days=2))
    matter = world.matter(
        state=state,
        assigned_at=recently,
        signed_at=recently,
        concluded_at=recently,
        submitted_by=world["unit_head@finance"],
        verified_by=world["supervisor2"],
        state_before_review="closed",
        review_on=date(2026, 12, 31),
        leader=world.leader_post,
    )
    Evidence.objects.create(
        matter=matter,
        kind=Evidence.Kind.ISSUED_DOCUMENT,
        title="方案",
        document_number="临政办发〔2026〕12号",
        dated_on=date(2026, 4, 20),
        submitted_by=world["liaison@water"],
        submitted_at=recently,
        verdict=Evidence.Verdict.ACCEPTED,
    )
    return matter


def prepare(world: World, matter: Matter, verb: str, role: str) -> None:
    """What one verb wants and another does not."""
    if verb in {"complete_part", "excuse_part"}:
        Part.objects.create(matter=matter, unit=world.units["water"])
    if verb == "decide_extension":
        Extension.objects.create(
            matter=matter,
            ordinal=1,
            due_before=matter.due_on,
            new_due_on=date(2026, 8, 31),
            reason="汛期停工",
            progress="八成",
            applied_by=world["liaison@water"],
            applied_at=moment(DAY),
        )
    if verb == "issue_slip":
        Matter.objects.filter(pk=matter.pk).update(due_on=DAY + timedelta(days=1))
    if verb == "sign" and role in {Role.SUPERVISOR, Role.SUPERVISION_DIRECTOR}:
        Matter.objects.filter(pk=matter.pk).update(assigned_at=moment(DAY - timedelta(days=30)))
    if verb == "answer_objection":
        Conclusion.objects.create(
            matter=matter,
            kind=Conclusion.Kind.OBJECTION,
            words="不属职责",
            unit=world.units["housing"],
            by=world["liaison@water"],
            at=moment(DAY),
        )
    if verb in {"suspend", "resume", "change"}:
        _later_minutes(world)


def fields_for(world: World, verb: str, role: str) -> dict[str, Any]:
    """The fields, filled in well."""
    fields = dict(_FIELDS.get(verb, {}))
    if verb == "submit":
        fields |= evidence()
    if role == Role.LIAISON and verb in _ENDORSED:
        fields["endorsed_by"] = world.head_of("water")
    return fields


def _later_minutes(world: World) -> None:
    first = world.minutes
    assert first is not None
    Minutes.objects.create(
        jurisdiction=world.jurisdiction,
        address="linhu-2026-9",
        state=Minutes.State.ISSUED,
        title="后一次会议",
        held_on=date(2026, 5, 6),
        text="",
        reading={},
        accounting=[],
        imported_at=moment(DAY),
        imported_by=world["supervisor"],
    )


_ENDORSED = frozenset({"object", "apply_extension", "submit", "apply_review"})
_FIELDS: dict[str, dict[str, Any]] = {
    "note": {"reason": "只是通报情况。"},
    "assign": {"lead": "water", "due_on": "2026-06-30"},
    "object": {"reason": "三定规定不在我局。", "proposed_unit": "housing"},
    "answer_objection": {"decision": "reassigned", "unit": "housing", "words": "改派。"},
    "report": {"progress": "on_schedule", "words": "已完成一半。"},
    "complete_part": {"words": "已会签。"},
    "excuse_part": {"unit": "water", "reason": "此项已无需配合。"},
    "apply_extension": {"new_due_on": "2026-08-31", "reason": "汛期", "progress": "八成"},
    "decide_extension": {"decision": "granted", "words": "同意。"},
    "suspend": {"authority": "linhu-2026-9", "reason": "资金调整。"},
    "resume": {"authority": "linhu-2026-9", "reason": "资金到位。"},
    "change": {"authority": "linhu-2026-9", "reason": "改由另案办理。"},
    "submit": {"words": "已印发。"},
    "send_back": {"code": "no_proof", "missing": "缺正式文本。"},
    "verify": {"method": "desk", "conclusion": "属实。"},
    "make_standing": {"review_on": "2026-12-31", "reason": "常年工作。"},
    "review_standing": {"decision": "kept", "review_on": "2027-06-30", "words": "正常。"},
    "reopen": {"reason": "回头看发现停用。", "due_on": "2026-07-31"},
    "issue_slip": {"rung": "reminder", "words": "请三日内报进展。"},
    "judge": {"finding": "good_reason", "words": "台风停工，有气象部门证明。"},
    "name_test": {
        "kind": "indicator",
        "address": "premises/office-area-per-person",
        "target": "12",
        "by_on": "2026-06-30",
    },
    "apply_review": {"reason": "结论与事实不符。"},
    "decide_review": {"decision": "upheld", "words": "维持。"},
}
