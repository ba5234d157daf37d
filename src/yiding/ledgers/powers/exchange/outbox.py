"""The outbox 待送: a push that is written becomes a letter in the same transaction."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.db.models.signals import post_save
from django.utils import timezone

from yiding.ledgers.base.models import Entry
from yiding.ledgers.powers.exchange.models import Letter, Peer

LEDGER, KIND = "powers", "push"
_OWN = ("received_at", "claimed_at", "message_id", "note")
"""What the receiver says of a push, not the sender."""


def listen() -> None:
    """Let every push that is saved be looked at."""
    post_save.connect(_entry_saved, sender=Entry, dispatch_uid="powers-outbox")


def _entry_saved(instance: Entry, **_: Any) -> None:
    if instance.ledger == LEDGER and instance.kind == KIND:
        put_in(instance, instance.changed_at)


def put_in(push: Entry, at: datetime) -> Letter | None:
    """The letter of a push that has been sent to a peer; none where it goes to none.

    A push makes one letter, however often it is saved; what came from a peer makes none.
    """
    named, sent = push.fields.get("to_dept"), push.fields.get("sent_at")
    has_come_in = bool(push.fields.get("message_id"))
    if push.is_retired or has_come_in or not named or not sent:
        return None
    peer = Peer.objects.filter(
        jurisdiction=push.jurisdiction_id, name=named, is_active=True
    ).first()
    if peer is None:
        return None
    message_id = message_id_of(push)
    letter, _ = Letter.objects.get_or_create(
        message_id=message_id,
        defaults={
            "peer": peer,
            "key": push.key,
            "body": body_of(push, message_id),
            "made_at": at,
            "next_at": at,
        },
    )
    return letter


def message_id_of(push: Entry) -> str:
    """The id of a push's message: the same whenever it is asked for."""
    named = f"{push.jurisdiction_id}/{push.ledger}/{push.kind}/{push.key}/{push.pk}"
    return f"msg_{hashlib.sha256(named.encode()).hexdigest()[:32]}"


def body_of(push: Entry, message_id: str) -> str:
    """The message: what the push says, without what the receiver will say of it."""
    fields = {name: one for name, one in push.fields.items() if name not in _OWN}
    told = {"type": KIND, "id": message_id, "key": push.key, "fields": fields}
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def put_in_what_is_missing(at: datetime | None = None) -> int:
    """Letters for pushes that a file brought in many at once, and for those before the peer."""
    peers = Peer.objects.filter(is_active=True)
    wanted = Q(pk__in=())
    for one in peers:
        wanted |= Q(jurisdiction=one.jurisdiction_id, fields__to_dept=one.name)
    pushes = Entry.objects.filter(wanted, ledger=LEDGER, kind=KIND, is_retired=False)
    before = Letter.objects.count()
    for push in pushes.iterator(chunk_size=500):
        put_in(push, at or timezone.now())
    return Letter.objects.count() - before
