"""The signature of a webhook in the Standard Webhooks form: HMAC-SHA256 over id.timestamp.body.

Pure: secrets, headers and the moment are arguments. A secret is ``whsec_`` and base64; a message
carries one signature for each secret in force, so that secrets can be changed without a gap.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets as chance
from binascii import Error as NotBase64
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

ID, TIMESTAMP, SIGNATURE = "webhook-id", "webhook-timestamp", "webhook-signature"
WINDOW = timedelta(minutes=5)
_PREFIX, _VERSION, _BYTES = "whsec_", "v1", 32


class SignatureRefused(ValueError):
    """A message that is not taken: `reason` is ``headers``, ``timestamp`` or ``signature``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BadSecret(ValueError):
    """What is no secret of this form."""


def new_secret() -> str:
    """A secret nobody can guess."""
    return _PREFIX + base64.b64encode(chance.token_bytes(_BYTES)).decode()


def key_of(secret: str) -> bytes:
    """The bytes of a secret, or `BadSecret`."""
    try:
        key = base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
    except (NotBase64, ValueError) as why:
        raise BadSecret(secret[: len(_PREFIX)]) from why
    if not secret.startswith(_PREFIX) or len(key) < _BYTES - 8:
        raise BadSecret(secret[: len(_PREFIX)])
    return key


def sign(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """``v1,<base64>`` of one secret."""
    signed = f"{message_id}.{timestamp}.".encode() + body
    digest = hmac.new(key_of(secret), signed, hashlib.sha256).digest()
    return f"{_VERSION},{base64.b64encode(digest).decode()}"


def signed_headers(
    secrets: Iterable[str], message_id: str, at: datetime, body: bytes
) -> dict[str, str]:
    """The three headers of a message; a signature for each secret, parted by blanks."""
    timestamp = int(at.timestamp())
    signatures = [sign(one, message_id, timestamp, body) for one in secrets]
    return {ID: message_id, TIMESTAMP: str(timestamp), SIGNATURE: " ".join(signatures)}


def verify(secrets: Iterable[str], headers: Mapping[str, str], body: bytes, now: datetime) -> str:
    """The id of a message that one of the secrets has signed within five minutes of now.

    `headers` are found by their names in small letters; raises `SignatureRefused`.
    """
    message_id, stamp, given = (headers.get(one, "") for one in (ID, TIMESTAMP, SIGNATURE))
    if not (message_id and given and stamp.isascii() and stamp.isdigit()):
        raise SignatureRefused("headers")
    timestamp = int(stamp)
    right = [sign(one, message_id, timestamp, body) for one in secrets]
    found = [
        hmac.compare_digest(each.encode(), one.encode()) for each in given.split() for one in right
    ]
    if not any(found):
        raise SignatureRefused("signature")
    if abs(now.timestamp() - timestamp) > WINDOW.total_seconds():
        raise SignatureRefused("timestamp")
    return message_id
