"""前后相关: the duties of the same item, what replaced this one, and what it replaced."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext

from yiding.followup.models import Conclusion, Matter
from yiding.followup.visibility import matters_seen_by
from yiding.registry.models import Account
from yiding.web.matter.addresses import matter_href

SHOWN = 12


@dataclass(frozen=True)
class Kin:
    """One relative: what it is, how it stands, and how the two belong together."""

    address: str
    href: str
    words: str
    state: str
    relation: str


def kin_of(matter: Matter, account: Account, conclusions: list[Conclusion]) -> list[Kin]:
    """The relatives the account may open; at most a dozen, replacements first."""
    later = {
        one.code for one in conclusions if one.kind == Conclusion.Kind.CHANGE and ":" in one.code
    }
    replaced = Conclusion.objects.filter(
        kind=Conclusion.Kind.CHANGE,
        code=matter.address[:30],
        matter__jurisdiction=matter.jurisdiction,
    )
    earlier = set(replaced.values_list("matter_id", flat=True))
    near = Q(minutes=matter.minutes_id, item=matter.item)
    rows = matters_seen_by(account).filter(near | Q(address__in=later) | Q(pk__in=earlier))
    found = rows.exclude(pk=matter.pk).order_by("minutes_id", "position")[: 4 * SHOWN]
    kin = [_kin(one, later, earlier) for one in found]
    return sorted(kin, key=lambda one: one.relation == gettext("同一议题"))[:SHOWN]


def _kin(matter: Matter, later: set[str], earlier: set[int]) -> Kin:
    relation = gettext("同一议题")
    if matter.address in later:
        relation = gettext("取代此事")
    elif matter.pk in earlier:
        relation = gettext("被此事取代")
    return Kin(matter.address, matter_href(matter.address), matter.action, matter.state, relation)
