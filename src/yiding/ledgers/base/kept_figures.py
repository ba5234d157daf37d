"""Figures kept once they are worked out, and given again while nothing beneath has changed.

A figure is made from entries of its kind, from kinds that its rules look at beside them, from what
a ledger supplies, and by the program. What each of these stood at is kept with it and compared
before it is given. The counts are read before the entries: whoever writes in between leaves a
figure that is taken for an old one, never an old one that is taken for new.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import Any

from django.db import OperationalError, connection
from django.utils import timezone

import yiding
from yiding.ledgers.base.changes import Changes, changes_of
from yiding.ledgers.base.models import KeptFigure
from yiding.ledgers.base.working_out import Asked, Worked, supply_of, work_out
from yiding.ledgers.catalogue import Ledger
from yiding.rules.indicator import Figure, Indicator

#: How often a figure is worked out anew because somebody wrote meanwhile.
_TRIES = 2
_ROOMS = ("rules", "law", "dates", "ledgers")
_MADE_OF = frozenset({".py", ".toml"})


def figure_kept(
    asked: Asked, found: Ledger, indicator: Indicator, *, with_keys: bool = True
) -> Figure:
    """The figure as the ledger stands: the kept one where it is good, else worked out and kept.

    Without its keys, which may be very many, `behind` and `lacking` of a kept one are empty.
    """
    ground = _Ground(asked, found, indicator)
    rows = KeptFigure.objects.filter(**_place(asked))
    row = (rows if with_keys else rows.defer("keys")).first()
    if row is not None and row.state == ground.state(row.state.get("beside", ()), ground.seen()):
        return _figure(row, with_keys=with_keys)
    return _anew(ground)


def _anew(ground: _Ground) -> Figure:
    """Worked out, and kept where nobody wrote meanwhile."""
    seen = ground.seen()
    for _ in range(_TRIES):
        began = perf_counter()
        worked = work_out(ground.asked, ground.found, ground.indicator)
        took, after = perf_counter() - began, ground.seen()
        if seen == after:
            state = ground.state(worked.beside, seen)
            if state is not None:
                _keep(ground.asked, worked, state, round(took * 1000))
            break
        seen = after
    return worked.figure


@dataclass(frozen=True)
class _Seen:
    """What a ledger and its supply stand at, at one moment."""

    changes: Changes
    supplied: str | None


@dataclass(frozen=True)
class _Ground:
    """What a figure stands on."""

    asked: Asked
    found: Ledger
    indicator: Indicator

    def seen(self) -> _Seen:
        """The counts now."""
        supply = supply_of(self.asked, self.found, self.indicator.kind)
        of = self.asked.jurisdiction
        supplied = supply.state(of) if supply and supply.state else None
        return _Seen(changes_of(of.pk, self.found.slug), supplied)

    def state(self, beside: Iterable[str], seen: _Seen) -> dict[str, Any] | None:
        """What is kept with the figure; none where a supply does not say what it stands at."""
        supply = supply_of(self.asked, self.found, self.indicator.kind)
        if supply is not None and supply.state is None:
            return None
        kinds = sorted({*beside, *(supply.reads if supply else ())})
        return {
            "program": program(),
            "own": seen.changes.of(self.indicator.kind, self._known_until()),
            "beside": {kind: seen.changes.of(kind) for kind in kinds},
            "supplied": seen.supplied,
        }

    def _known_until(self) -> Any:
        """Versions dated later than the day of knowledge are none of its business."""
        known_at = self.asked.known_at
        return None if known_at is None else timezone.localdate(known_at)


@cache
def program() -> str:
    """A digest of everything that works figures out; another program works them out anew."""
    root = Path(yiding.__file__).parent
    digest = hashlib.sha256(version("chinesecalendar").encode())
    for room in _ROOMS:
        for file in sorted((root / room).rglob("*")):
            if file.suffix in _MADE_OF:
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _place(asked: Asked) -> dict[str, Any]:
    known_at = asked.known_at.isoformat() if asked.known_at else ""
    words = f"{asked.on.isoformat()}/{asked.unit.pk if asked.unit else ''}/{known_at}"
    return {"jurisdiction": asked.jurisdiction, "address": asked.address, "asked": words}


def _figure(row: KeptFigure, *, with_keys: bool) -> Figure:
    value, part, whole = (None if one is None else Decimal(one) for one in row.numbers)
    behind, lacking = json.loads(zlib.decompress(row.keys)) if with_keys else ((), ())
    return Figure(value, part or Decimal(0), whole, tuple(behind), tuple(lacking))


def _keep(asked: Asked, worked: Worked, state: dict[str, Any], took_ms: int) -> None:
    """Put it in place of the one before; where the database is busy it is worked out again."""
    figure = worked.figure
    numbers = (figure.value, figure.part, figure.whole)
    keys = json.dumps([figure.behind, figure.lacking], ensure_ascii=False)
    told = {
        "on": asked.on,
        "state": state,
        "numbers": [None if one is None else str(one) for one in numbers],
        "keys": zlib.compress(keys.encode(), level=1),
        "took_ms": took_ms,
    }
    try:
        KeptFigure.objects.update_or_create(**_place(asked), defaults=told)
        _forget(asked)
    except OperationalError:
        if connection.in_atomic_block:
            raise


def _forget(asked: Asked) -> None:
    """A figure of an earlier day from what stood then as now is nobody's any more."""
    if asked.known_at is None:
        ending = f"/{asked.unit.pk if asked.unit else ''}/"
        rows = KeptFigure.objects.filter(jurisdiction=asked.jurisdiction, address=asked.address)
        rows.filter(on__lt=asked.on, asked__endswith=ending).delete()
