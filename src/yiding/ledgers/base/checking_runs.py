"""Checking a whole ledger on a day: in chunks, each judged and replaced in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yiding.followup.proving import look_again
from yiding.followup.refusals import Refusal, Refused
from yiding.ledgers.base.findings import CannotJudge, judged, write_judged
from yiding.ledgers.base.models import CheckRun, Entry
from yiding.ledgers.base.neighbours import Neighbours, NotReadable, kept_entries, stored_entry
from yiding.ledgers.base.permissions import may_check
from yiding.ledgers.base.queries import verdict_counts
from yiding.ledgers.catalogue import Ledger, ledger
from yiding.registry.authors import record
from yiding.registry.models import Account
from yiding.registry.roles import Role

CHECK = "ledger.check"
CHUNK = 1000
Progress = Callable[[int, int], None]
"""Told how many entries are judged, of how many."""


def begin_check(account: Account, slug: str, on: date, at: datetime) -> CheckRun:
    """A run that has judged nothing yet; `Refused` where the account may not check the ledger."""
    city = account.jurisdiction
    if city is None or not may_check(account, slug):
        raise Refused(_no_checker(account))
    total = kept_entries(city.pk, slug).count()
    return CheckRun.objects.create(
        jurisdiction=city,
        ledger=ledger(slug).slug,
        on=on,
        by=account,
        started_at=at,
        total=total,
    )


def carry_out_check(
    run: CheckRun, clock: Callable[[], datetime], progress: Progress | None = None
) -> CheckRun:
    """Judge every entry of the run's ledger; ``clock`` says when it is finished.

    What is written meanwhile is judged as it stands when its chunk comes; an entry that cannot be
    reckoned with keeps its findings and stands in ``unjudged``. A run that breaks off
    leaves every entry with the findings of one day or the other, never with half of them.
    """
    found, keys = ledger(run.ledger), _keys(run)
    neighbours = Neighbours(found, run.jurisdiction_id)
    run.total, run.state = len(keys), CheckRun.State.FAILED
    try:
        for at in range(0, len(keys), CHUNK):
            _judge_chunk(run, found, keys[at : at + CHUNK], neighbours)
            if progress is not None:
                progress(run.done, run.total)
        run.state = CheckRun.State.FINISHED
    finally:
        _finish(run, clock())
    return run


def check_ledger(
    account: Account,
    slug: str,
    on: date,
    clock: Callable[[], datetime],
    progress: Progress | None = None,
) -> CheckRun:
    """Begin a run and carry it out."""
    return carry_out_check(begin_check(account, slug, on, clock()), clock, progress)


def latest_check(jurisdiction: int, slug: str) -> CheckRun | None:
    """The newest run of a ledger, finished or not."""
    runs = CheckRun.objects.filter(jurisdiction=jurisdiction, ledger=slug)
    return runs.order_by("-id").first()


def _keys(run: CheckRun) -> Sequence[int]:
    rows = kept_entries(run.jurisdiction_id, run.ledger).order_by("pk")
    return list(rows.values_list("pk", flat=True))


def _judge_chunk(run: CheckRun, found: Ledger, keys: Sequence[int], neighbours: Neighbours) -> None:
    with transaction.atomic():
        rows = Entry.objects.select_for_update(of=("self",)).filter(pk__in=keys, is_retired=False)
        found_now = []
        for row in rows.order_by("pk"):
            try:
                read = stored_entry(found.kinds, row)
                read.batch = neighbours
                found_now.append((row, judged(found, read, run.on)))
            except (CannotJudge, NotReadable):
                run.unjudged.append(row.address)
        write_judged(found_now, run.on)
        run.done += len(keys)
        run.save(update_fields=["done", "unjudged"])


def _finish(run: CheckRun, at: datetime) -> None:
    run.finished_at = at
    run.counts = verdict_counts(kept_entries(run.jurisdiction_id, run.ledger))
    with transaction.atomic():
        run.save()
        if run.state != CheckRun.State.FINISHED:
            return
        look_again(run.jurisdiction, run.ledger, timezone.localdate(at))
        if run.by is not None:
            said = {"on": run.on.isoformat(), "entries": run.done, "counts": run.counts}
            record(run.by, CHECK, f"{run.ledger}:checks/{run.pk}", at, **said)


def _no_checker(account: Account) -> Refusal:
    role = Role(account.role).label if account.role else "—"
    return Refusal(
        "role",
        _("%(role)s不能核对整本台账。"),
        _("请由督查室或台账的主管单位核对。"),
        {"role": role},
    )
