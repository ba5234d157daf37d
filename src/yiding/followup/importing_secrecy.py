"""A mark of secrecy on a text: classified papers must not enter, wherever the mark stands."""

from __future__ import annotations

import re

#: How far into a text a bare mark is looked for: it stands at the head of the first page.
HEAD = 600
_STARRED = re.compile(r"(?:绝\s*密|机\s*密|秘\s*密)\s*[★☆*]\s*[^\s，。；]{0,8}")
_BARE = re.compile(
    r"^[\s\u3000]*(?:密级[：:\s]*)?(绝\s*密|机\s*密|秘\s*密)"
    r"(?:[\s\u3000]*(?:启用前|[0-9一二三四五六七八九十]+\s*年|长期))?[\s\u3000]*$",
    re.MULTILINE,
)


def secrecy_mark(text: str) -> str:
    """The mark 秘密, 机密 or 绝密 a text bears, as it stands; empty where there is none.

    With its star it is found anywhere; alone it counts only on a line of its own in the head.
    """
    found = _STARRED.search(text) or _BARE.search(text, 0, HEAD)
    return re.sub(r"\s+", "", found.group()) if found else ""
