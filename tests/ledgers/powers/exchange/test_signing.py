"""Signatures in the Standard Webhooks form: a known one, several secrets, a window."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ledgers.powers.exchange.letters import NOW, OTHER, SECRET
from yiding.ledgers.powers.exchange.signing import (
    ID,
    SIGNATURE,
    TIMESTAMP,
    BadSecret,
    SignatureRefused,
    key_of,
    new_secret,
    sign,
    signed_headers,
    verify,
)

BODY = b'{"test": 2432232314}'


def test_the_published_example() -> None:
    made = sign(SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, BODY)
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_any_secret_in_force_on_both_sides_will_do() -> None:
    """While secrets are being changed each side may have one that the other has not."""
    headers = signed_headers([OTHER, SECRET], "m", NOW, BODY)
    assert verify([SECRET], headers, BODY, NOW) == "m"
    assert verify([new_secret(), OTHER], headers, BODY, NOW) == "m"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({SIGNATURE: "v1,AAAA"}, "signature"),
        ({SIGNATURE: ""}, "headers"),
        ({ID: "other"}, "signature"),
        ({ID: ""}, "headers"),
        ({TIMESTAMP: str(int(NOW.timestamp()) + 1)}, "signature"),
        ({TIMESTAMP: "gestern"}, "headers"),
        ({TIMESTAMP: "١٢"}, "headers"),
    ],
)
def test_what_was_changed_is_refused(changed: dict[str, str], reason: str) -> None:
    headers = {**signed_headers([SECRET], "m", NOW, BODY), **changed}
    with pytest.raises(SignatureRefused) as why:
        verify([SECRET], headers, BODY, NOW)
    assert why.value.reason == reason


def test_another_body_and_no_secret_are_refused() -> None:
    headers = signed_headers([SECRET], "m", NOW, BODY)
    for secrets, body in (([SECRET], BODY + b" "), ([OTHER], BODY), ([], BODY)):
        with pytest.raises(SignatureRefused):
            verify(secrets, headers, body, NOW)


@pytest.mark.parametrize(("seconds", "is_taken"), [(300, True), (301, False)])
def test_five_minutes_either_way(seconds: int, is_taken: bool) -> None:
    headers = signed_headers([SECRET], "m", NOW, BODY)
    for now in (NOW + timedelta(seconds=seconds), NOW - timedelta(seconds=seconds)):
        if is_taken:
            assert verify([SECRET], headers, BODY, now) == "m"
        else:
            with pytest.raises(SignatureRefused) as why:
                verify([SECRET], headers, BODY, now)
            assert why.value.reason == "timestamp"


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_%%%", "whsec_QUJD", SECRET[6:]])
def test_what_is_no_secret(secret: str) -> None:
    with pytest.raises(BadSecret):
        key_of(secret)


def test_new_secrets_differ_and_are_long() -> None:
    assert new_secret() != new_secret()
    assert len(key_of(new_secret())) == 32
    assert signed_headers([SECRET], "m", datetime(2026, 1, 1, tzinfo=UTC), b"")[TIMESTAMP]
