"""What an account sees of each kind of thing: a unit its own, whoever supervises all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Model, QuerySet

from yiding.api.problems import absent
from yiding.followup.models import Matter, Meeting, Minutes, Proposal, Slip, Topic
from yiding.followup.visibility import matters_seen_by
from yiding.registry.models import Account
from yiding.registry.roles import OF_A_UNIT, SEES_ALL

_ISSUED = (Minutes.State.ISSUED, Minutes.State.SUPERSEDED)
Rows = QuerySet[Any]


def seen_by(account: Account, model: type[Model]) -> Rows:
    """The rows of a kind that an account may open; of an unknown kind those who see all see all."""
    return _SEEN.get(model, _whole(model))(account)


def one_seen(account: Account, model: type[Model], address: str, *related: str) -> Any:
    """The one thing under an address, or the answer that there is none."""
    rows = seen_by(account, model).filter(address=address)
    found = rows.select_related("jurisdiction", *related).first()
    if found is None:
        raise absent()
    return found


def _whole(model: type[Model]) -> Callable[[Account], Rows]:
    def rows(account: Account) -> Rows:
        own = model._default_manager.filter(jurisdiction=account.jurisdiction_id)
        return own if account.role in SEES_ALL else own.none()

    return rows


def _for_units(model: type[Model], **of_units: Any) -> Callable[[Account], Rows]:
    """Those who see all see all; a unit sees what has these marks, or is its own."""

    def rows(account: Account) -> Rows:
        if account.role not in OF_A_UNIT:
            return _whole(model)(account)
        marks = of_units or {"unit": account.unit_id}
        return model._default_manager.filter(jurisdiction=account.jurisdiction_id, **marks)

    return rows


_SEEN: dict[type[Model], Callable[[Account], Rows]] = {
    Matter: matters_seen_by,
    Minutes: _for_units(Minutes, state__in=_ISSUED),
    Proposal: _whole(Proposal),
    Topic: _for_units(Topic),
    Meeting: _whole(Meeting),
    Slip: _for_units(Slip),
}
