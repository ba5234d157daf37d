"""Authentication codes 鉴权码: one a terminal, made of its number and a secret of this listener.

Nothing is remembered of a terminal: whoever holds the secret can tell a code of its own.
"""

from __future__ import annotations

import hmac
import os
from pathlib import Path
from secrets import token_bytes

NAME = "secret"
LENGTH = 16
OWNER_ONLY = 0o600


def secret_of(folder: Path) -> bytes:
    """The secret kept in a folder; made where there is none. OSError where it cannot be."""
    path = folder / NAME
    if not path.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
        with os.fdopen(handle, "wb") as file:
            file.write(token_bytes(32))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    return path.read_bytes()


def code_of(secret: bytes, device: str) -> str:
    """The code of a terminal, by its number without the noughts before it."""
    return hmac.new(secret, device.encode(), "sha256").hexdigest()[:LENGTH]


def is_code_of(secret: bytes, device: str, code: str) -> bool:
    """Whether a terminal authenticates with its own code."""
    return hmac.compare_digest(code_of(secret, device).encode(), code.encode())
