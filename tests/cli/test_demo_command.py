"""``yiding demo``: loads once, says who can enter, and never touches somebody else's data."""

from __future__ import annotations

import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

from deployment import PATIENCE_S, Deployment, deployment, kill
from yiding.cli.app import run
from yiding.cli.usage import REFUSED, WRONG_USAGE


def demo(city: Deployment, *options: str) -> subprocess.CompletedProcess[str]:
    """One run of the command, to its end."""
    command = [sys.executable, "-m", "yiding.cli", "demo", *options]
    return subprocess.run(
        command, env=city.environment, check=False, capture_output=True, text=True
    )


@pytest.mark.long
def test_the_city_is_loaded_once_and_entered_with_one_click(tmp_path: Path) -> None:
    with deployment(tmp_path) as city:
        first = demo(city, "--meetings", "1", "--today", "2026-11-20")
        assert first.returncode == 0, first.stderr
        assert "导入纪要 1/1" in first.stderr
        assert "纪要 5 份" in first.stdout
        assert "supervisor1" in first.stdout
        assert "密码都是 " in first.stdout
        again = demo(city, "--lang", "en")
        assert "5 papers" in again.stdout
        assert "Acts" not in again.stderr
        assert city.verify().returncode == 0
        command = [sys.executable, "-m", "yiding.cli", "demo", "--serve"]
        server = subprocess.Popen(
            [*command, "--port", str(city.port)],
            env=city.environment,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        try:
            assert server.stdout is not None
            said = next(line for line in server.stdout if "sign-in/" in line)
            assert f"http://127.0.0.1:{city.port}/sign-in/" in said
            assert "以督查员" in _page(city.port)
        finally:
            kill(server)


def _page(port: int) -> str:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
        try:
            connection.request("GET", "/sign-in/")
            return connection.getresponse().read().decode()
        except ConnectionRefusedError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise AssertionError(port)


@pytest.mark.long
def test_somebody_elses_data_is_not_touched(tmp_path: Path) -> None:
    with deployment(tmp_path) as city:
        assert city.run("populate", "1") is not None
        for options in ([], ["--fresh"]):
            refused = demo(city, *options)
            assert refused.returncode == REFUSED
            assert "别的地区" in refused.stderr
        assert city.verify().returncode == 0


@pytest.mark.parametrize(
    "options",
    [["--port", "0"], ["--meetings", "0"], ["--meetings", "25"], ["--today", "昨天"]],
)
def test_options_that_cannot_be_are_said(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["demo", *options]) == WRONG_USAGE
    assert options[0] in capsys.readouterr().err
