"""Which rule pack holds in a jurisdiction on a day."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from yiding.followup.models import RulePackChoice
from yiding.followup.rulepack import RulePack, load_rulepack
from yiding.registry.models import Jurisdiction

NEUTRAL = "default"


def pack_in_force(jurisdiction: Jurisdiction, on: date) -> RulePack:
    """The pack chosen last before or on a day; the neutral one where none was chosen."""
    choices = RulePackChoice.objects.filter(jurisdiction=jurisdiction, from_on__lte=on)
    chosen = choices.values_list("slug", flat=True).first()
    return pack_named(chosen or NEUTRAL)


@lru_cache(maxsize=32)
def pack_named(slug: str) -> RulePack:
    """A pack, read once."""
    return load_rulepack(slug)
