"""What comes in: written once under its id, receipted, and refused with a reason."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from ledgers.powers.exchange.letters import NOW, OTHER, SECRET, message, push
from world import World
from yiding.journal.models import Event
from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.store import Writing, change_entry
from yiding.ledgers.powers.exchange.models import Arrival, Letter, Peer
from yiding.ledgers.powers.exchange.outbox import put_in_what_is_missing
from yiding.ledgers.powers.exchange.peers import OVERLAP, add_secret
from yiding.ledgers.powers.exchange.receiving import Reply, receive
from yiding.ledgers.powers.exchange.signing import signed_headers, verify


def take(body: bytes, id_: str = "msg_1", secret: str = SECRET, **late: float) -> Reply:
    """The answer to a message that was signed now; `late` is how much later it arrives."""
    headers = signed_headers([secret], id_, NOW, body)
    return receive("housing", headers, body, NOW + timedelta(**late))


def pushes() -> list[dict[str, Any]]:
    return list(Entry.objects.filter(kind="push").values_list("fields", flat=True))


def test_a_push_is_written_and_receipted(peer: Peer) -> None:
    """The sender's name is the peer's, whatever the message says; the receipt is signed."""
    reply = take(message(from_dept="冒名"))
    assert reply.status == 200
    assert verify([SECRET], reply.headers, reply.body, NOW) == "rcpt_msg_1"
    receipt = json.loads(reply.body)
    assert receipt["id"] == "msg_1"
    assert receipt["entry"] == "housing-LHTS-1"
    (kept,) = pushes()
    assert kept["from_dept"] == "市住建局"
    assert kept["message_id"] == "msg_1"
    assert Event.objects.filter(verb="entry.add").count() == 1
    assert peer.arrivals.count() == 1


def test_the_same_message_again_is_the_same_receipt(peer: Peer) -> None:
    first, again = take(message()), take(message(), minutes=4)
    assert again.status == 200
    assert again.body == first.body
    assert len(pushes()) == 1
    assert peer.arrivals.count() == 1


def test_another_content_under_the_same_id_is_refused(peer: Peer) -> None:
    take(message())
    assert take(message(content="改过")).status == 409
    assert peer.arrivals.count() == len(pushes()) == 1


@pytest.mark.usefixtures("peer")
@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"body": message(), "secret": OTHER}, 401),
        ({"body": message(), "minutes": 6}, 400),
        ({"body": message(), "minutes": -6}, 400),
        ({"body": message("msg_2")}, 422),
        ({"body": message(key=" ")}, 422),
        ({"body": b"{"}, 422),
        ({"body": b"[]"}, 422),
        ({"body": message(sent_at="明天")}, 422),
        ({"body": message(content="长" * 30_000)}, 413),
    ],
)
def test_what_is_refused_leaves_nothing(given: dict[str, Any], status: int) -> None:
    reply = take(**given)
    assert reply.status == status
    assert json.loads(reply.body)["detail"].endswith("。")
    assert Arrival.objects.count() == len(pushes()) == 0


def test_an_unknown_address_answers_as_a_wrong_signature(peer: Peer) -> None:
    headers = signed_headers([SECRET], "msg_1", NOW, message())
    assert receive("nobody", headers, message(), NOW).status == 401
    Peer.objects.filter(pk=peer.pk).update(is_active=False)
    assert take(message()).status == 401


def test_an_account_that_may_not_write_takes_nothing_in(world: World, peer: Peer) -> None:
    Peer.objects.filter(pk=peer.pk).update(account=world["mayor"])
    assert take(message()).status == 403
    assert Arrival.objects.count() == 0


def test_an_old_secret_holds_for_a_week_beside_the_new_one(peer: Peer) -> None:
    add_secret(peer, OTHER, NOW)
    assert take(message()).status == take(message("msg_2"), "msg_2", OTHER).status == 200
    later = NOW + OVERLAP
    body = message("msg_3")
    for secret, status in ((SECRET, 401), (OTHER, 200)):
        headers = signed_headers([secret], "msg_3", later, body)
        assert receive("housing", headers, body, later).status == status


def test_what_came_in_is_not_sent_on(world: World, peer: Peer) -> None:
    """Even where the message says that it is for a peer of ours."""
    take(message(to_dept="市住建局"))
    assert Letter.objects.count() == 0
    assert len(pushes()) == peer.arrivals.count() == len({world.jurisdiction.pk})


@pytest.mark.usefixtures("peer")
def test_the_address_takes_posts_alone_and_needs_no_session(client: Client) -> None:
    answer = client.post("/api/v1/exchange/housing", message(), content_type="application/json")
    assert answer.status_code == 401
    assert client.get("/api/v1/exchange/housing").status_code == 405


def answer(of: str, **fields: str) -> bytes:
    """What a peer says of a push of ours."""
    return json.dumps(
        {"type": "answer", "id": "ans_1", "key": "x", "of": of, "fields": fields}
    ).encode()


def test_what_the_peer_says_of_our_push_is_written_to_it(world: World, peer: Peer) -> None:
    """Signed for and fed back; what is not the receiver's to say is left alone."""
    ours = push(world)
    letter = Letter.objects.get()
    body = answer(letter.message_id, claimed_at="2026-03-03 10:00", content="改内容")
    reply = take(body, "ans_1")
    assert json.loads(reply.body)["entry"] == ours.key
    ours.refresh_from_db()
    assert ours.fields["claimed_at"].startswith("2026-03-03T10:00")
    assert "content" not in ours.fields
    assert take(body, "ans_1").status == 200
    assert Letter.objects.count() == peer.arrivals.count() == 1


@pytest.mark.usefixtures("peer")
def test_an_answer_to_nothing_of_ours_is_refused(world: World) -> None:
    push(world)
    of = Letter.objects.get().message_id
    for body in (answer("msg_0", claimed_at="2026-03-03"), answer(of), answer(of, content="改")):
        assert take(body, "ans_1").status == 422
    assert Arrival.objects.count() == 0


def test_signing_for_what_came_in_makes_a_letter_back(world: World, peer: Peer) -> None:
    """Once for each thing more that is said."""
    take(message())
    entry = Entry.objects.get(kind="push")
    writing = Writing(world["supervisor"], "powers", NOW)
    for _ in range(2):
        change_entry(writing, entry, {"claimed_at": "2026-03-03 10:00"})
    letter = Letter.objects.get()
    told = json.loads(letter.body)
    assert (letter.peer, told["type"], told["of"]) == (peer, "answer", "msg_1")
    assert list(told["fields"]) == ["claimed_at"]
    change_entry(writing, entry, {"feedback_at": "2026-03-05 10:00"})
    assert Letter.objects.count() == 2
    assert put_in_what_is_missing(NOW) == 0
