"""Ledgers, entries, imports and figures as plain values."""

from __future__ import annotations

from typing import Any

from yiding.api.matter_out import unit_out
from yiding.ledgers.base.checking_runs import latest_check
from yiding.ledgers.base.figures import LedgerFigure, is_reached, target_on
from yiding.ledgers.base.models import Entry, EntryVersion, Import
from yiding.ledgers.base.permissions import entries_seen_by
from yiding.ledgers.base.queries import findings_of, verdict_counts, versions_of
from yiding.ledgers.catalogue import Ledger
from yiding.registry.models import Account
from yiding.rules.finding import plain

_ROW = (
    "address", "ledger", "kind", "key", "place", "fields", "verdict", "checked_on", "revision",
    "changed_at", "is_retired",
)  # fmt: skip
_VERSION = ("revision", "at", "verb", "reason", "fields", "is_retired", "event")
_IMPORT = (
    "id", "name", "sha256", "state", "at", "rows", "added", "changed", "same", "refused", "unused",
    "faults",
)  # fmt: skip


def ledger_out(ledger: Ledger, account: Account) -> dict[str, Any]:
    """A ledger with the counts of what the account sees of it."""
    counts = verdict_counts(entries_seen_by(account, ledger.slug).filter(is_retired=False))
    run = latest_check(account.jurisdiction_id or 0, ledger.slug)
    return {
        "slug": ledger.slug,
        "term": ledger.card.term,
        "english": ledger.card.english,
        "kinds": list(ledger.kinds),
        "entries": sum(counts.values()),
        "verdicts": counts,
        "checked_on": run.on if run is not None else None,
    }


def entry_row_out(entry: Entry) -> dict[str, Any]:
    """An entry as a row."""
    return {
        **{name: getattr(entry, name) for name in _ROW},
        "unit": unit_out(entry.unit),
        "verdict_label": str(entry.get_verdict_display()),
    }


def entry_out(entry: Entry) -> dict[str, Any]:
    """An entry whole."""
    versions = [_version(one) for one in versions_of(entry)]
    return {**entry_row_out(entry), "findings": findings_of(entry), "versions": versions}


def import_out(batch: Import) -> dict[str, Any]:
    """A batch."""
    plain_ = {name: getattr(batch, name) for name in _IMPORT}
    return {**plain_, "state_label": str(batch.get_state_display()), "by": str(batch.by)}


def figure_out(found: LedgerFigure, account: Account) -> dict[str, Any]:
    """A figure; of the entries behind it the keys of those the account may open."""
    indicator, figure = found.indicator, found.figure
    names = ("title", "english", "unit", "period", "formula", "better")
    seen = _seen_keys(found, account)
    return {
        "address": found.asked.address,
        **{name: getattr(indicator, name) for name in names},
        "on": found.asked.on,
        "value": plain(figure.value),
        "part": plain(figure.part),
        "whole": plain(figure.whole),
        "behind": [key for key in figure.behind if key in seen],
        "lacking": [key for key in figure.lacking if key in seen],
        "target": _target(found),
    }


def _version(one: EntryVersion) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in _VERSION},
        "by": str(one.by or ""),
        "brought_by": one.brought_by_id,
    }


def _seen_keys(found: LedgerFigure, account: Account) -> set[str]:
    rows = entries_seen_by(account, found.ledger.slug).filter(kind=found.indicator.kind)
    return set(rows.values_list("key", flat=True))


def _target(found: LedgerFigure) -> dict[str, Any] | None:
    target = target_on(found.asked.jurisdiction, found.asked.address, found.asked.on)
    if target is None:
        return None
    better = found.indicator.better
    reached = None if found.value is None else is_reached(found.value, target.amount, better)
    return {"amount": plain(target.amount), "by_on": target.by_on, "is_reached": reached}
