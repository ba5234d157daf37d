"""Delivering letters: tried again with longer and longer waits, done when a receipt is verified."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import Message
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from django.db import transaction

from yiding.followup.refusals import Refused
from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.store import Writing, change_entry
from yiding.ledgers.base.wrongs import WrongEntry
from yiding.ledgers.powers.exchange.models import Letter
from yiding.ledgers.powers.exchange.signing import SignatureRefused, signed_headers, verify

#: The wait after each try; after the last one the letter is dead.
WAITS = (
    timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10), timedelta(minutes=30),
    timedelta(hours=2), timedelta(hours=6), timedelta(hours=12), timedelta(hours=24),
)  # fmt: skip
#: Statuses that no further try will mend.
HOPELESS = frozenset({409, 413, 422})
_TIMEOUT, _LARGEST = 15, 64 * 1024
Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Answer:
    """What a peer answered; status 0 where it could not be reached."""

    status: int
    body: bytes
    headers: Mapping[str, str]
    trouble: str = ""


@dataclass(frozen=True)
class Sent:
    """What became of the letters that were due."""

    received: int
    waiting: int
    dead: int


class _NoRedirect(HTTPRedirectHandler):
    """A push goes where it was addressed, and nowhere else."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """Never."""
        return


def send_due(clock: Clock) -> Sent:
    """Try every letter whose time has come, the oldest first."""
    due = Letter.objects.filter(
        state=Letter.State.WAITING, next_at__lte=clock(), peer__is_active=True
    )
    states = [
        deliver(pk, clock) for pk in due.order_by("next_at", "id").values_list("pk", flat=True)
    ]
    count = states.count
    return Sent(count(Letter.State.RECEIVED), count(Letter.State.WAITING), count(Letter.State.DEAD))


def deliver(pk: int, clock: Clock) -> str:
    """Try one letter; who is stopped half way leaves it to be tried again."""
    letter = _claimed(pk, clock())
    if letter is None:
        return ""
    at = clock()
    body = letter.body.encode()
    headers = signed_headers(letter.peer.secrets_on(at), letter.message_id, at, body)
    answer = post(letter.peer.url, body, headers)
    trouble = _wrong_with(letter, answer, clock())
    if trouble:
        return _put_off(letter, answer.status, trouble)
    return _received(letter, answer, clock())


def _claimed(pk: int, at: datetime) -> Letter | None:
    """The letter, counted as tried before it is: two senders do not try it at once."""
    with transaction.atomic():
        rows = Letter.objects.select_for_update(of=("self",)).select_related("peer__account")
        letter = rows.filter(pk=pk, state=Letter.State.WAITING, next_at__lte=at).first()
        if letter is not None:
            letter.next_at = at + WAITS[min(letter.tries, len(WAITS) - 1)]
            letter.tries += 1
            letter.save(update_fields=["next_at", "tries"])
    return letter


def post(url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
    """Post a message straight to its address; every failure is an answer of status 0."""
    if urlsplit(url).scheme not in {"http", "https"}:
        return Answer(0, b"", {}, f"不是网址：{url}")
    said = {**headers, "Content-Type": "application/json", "User-Agent": "yiding"}
    request = Request(url, data=body, headers=said, method="POST")  # noqa: S310 - see above
    opener = build_opener(ProxyHandler({}), _NoRedirect())
    try:
        with opener.open(request, timeout=_TIMEOUT) as given:
            return Answer(given.status, given.read(_LARGEST), _small(given.headers))
    except HTTPError as why:
        with why:
            return Answer(why.code, why.read(_LARGEST), _small(why.headers), _detail(why.code))
    except (OSError, HTTPException, ValueError) as why:
        return Answer(0, b"", {}, f"没有连上：{why}")


def _small(headers: Message) -> dict[str, str]:
    return {name.lower(): one for name, one in headers.items()}


def _detail(status: int) -> str:
    return f"对方答复 {status}"


def _wrong_with(letter: Letter, answer: Answer, at: datetime) -> str:
    """Why a letter does not count as received; empty where the receipt is right."""
    if answer.status != 200:
        return f"{answer.trouble or _detail(answer.status)} {_said(answer.body)}".strip()
    try:
        verify(letter.peer.secrets_on(at), answer.headers, answer.body, at)
        receipt = json.loads(answer.body)
    except SignatureRefused as why:
        return f"回执的签名不对：{why.reason}"
    except ValueError:
        return "回执读不懂"
    digest = hashlib.sha256(letter.body.encode()).hexdigest()
    is_of = isinstance(receipt, dict) and receipt.get("id") == letter.message_id
    return "" if is_of and receipt.get("sha256") == digest else "回执不是这一件的"


def _said(body: bytes) -> str:
    """What a peer said of a refusal, where it said anything that can be read."""
    try:
        told = json.loads(body)
    except ValueError:
        return ""
    return str(told.get("detail", "")) if isinstance(told, dict) else ""


def _put_off(letter: Letter, status: int, trouble: str) -> str:
    """To be tried again, unless nothing will mend it or it was tried often enough."""
    is_over = status in HOPELESS or letter.tries >= len(WAITS)
    letter.state = Letter.State.DEAD if is_over else Letter.State.WAITING
    letter.trouble = trouble[:300]
    letter.save(update_fields=["state", "trouble"])
    return str(letter.state)


def _received(letter: Letter, answer: Answer, at: datetime) -> str:
    """Keep the receipt; then say in the ledger when it was received."""
    receipt = json.loads(answer.body)
    letter.state, letter.receipt, letter.received_at = Letter.State.RECEIVED, receipt, at
    letter.trouble = ""
    letter.save(update_fields=["state", "receipt", "received_at", "trouble"])
    _write_down(letter, str(receipt.get("received_at", "")), at)
    return str(letter.state)


def _write_down(letter: Letter, received: str, at: datetime) -> None:
    """The push's own entry says when it was received; a letter stays received either way."""
    push = Entry.objects.filter(
        jurisdiction=letter.peer.jurisdiction_id, ledger="powers", kind="push", key=letter.key
    ).first()
    if push is None or push.is_retired or push.fields.get("received_at"):
        return
    try:
        change_entry(Writing(letter.peer.account, "powers", at), push, {"received_at": received})
    except (Refused, WrongEntry) as why:
        letter.trouble = f"已收到；台账里没有写上接收时间：{why}"[:300]
        letter.save(update_fields=["trouble"])


def try_again(letter: Letter, at: datetime) -> None:
    """A dead letter is given its tries anew."""
    letter.state, letter.tries, letter.next_at = Letter.State.WAITING, 0, at
    letter.save(update_fields=["state", "tries", "next_at"])
