"""``yiding verify``: is the journal whole? An export is checked without loading the application."""

from __future__ import annotations

import sys
from pathlib import Path

from yiding.cli.messages import Say
from yiding.cli.usage import BROKEN, DONE, UNREADABLE, UsageError, language_of
from yiding.journal.verify import (
    Mark,
    UnreadableExport,
    mark_of,
    said,
    said_of,
    verify_export,
)


def verify_command(export: Path | None, expected: str | None, language: str, *, keep: bool) -> int:
    """Check an export, or with none named the database of this deployment."""
    marks = _expected(expected, language_of(language))
    if export is not None:
        return _verify_export(export, marks, language)
    from yiding.cli.server.verify_database import verify_database  # noqa: PLC0415 - start-up

    return verify_database(marks, language, keep=keep)


def _verify_export(export: Path, marks: tuple[Mark, ...], language: str) -> int:
    try:
        verdict = verify_export(export, marks)
    except UnreadableExport as error:
        print(said_of(error)[language == "en"], file=sys.stderr)
        return UNREADABLE
    print(said(verdict)[language == "en"])
    return BROKEN if verdict.broken else DONE


def _expected(given: str | None, say: Say) -> tuple[Mark, ...]:
    if given is None:
        return ()
    try:
        return (mark_of(given),)
    except ValueError:
        raise UsageError(say, "bad-expect", given=given) from None
