"""``yiding fleet``: from a terminal's socket to alerts in the ledger and trips on the screen."""

from __future__ import annotations

import json
import signal
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings

from cli.listening import listening
from ledgers.fleet.jt808.devices import answers
from ledgers.fleet.jt808.frames import NO_FIX, SUZHOU
from ledgers.fleet.positions.tracks import OTHER_PHONE, PHONE, PLATE, at, drive, frames
from world import World, make_world
from yiding.cli.app import run
from yiding.cli.usage import DONE, REFUSED, UNREADABLE, WRONG_USAGE
from yiding.ledgers.base.models import Entry

DAMAGED = SUZHOU.replace(b"\x25\x03\x10", b"\x25\x03\x11")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data directory of this test's own."""
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path, raising=False)
    return tmp_path


@pytest.fixture
def city(data: Path, db: None, monkeypatch: pytest.MonkeyPatch) -> World:
    """A city with a vehicle of the water bureau; whoever acts needs no password."""
    monkeypatch.setattr(settings, "DEMO", True, raising=False)
    world = make_world()
    unit = world.units["water"]
    Entry.objects.create(
        jurisdiction=world.jurisdiction, ledger="fleet", kind="vehicle", key=PLATE, unit=unit,
        place=world.jurisdiction.code, changed_at=datetime(2024, 1, 1, tzinfo=UTC),
        fields={"plate": PLATE, "unit": unit.name, "terminal_id": PHONE},
    )  # fmt: skip
    path = data / "monday.bin"
    track = [*frames(drive(at("03-10 09:00"), 30)), *frames(drive(at("03-10 21:00"), 9))]
    path.write_bytes(b"".join([*track, *frames(drive(at("03-10 09:00"), 5), OTHER_PHONE)]))
    assert run(["fleet", "take", str(path)]) == DONE
    return world


def test_a_frame_heard_is_acknowledged_and_taken(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with listening(data, "fleet") as (server, port):
        with socket.create_connection(("127.0.0.1", port), timeout=30) as device:
            device.sendall(SUZHOU + DAMAGED)
            assert [one[0] for one in answers(device.recv(1024))] == [0x8001]
        server.send_signal(signal.SIGTERM)
        assert server.stderr is not None
        said = server.stderr.read()
        assert server.wait(30) == DONE
    assert "校验码与内容不符" in said
    assert "已停止：存下报文 2 条，应答 1 条，设备 1 台，受损 1 条" in said
    assert run(["fleet", "take"]) == DONE
    out = capsys.readouterr().out
    assert "读报文和行 2 条；新增定位 1 条，更正 0 条。" in out
    assert "校验码不符（checksum_mismatch）1 次" in out


def test_watching_raises_alerts_once_and_names_strangers(
    city: World, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    days = ["--from", "2025-03-10", "--to", "2025-03-11", "--as"]
    assert run(["fleet", "watch", *days, "supervisor"]) == DONE
    out = capsys.readouterr().out
    assert "2025-03-10 至 2025-03-11：登记车辆行程 2 次，23.4 公里，其中有派车单 0.0%。" in out
    assert "新预警 2 条：" in out
    assert "没有登记的终端：13900000002，1 天有定位。" in out
    assert Entry.objects.filter(kind="alert", verdict="undetermined").count() == 2
    assert run(["fleet", "watch", *days, "supervisor"]) == DONE
    assert "已有预警 2 条，不重复入账。" in capsys.readouterr().out
    assert run(["fleet", "watch", *days, "auditor"]) == REFUSED


@pytest.mark.parametrize(
    ("who", "count"), [("supervisor", 2), ("liaison@water", 2), ("liaison@finance", 0)]
)
def test_trips_are_of_the_vehicles_that_an_account_may_see(
    city: World, capsys: pytest.CaptureFixture[str], who: str, count: int
) -> None:
    capsys.readouterr()
    asked = ["fleet", "trips", "--from", "2025-03-10", "--as", who]
    assert run([*asked, "--format", "json"]) == DONE
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(told) == count
    assert {one["vehicle"] for one in told} <= {PLATE}
    assert run([*asked, "--vehicle", PLATE, "--format", "csv"]) == (DONE if count else WRONG_USAGE)
    assert len(capsys.readouterr().out.splitlines()) == (count + 1 if count else 0)
    assert run(asked) == DONE
    assert capsys.readouterr().out.count("苏E") == count


def test_frames_are_shown_one_a_line(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = data / "frames.hex"
    path.write_text(f"{SUZHOU.hex(' ')}\n{NO_FIX.hex()}\n00")
    assert run(["fleet", "show", str(path)]) == DONE
    said = capsys.readouterr()
    first, second = map(json.loads, said.out.splitlines())
    assert (first["device"], first["positions"][0]["lat"]) == ("13912345678", "31.299000")
    assert second["positions"][0]["is_positioned"] is False
    assert "丢弃" in said.err


@pytest.mark.parametrize(
    ("arguments", "status", "word"),
    [
        (["sleep"], WRONG_USAGE, "listen、take、watch、trips、show"),
        (["listen", "--port", "0"], WRONG_USAGE, "--port"),
        (["watch", "--from", "2025-02-30"], WRONG_USAGE, "--from"),
        (["watch", "--from", "2025-03-11", "--to", "2025-03-10"], WRONG_USAGE, "先写的在前"),
        (["trips", "--format", "pdf"], WRONG_USAGE, "json"),
        (["take", "absent.bin"], UNREADABLE, "absent.bin"),
        (["take"], UNREADABLE, "yiding fleet listen"),
        (["show"], UNREADABLE, "FILE"),
    ],
)
def test_what_cannot_be_is_said(
    data: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, word: str
) -> None:
    assert run(["fleet", *arguments]) == status
    assert word in capsys.readouterr().err


def test_a_sheet_that_lacks_a_head_is_named(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = data / "gps.csv"
    path.write_text("终端号,时间,经度,速度\n1,2025-03-10 12:00,120,5\n", "utf-8")
    assert run(["fleet", "take", str(path)]) == UNREADABLE
    assert "gps.csv：缺少纬度" in capsys.readouterr().err


def test_a_day_without_positions_is_said(city: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fleet", "watch", "--from", "2025-04-10", "--as", "supervisor"]) == UNREADABLE
    assert "yiding fleet take" in capsys.readouterr().err
