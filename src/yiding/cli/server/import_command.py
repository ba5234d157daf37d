"""``yiding import``: bring minutes in for review."""

from __future__ import annotations

import sys
from pathlib import Path

from yiding.cli.messages import speaker
from yiding.cli.server.start import account_named, start
from yiding.cli.usage import DONE, UNREADABLE


def import_command(files: list[Path], username: str | None, language: str) -> int:
    """Import each file and say where to review it."""
    say = speaker(language)
    start(say)
    from django.utils import timezone, translation  # noqa: PLC0415 - after start

    from yiding.followup.importing import ImportRefused, import_file  # noqa: PLC0415 - after start

    account = account_named(username, say)
    status = DONE
    with translation.override("en" if language == "en" else "zh-hans"):
        for path in files:
            try:
                minutes = import_file(path.name, path.read_bytes(), account, timezone.now())
            except (ImportRefused, OSError) as error:
                print(say("failed", name=path, problem=error), file=sys.stderr)
                status = UNREADABLE
                continue
            print(say("imported", name=path, address=minutes.address))
    return status
