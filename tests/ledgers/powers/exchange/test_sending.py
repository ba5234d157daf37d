"""The outbox and its delivery: in the push's own transaction, again and again, then dead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.db import transaction

from ledgers.powers.exchange.letters import (
    NOW,
    OTHER,
    Answering,
    always,
    listening,
    push,
    receipted,
)
from world import World
from yiding.cli.app import run
from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing, put_entry, retire_entry
from yiding.ledgers.powers.exchange.models import Letter, Peer
from yiding.ledgers.powers.exchange.outbox import put_in_what_is_missing
from yiding.ledgers.powers.exchange.sending import WAITS, Sent, deliver, send_due, try_again


def clock(at: datetime = NOW) -> Callable[[], datetime]:
    return lambda: at


def send(peer: Peer, answer: Answering, at: datetime = NOW) -> Sent:
    """Everything due, to a peer that answers so."""
    with listening(answer) as url:
        Peer.objects.filter(pk=peer.pk).update(url=url)
        return send_due(clock(at))


def test_a_push_and_its_letter_stand_or_fall_together(world: World, peer: Peer) -> None:
    with transaction.atomic():
        push(world)
        assert Letter.objects.count() == 1
        transaction.set_rollback(True)
    assert Letter.objects.count() == Entry.objects.count() == 0
    push(world)
    letter = Letter.objects.get()
    assert (letter.peer, letter.key, letter.state) == (peer, "LHTS-1", Letter.State.WAITING)
    assert "received_at" not in letter.body


@pytest.mark.usefixtures("peer")
@pytest.mark.parametrize("fields", [{"to_dept": "市财政局"}, {"sent_at": ""}, {"to_dept": ""}])
def test_what_is_not_sent_to_a_peer_makes_no_letter(world: World, fields: dict[str, str]) -> None:
    push(world, **fields)
    assert Letter.objects.count() == 0


@pytest.mark.usefixtures("peer")
def test_a_push_written_again_makes_no_second_letter(world: World) -> None:
    first = push(world)
    push(world, content="改过一字")
    assert Letter.objects.count() == 1
    retire_entry(Writing(world["supervisor"], "powers", NOW), first, "重复")
    assert Letter.objects.count() == 1


def test_what_was_written_before_the_peer_was_known_is_found(world: World, peer: Peer) -> None:
    Peer.objects.filter(pk=peer.pk).update(is_active=False)
    push(world)
    assert put_in_what_is_missing(NOW) == 0
    Peer.objects.filter(pk=peer.pk).update(is_active=True)
    assert put_in_what_is_missing(NOW) == 1
    assert put_in_what_is_missing(NOW) == 0


def test_a_receipt_is_kept_and_told_in_the_ledger(world: World, peer: Peer) -> None:
    entry = push(world)
    assert send(peer, receipted) == Sent(1, 0, 0)
    letter = Letter.objects.get()
    entry.refresh_from_db()
    assert letter.state == Letter.State.RECEIVED
    assert letter.receipt["id"] == letter.message_id
    assert entry.fields["received_at"] == "2026-03-03T09:00:01+08:00"
    assert Letter.objects.count() == 1
    assert send(peer, receipted) == Sent(0, 0, 0)


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (always(503), "对方答复 503"),
        (always(302, Location="http://127.0.0.1:9/"), "对方答复 302"),
        (lambda named, body: receipted(named, body, OTHER), "回执的签名不对：signature"),
        (lambda _, body: receipted("msg_0", body), "回执不是这一件的"),
        (lambda named, body: receipted(named, body + b" "), "回执不是这一件的"),
        (always(200, b"{}"), "回执的签名不对：headers"),
        (always(401, '{"detail": "签名不对"}'.encode()), "对方答复 401 签名不对"),
    ],
)
def test_without_a_right_receipt_it_waits(
    world: World, peer: Peer, answer: Answering, trouble: str
) -> None:
    entry = push(world)
    assert send(peer, answer) == Sent(0, 1, 0)
    letter = Letter.objects.get()
    assert letter.trouble == trouble
    assert letter.next_at == NOW + WAITS[0]
    entry.refresh_from_db()
    assert "received_at" not in entry.fields
    assert send(peer, receipted, NOW + WAITS[0] - timedelta(seconds=1)) == Sent(0, 0, 0)
    assert send(peer, receipted, NOW + WAITS[0]) == Sent(1, 0, 0)


def test_what_the_peer_will_never_take_is_given_up_at_once(world: World, peer: Peer) -> None:
    push(world)
    assert send(peer, always(422)) == Sent(0, 0, 1)
    assert send(peer, receipted, NOW + timedelta(days=9)) == Sent(0, 0, 0)
    try_again(Letter.objects.get(), NOW)
    assert send(peer, receipted) == Sent(1, 0, 0)


def test_it_waits_longer_each_time_and_is_given_up_after_the_last(world: World, peer: Peer) -> None:
    """Nobody listens at the peer's address."""
    push(world)
    at, states = NOW, []
    for wait in WAITS:
        (pk,) = Letter.objects.values_list("pk", flat=True)
        states.append(deliver(pk, clock(at)))
        assert Letter.objects.get().next_at == at + wait
        at += wait
    assert states == ["waiting"] * (len(WAITS) - 1) + ["dead"]
    assert Letter.objects.get().trouble.startswith("没有连上")
    assert list(WAITS) == sorted(WAITS)
    assert peer.letters.count() == 1


