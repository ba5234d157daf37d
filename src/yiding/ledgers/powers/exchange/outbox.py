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
from yiding.ledgers.powers.exchange.models import Arrival, Letter, Peer

LEDGER, KIND, ANSWER = "powers", "push", "answer"
_OWN = ("received_at", "claimed_at", "message_id", "note")
"""What the receiver says of a push, not the sender."""
ANSWERED = ("claimed_at", "result_at", "feedback_at")
"""What the receiver tells the sender afterwards: 签收、监管结果、反馈."""


def listen() -> None:
    """Let every push that is saved be looked at."""
    post_save.connect(_entry_saved, sender=Entry, dispatch_uid="powers-outbox")


def _entry_saved(instance: Entry, **_: Any) -> None:
    if instance.ledger == LEDGER and instance.kind == KIND:
        put_in(instance, instance.changed_at)


def put_in(push: Entry, at: datetime) -> Letter | None:
    """The letter of a push to a peer, or of what is answered to one; none where it goes to none."""
    if push.is_retired:
        return None
    return _answer(push, at) if push.fields.get("message_id") else _push(push, at)


def _push(push: Entry, at: datetime) -> Letter | None:
    """One letter a push that says when it was sent, however often it is saved."""
    named, sent = push.fields.get("to_dept"), push.fields.get("sent_at")
    if not named or not sent:
        return None
    peer = Peer.objects.filter(
        jurisdiction=push.jurisdiction_id, name=named, is_active=True
    ).first()
    fields = {name: one for name, one in push.fields.items() if name not in _OWN}
    own = f"{push.jurisdiction_id}/{push.ledger}/{push.kind}/{push.key}/{push.pk}"
    return _kept(peer, push, own, {"type": KIND, "fields": fields}, at)


def _answer(push: Entry, at: datetime) -> Letter | None:
    """A letter back for each thing more that is said of a push that came in."""
    arrival = Arrival.objects.select_related("peer").filter(
        key=push.key,
        message_id=push.fields["message_id"],
        peer__jurisdiction=push.jurisdiction_id,
        peer__is_active=True,
    )
    come = arrival.first()
    fields = {name: push.fields[name] for name in ANSWERED if push.fields.get(name)}
    if come is None or not fields:
        return None
    told = {"type": ANSWER, "of": come.message_id, "fields": fields}
    own = f"{come.message_id}/{json.dumps(fields, sort_keys=True)}"
    return _kept(come.peer, push, own, told, at)


def _kept(
    peer: Peer | None, push: Entry, own: str, told: dict[str, Any], at: datetime
) -> Letter | None:
    """The letter, made once: its id follows from what is its own."""
    if peer is None:
        return None
    message_id = f"msg_{hashlib.sha256(own.encode()).hexdigest()[:32]}"
    body = json.dumps({**told, "id": message_id, "key": push.key}, ensure_ascii=False)
    made = {"peer": peer, "key": push.key, "body": body, "made_at": at, "next_at": at}
    letter, _ = Letter.objects.get_or_create(message_id=message_id, defaults=made)
    return letter


def put_in_what_is_missing(at: datetime | None = None) -> int:
    """Letters for what a file brought in many at once, and for pushes before the peer was known."""
    peers = Peer.objects.filter(is_active=True)
    wanted = Q(pk__in=())
    for one in peers:
        come = one.arrivals.values("key")
        wanted |= Q(jurisdiction=one.jurisdiction_id) & (
            Q(fields__to_dept=one.name) | Q(key__in=come)
        )
    pushes = Entry.objects.filter(wanted, ledger=LEDGER, kind=KIND, is_retired=False)
    before = Letter.objects.count()
    for push in pushes.iterator(chunk_size=500):
        put_in(push, at or timezone.now())
    return Letter.objects.count() - before
