"""What the rules find of entries on a day, written beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from yiding.ledgers.base.models import GRAVITY, Entry, EntryFinding
from yiding.ledgers.catalogue import Ledger
from yiding.ledgers.checking import check_entry, finding_as_json
from yiding.rules import entries as rules
from yiding.rules.finding import Finding

Pair = tuple[Entry, rules.Entry]
#: Rows written at once.
ROWS = 2000


class CannotJudge(ValueError):
    """An entry whose values cannot be reckoned with; ``entry`` is what was to be judged."""

    def __init__(self, entry: rules.Entry, why: Exception) -> None:
        super().__init__(f"{entry.kind}/{entry.id}: {why}")
        self.entry, self.why = entry, why


def judged(ledger: Ledger, read: rules.Entry, on: date) -> tuple[Finding, ...]:
    """What every rule finds of an entry on a day, or `CannotJudge`."""
    try:
        return check_entry(ledger, read, on).findings
    except (ValueError, ArithmeticError) as why:
        raise CannotJudge(read, why) from why


def judge_entries(ledger: Ledger, pairs: Sequence[Pair], on: date) -> None:
    """Judge stored entries on a day and replace what was found of them; inside a transaction."""
    write_judged([(row, judged(ledger, read, on)) for row, read in pairs], on)


def write_judged(found: Sequence[tuple[Entry, Sequence[Finding]]], on: date) -> None:
    """Replace what was found of stored entries; inside a transaction."""
    alike: dict[str, list[int]] = {}
    for row, findings in found:
        stand(row, findings, on)
        alike.setdefault(row.verdict, []).append(row.pk)
    for verdict, keys in alike.items():
        stands = {"verdict": verdict, "gravity": GRAVITY.get(verdict, 0), "checked_on": on}
        Entry.objects.filter(pk__in=keys).update(**stands)
    EntryFinding.objects.filter(entry__in=[row.pk for row, _ in found]).delete()
    write_findings(found)


def stand(row: Entry, findings: Iterable[Finding], on: date) -> None:
    """Make the gravest finding what the entry is; the row is not saved."""
    verdicts = [str(one.verdict) for one in findings]
    row.verdict = max(verdicts, key=GRAVITY.__getitem__, default="")
    row.gravity = GRAVITY.get(row.verdict, 0)
    row.checked_on = on


def write_findings(found: Iterable[tuple[Entry, Sequence[Finding]]]) -> None:
    """The rows of findings of entries that have none."""
    rows = (_row(row.pk, at, one) for row, findings in found for at, one in enumerate(findings, 1))
    EntryFinding.objects.bulk_create(rows, batch_size=ROWS)


def as_plain(finding: Finding) -> dict[str, Any]:
    """A finding as `yiding/check/1` prints it, and its message in English."""
    return {**finding_as_json(finding), "message_en": finding.message_en}


def _row(entry: int, at: int, finding: Finding) -> EntryFinding:
    answer = finding.answer
    return EntryFinding(
        entry_id=entry,
        position=at,
        rule=finding.rule,
        verdict=str(answer.verdict),
        reason=str(answer.reason or ""),
        place=finding.place,
        due_on=answer.due_on,
        finding=as_plain(finding),
    )
