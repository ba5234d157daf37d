"""The type 类别 of an accident as people write it: a code, a name, or both."""

from __future__ import annotations

import re

from yiding.ledgers.accidents.choices import SPECIAL_KINDS

SPECIAL_WORDS = frozenset(
    word.removesuffix("事故") for one in SPECIAL_KINDS for word in (one.term, *one.aliases)
)
"""What names a special kind of accident, and no type of the standard."""
_CODE = re.compile(r"^\s*(?P<code>\d{1,2})(?P<rest>.*)$")


def code_of(written: str) -> str | None:
    """Two digits where nothing but a code stands there."""
    found = _CODE.match(written)
    return found["code"].rjust(2, "0") if found and not found["rest"].strip() else None


def name_of(written: str) -> str:
    """The name without its code, and without the word for accident."""
    found = _CODE.match(written)
    rest = found["rest"].strip() if found else ""
    return (rest or written).strip().removesuffix("事故")
