"""``yiding deadline``: when is it due, and why that day."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from yiding.cli import screen
from yiding.cli.messages import speaker
from yiding.cli.usage import DONE, UsageError, day_of, known_language
from yiding.cli.wordings import deadline_in
from yiding.dates import explain, read_deadline
from yiding.reading.export.json import deadline_to_json

if TYPE_CHECKING:
    from datetime import date

    from yiding.dates import Deadline
    from yiding.dates.explain import Language

TEXT, JSON = "text", "json"


def deadline_command(words: str, held: str, format_name: str, given: str) -> int:
    """Resolve the words against the day of the meeting and print the answer."""
    language = known_language(given)
    say = speaker(language)
    if format_name not in (TEXT, JSON):
        raise UsageError(say, "unknown-format", given=format_name, known=f"{TEXT} {JSON}")
    held_on = day_of(held, say)
    deadline = read_deadline(words, held_on)
    if format_name == JSON:
        _print_json(deadline_in(deadline, language))
    else:
        _print_why(deadline, held_on, language)
    return DONE


def _print_json(deadline: Deadline) -> None:
    plain = json.dumps(deadline_to_json(deadline), ensure_ascii=False)
    screen.write(plain.encode("utf-8", "backslashreplace") + b"\n")


def _print_why(deadline: Deadline, held_on: date, language: Language) -> None:
    screen.remark(screen.results(), explain(deadline, held_on, language))
