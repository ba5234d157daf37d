"""The last sign of a code, which checks the others."""

from __future__ import annotations

SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""What a credit code is written with: no I, O, S, V, Z."""
BASE = 3
TEN = 10


def credit_check_sign(body: str) -> str:
    """The check sign of the first seventeen signs of a credit code.

    Weights are the powers of three, all modulo the number of signs.
    """
    modulus = len(SIGNS)
    weighted = (SIGNS.index(sign) * BASE**at for at, sign in enumerate(body))
    return SIGNS[-sum(weighted) % modulus]


def item_check_digit(body: str) -> str:
    """The check digit of an item number without it: weights 3 and 1 from the right, modulo ten."""
    from_right = body[::-1]
    odd, even = from_right[::2], from_right[1::2]
    weighted = sum(map(int, odd)) * BASE + sum(map(int, even))
    return str(-weighted % TEN)
