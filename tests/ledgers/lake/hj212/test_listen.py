"""A real listener on a real port: many devices, a kill in the middle, an end in good order."""

from __future__ import annotations

import socket
import threading
from functools import partial
from pathlib import Path

import pytest

from ledgers.lake.hj212.devices import MODULE, Device
from ledgers.lake.hj212.frames import LAKE, MILLISECONDS, numbered
from ledgers.telemetry import listening
from ledgers.telemetry.listening import NOON, Gated, killed_after, two_hundred_at_once, wait_until
from yiding.ledgers.lake.hj212 import readback
from yiding.ledgers.lake.hj212.decode import decode
from yiding.ledgers.lake.hj212.listen import run
from yiding.ledgers.telemetry import spool as store_module
from yiding.ledgers.telemetry.connection import Limits, Manner
from yiding.ledgers.telemetry.listen import CannotListen
from yiding.ledgers.telemetry.spool import SpoolInUse, records


def kept(folder: Path) -> set[tuple[bytes, bytes]]:
    """MN and QN of every message of the spool."""
    found = (received.message for received in readback.messages(folder))
    return {(each.mn.encode(), (each.qn or "").encode()) for each in found}


running = partial(listening.running, run)


def test_a_message_is_answered_and_stands_in_the_spool(tmp_path: Path) -> None:
    with running(tmp_path) as here, here.connect() as device:
        device.sendall(LAKE[:50])
        device.sendall(LAKE[50:] + MILLISECONDS)
        answer = decode(device.recv(4096))
        assert (answer.cn, answer.qn, answer.faults) == ("9014", "20240716080000000", ())
        counters = here.end()
    (first, second) = records(tmp_path)
    assert (first.raw, first.received_at, first.faults) == (LAKE, NOON, ())
    assert first.peer.startswith("127.0.0.1:")
    assert second.faults == ("missing_qn", "data_time_format")
    assert [line.partition(" 127")[0] for line in here.lines] == [
        "2024-07-16T12:00:00.000+08:00"
    ] * 2
    assert " MN=LD130133000015 QN= CN=2011 missing_qn 报文没有请求编码QN" in here.lines[0]
    wanted = {"messages": 2, "acknowledged": 1, "faulty": 1, "faults": 2, "devices": 2}
    assert counters.as_dict().items() >= wanted.items()


def test_two_hundred_devices_at_once_are_all_acknowledged(tmp_path: Path) -> None:
    assert two_hundred_at_once(MODULE, tmp_path, Device, kept) == 4000


@pytest.mark.parametrize("after_s", [0.3, 0.8])
def test_nothing_acknowledged_is_lost_when_the_listener_is_killed(
    tmp_path: Path, after_s: float
) -> None:
    assert 0 < killed_after(after_s, MODULE, tmp_path, Device, kept) < 3200


def test_no_answer_leaves_before_the_disk_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yiding.ledgers.telemetry.listen.Spool", Gated)
    Gated.gate.clear()
    with running(tmp_path) as here, here.connect() as device:
        device.sendall(LAKE)
        device.settimeout(0.3)
        with pytest.raises(TimeoutError):
            device.recv(4096)
        Gated.gate.set()
        device.settimeout(5)
        assert decode(device.recv(4096)).cn == "9014"


def test_frames_that_come_together_are_flushed_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []
    flush = store_module.os.fsync
    monkeypatch.setattr(store_module.os, "fsync", lambda file: (flush(file), flushed.append(file)))
    with running(tmp_path) as here, here.connect() as device:
        device.sendall(b"".join(numbered(1, at) for at in range(50)))
        wait_until(lambda: here.counters.acknowledged == 50)
        assert 1 <= here.counters.commits <= 5
        assert len(flushed) == here.counters.commits + 1  # the folder's new entry
    assert len(kept(tmp_path)) == 50


def test_a_device_that_floods_is_held_back_and_loses_nothing(tmp_path: Path) -> None:
    few = Limits(unsettled=4)
    frames = b"".join(numbered(7, at) for at in range(3000))
    with running(tmp_path, few) as here, here.connect() as device:
        device.sendall(frames)
        heard = 0
        while heard < 3000:
            heard += device.recv(65536).count(b"CN=9014")
    assert len(kept(tmp_path)) == 3000


