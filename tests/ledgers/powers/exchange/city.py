"""One side of an exchange, in processes of its own against the database the environment names.

``make PEER SLUG URL SECRET`` sets a city up that knows a peer; ``push KEY TO`` writes a push and
sends; ``resume URL`` sends again, to another address; ``facts`` prints what is kept, as all do.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.utils import timezone

from world import make_world
from yiding.cli.app import run
from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing, put_entry
from yiding.ledgers.powers.exchange.models import Arrival, Letter, Peer
from yiding.ledgers.powers.exchange.peers import Wish, keep_peer
from yiding.registry.models import Account

#: What starts this in a process of its own; the application is loaded before this module can be.
COMMAND = (
    sys.executable,
    "-c",
    f"import sys; sys.path.insert(0, {str(Path(__file__).parents[3])!r})\n"
    "import django; django.setup()\nfrom ledgers.powers.exchange import city; city.main()",
)


def _make(peer: str, slug: str, url: str, secret: str) -> None:
    call_command("migrate", verbosity=0)
    keep_peer(Wish(slug, peer, url, make_world()["supervisor"]), secret, timezone.now())


def _push(key: str, to: str) -> None:
    now = timezone.now()
    told = {"to_dept": to, "decided_at": now.isoformat(), "sent_at": now.isoformat()}
    account = Account.objects.get(username="supervisor")
    put_entry(Writing(account, "powers", now), Given("push", key, told))
    _send()


def _resume(url: str) -> None:
    Peer.objects.update(url=url)
    Letter.objects.filter(state=Letter.State.WAITING).update(next_at=timezone.now())
    _send()


def _send() -> None:
    if run(["powers", "send"]) != 0:
        raise SystemExit("powers send")


def _facts() -> dict[str, Any]:
    return {
        "pushes": list(
            Entry.objects.filter(kind="push").order_by("key").values_list("key", flat=True)
        ),
        "arrivals": Arrival.objects.count(),
        "letters": list(Letter.objects.order_by("id").values_list("state", flat=True)),
        "told": [bool(one.fields.get("received_at")) for one in Entry.objects.filter(kind="push")],
    }


def main() -> None:
    """What was asked for; always prints the facts after it."""
    verb, *rest = sys.argv[1:]
    does = {"make": _make, "push": _push, "resume": _resume, "facts": lambda: None}
    does[verb](*rest)  # type: ignore[operator]
    print(json.dumps(_facts()))
