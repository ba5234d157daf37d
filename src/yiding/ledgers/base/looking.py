"""What a writing means for the matters its ledger is to prove: those alone are looked at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yiding.followup.proving import look_again, look_later, tested_addresses
from yiding.ledgers.base.changes import count_change
from yiding.ledgers.base.figures import UnknownIndicator, indicator_at
from yiding.ledgers.base.models import KeptFigure
from yiding.registry.models import Jurisdiction

#: A figure that takes longer is not worked out while somebody waits for his own writing.
AT_ONCE_MS = 500


def changed(
    jurisdiction: Jurisdiction,
    slug: str,
    kinds: Iterable[str],
    on: date,
    judged: Iterable[str] = (),
) -> None:
    """Entries of some kinds were written: count it, and look where that is seen.

    Once for a writing or an import, in its transaction, after the journal has its event (which
    lets one writer at a time through). A test whose figure takes long to work out keeps its result
    without a day, and is looked at when somebody asks for it, or by the night's run. `judged` are
    kinds of which entries were judged again beside those written.
    """
    touched = frozenset(kinds)
    count_change(jurisdiction.pk, slug, touched, on)
    tested = tested_addresses(jurisdiction, slug)
    said = touched | frozenset(judged)
    concerned = {one for one in tested if _is_seen_by(jurisdiction, one, touched, said)}
    later = {one for one in concerned if _takes_long(jurisdiction, one)}
    look_again(jurisdiction, slug, on, only=concerned - later)
    look_later(jurisdiction, later)


def _is_seen_by(
    jurisdiction: Jurisdiction, address: str, touched: frozenset[str], judged: frozenset[str]
) -> bool:
    """An entry by its own kind; a figure by its kind, and by those that were read beside it."""
    if ":" in address:
        return address.partition(":")[2].partition("/")[0] in judged
    try:
        _ledger, indicator = indicator_at(address)
    except UnknownIndicator:
        return False
    kept = KeptFigure.objects.filter(jurisdiction=jurisdiction, address=address)
    states = list(kept.values_list("state", flat=True))
    beside = {kind for state in states for kind in state["beside"]}
    return not states or bool(touched & {indicator.kind, *beside})


def _takes_long(jurisdiction: Jurisdiction, address: str) -> bool:
    kept = KeptFigure.objects.filter(jurisdiction=jurisdiction, address=address)
    return kept.filter(took_ms__gt=AT_ONCE_MS).exists()
