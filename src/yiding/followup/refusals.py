"""Why an act is not let through: which guard decided, what it found, and what to do."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.forms import Form
from django.utils.functional import Promise
from django.utils.translation import override

from yiding.followup.wording import in_a_sentence, in_one

Words = str | Promise


@dataclass(frozen=True)
class Refusal:
    """One guard's answer. ``found`` and ``remedy`` are whole sentences."""

    guard: str
    found: Words
    remedy: Words
    values: dict[str, object] = field(default_factory=dict)

    def found_text(self) -> str:
        """What the guard found, in the language in use."""
        return str(self.found) % self._told()

    def remedy_text(self) -> str:
        """What to do, in the language in use."""
        return str(self.remedy) % self._told()

    def text(self) -> str:
        """What was found and what to do, as one text."""
        return in_one([self.found_text(), self.remedy_text()])

    def _told(self) -> dict[str, object]:
        return {name: in_a_sentence(value) for name, value in self.values.items()}

    def plain(self) -> dict[str, str]:
        """For the journal: always in Chinese."""
        with override("zh-hans"):
            return {"guard": self.guard, "found": self.found_text(), "remedy": self.remedy_text()}


class Refused(Exception):
    """An act that a guard did not let through; nothing was changed, the attempt is recorded."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.found_text())
        self.refusal = refusal


class InvalidFields(Exception):
    """What was filled in cannot be taken; nothing was changed, every field says what to do."""

    def __init__(self, form: Form) -> None:
        super().__init__(str(form.errors.as_json()))
        self.form = form


class UnknownSubject(LookupError):
    """There is nothing under this address, or not for this account."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address
