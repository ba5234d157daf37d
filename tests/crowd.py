"""Many at once: what runs in processes of its own, against the database the environment names.

``populate 1000`` sets a city up and prints its matters and a token; ``sign ACCOUNT ADDRESS…`` signs
one after the other; ``facts`` prints what is stored. ``COMMAND`` starts it.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.utils import timezone

from world import HELD_ON, World, make_world, moment
from yiding.followup.act import Call, act
from yiding.followup.models import Matter
from yiding.followup.refusals import Refused
from yiding.followup.states import State
from yiding.journal.models import Event
from yiding.registry.models import Account
from yiding.registry.tokens import Scope, TokenWish, issue

#: What starts this in a process of its own; the application is loaded before this module can be.
COMMAND = (
    sys.executable,
    "-c",
    f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
    "import django; django.setup()\nimport crowd; crowd.main()",
)


def handed_over(world: World, count: int) -> list[str]:
    """Matters that wait for the water bureau's signature, made in one go."""
    rows = [_unsaved(world, number) for number in range(1, count + 1)]
    return [matter.address for matter in Matter.objects.bulk_create(rows, batch_size=200)]


def _unsaved(world: World, number: int) -> Matter:
    assert world.minutes is not None
    return Matter(
        jurisdiction=world.jurisdiction,
        address=f"{world.minutes.address}:2.{number}.1",
        minutes=world.minutes,
        item=2,
        position=1000 + number,
        start=0,
        end=10,
        action="印发实施",
        quote="由市水务局印发实施。",
        closing_kind="issue",
        held_on=HELD_ON,
        lead=world.units["water"],
        state=State.ASSIGNED,
        assigned_at=moment(HELD_ON),
    )


def populate(count: str) -> Any:
    """A city with that many matters to sign, and the token of one who may."""
    call_command("migrate", interactive=False, verbosity=0)
    world = make_world()
    addresses = handed_over(world, int(count))
    wish = TokenWish("签收", [Scope.ACT, Scope.READ])
    issued = issue(world["liaison@water"], wish, world["system_admin"], timezone.now())
    return {"addresses": addresses, "token": issued.clear}


def sign(username: str, *addresses: str) -> Any:
    """What came of each: ``done``, or the guard that refused."""
    account = Account.objects.select_related("jurisdiction", "unit").get(username=username)
    said = {}
    for address in addresses:
        try:
            act(Call("matter.sign", address, {}, seen=1), account, timezone.now())
            said[address] = "done"
        except Refused as refused:
            said[address] = refused.refusal.guard
    return said


def facts() -> Any:
    """The state of every matter, and the events that signed it."""
    signed = defaultdict(list)
    done = Event.objects.filter(verb="matter.sign", outcome=Event.Outcome.DONE)
    for seq, subject in done.order_by("seq").values_list("seq", "subject"):
        signed[subject].append(seq)
    return {"states": dict(Matter.objects.values_list("address", "state")), "signed": signed}


def main() -> None:
    """One of these by its name."""
    name, *rest = sys.argv[1:]
    print(json.dumps({"populate": populate, "sign": sign, "facts": facts}[name](*rest)))
