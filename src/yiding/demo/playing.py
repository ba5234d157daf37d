"""Play the planned lives through the real acts, each by whoever held the desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any
from zlib import crc32

from yiding.demo.deeds import Deed
from yiding.demo.diary import Step
from yiding.demo.enrolment import Desk, Enrolled
from yiding.demo.papered import with_file
from yiding.followup.act import Call, act
from yiding.followup.action import Action
from yiding.followup.ladder import proposed_rungs
from yiding.followup.models import Matter, Slip
from yiding.followup.packs import pack_in_force
from yiding.registry.roles import OF_A_UNIT, Role

_ENDORSED = {"object", "apply_extension", "submit", "apply_review"}
_AFTER_ISSUE = {"receive_slip", "withdraw_slip"}


@dataclass
class Played:
    """How many acts were done, by verb, and which slips the pack did not propose."""

    rows: Enrolled
    done: Counter[str] = field(default_factory=Counter)
    unasked: Counter[str] = field(default_factory=Counter)

    def deeds(self, steps: Iterable[tuple[str, Step]]) -> Iterator[Deed]:
        """The steps as deeds; handing over is done with the signature of the paper."""
        for address, step in steps:
            if step.verb != "assign":
                yield Deed(step.at, address, partial(self._do, address, step))

    def _do(self, address: str, step: Step) -> None:
        """A refusal is a fault of the plan and is raised."""
        desk = _desk(address, step, self.rows)
        calls = list(_calls(address, step, desk, self.rows))
        for call in calls:
            act(call, desk.account, step.at)
            self.done[call.name] += 1
        if not calls:
            self.unasked[step.verb] += 1


def _calls(address: str, step: Step, desk: Desk, rows: Enrolled) -> Iterator[Call]:
    """The acts of one step: a slip is received and answered, and issued only where proposed."""
    if step.verb in _AFTER_ISSUE:
        yield from _on_the_slip(address, step)
    elif step.verb != "issue_slip":
        fields = _fields(step, desk, rows)
        yield Call(f"matter.{step.verb}", address, fields, with_file(step, address))
    elif _is_proposed(address, step):
        yield Call("matter.issue_slip", address, {**step.fields, "no_good_reason": "on"})


def _is_proposed(address: str, step: Step) -> bool:
    """Whether the pack asks for this rung on this day, and the matter can still take one."""
    matter = Matter.objects.select_related("jurisdiction").get(address=address)
    if matter.state not in Action.registered["matter.issue_slip"].sources:
        return False
    day = step.at.date()
    found = proposed_rungs(matter, pack_in_force(matter.jurisdiction, day), day)
    return any(one.rung.slug == step.fields["rung"] for one in found)


def _on_the_slip(address: str, step: Step) -> Iterator[Call]:
    """What follows an issued slip; nothing where it was not issued."""
    slip = Slip.objects.filter(matter__address=address, state=Slip.State.ISSUED).first()
    if slip is None:
        return
    if step.verb == "withdraw_slip":
        yield Call("slip.withdraw", slip.address, {"reason": step.fields["reason"]})
        return
    yield Call("slip.receive", slip.address, {})
    yield Call("slip.answer", slip.address, {"answer": step.fields["answer"]})


def _desk(address: str, step: Step, rows: Enrolled) -> Desk:
    """Who acts: of several supervisors always the same one for one matter."""
    role = Role(step.actor_role)
    desks = rows.desks_of(role, step.unit if _has_unit(role) else None, step.at.date())
    return desks[crc32(address.encode()) % len(desks)]


def _has_unit(role: Role) -> bool:
    return role in OF_A_UNIT or role == Role.VICE_MAYOR


def _fields(step: Step, desk: Desk, rows: Enrolled) -> dict[str, Any]:
    fields = {name: _plain(value) for name, value in step.fields.items() if value is not False}
    if step.verb in _ENDORSED and desk.role == Role.LIAISON:
        heads = rows.desks_of(Role.UNIT_HEAD, step.unit, step.at.date())
        fields["endorsed_by"] = heads[0].post.pk
    return fields


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
