"""``yiding powers``: send what is in the outbox, look at it, and make peers known."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

from yiding.cli.messages import Say
from yiding.cli.server.start import account_named, start
from yiding.cli.usage import DONE, REFUSED, UsageError, language_of


@dataclass(frozen=True, slots=True)
class Wish:
    """What was written on the command line."""

    verb: str
    name: str | None
    slug: str | None
    url: str | None
    secret: str | None
    username: str | None
    is_new: bool
    is_dead: bool


def powers_command(wish: Wish, language: str) -> int:
    """Do it."""
    say = language_of(language)
    verb = _VERBS.get(wish.verb)
    if verb is None:
        raise UsageError(say, "powers-verb", given=wish.verb, known="、".join(_VERBS))
    start(say)
    return verb(wish, say)


def _send(_: Wish, say: Say) -> int:
    """Everything whose time has come; refused where something can be delivered no more."""
    from django.utils import timezone  # noqa: PLC0415 - after start

    from yiding.ledgers.powers.exchange.outbox import (  # noqa: PLC0415 - after start
        put_in_what_is_missing,
    )
    from yiding.ledgers.powers.exchange.sending import send_due  # noqa: PLC0415 - after start

    put_in_what_is_missing()
    sent = send_due(timezone.now)
    told = say("powers-sent", received=sent.received, waiting=sent.waiting, dead=sent.dead)
    print(told, file=sys.stderr)
    return REFUSED if sent.dead else DONE


def _letters(wish: Wish, say: Say) -> int:
    """What has not been received, the oldest first."""
    from yiding.ledgers.powers.exchange.models import Letter  # noqa: PLC0415 - after start

    rows = Letter.objects.select_related("peer").exclude(state=Letter.State.RECEIVED)
    if wish.is_dead:
        rows = rows.filter(state=Letter.State.DEAD)
    for one in rows.order_by("id"):
        state = say(f"powers-{one.state}")
        tries = say("powers-tries", tries=one.tries)
        print(one.message_id, one.key, one.peer.name, state, tries, one.trouble, sep="\t")
    return DONE


def _again(wish: Wish, say: Say) -> int:
    """A letter that could not be delivered is tried anew."""
    from django.utils import timezone  # noqa: PLC0415 - after start

    from yiding.ledgers.powers.exchange.models import Letter  # noqa: PLC0415 - after start
    from yiding.ledgers.powers.exchange.sending import try_again  # noqa: PLC0415 - after start

    dead = Letter.objects.filter(state=Letter.State.DEAD, message_id=wish.name or "").first()
    if dead is None:
        raise UsageError(say, "powers-no-letter", given=wish.name or "")
    try_again(dead, timezone.now())
    return DONE


def _peer(wish: Wish, say: Say) -> int:
    """Make a department known; a secret that is made here is printed once, to be handed over."""
    from django.utils import timezone  # noqa: PLC0415 - after start

    from yiding.ledgers.powers.exchange.peers import (  # noqa: PLC0415 - after start
        Wish as Known,
    )
    from yiding.ledgers.powers.exchange.peers import (  # noqa: PLC0415 - after start
        add_secret,
        keep_peer,
    )
    from yiding.ledgers.powers.exchange.signing import BadSecret  # noqa: PLC0415 - after start

    if not (wish.name and wish.slug and wish.url):
        raise UsageError(say, "powers-peer-wants")
    at = timezone.now()
    known = Known(wish.slug, wish.name, wish.url, account_named(wish.username, say))
    try:
        peer = keep_peer(known, wish.secret, at)
    except BadSecret as why:
        raise UsageError(say, "powers-bad-secret") from why
    except TypeError as why:
        raise UsageError(say, "powers-no-place", name=known.account.username) from why
    if wish.is_new:
        add_secret(peer, None, at)
    print(say("powers-peer", name=peer.name, path=f"/api/v1/exchange/{peer.slug}"), file=sys.stderr)
    if not wish.secret:
        print(peer.secrets_on(at)[0])
    return DONE


_VERBS: dict[str, Callable[[Wish, Say], int]] = {
    "send": _send,
    "letters": _letters,
    "again": _again,
    "peer": _peer,
}
