"""The acts offered on a subject's own page: one button each, or the reason why not now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from yiding.followup.act import Offer, offers
from yiding.registry.models import Account
from yiding.web.parts import Act

#: Verbs that undo or leave: never the first button.
_ASIDE = frozenset({"return", "withdraw", "unschedule", "cancel"})


def buttons_on(
    subject: Any, account: Account, at: datetime, href_of: Callable[[str], str]
) -> list[Act]:
    """Possible first, the way on before the way back; what cannot be done keeps its reason."""
    offered = [one for one in offers(subject, account, at) if not one.action.begins_anew]
    ordered = sorted(offered, key=lambda one: (one.refusal is not None, one.action.verb in _ASIDE))
    return _buttons(ordered, href_of)


def _buttons(ordered: Sequence[Offer], href_of: Callable[[str], str]) -> list[Act]:
    return [_button(one, href_of, is_first=at == 0) for at, one in enumerate(ordered)]


def _button(offer: Offer, href_of: Callable[[str], str], *, is_first: bool) -> Act:
    action, refusal = offer.action, offer.refusal
    label = str(action.label)
    if refusal is not None:
        return Act(label, reason=refusal.text(), id=f"why-{action.verb}")
    if is_first and action.verb not in _ASIDE:
        return Act(label, "first", href=href_of(action.verb))
    return Act(label, "grave" if action.is_grave else "", href=href_of(action.verb))
