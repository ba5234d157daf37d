"""A listener of the command line as a process."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def listening(data: Path, ledger: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """``yiding lake listen`` or ``yiding fleet listen``, and its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "yiding.cli", ledger, "listen", "--port", str(port)]
    environment = os.environ | {"YIDING_DATA_DIR": str(data), "YIDING_LANG": "zh"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    server = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None
        assert f"端口 {port} 接收报文" in server.stderr.readline()
        yield server, port
    finally:
        if server.poll() is None:
            server.kill()
        server.wait()
