"""A deployment of its own for one test: its database, its server as a process, its clients."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread
from typing import Any

import psycopg

from crowd import COMMAND

PATIENCE_S = 60


@dataclass
class Storm:
    """Many clients sending acts: what was acknowledged, and what else was answered."""

    acknowledged: list[str] = field(default_factory=list)
    refused: dict[str, int] = field(default_factory=dict)
    enough: Event = field(default_factory=Event)


@dataclass
class Deployment:
    """Where it keeps its data, and how its commands are run."""

    folder: Path
    environment: dict[str, str]
    port: int
    token: str = ""

    def run(self, *arguments: str) -> Any:
        """What crowd.py prints."""
        answer = subprocess.run(
            [*COMMAND, *arguments], env=self.environment, check=True, stdout=subprocess.PIPE
        )
        return json.loads(answer.stdout)

    def verify(self) -> subprocess.CompletedProcess[str]:
        """``yiding verify`` on this database."""
        command = [sys.executable, "-m", "yiding.cli", "verify"]
        return subprocess.run(
            command, env=self.environment, check=False, capture_output=True, text=True
        )

    @contextmanager
    def serving(self, *options: str) -> Iterator[subprocess.Popen[bytes]]:
        """``yiding serve`` in a session of its own, so that all of it can be killed at once."""
        command = [sys.executable, "-m", "yiding.cli", "serve", "--port", str(self.port), *options]
        with (self.folder / "serve.log").open("ab") as log:
            server = subprocess.Popen(
                command, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        try:
            self._wait_for(server)
            yield server
        finally:
            kill(server)

    def _wait_for(self, server: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until and server.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise AssertionError((self.folder / "serve.log").read_text("utf-8"))

    def sign_all(self, addresses: list[str], clients: int, enough: int | None = None) -> Storm:
        """Send one signature a matter, by so many clients, and wait for the end.

        With ``enough``, return as soon as so many are acknowledged, the rest still on their way.
        """
        storm, queue = Storm(), Queue[str]()
        for address in addresses:
            queue.put(address)
        wanted = len(addresses) + 1 if enough is None else enough
        threads = [
            Thread(target=self._client, args=(queue, storm, wanted), daemon=True)
            for _ in range(clients)
        ]
        for thread in threads:
            thread.start()
        if enough is None:
            for thread in threads:
                thread.join(PATIENCE_S * 4)
        else:
            assert storm.enough.wait(PATIENCE_S * 2)
        return storm

    def _client(self, queue: Queue[str], storm: Storm, wanted: int) -> None:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        try:
            while True:
                address = queue.get_nowait()
                status = self._sign(connection, address)
                if status == 200:
                    storm.acknowledged.append(address)
                else:
                    storm.refused[address] = status
                if len(storm.acknowledged) >= wanted:
                    storm.enough.set()
        except (Empty, OSError, HTTPException):
            return  # nothing is left to do, or the server is gone
        finally:
            connection.close()

    def _sign(self, connection: HTTPConnection, address: str) -> int:
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        connection.request("POST", f"/api/v1/matters/{address}/acts/sign", "{}", headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status


def kill(server: subprocess.Popen[bytes]) -> None:
    """Every process of a server, at once and without a word."""
    with suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
    server.wait()


@contextmanager
def deployment(folder: Path) -> Iterator[Deployment]:
    """An empty deployment, on a SQLite file or on the PostgreSQL that the tests run with."""
    address = os.environ.get("YIDING_DATABASE_URL", "")
    with _database(address, folder) as database:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "settings_for_tests",
            "PYTHONPATH": str(Path(__file__).parent),
            "YIDING_DATA_DIR": str(folder),
            "YIDING_DATABASE_URL": database,
            "YIDING_API_CALLS_A_MINUTE": "1000000",
        }
        yield Deployment(folder, environment, _free_port())


@contextmanager
def _database(address: str, folder: Path) -> Iterator[str]:
    if not address.startswith("postgres"):
        yield f"sqlite:///{folder / 'yiding.sqlite3'}"
        return
    server, name = address.rpartition("/")[0], f"own_{os.getpid()}_{time.monotonic_ns()}"
    host, user = "/" + server.partition("@/")[2].lstrip("/"), server[11:].partition("@")[0]
    with psycopg.connect(host=host, user=user, dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
        yield f"{server}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[arg-type]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
