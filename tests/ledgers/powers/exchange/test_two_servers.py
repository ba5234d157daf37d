"""Two deployments exchange pushes; the receiver is killed after writing, before saying so."""

from __future__ import annotations

import json
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from deployment import Deployment, deployment, kill
from ledgers.powers.exchange.city import COMMAND
from ledgers.powers.exchange.letters import SECRET

pytestmark = [pytest.mark.data, pytest.mark.long]
#: One letter comes at a time: more processes would only take longer to start.
ALONE = ("--workers", "1")


def told(side: Deployment, *arguments: str) -> Any:
    """What city.py prints."""
    answer = subprocess.run(
        [*COMMAND, *arguments], env=side.environment, check=True, stdout=subprocess.PIPE
    )
    return json.loads(answer.stdout)


@contextmanager
def between(port: int, before_the_answer: Callable[[], None]) -> Iterator[int]:
    """A wire to a port that is cut once the answer has come and nobody has seen it."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def carry() -> None:
            with server.accept()[0] as near, socket.create_connection(("127.0.0.1", port)) as far:
                far.sendall(near.recv(65536))
                near.settimeout(0.5)
                try:
                    while more := near.recv(65536):
                        far.sendall(more)
                except TimeoutError:
                    assert far.recv(65536)
                before_the_answer()

        thread = Thread(target=carry, daemon=True)
        thread.start()
        yield int(server.getsockname()[1])
        thread.join(60)
        assert not thread.is_alive()


def address(port: int, slug: str) -> str:
    return f"http://127.0.0.1:{port}/api/v1/exchange/{slug}"


def test_nothing_acknowledged_is_lost_and_nothing_is_written_twice(tmp_path: Path) -> None:
    for side in ("a", "b"):
        (tmp_path / side).mkdir()
    with deployment(tmp_path / "a") as bureau, deployment(tmp_path / "b") as housing:
        told(housing, "make", "市行政审批局", "bureau", address(bureau.port, "housing"), SECRET)
        with housing.serving(*ALONE) as server, between(housing.port, lambda: kill(server)) as wire:
            told(bureau, "make", "市住建局", "housing", address(wire, "bureau"), SECRET)
            sent = told(bureau, "push", "P-1", "市住建局")
        # the receiver has it, the sender does not know
        assert sent["letters"] == ["waiting"]
        with housing.serving(*ALONE), bureau.serving(*ALONE):
            known = told(bureau, "resume", address(housing.port, "bureau"))
            assert (known["letters"], known["told"]) == (["received"], [True])
            there = told(housing, "push", "R-1", "市行政审批局")
        assert there["pushes"] == ["R-1", "bureau-P-1"]
        assert (there["arrivals"], there["letters"]) == (1, ["received"])
        assert told(bureau, "facts")["pushes"] == ["P-1", "housing-R-1"]
