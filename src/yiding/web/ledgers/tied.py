"""The matters whose closing an entry or an indicator is to prove."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yiding.followup.models import ClosingTest, ProofResult
from yiding.followup.visibility import matters_seen_by
from yiding.registry.models import Account
from yiding.web.matter.addresses import matter_href
from yiding.web.matter.ledger_says import TONES


@dataclass(frozen=True)
class Tied:
    """事项: one matter that waits on this address, and what the last look gave."""

    address: str
    href: str
    words: str
    state: str
    by_on: date | None
    result: str
    tone: str


def matters_tied_to(address: str, account: Account) -> list[Tied]:
    """Those the account may see, the newest first."""
    tests = ClosingTest.objects.filter(jurisdiction=account.jurisdiction_id, address=address)
    seen = tests.filter(matter__in=matters_seen_by(account)).select_related("matter")
    return [_tied(one) for one in seen.order_by("-named_at")]


def _tied(one: ClosingTest) -> Tied:
    return Tied(
        address=one.matter.address,
        href=matter_href(one.matter.address),
        words=one.matter.action,
        state=one.matter.state,
        by_on=one.by_on,
        result=str(ProofResult(one.result).label) if one.result else "",
        tone=TONES.get(one.result, "muted"),
    )
