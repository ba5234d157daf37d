"""A real listener on a real port: terminals register, report, are cut, are asked again."""

from __future__ import annotations

import os
import socket
import stat
from functools import partial
from pathlib import Path
from random import Random

import pytest

from ledgers.fleet.jt808.devices import MODULE, Terminal, answers
from ledgers.fleet.jt808.frames import GOLDEN, PHONE, SUZHOU, header, numbered, position, report
from ledgers.telemetry import listening
from ledgers.telemetry.listening import NOON, Gated, killed_after, two_hundred_at_once
from yiding.ledgers.fleet.jt808 import model, talk
from yiding.ledgers.fleet.jt808.codes import code_of, secret_of
from yiding.ledgers.fleet.jt808.decode import decode
from yiding.ledgers.fleet.jt808.encode import batch_body, encode, in_packets, position_body
from yiding.ledgers.fleet.jt808.listen import run
from yiding.ledgers.fleet.jt808.packets import Packets
from yiding.ledgers.fleet.jt808.reply import Result, resend
from yiding.ledgers.telemetry.connection import Limits
from yiding.ledgers.telemetry.spool import records

running = partial(listening.running, run)
DEVICE = PHONE.lstrip("0")
REGISTRATION = b"\0\x20\2\5" + b"\0" * 32 + b"\2" + "苏E12345".encode("gbk")


def said(device: socket.socket, count: int = 1) -> list[tuple[int, str, bytes]]:
    """The next answers."""
    heard = b""
    while len(answers(heard)) < count:
        data = device.recv(4096)
        assert data
        heard += data
    return answers(heard)


def general(sequence: int, message: int, result: Result) -> tuple[int, str, bytes]:
    body = sequence.to_bytes(2, "big") + message.to_bytes(2, "big") + bytes((result,))
    return 0x8001, DEVICE, body


def kept(folder: Path) -> set[tuple[bytes, bytes]]:
    """Terminal and running number of every frame of the spool."""
    found = (decode(record.raw) for record in records(folder))
    return {(one.device.encode(), one.sequence.to_bytes(2, "big")) for one in found}


def test_the_frames_are_answered_and_stand_in_the_spool(tmp_path: Path) -> None:
    with running(tmp_path) as here, here.connect() as device:
        device.sendall(SUZHOU[:20])
        device.sendall(SUZHOU[20:] + GOLDEN[2])
        assert said(device, 2) == [
            general(1, 0x0200, Result.DONE), general(2, 0x0200, Result.DONE),
        ]  # fmt: skip
        counters = here.end()
    assert [(one.raw, one.received_at) for one in records(tmp_path)] == [
        (SUZHOU, NOON), (GOLDEN[2], NOON),
    ]  # fmt: skip
    assert [one.faults for one in records(tmp_path)] == [("not_authenticated",), ()]
    assert (counters.messages, counters.acknowledged, counters.devices) == (2, 2, 1)
    assert f" {DEVICE} 0200 1 not_authenticated 终端{DEVICE}在鉴权之前" in here.lines[0]


@pytest.mark.parametrize("version", [2013, 2019])
def test_a_terminal_registers_authenticates_and_reports(tmp_path: Path, version: int) -> None:
    head = partial(header, version=version)
    filled = REGISTRATION if version == 2013 else b"\0\x20\2\5" + bytes(71) + b"\2" + b"A1"
    with running(tmp_path, is_strict=True) as here, here.connect() as device:
        device.sendall(report())
        assert said(device) == [general(1, 0x0200, Result.FAILED)]
        device.sendall(encode(head(model.REGISTER, 7), filled))
        ((message, _, body),) = said(device)
        assert (message, body[:3]) == (0x8100, b"\x00\x07\x00")
        code = body[3:]
        assert code.decode() == code_of(secret_of(tmp_path), DEVICE)
        told = code if version == 2013 else bytes((len(code),)) + code + bytes(35)
        device.sendall(encode(head(model.AUTHENTICATE, 8), told) + report(9))
        assert said(device, 2) == [
            general(8, 0x0102, Result.DONE), general(9, 0x0200, Result.DONE),
        ]  # fmt: skip
        device.sendall(encode(head(model.HEARTBEAT, 10)) + encode(head(model.LOG_OUT, 11)))
        assert said(device, 2) == [
            general(10, 0x0002, Result.DONE), general(11, 0x0003, Result.DONE),
        ]  # fmt: skip
    assert here.counters.faulty == 1
    assert code.decode() not in "".join(here.lines)


def test_another_terminals_code_is_refused(tmp_path: Path) -> None:
    with running(tmp_path) as here, here.connect() as device:
        wrong = code_of(secret_of(tmp_path), "1").encode()
        device.sendall(encode(header(model.AUTHENTICATE, 3), wrong))
        assert said(device) == [general(3, 0x0102, Result.FAILED)]
    assert "wrong_code 终端鉴权的鉴权码与注册时所发的不符" in here.lines[0]
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600


