"""The words of the genre as data: a new city adds words here and no code.

Each ``*.toml`` file holds classes of words: ``[class]`` with ``words = [...]``.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any


def _load() -> dict[str, tuple[str, ...]]:
    classes: dict[str, tuple[str, ...]] = {}
    for file in sorted(files(__name__).iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            for name, table in tomllib.loads(file.read_text("utf-8")).items():
                classes[name] = tuple(table["words"])
    return classes


WORDS = _load()


def alternation(*classes: str) -> str:
    """A regular expression for the words of these classes, the longest first.

    Words with a common beginning share it, which ``re`` scans several times faster than a
    plain list of alternatives.
    """
    root: dict[str, Any] = {}
    for name in classes:
        for word in WORDS[name]:
            node = root
            for character in word:
                node = node.setdefault(character, {})
            node[""] = {}
    return _branch(root)


def _branch(node: dict[str, Any]) -> str:
    ends = "" in node
    singles = [re.escape(key) for key, below in node.items() if key and below.keys() == {""}]
    longer = [
        re.escape(key) + _branch(below)
        for key, below in node.items()
        if key and below.keys() != {""}
    ]
    if not singles and not longer:
        return ""
    if singles:
        longer.append(singles[0] if len(singles) == 1 else f"[{''.join(singles)}]")
    if len(longer) == 1 and not ends:
        return longer[0]
    return f"(?:{'|'.join(longer)})" + ("?" if ends else "")
