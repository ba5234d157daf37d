"""What the standard leaves to the place: which flags count, which edition is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta, timezone
from typing import Literal

from yiding.ledgers.lake.hj212.codes import FACTORS

#: The standard's times are those of China.
CHINA = timezone(timedelta(hours=8))
Edition = Literal[2005, 2017, 2025]
#: The greatest data segment and the greatest CP, in characters (HJ 212-2017 6.3).
SEGMENT_LIMIT, CP_LIMIT = 1024, 950


@dataclass(frozen=True, slots=True)
class Practice:
    """How a place reads its messages.

    ``valid_letters``: the data flags that make a value valid. Table 8 of HJ 212-2017 names the
    letters and does not say which are valid; N and S is the custom of one open program, so a
    bureau states its own. ``is_unflagged_valid``: whether a value without any flag counts.
    ``edition``: None reads each message by the version bits of its Flag; 2005 or 2017 reads all
    messages so, whatever they state; 2025 keeps messages without a reading, since HJ 212-2025 is
    not loaded. ``factors``: the factor codes held and their names.
    """

    valid_letters: frozenset[str] = frozenset("NS")
    is_unflagged_valid: bool = False
    edition: Edition | None = None
    factors: Mapping[str, str] = field(default_factory=lambda: FACTORS)


PRACTICE = Practice()
