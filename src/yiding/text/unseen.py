"""Characters that nobody sees: those without width, and those that steer a terminal."""

from __future__ import annotations

import re

WITHOUT_WIDTH = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def harmless(words: str) -> str:
    """Words without what steers a terminal: no control characters but tab and line feed."""
    return _CONTROLS.sub("", words)
