"""Which rule pack holds in a jurisdiction on a day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from typing import Any

from yiding.followup.models import RulePackChoice
from yiding.followup.rulepack import NEUTRAL, RulePack, load_rulepack, load_rulepacks
from yiding.registry.models import Jurisdiction
from yiding.registry.written import written

_known: ContextVar[dict[tuple[int, date], str] | None] = ContextVar("known", default=None)


def pack_in_force(jurisdiction: Jurisdiction, on: date) -> RulePack:
    """The pack chosen last before or on a day; the neutral one where none was chosen."""
    known = _known.get()
    if known is None:
        return pack_named(_chosen(jurisdiction, on))
    key = (jurisdiction.pk, on)
    if key not in known:
        known[key] = _chosen(jurisdiction, on)
    return pack_named(known[key])


@contextmanager
def choices_stand() -> Iterator[None]:
    """While a load runs in which nobody chooses a pack, ask once a day of it and not once an act.

    Elsewhere every act asks: another process may have chosen a moment ago.
    """
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def _chosen(jurisdiction: Jurisdiction, on: date) -> str:
    found = _choices(jurisdiction.pk, on)
    return str(found[0][0]) if found else NEUTRAL


@written
def _choices(place: int, on: date) -> Any:
    choices = RulePackChoice.objects.filter(jurisdiction=place, from_on__lte=on)
    return choices.values_list("slug")[:1]


@lru_cache(maxsize=32)
def pack_named(slug: str) -> RulePack:
    """A pack, read once."""
    return load_rulepack(slug)


@lru_cache(maxsize=1)
def pack_slugs() -> tuple[str, ...]:
    """Every pack that is shipped, the neutral one first."""
    return tuple(load_rulepacks())
