"""``yiding verify`` without an export: the chain in the database, then every matter against it."""

from __future__ import annotations

import sys

from yiding.cli.messages import Say, speaker
from yiding.cli.server.start import start
from yiding.cli.usage import BROKEN, DONE, UNREADABLE
from yiding.journal.verify import Mark, said

#: How many differing matters are told one by one.
TOLD = 20


def verify_database(marks: tuple[Mark, ...], language: str, *, keep: bool) -> int:
    """Check the chain, then replay every matter; keep a checkpoint when asked and all is well."""
    say = speaker(language)
    start(say)
    from django.db import DatabaseError  # noqa: PLC0415 - after start

    from yiding.journal.chain import check_chain  # noqa: PLC0415 - after start

    try:
        verdict = check_chain(expected=marks)
    except DatabaseError as error:
        print(say("no-database", problem=error), file=sys.stderr)
        return UNREADABLE
    print(said(verdict)[language == "en"])
    if verdict.broken:
        return BROKEN
    if _tell_differences(say):
        return BROKEN
    if keep:
        _keep(say)
    return DONE


def _tell_differences(say: Say) -> int:
    from yiding.followup.replay import differences  # noqa: PLC0415 - after start

    count = 0
    for each in differences():
        count += 1
        if count <= TOLD:
            values = {"what": each.what, "recorded": each.recorded, "stored": each.stored}
            print(say("differs", address=each.address, **values))
    print(say("replay-differs" if count else "replay-whole", count=count))
    return count


def _keep(say: Say) -> None:
    from django.utils import timezone  # noqa: PLC0415 - after start

    from yiding.journal.record import keep_checkpoint  # noqa: PLC0415 - after start

    kept = keep_checkpoint(timezone.now())
    if kept:
        print(say("checkpoint-kept", seq=kept.seq, hash=kept.hash))
