"""Times of messages, all of China's time."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from yiding.ledgers.lake.hj212.practice import CHINA

# 2016-08-24 00:38:17, 2016/08/24 00:38, 20160824003817000
ODD_TIME = re.compile(
    r"([0-9]{4})[-/.年]?([0-9]{2})[-/.月]?([0-9]{2})日?[ T]?([0-9]{2}):?([0-9]{2})(?::?([0-9]{2}))?"
    r"(?:\.?[0-9]{1,6})?"
)


@lru_cache(maxsize=1024)
def moment_of(text: str) -> datetime | None:
    """``20240716040000`` as a moment; None of a day or an hour that does not exist."""
    try:
        return datetime.fromisoformat(f"{text[:8]}T{text[8:]}").replace(tzinfo=CHINA)
    except ValueError:
        return None


def odd_moment(text: str) -> datetime | None:
    """The moment of another form: milliseconds, separators, no seconds; None where unclear."""
    found = ODD_TIME.fullmatch(text.strip())
    return moment_of("".join(found.groups(default="00"))) if found else None