def test_junk_is_dropped_counted_and_told(tmp_path: Path) -> None:
    with running(tmp_path) as here, here.connect() as device:
        device.sendall(b"GET / HTTP/1.1\r\n\r\n" + LAKE.replace(b"29.6", b"29.7") + LAKE)
        assert decode(device.recv(4096)).cn == "9014"
        counters = here.end()
        assert (counters.bytes_dropped, counters.damaged) == (18, 1)
        assert (counters.messages, counters.acknowledged) == (2, 1)
    assert " junk 丢弃第0字节起18字节“GET / HTTP/1.1" in here.lines[0]
    assert "crc_mismatch CRC校验码与内容不符：写明BDC1，应为" in here.lines[1]
    assert "123456" not in "".join(here.lines)


def is_refused(device: socket.socket) -> bool:
    """Whether the other side closes, with a reset or without."""
    try:
        device.sendall(LAKE)
        return device.recv(4096) == b""
    except ConnectionError:
        return True


def test_one_connection_too_many_is_refused(tmp_path: Path) -> None:
    with running(tmp_path, Limits(connections=2)) as here:
        with here.connect() as one, here.connect() as two:
            one.sendall(numbered(1, 1))
            two.sendall(numbered(2, 1))
            assert one.recv(4096)
            assert two.recv(4096)
            with here.connect() as three:
                assert is_refused(three)
        wait_until(lambda: here.counters.open_connections == 0)
        with here.connect() as again:
            again.sendall(numbered(3, 1))
            assert again.recv(4096)
    assert "too_many_connections 同时连接已达2" in here.lines[0]


def test_a_device_that_sends_and_ends_is_still_answered(tmp_path: Path) -> None:
    with running(tmp_path) as here, here.connect() as device:
        device.sendall(LAKE[:-1])
        device.shutdown(socket.SHUT_WR)
        assert decode(device.recv(4096)).cn == "9014"
        assert device.recv(4096) == b""
        wait_until(lambda: here.counters.open_connections == 0)
    (record,) = records(tmp_path)
    assert record.faults == ("bad_terminator",)


def test_an_idle_connection_is_closed(tmp_path: Path) -> None:
    with running(tmp_path, Limits(idle_s=0.2)) as here, here.connect() as device:
        device.sendall(LAKE)
        assert device.recv(4096)
        device.sendall(b"##")
        assert device.recv(4096) == b""
    assert "idle 0.2秒没有收到完整报文" in here.lines[0]
    assert "unfinished" in here.lines[1]


def test_the_end_in_good_order_answers_what_has_come(tmp_path: Path) -> None:
    with running(tmp_path, Limits(gather_s=0.3)) as here, here.connect() as device:
        device.sendall(LAKE)
        wait_until(lambda: here.counters.bytes_received == len(LAKE))
        counters = here.end()
        assert decode(device.recv(4096)).cn == "9014"
        assert device.recv(4096) == b""
    assert (counters.messages, counters.acknowledged, counters.open_connections) == (1, 1, 0)


def test_a_disk_that_refuses_gets_no_answer_and_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = store_module.os.fsync
    full = threading.Event()
    full.set()

    def refuse(file: int) -> None:
        if full.is_set():
            raise OSError(28, "No space left on device")
        flush(file)

    monkeypatch.setattr(store_module.os, "fsync", refuse)
    with running(tmp_path) as here, here.connect() as device:
        device.sendall(LAKE)
        wait_until(lambda: here.counters.unsaved == 1)
        full.clear()
        device.sendall(LAKE)
        assert decode(device.recv(4096)).cn == "9014"
        assert here.counters.acknowledged == 1
    assert "not_saved 报文没有写入存储，不予应答：1包，No space left on device" in here.lines[0]
    assert len(kept(tmp_path)) == 1


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with running(tmp_path / "one") as here:
        manner = Manner(lambda: NOON, print)
        with pytest.raises(CannotListen, match=rf"127.0.0.1:{here.port}：端口已被占用。请停止.*。"):
            run("127.0.0.1", here.port, tmp_path / "two", manner)
        with pytest.raises(SpoolInUse):
            run("127.0.0.1", 0, tmp_path / "one", manner)
