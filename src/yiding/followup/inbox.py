"""The inbox: who is told of an act, and who now has something to do."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from yiding.followup.action import Action, Context
from yiding.followup.models import InboxItem, Matter
from yiding.journal.models import Event
from yiding.registry.models import Account, Jurisdiction, Unit
from yiding.registry.roles import OF_A_UNIT, SUPERVISION, Role


def tell(action: Action, context: Context, event: Event) -> None:
    """Put a word of the act in the inbox of everyone it concerns, save the one who did it."""
    must_act = _keys(action.expected_of(context))
    told = _keys(action.told(context)) | must_act
    told.discard(context.account.pk)
    _settle(action, context, event)
    InboxItem.objects.bulk_create(
        InboxItem(
            account_id=account,
            event=event.seq,
            verb=event.verb,
            subject=event.subject,
            matter=_matter_of(context.subject),
            must_act=account in must_act,
            sent_at=event.at,
        )
        for account in sorted(told)
    )


def _keys(accounts: Iterable[Account]) -> set[int]:
    """Their keys; nothing else of them is fetched."""
    if isinstance(accounts, QuerySet):
        return set(accounts.order_by().values_list("pk", flat=True))
    return {account.pk for account in accounts}


def _settle(action: Action, context: Context, event: Event) -> None:
    """What was to be done about the matter has been, by whomever: it waits in no inbox any more."""
    matter = _matter_of(context.subject)
    moved = matter is context.subject and event.data.get("from") != event.data.get("to")
    if matter is None or not (moved or action.settles):
        return
    waiting = InboxItem.objects.filter(matter=matter, must_act=True)
    if action.settles:
        waiting = waiting.filter(verb__in=action.settles)
    waiting.update(must_act=False)


def _matter_of(subject: object) -> Matter | None:
    if isinstance(subject, Matter):
        return subject
    found = getattr(subject, "matter", None)
    return found if isinstance(found, Matter) else None


def accounts_of_unit(unit: Unit | None) -> Iterable[Account]:
    """Liaison officers and heads of a unit."""
    if unit is None:
        return ()
    return Account.objects.filter(unit=unit, role__in=sorted(OF_A_UNIT), is_active=True)


def accounts_of_units(units: Iterable[Unit]) -> Iterable[Account]:
    """Liaison officers and heads of several units."""
    return Account.objects.filter(unit__in=list(units), role__in=sorted(OF_A_UNIT), is_active=True)


def supervision_of(jurisdiction: Jurisdiction) -> Iterable[Account]:
    """The supervision office of a jurisdiction."""
    return accounts_in_role(jurisdiction, *sorted(SUPERVISION))


def accounts_in_role(jurisdiction: Jurisdiction, *roles: Role) -> Iterable[Account]:
    """The active accounts of a jurisdiction in some roles."""
    return Account.objects.filter(jurisdiction=jurisdiction, role__in=roles, is_active=True)
