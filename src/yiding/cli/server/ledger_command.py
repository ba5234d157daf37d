"""``yiding ledger``: check a whole ledger, bring a file of entries in, give entries out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yiding.cli import screen
from yiding.cli.messages import Say, speaker
from yiding.cli.server.start import account_named, start
from yiding.cli.usage import DONE, REFUSED, UNREADABLE, UsageError, day_of
from yiding.ledgers.catalogue import SLUGS

#: How many wrong cells are told one by one.
TOLD = 50


@dataclass(frozen=True, slots=True)
class Wish:
    """What was written on the command line."""

    verb: str
    slug: str
    file: Path | None
    on: str | None
    take_good: bool
    refused: Path | None
    kind: str | None
    out: Path | None


def ledger_command(wish: Wish, username: str | None, language: str) -> int:
    """Do it as an account, and say what came of it."""
    say = speaker(language)
    if wish.slug not in SLUGS:
        raise UsageError(say, "unknown-ledger", given=wish.slug, known="、".join(SLUGS))
    if wish.verb not in _VERBS:
        raise UsageError(say, "unknown-verb", given=wish.verb, known=" ".join(_VERBS))
    start(say)
    from django.utils import timezone, translation  # noqa: PLC0415 - after start

    from yiding.followup.refusals import Refused  # noqa: PLC0415 - after start
    from yiding.ledgers.base.store import Writing  # noqa: PLC0415 - after start

    writing = Writing(account_named(username, say), wish.slug, timezone.now())
    with translation.override("en" if language == "en" else "zh-hans"):
        try:
            return _VERBS[wish.verb](wish, writing, say)
        except Refused as refused:
            refusal = refused.refusal
            found, remedy = refusal.found_text(), refusal.remedy_text()
            print(say("refused", guard=refusal.guard, found=found, remedy=remedy), file=sys.stderr)
            return REFUSED


def _check(wish: Wish, writing: Any, say: Say) -> int:
    from django.utils import timezone  # noqa: PLC0415 - after start

    from yiding.ledgers.base.checking_runs import check_ledger  # noqa: PLC0415 - after start
    from yiding.ledgers.base.models import EntryVerdict  # noqa: PLC0415 - after start

    today = timezone.localdate(writing.at)
    on = day_of(wish.on, say, "bad-day") if wish.on else today

    def tell(done: int, total: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{done} / {total}", end="", file=sys.stderr, flush=True)

    run = check_ledger(writing.account, wish.slug, on, timezone.now, tell)
    words = {str(one.value): str(one.label) for one in EntryVerdict} | {"": "—"}
    counts = "  ".join(f"{words[name]} {count}" for name, count in sorted(run.counts.items()))
    print(say("ledger-checked", day=on.isoformat(), count=run.done, counts=counts))
    for address in run.unjudged:
        print(say("ledger-unjudged", address=address), file=sys.stderr)
    return DONE


def _import(wish: Wish, writing: Any, say: Say) -> int:
    from yiding.ledgers.base.importing import (  # noqa: PLC0415 - after start
        ImportRefused,
        import_entries,
    )

    if wish.file is None:
        raise UsageError(say, "ledger-needs-file")
    try:
        content = wish.file.read_bytes()
        outcome = import_entries(writing, wish.file.name, content, take_good=wish.take_good)
    except (ImportRefused, OSError) as error:
        print(say("failed", name=wish.file, problem=error), file=sys.stderr)
        return UNREADABLE
    _tell_wrongs(outcome, say)
    if wish.refused is not None and outcome.refused:
        _write(wish.refused, outcome.refused_sheet(), say)
    batch = outcome.batch
    names = ("rows", "added", "changed", "same", "refused")
    counts = {name: getattr(batch, name) for name in names}
    print(say(f"ledger-{batch.state}", name=wish.file, **counts))
    return UNREADABLE if batch.state == batch.State.REFUSED else DONE


def _export(wish: Wish, writing: Any, say: Say) -> int:
    from yiding.ledgers.base.export import export_csv, export_xlsx  # noqa: PLC0415 - after start
    from yiding.ledgers.base.queries import EntryFilter, chosen  # noqa: PLC0415 - after start

    if wish.kind is not None and wish.kind not in writing.ledger.kinds:
        known = " ".join(writing.ledger.kinds)
        raise UsageError(say, "ledger-unknown-kind", given=wish.kind, known=known)
    rows = chosen(writing.account, wish.slug, EntryFilter(kind=wish.kind or ""))
    out = wish.out or (Path(f"{wish.slug}.xlsx") if sys.stdout.isatty() else None)
    if out is not None and out.suffix.lower() == ".csv":
        if wish.kind is None:
            raise UsageError(say, "ledger-needs-kind", known=" ".join(writing.ledger.kinds))
        content = "".join(export_csv(writing.ledger, rows, wish.kind)).encode()
    else:
        content = export_xlsx(writing.ledger, rows)
    if out is None:
        screen.write(content)
    else:
        _write(out, content, say)
    return DONE


def _tell_wrongs(outcome: Any, say: Say) -> None:
    for one in outcome.wrongs[:TOLD]:
        where = f"{one.sheet} {one.cell or one.row}"
        print(f"{where}  {one.text()}", file=sys.stderr)
    more = len(outcome.wrongs) - TOLD
    if more > 0:
        print(say("ledger-more", count=more), file=sys.stderr)


def _write(path: Path, content: bytes, say: Say) -> None:
    try:
        path.write_bytes(content)
    except OSError as why:
        raise UsageError(say, "unwritable", name=path, problem=why.strerror) from None
    print(say("written", name=path), file=sys.stderr)


_VERBS: dict[str, Callable[[Wish, Any, Say], int]] = {
    "check": _check,
    "import": _import,
    "export": _export,
}