def test_what_cannot_be_read_is_kept_and_answered_so(tmp_path: Path) -> None:
    frames = [
        encode(header(0x0F01, 1), b"x"),
        encode(header(sequence=2, encryption=1), bytes(28)),
        encode(header(sequence=3), bytes(5)),
        encode(header(model.ANSWER, 4), bytes(5)),
        SUZHOU.replace(b"\x25\x03\x10", b"\x25\x03\x11"),
        encode(header(model.ASK_TIME, 5)),
    ]
    with running(tmp_path) as here, here.connect() as device:
        device.sendall(b"".join(frames))
        assert said(device, 4) == [
            general(1, 0x0F01, Result.UNSUPPORTED), general(2, 0x0200, Result.UNSUPPORTED),
            general(3, 0x0200, Result.WRONG), (0x8004, DEVICE, bytes.fromhex("240716120000")),
        ]  # fmt: skip
        counters = here.end()
    assert [one.raw for one in records(tmp_path)] == frames
    assert (counters.damaged, counters.acknowledged, counters.messages) == (1, 4, 6)


def test_missing_packets_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(talk, "Packets", lambda: Packets(patience_s=0.05))
    body = batch_body([position_body(position())] * 5)
    frames = in_packets(header(model.BATCH, 20), body, 40)
    with running(tmp_path, Limits(idle_s=0.8)) as here, here.connect() as device:
        device.sendall(frames[0] + frames[2])
        assert said(device, 2) == [
            general(20, 0x0704, Result.DONE), general(22, 0x0704, Result.DONE),
        ]  # fmt: skip
        ((message, _, asked),) = said(device)
        assert (message, asked) == (0x8003, b"\x00\x14\x02\x00\x02\x00\x04")
        device.sendall(frames[1] + frames[3])
        assert said(device, 2)
        assert device.recv(4096) == b""
    assert len(kept(tmp_path)) == 4


def test_after_three_times_no_more_is_asked() -> None:
    packets = Packets(patience_s=10)
    packets.came(decode(in_packets(header(model.BATCH, 20), bytes(100), 40)[1]), 0)
    asked = [[missing for _, missing in packets.due(at)] for at in range(0, 60, 5)]
    assert [one for one in asked if one] == [[[1, 3]]] * 3


@pytest.mark.parametrize(("version", "count"), [(2013, "02"), (2019, "0002")])
def test_the_count_of_missing_packets_is_wider_since_2019(version: int, count: str) -> None:
    packet = decode(in_packets(header(model.BATCH, 20, version=version), bytes(100), 40)[1])
    asked = decode(resend(packet, 1, [1, 3]))
    assert (asked.version, asked.body) == (version, bytes.fromhex(f"0014{count}00010003"))


def test_two_hundred_terminals_at_once_are_all_acknowledged(tmp_path: Path) -> None:
    assert two_hundred_at_once(MODULE, tmp_path, Terminal, kept) == 4000


@pytest.mark.parametrize("after_s", [0.3, 0.8])
def test_nothing_acknowledged_is_lost_when_the_listener_is_killed(
    tmp_path: Path, after_s: float
) -> None:
    assert 0 < killed_after(after_s, MODULE, tmp_path, Terminal, kept) < 3200


def test_no_answer_leaves_before_the_disk_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yiding.ledgers.telemetry.listen.Spool", Gated)
    Gated.gate.clear()
    with running(tmp_path) as here, here.connect() as device:
        device.sendall(SUZHOU)
        device.settimeout(0.3)
        with pytest.raises(TimeoutError):
            device.recv(4096)
        Gated.gate.set()
        device.settimeout(5)
        assert said(device) == [general(1, 0x0200, Result.DONE)]


def test_a_stream_of_chance_never_stops_the_listener(tmp_path: Path) -> None:
    rng = Random(808)  # noqa: S311
    with running(tmp_path) as here:
        for at in range(int(os.environ.get("YIDING_FUZZ_ROUNDS", "20"))):
            stream = bytearray(b"".join(numbered(at, one) for one in range(20)))
            for _ in range(rng.randrange(1, 30)):
                stream[rng.randrange(len(stream))] = rng.randrange(256)
            with here.connect() as device:
                device.sendall(bytes(stream) + rng.randbytes(rng.randrange(3000)))
                device.shutdown(socket.SHUT_WR)
                while device.recv(65536):
                    pass
        with here.connect() as device:
            device.sendall(b"\x7e" + SUZHOU)
            assert said(device) == [general(1, 0x0200, Result.DONE)]
        assert here.counters.messages == sum(1 for _ in records(tmp_path))
        assert here.counters.faults == len(here.lines)
