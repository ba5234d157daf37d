"""The check pages: a whole ledger judged on a day, how far it is, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from threading import Thread

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from yiding.ledgers.base.belonging import waiting
from yiding.ledgers.base.checking_runs import begin_check, carry_out_check
from yiding.ledgers.base.models import CheckRun
from yiding.ledgers.base.permissions import may_check
from yiding.ledgers.base.queries import EntryFilter, chosen
from yiding.ledgers.catalogue import Ledger
from yiding.registry.models import Account
from yiding.web.ledgers.listing import RuleCount, list_href, rule_counts_of, tabs_of
from yiding.web.ledgers.overview import SHOWN
from yiding.web.ledgers.rules import ledger_crumbs
from yiding.web.ledgers.words import either
from yiding.web.parts import Crumb, View
from yiding.web.parts.formats import number

#: Ledgers up to so many entries are checked before the page answers.
AT_ONCE = 3000
LISTED = 20
Count = tuple[str, int, str]


@dataclass(frozen=True)
class RunRow:
    """核对: one run, how far it is, and what it found."""

    run: CheckRun
    percent: int
    counts: list[Count]


@dataclass(frozen=True)
class CheckPage:
    """The page of checks."""

    ledger: Ledger
    title: str
    crumbs: list[Crumb]
    tabs: list[View]
    on: date
    may_check: bool
    is_running: bool
    runs: list[RunRow]
    rules: list[RuleCount]
    waiting: str


def check_page(ledger: Ledger, account: Account, on: date) -> CheckPage:
    """The runs of a ledger, the newest first, and what stands under each rule now."""
    rows = CheckRun.objects.filter(jurisdiction=account.jurisdiction_id, ledger=ledger.slug)
    runs = [_row(one) for one in rows.select_related("by").order_by("-id")[:LISTED]]
    return CheckPage(
        ledger=ledger,
        title=_title(ledger, runs),
        crumbs=ledger_crumbs(ledger),
        tabs=tabs_of(ledger, "check"),
        on=on,
        may_check=may_check(account, ledger.slug),
        is_running=bool(runs) and runs[0].run.state == CheckRun.State.RUNNING,
        runs=runs,
        rules=rule_counts_of(ledger, chosen(account, ledger.slug, EntryFilter())),
        waiting=waiting_words(ledger, account),
    )


def waiting_words(ledger: Ledger, account: Account) -> str:
    """How many entries the next check must judge because others changed; empty where none."""
    city = account.jurisdiction_id
    count = waiting(city, ledger.slug).count() if city else 0
    if not count:
        return ""
    words = ngettext(
        "%(n)s 条的相关条目有变动，现列的判定是变动之前的，待下次核对。",
        "%(n)s 条的相关条目有变动，现列的判定是变动之前的，待下次核对。",
        count,
    )
    return words % {"n": number(count)}


def start_check(account: Account, ledger: Ledger, on: date) -> CheckRun:
    """Begin a run; a small ledger's is over when this returns, a large one's goes on beside it.

    `Refused` where the account may not check the ledger.
    """
    run = begin_check(account, ledger.slug, on, timezone.now())
    if run.total <= AT_ONCE:
        return carry_out_check(run, timezone.now)
    Thread(target=_carry_on, args=(run,), daemon=True).start()
    return run


def _carry_on(run: CheckRun) -> None:
    try:
        carry_out_check(run, timezone.now)
    finally:
        connection.close()


def _row(run: CheckRun) -> RunRow:
    whole = run.total or 1
    return RunRow(
        run=run,
        percent=min(run.done * 100 // whole, 100),
        counts=[
            (one, int(run.counts.get(one, 0)), list_href(run.ledger, EntryFilter(verdict=one)))
            for one in SHOWN
        ],
    )


def _title(ledger: Ledger, runs: list[RunRow]) -> str:
    name = either(ledger.card.term, ledger.card.english)
    if not runs:
        return gettext("%(name)s：还没有核对过。") % {"name": name}
    run = runs[0].run
    if run.state == CheckRun.State.RUNNING:
        words = gettext("%(name)s：正在核对，已核对 %(done)s 条，共 %(total)s 条。")
        return words % {"name": name, "done": number(run.done), "total": number(run.total)}
    words = ngettext(
        "%(name)s：按 %(on)s 核对了 %(n)s 条。", "%(name)s：按 %(on)s 核对了 %(n)s 条。", run.done
    )
    return words % {"name": name, "on": run.on.isoformat(), "n": number(run.done)}
