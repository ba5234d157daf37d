"""Buttons: verbs of two to four characters, one ``first`` a form."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Literal

from yiding.web.parts.words import Words

ActKind = Literal["", "first", "grave"]


@dataclass(frozen=True)
class Act:
    """按钮: a button of a form, or with ``href`` a link that looks like one.

    ``reason`` says why it may not be pressed: the button stays, and the reason stands beside it.
    ``key`` is the key that does the same; ``form`` the id of a form it stands outside of.
    """

    words: Words
    kind: ActKind = ""
    href: str = ""
    reason: Words = ""
    key: str = ""
    name: str = ""
    value: str = ""
    form: str = ""
    id: str = ""

    @property
    def reason_id(self) -> str:
        """The id that ties the button to its reason."""
        return self.id or f"why-{zlib.crc32(f'{self.words}{self.reason}'.encode()):08x}"
