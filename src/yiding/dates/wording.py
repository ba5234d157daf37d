"""A sentence of one language said in another, by the template it was made from."""

from __future__ import annotations

import re
from collections.abc import Mapping

_GAP = re.compile(r"\{(\w+)\}")


class Wording:
    """Templates with named gaps and what they are in the other language.

    What stands in a gap is said in the other language too where it is a sentence of the table;
    a sentence that no template makes stays as it is.
    """

    def __init__(self, table: Mapping[str, str]) -> None:
        self._table = [(_pattern(template), other) for template, other in table.items()]

    def __call__(self, sentence: str) -> str:
        for pattern, other in self._table:
            if found := pattern.fullmatch(sentence):
                return other.format(
                    **{gap: self(words) for gap, words in found.groupdict().items()}
                )
        return sentence


def _pattern(template: str) -> re.Pattern[str]:
    pieces = _GAP.split(template)  # words and the names of gaps by turns
    made = (f"(?P<{one}>.+?)" if at % 2 else re.escape(one) for at, one in enumerate(pieces))
    return re.compile("".join(made), re.DOTALL)
