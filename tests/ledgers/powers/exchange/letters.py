"""Messages as a peer would send them, and a peer that answers as it is told."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

from world import World
from yiding.ledgers.base.models import Entry
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing, put_entry
from yiding.ledgers.powers.exchange.signing import signed_headers

NOW = datetime(2026, 3, 3, 1, tzinfo=UTC)
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
OTHER = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
FIELDS = {"direction": "审批→监管", "decided_at": "2026-03-02 15:00", "sent_at": "2026-03-02 16:00"}


def message(id_: str = "msg_1", key: str = "LHTS-1", **fields: Any) -> bytes:
    """A push as JSON."""
    told = {"type": "push", "id": id_, "key": key, "fields": {**FIELDS, **fields}}
    return json.dumps(told, ensure_ascii=False).encode()


def push(world: World, key: str = "LHTS-1", **fields: Any) -> Entry:
    """A push written into the ledger, to the housing bureau unless said otherwise."""
    told = {"to_dept": "市住建局", "from_dept": "市行政审批局", **FIELDS, **fields}
    return put_entry(Writing(world["supervisor"], "powers", NOW), Given("push", key, told))


Answering = Callable[[str, bytes], tuple[int, bytes, dict[str, str]]]
"""What a peer answers to an id and a body: status, body, headers."""


def receipted(id_: str, body: bytes, secret: str = SECRET) -> tuple[int, bytes, dict[str, str]]:
    """The receipt that a peer gives."""
    told = {"id": id_, "received_at": "2026-03-03T09:00:01+08:00"}
    told["sha256"] = hashlib.sha256(body).hexdigest()
    answer = json.dumps(told).encode()
    return 200, answer, signed_headers([secret], f"rcpt_{id_}", NOW, answer)


def always(status: int, body: bytes = b"", **headers: str) -> Answering:
    """A peer that answers everything alike."""
    return lambda _id, _body: (status, body, headers)


@contextmanager
def listening(answer: Answering) -> Iterator[str]:
    """A peer on this machine; its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, said, headers = answer(self.headers["webhook-id"], body)
            self.send_response(status)
            for name, one in headers.items():
                self.send_header(name, one)
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: Any) -> None:
            """Nothing on the screen."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
