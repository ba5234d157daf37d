"""What is wrong with an entry as it was handed in: where, what stood there, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

Words = str | Promise
_SENTENCE = _("%(found)s，%(remedy)s。")


@dataclass(frozen=True)
class Wrong:
    """错处: one thing wrong. `found` and `remedy` have no 。 and take `values`.

    `name` is the field's English name, `head` the word of the person's own sheet, `cell` such as
    ``D7`` where it came out of a sheet.
    """

    name: str
    head: str
    stood: str
    found: Words
    remedy: Words
    values: dict[str, object] = field(default_factory=dict)
    sheet: str = ""
    row: int = 0
    cell: str = ""

    def text(self) -> str:
        """The sentence, in the language in use."""
        told = {"found": str(self.found) % self.values, "remedy": str(self.remedy) % self.values}
        return str(_SENTENCE) % told

    def plain(self) -> dict[str, Any]:
        """For the database and the API: always in Chinese."""
        with override("zh-hans"):
            words = self.text()
        names = ("sheet", "row", "cell", "name", "head", "stood")
        return {**{name: getattr(self, name) for name in names}, "words": words}


class WrongEntry(ValueError):
    """An entry that cannot be read; ``wrongs`` has each thing wrong with it."""

    def __init__(self, wrongs: Sequence[Wrong]) -> None:
        super().__init__("\n".join(one.text() for one in wrongs))
        self.wrongs = tuple(wrongs)

    def by_field(self) -> dict[str, list[str]]:
        """Sentences by the field they are about, as a form and the API tell them."""
        told: dict[str, list[str]] = {}
        for one in self.wrongs:
            told.setdefault(one.name or "fields", []).append(one.text())
        return told
