"""Play the planned lives through the real acts, in time order, each by whoever held the desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from zlib import crc32

from django.db import transaction

from yiding.demo.diary import Step
from yiding.demo.enrolment import Desk, Enrolled
from yiding.followup.act import Call, act
from yiding.followup.action import Action
from yiding.registry.roles import OF_A_UNIT, Role

_ENDORSED = {"object", "apply_extension", "submit", "apply_review"}
_SLIPS = {"issue_slip", "receive_slip", "withdraw_slip"}


@dataclass
class Played:
    """How many acts were done, by verb, and which verbs the application does not know."""

    done: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)


def play(steps: Iterable[tuple[str, Step]], rows: Enrolled) -> Played:
    """Do every step; a refusal is a fault of the plan and is raised."""
    played = Played()
    with transaction.atomic():
        for address, step in steps:
            name = f"matter.{step.verb}"
            if step.verb in _SLIPS or name not in Action.registered:
                played.unknown[step.verb] += 1
                continue
            desk = _desk(address, step, rows)
            act(Call(name, address, _fields(step, desk, rows)), desk.account, step.at)
            played.done[step.verb] += 1
    return played


def _desk(address: str, step: Step, rows: Enrolled) -> Desk:
    """Who acts: of several supervisors always the same one for one matter."""
    role = Role(step.actor_role)
    desks = rows.desks_of(role, step.unit if _has_unit(role) else None, step.at.date())
    return desks[crc32(address.encode()) % len(desks)]


def _has_unit(role: Role) -> bool:
    return role in OF_A_UNIT or role == Role.VICE_MAYOR


def _fields(step: Step, desk: Desk, rows: Enrolled) -> dict[str, Any]:
    fields = {name: _plain(value) for name, value in step.fields.items() if value is not False}
    day = step.at.date()
    if step.verb == "assign":
        leaders = rows.desks_of(Role.VICE_MAYOR, step.fields["lead"], day)
        fields["leader"] = leaders[0].post.pk
    if step.verb in _ENDORSED and desk.role == Role.LIAISON:
        fields["endorsed_by"] = rows.desks_of(Role.UNIT_HEAD, step.unit, day)[0].post.pk
    return fields


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
