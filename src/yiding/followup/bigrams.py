"""Pairs of characters 二字串: the one way that text is cut for search, in both databases.

A phrase stands in a text only if all its pairs do, so an index of pairs finds every phrase of two
characters or more, whatever the language; whether they stand in this order is then looked up in
the text itself. Letters of ASCII count as small ones.
"""

from __future__ import annotations

from itertools import pairwise
from string import ascii_letters, ascii_lowercase, ascii_uppercase

#: The tokenizer of SQLite parts words at everything of ASCII that is no letter or digit: what is
#: ASCII is written in a private block, so that 「A.」 is a pair like any other.
_PRIVATE = 0xE000
_LETTERS = frozenset(ascii_letters)
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_SHIFT = {code: _PRIVATE + code for code in range(128)}


def folded(text: str) -> str:
    """The text as it is compared: letters of ASCII small, all else untouched."""
    return text.translate(_LOWER)


def has_letters(phrase: str) -> bool:
    """Has it a letter of ASCII, so that large and small ones must count as one?"""
    return any(sign in _LETTERS for sign in phrase)


def bigrams(text: str) -> list[str]:
    """Every two neighbours, in order, each once."""
    return list(dict.fromkeys(first + second for first, second in pairwise(folded(text))))


def pairs_for_sqlite(text: str) -> str:
    """The pairs of a text as words of an index whose tokenizer knows only ASCII."""
    shifted = folded(text).translate(_SHIFT)
    return " ".join(first + second for first, second in pairwise(shifted))


def phrase_for_sqlite(phrase: str) -> str:
    """A phrase as a question to that index: its pairs side by side."""
    return f'"{pairs_for_sqlite(phrase)}"'