@pytest.mark.usefixtures("peer")
def test_two_senders_do_not_try_one_letter_at_once(world: World) -> None:
    """Whoever comes second finds it already counted and put off."""
    push(world)
    (pk,) = Letter.objects.values_list("pk", flat=True)
    assert deliver(pk, clock()) == "waiting"
    assert deliver(pk, clock()) == ""
    assert Letter.objects.get().tries == 1


def test_the_command_sends_lists_and_tries_again(
    world: World, peer: Peer, capsys: pytest.CaptureFixture[str]
) -> None:
    push(world)
    with listening(always(409)) as url:
        Peer.objects.filter(pk=peer.pk).update(url=url)
        assert run(["powers", "send"]) == 3
    assert "送不到 1 件" in capsys.readouterr().err
    assert run(["powers", "letters", "--dead"]) == 0
    named = capsys.readouterr().out.split("\t")
    assert named[1:5] == ["LHTS-1", "市住建局", "送不到", "已试 1 次"]
    assert run(["powers", "again", named[0]]) == 0
    assert run(["powers", "again", named[0]]) == 64
    assert run(["powers", "letters", "--dead"]) == 0
    assert run(["powers", "fly"]) == 64
    assert "powers 不会“fly”" in capsys.readouterr().err


def test_the_command_makes_a_peer_known(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(settings, "DEMO", True, raising=False)
    said = ["powers", "peer", "市水务局", "--slug", "water", "--url", "http://10.0.0.8/x"]
    assert run([*said, "--as", "supervisor"]) == 0
    told = capsys.readouterr()
    assert "/api/v1/exchange/water" in told.err
    kept = Peer.objects.get()
    assert told.out.strip() == kept.secrets[0]["secret"]
    assert run([*said, "--as", "supervisor", "--rotate"]) == 0
    assert len(Peer.objects.get().secrets) == 2
    assert run(["powers", "peer", "市水务局", "--as", "supervisor"]) == 64
    assert run([*said, "--as", "supervisor", "--secret", "whsec_x"]) == 64
    assert kept.jurisdiction == world.jurisdiction


def test_a_ledger_that_refuses_the_receipt_loses_no_receipt(world: World, peer: Peer) -> None:
    """The letter is received all the same, and says what is wanting."""
    put_entry(
        Writing(world["supervisor"], "powers", NOW),
        Given("push", "LHTS-9", {"to_dept": "市住建局", "sent_at": "2026-03-02 16:00"}),
    )
    Peer.objects.filter(pk=peer.pk).update(account=world["mayor"])
    assert send(peer, receipted) == Sent(1, 0, 0)
    letter = Letter.objects.get()
    assert letter.state == Letter.State.RECEIVED
    assert letter.trouble.startswith("已收到；")
