"""What an English page says in Chinese beside what it quotes from the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from yiding.reading.export.json import to_json
from yiding.reading.model import Reading

# its punctuation too: 、；：（）
CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
QUOTED = re.compile("“[^”]*”")
OURS = {"mode", "part_of_day", "warnings"}
"""What we say in Chinese in the contract itself, or a page has in its own language."""


def quotations(plain: Any) -> Iterator[str]:
    """Every string of a reading that is the document's own."""
    if isinstance(plain, str):
        yield re.sub(r"\s*\n\s*", "", plain)
    elif isinstance(plain, list):
        for each in plain:
            yield from quotations(each)
    elif isinstance(plain, dict):
        for key, each in plain.items():
            if key not in OURS:
                yield from quotations(each)


def said_in_chinese(lines: Iterable[str], reading: Reading) -> list[str]:
    """What is left of each line without its quotations, where some of it is Chinese."""
    found = sorted(set(quotations(to_json(reading))) - {""}, key=len, reverse=True)
    left = []
    for line in lines:
        words = line
        for quotation in found:
            words = words.replace(quotation, "")
        left.append(QUOTED.sub("", words))
    return [words for words in left if CHINESE.search(words)]
