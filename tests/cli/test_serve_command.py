"""``yiding serve``: sets the database up, answers, and stops when told."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest

from deployment import deployment
from yiding.cli.app import run
from yiding.cli.usage import UNSERVED, WRONG_USAGE

pytestmark = pytest.mark.data


@pytest.mark.long
def test_an_empty_deployment_is_set_up_and_served(tmp_path: Path) -> None:
    with deployment(tmp_path) as city, city.serving() as server:
        connection = HTTPConnection("127.0.0.1", city.port, timeout=30)
        connection.request("GET", "/sign-in/")
        answer = connection.getresponse()
        assert answer.status == 200
        assert "议定" in answer.read().decode()
        connection.request("GET", "/static/yiding/tokens.css")
        assert connection.getresponse().status == 200
        connection.close()

        said = (tmp_path / "serve.log").read_text("utf-8")
        assert "正在更新数据库，共 " in said
        assert f"http://127.0.0.1:{city.port}/" in said

        taken = subprocess.run(
            [sys.executable, "-m", "yiding.cli", "serve", "--port", str(city.port)],
            env=city.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert taken.returncode == UNSERVED
        assert "用不了" in taken.stderr

        server.send_signal(signal.SIGTERM)
        assert server.wait(30) == 0
    with deployment(tmp_path) as again, again.serving():
        log = (tmp_path / "serve.log").read_text("utf-8")
        is_same = "postgres" not in again.environment["YIDING_DATABASE_URL"]
        assert log.count("正在更新数据库") == (1 if is_same else 2)


@pytest.mark.parametrize(
    "options", [["--port", "0"], ["--port", "70000"], ["--workers", "0"], ["--port", "http"]]
)
def test_options_that_cannot_be_are_said(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["serve", *options]) == WRONG_USAGE
    assert options[0] in capsys.readouterr().err


def test_a_port_in_use_is_said_before_anything_is_touched(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        assert run(["serve", "--port", str(held.getsockname()[1]), "--lang", "en"]) == UNSERVED
    assert "Choose another with --port" in capsys.readouterr().err
