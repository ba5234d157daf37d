"""Parts of a web page that are not shown, one of which may hold what the page is there for.

WeChat hides every article (``visibility: hidden``) until its script has run, and so do
sites that count their readers first: a saved page stays as it came.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_SENTENCES = re.compile("[。；]")
_PAPER = re.compile("纪要|主持召开|会议(?:审议|研究|听取|决定|议定|原则)")


class Hidden:
    """Counts the hidden parts of a page as it is walked; those in ``shown`` are let through."""

    def __init__(self, shown: frozenset[int] = frozenset()) -> None:
        self.shown = shown
        self._count = 0
        self._pieces: list[str] | None = None  # of the part that is being left out
        self._best = self._best_sentences = 0

    def hides(self, attributes: Mapping[str, str]) -> bool:
        """Whether the part that opens with these attributes is left out."""
        style = attributes.get("style")
        is_styled = style and ("none" in style or "hidden" in style) and _HIDDEN.search(style)
        if not is_styled and "hidden" not in attributes:
            return False
        self._count += 1
        is_left_out = self._count not in self.shown
        self._pieces = [] if is_left_out else None
        return is_left_out

    def holds(self, text: str) -> None:
        """Text that is not shown; that of scripts and the like counts for nothing."""
        if self._pieces is not None:
            self._pieces.append(text)

    def ends(self) -> None:
        """What was left out is over."""
        text = "".join(self._pieces or [])
        sentences = len(_SENTENCES.findall(text))
        if sentences > self._best_sentences and _PAPER.search(text):
            self._best, self._best_sentences = self._count, sentences
        self._pieces = None

    def article(self, visible: str) -> int | None:
        """The number of the part that holds the paper, where the page shows none."""
        return None if _PAPER.search(visible) else self._best or None
