"""What comes from a peer: verified, written into the ledger once, and receipted."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from yiding.followup.refusals import Refused
from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing, change_entry, put_entry
from yiding.ledgers.base.wrongs import WrongEntry
from yiding.ledgers.powers.exchange.models import Arrival, Letter, Peer
from yiding.ledgers.powers.exchange.outbox import ANSWER, ANSWERED
from yiding.ledgers.powers.exchange.signing import SignatureRefused, signed_headers, verify

LARGEST = 64 * 1024
_KEY = 60


@dataclass(frozen=True)
class Reply:
    """The answer to a message: a status, a body, and the signature of a receipt."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


class NotTaken(Exception):
    """A message that is refused: its status, what was found, and what to do."""

    def __init__(self, status: int, words: str, remedy: str) -> None:
        super().__init__(words)
        self.status, self.words, self.remedy = status, words, remedy


def receive(slug: str, headers: Mapping[str, str], body: bytes, at: datetime) -> Reply:
    """Take a message in and answer with a signed receipt; the same id gets the same receipt."""
    try:
        peer = _peer(slug)
        message_id = _verified(peer, headers, body, at)
        told = _read(body, message_id)
        receipt = _once(peer, message_id, told, hashlib.sha256(body).hexdigest(), at)
    except NotTaken as why:
        said = {"detail": why.words, "remedy": why.remedy, "status": why.status}
        return Reply(why.status, json.dumps(said, ensure_ascii=False).encode())
    answer = receipt.encode()
    signed = signed_headers(peer.secrets_on(at), f"rcpt_{message_id}", at, answer)
    return Reply(200, answer, signed)


def _peer(slug: str) -> Peer:
    found = Peer.objects.select_related("account").filter(slug=slug, is_active=True).first()
    if found is None:
        raise _unsigned()
    return found


def _unsigned() -> NotTaken:
    """Whoever signs wrongly is not told whether the address is one."""
    return NotTaken(401, _("签名不对，没有收下。"), _("请核对接收地址和密钥。"))


def _verified(peer: Peer, headers: Mapping[str, str], body: bytes, at: datetime) -> str:
    if len(body) > LARGEST:
        raise NotTaken(413, _("报文过大，没有收下。"), _("一件推送不超过64千字节。"))
    try:
        return verify(peer.secrets_on(at), headers, body, at)
    except SignatureRefused as why:
        if why.reason != "timestamp":
            raise _unsigned() from why
        words = _("报文的时间与本机相差五分钟以上，没有收下。")
        raise NotTaken(400, words, _("请校准时钟后重发；不要重放旧报文。")) from why


def _read(body: bytes, message_id: str) -> dict[str, Any]:
    """What the message says; its own id must be the one that was signed for."""
    try:
        told = json.loads(body)
    except ValueError:
        told = None
    if not isinstance(told, dict) or not isinstance(told.get("fields"), dict):
        raise NotTaken(422, _("报文不是一件推送。"), _("请写 type、id、key 和 fields。"))
    if told.get("id") != message_id or not str(told.get("key", "")).strip():
        raise NotTaken(
            422, _("报文里的编号与签名的编号不同，或者没有推送编号。"), _("请重新生成。")
        )
    return told


def _once(peer: Peer, message_id: str, told: Mapping[str, Any], digest: str, at: datetime) -> str:
    """The receipt of a message: given before, else made with the entry in one transaction."""
    with transaction.atomic():
        Peer.objects.select_for_update().get(pk=peer.pk)
        known = Arrival.objects.filter(peer=peer, message_id=message_id).first()
        if known is None:
            return _taken(peer, message_id, told, digest, at)
    if known.sha256 != digest:
        raise NotTaken(409, _("这个编号已收过另一份内容。"), _("一件推送一个编号，不要改了重发。"))
    return known.receipt


def _taken(peer: Peer, message_id: str, told: Mapping[str, Any], digest: str, at: datetime) -> str:
    received = at.isoformat(timespec="seconds")
    writing = Writing(peer.account, "powers", at)
    try:
        if told.get("type") == ANSWER:
            entry = _answered(peer, writing, told)
        else:
            own = {"from_dept": peer.name, "received_at": received, "message_id": message_id}
            key = f"{peer.slug}-{str(told['key'])[:_KEY]}"
            entry = put_entry(writing, Given("push", key, {**told["fields"], **own}))
    except WrongEntry as why:
        raise NotTaken(422, str(why), _("请改正后换一个编号重发。")) from why
    except Refused as why:
        raise NotTaken(403, str(why), _("请接收方核对对端所用的账号。")) from why
    receipt = json.dumps(
        {"id": message_id, "entry": entry.key, "received_at": received, "sha256": digest},
        ensure_ascii=False,
        sort_keys=True,
    )
    Arrival.objects.create(
        peer=peer, message_id=message_id, sha256=digest, key=entry.key, at=at, receipt=receipt
    )
    return receipt


def _answered(peer: Peer, writing: Writing, told: Mapping[str, Any]) -> Entry:
    """What the peer says of a push of ours: signed for, looked at, fed back; nothing else."""
    letter = Letter.objects.filter(peer=peer, message_id=str(told.get("of", ""))).first()
    key = "" if letter is None else letter.key
    push = Entry.objects.filter(
        jurisdiction=peer.jurisdiction_id, ledger="powers", kind="push", key=key
    ).first()
    fields = {name: told["fields"][name] for name in ANSWERED if told["fields"].get(name)}
    if push is None or push.is_retired or not fields:
        words = _("答复的不是本机送出的推送，或者没有写签收、监管结果和反馈。")
        raise NotTaken(422, words, _("请核对 of 和 fields。"))
    return change_entry(writing, push, fields)
