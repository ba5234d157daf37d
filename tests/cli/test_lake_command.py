"""``yiding lake``: from a device's socket to the daily brief."""

from __future__ import annotations

import json
import signal
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from cli.listening import listening
from ledgers.lake.hj212.frames import GOLDEN, LAKE, frame_of
from world import make_world
from yiding.cli.app import run
from yiding.cli.usage import DONE, UNREADABLE, UNSERVED, WRONG_USAGE
from yiding.ledgers.base.models import Entry
from yiding.registry.models import Jurisdiction

DAMAGED = LAKE.replace(b"=0.083", b"=0.084")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data directory of this test's own."""
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path, raising=False)
    return tmp_path


def test_a_message_heard_is_in_the_brief(
    data: Path, db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    with listening(data, "lake") as (server, port):
        with socket.create_connection(("127.0.0.1", port), timeout=30) as device:
            device.sendall(LAKE + DAMAGED)
            assert b"CN=9014" in device.recv(1024)
        server.send_signal(signal.SIGTERM)
        assert server.stderr is not None
        said = server.stderr.read()
        assert server.wait(30) == DONE
    assert "CRC校验码与内容不符" in said
    assert "已停止：存下报文 2 条，应答 1 条，设备 1 台，受损 1 条" in said

    assert run(["lake", "take"]) == DONE
    out = capsys.readouterr().out
    assert "读报文 2 条；新增监测值 7 个，更正 0 个。" in out
    assert "受损报文 1 条" in out
    assert "CRC不符（crc_mismatch）1 次" in out
    assert run(["lake", "take"]) == DONE
    assert "读报文 0 条；新增监测值 0 个" in capsys.readouterr().out

    a_city_with_a_station()
    assert run(["lake", "brief", "--on", "2024-07-16"]) == DONE
    text = capsys.readouterr().out
    assert "湖心" in text
    assert "Ⅳ类" in text
    assert "总磷、溶解氧" in text
    assert "饮用水安全 没有记录" in text


def a_city_with_a_station() -> Jurisdiction:
    """A station of the golden message's device, in the lake."""
    city = make_world().jurisdiction
    keep_station(city, "A320500000000001", "湖心")
    return city


def keep_station(city: Jurisdiction, code: str, name: str) -> None:
    """A station of a place's."""
    Entry.objects.create(
        jurisdiction=city,
        ledger="lake",
        kind="station",
        key="1",
        place=city.code,
        fields={"code": code, "name": name, "station_kind": "lake_body"},
        changed_at=datetime(2024, 1, 1, tzinfo=UTC),
    )


def brief_of(data: Path, capsys: pytest.CaptureFixture[str], *options: str) -> Any:
    """The brief as JSON."""
    capsys.readouterr()
    assert run(["lake", "brief", "--on", "2024-07-16", "--format", "json", *options]) == DONE
    return json.loads(capsys.readouterr().out)


def test_the_brief_as_json(data: Path, db: None, capsys: pytest.CaptureFixture[str]) -> None:
    city = a_city_with_a_station()
    frames = data / "july.hj212"
    frames.write_bytes(b"".join(GOLDEN))
    assert run(["lake", "take", str(frames)]) == DONE
    told = brief_of(data, capsys, "--place", city.code)
    (station,) = told["stations"]
    assert (station["name"], station["registered"], station["body"]) == ("湖心", True, "lake")
    assert station["today"]["class"] == 4
    assert station["today"]["main_pollutants"] == "总磷、溶解氧"
    assert station["yesterday"] is None
    assert station["capture_pct"] == "16.67"
    assert told["lights"] == {
        "supply": {"red": None, "count": 0, "entries": 0},
        "blackwater": {"red": None, "count": 0, "entries": 0},
    }
    assert told["schema"] == "yiding/lake-brief/1"


def test_a_station_that_is_not_registered_is_named_by_its_code(
    data: Path, db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    frames = data / "july.hj212"
    frames.write_bytes(LAKE + frame_of(MN="A320500000000007"))
    assert run(["lake", "take", str(frames)]) == DONE
    told = brief_of(data, capsys)
    assert {one["code"]: one["registered"] for one in told["stations"]} == {
        "A320500000000001": False,
        "A320500000000007": False,
    }


def test_of_two_places_each_has_its_own_stations(
    data: Path, db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    city = a_city_with_a_station()
    other = Jurisdiction.objects.create(code="320599", slug="elsewhere", name="别处市")
    keep_station(other, "A320500000000007", "别处")
    frames = data / "july.hj212"
    frames.write_bytes(LAKE + frame_of(MN="A320500000000007"))
    assert run(["lake", "take", str(frames)]) == DONE
    assert run(["lake", "brief", "--on", "2024-07-16"]) == WRONG_USAGE
    assert f"320599 别处市、{city.code} {city.name}" in capsys.readouterr().err
    for code, name in ((city.code, "湖心"), ("320599", "别处")):
        told = brief_of(data, capsys, "--place", code)
        assert [one["name"] for one in told["stations"]] == [name]
    assert run(["lake", "brief", "--on", "2024-07-16", "--place", "999999"]) == WRONG_USAGE


def test_a_day_before_the_standard_is_said(
    data: Path, db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    frames = data / "old.hj212"
    frames.write_bytes(frame_of("DataTime=19990716040000;w21011-Avg=0.083,w21011-Flag=N"))
    assert run(["lake", "take", str(frames)]) == DONE
    assert run(["lake", "brief", "--on", "1999-07-16"]) == UNREADABLE
    assert "1999-07-16 还没有施行" in capsys.readouterr().err


def test_a_port_in_use_is_said(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        port = held.getsockname()[1]
        assert run(["lake", "listen", "--port", str(port)]) == UNSERVED
        assert f"端口 {port} 不能接收报文" in capsys.readouterr().err
        assert run(["lake", "listen", "--port", str(port), "--lang", "en"]) == UNSERVED
    assert "Choose another with --host or --port" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "status", "word"),
    [
        (["sleep"], WRONG_USAGE, "listen、take、brief"),
        (["listen", "--port", "0"], WRONG_USAGE, "--port"),
        (["brief", "--on", "2024-02-30"], WRONG_USAGE, "--on"),
        (["brief", "--format", "pdf"], WRONG_USAGE, "json"),
        (["take", "absent.hj212"], UNREADABLE, "absent.hj212"),
        (["take"], UNREADABLE, "--spool"),
    ],
)
def test_what_cannot_be_is_said(
    data: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, word: str
) -> None:
    assert run(["lake", *arguments]) == status
    assert word in capsys.readouterr().err
