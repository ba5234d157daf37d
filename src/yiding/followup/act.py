"""Doing an act: guards, change, journal and inbox in one transaction; a denial in its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db import transaction
from django.db.models import Field
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Action, Context, action_named, actions_on
from yiding.followup.changed import columns_of, save_changed
from yiding.followup.inbox import tell
from yiding.followup.packs import pack_in_force
from yiding.followup.periods import begin_period, standing_of
from yiding.followup.refusals import InvalidFields, Refusal, Refused, UnknownSubject
from yiding.journal.models import Event
from yiding.journal.record import Entry, append
from yiding.registry.authors import author_of
from yiding.registry.models import Account
from yiding.registry.roles import Role


@dataclass(frozen=True)
class Call:
    """An act somebody asks for: the verb's full name, the address, the fields as they came.

    What is begun anew has no address yet: it is left empty.

    ``seen`` is the version the caller looked at: if the subject has moved on, the act is refused
    and not done over somebody else's.
    """

    name: str
    address: str
    data: Mapping[str, Any]
    files: MultiValueDict[str, Any] | None = None
    seen: int | None = None


@dataclass(frozen=True)
class Done:
    """What an act left behind: the subject as it is now, and its event."""

    subject: Any
    event: Event


@dataclass(frozen=True)
class Offer:
    """An action an account may think of here; ``refusal`` says why it cannot be done now."""

    action: Action
    refusal: Refusal | None


def act(call: Call, account: Account, at: datetime) -> Done:
    """Do it, or raise Refused, InvalidFields or UnknownSubject with nothing changed."""
    action = action_named(call.name)
    try:
        with transaction.atomic():
            return _act(action, call, account, at)
    except Refused as refused:
        _record_denial(call, account, at, refused.refusal)
        raise


def offers(subject: Any, account: Account, at: datetime) -> list[Offer]:
    """The actions that fit the account's role and the subject's state, open or with a reason."""
    context = _context(subject, account, at)
    fitting = [one for one in actions_on(type(subject)) if _fits(one, context)]
    return [Offer(one, _first_refusal(one, context, with_fields=False)) for one in fitting]


def refusal_of(action: Action, subject: Any, account: Account, at: datetime) -> Refusal | None:
    """Why an action cannot be done here now, before any field is filled in; none if it can."""
    return _first_refusal(action, _context(subject, account, at), with_fields=False)


def context_of(subject: Any, account: Account, at: datetime) -> Context:
    """The context a form is shown in, before anything is filled in."""
    return _context(subject, account, at)


def subject_at(action: Action, address: str, account: Account, *, hold: bool = False) -> Any:
    """The subject under an address of the account's jurisdiction; held until the end if asked."""
    rows = action.model._default_manager.filter(
        address=address, jurisdiction=account.jurisdiction_id
    )
    if hold:
        rows = rows.select_for_update(of=("self",))
    if action.brings:
        rows = rows.select_related(*action.brings)
    found: Any = rows.order_by("pk").first()
    if found is None:
        raise UnknownSubject(address)
    found.jurisdiction = account.jurisdiction
    return found


def _act(action: Action, call: Call, account: Account, at: datetime) -> Done:
    subject = _subject_of(action, call, account, at)
    context = _context(subject, account, at)
    _refuse_if(_stale(subject, call.seen))
    _refuse_if(_first_refusal(action, context, with_fields=False))
    form = action.form(call.data, call.files, context=context)
    if not form.is_valid():
        raise InvalidFields(form)
    context.data = dict(form.cleaned_data)
    _refuse_if(_first_refusal(action, context, with_fields=True))
    return carry_out(action, context)


def _subject_of(action: Action, call: Call, account: Account, at: datetime) -> Any:
    if action.begins_anew:
        return action.begin(account, at)
    return subject_at(action, call.address, account, hold=True)


def carry_out(action: Action, context: Context) -> Done:
    """Change, journal and inbox of an act whose guards have been asked; inside a transaction."""
    subject = context.subject
    stood, before = columns_of(subject), str(subject.state)
    action.perform(context)
    data = action.recorded(context)
    if action.target is not None:
        subject.state = action.target
    subject.version += 1
    save_changed(subject, stood)
    action.afterwards(context)
    change = {"from": before, "to": str(subject.state), **standing_of(subject)}
    entry = Entry(action.name, subject.address, {**data, **change})
    event = append(author_of(context.account), entry, context.at)
    begin_period(subject, event, stood)
    tell(action, context, event)
    return Done(subject, event)


def _context(subject: Any, account: Account, at: datetime) -> Context:
    pack = pack_in_force(subject.jurisdiction, timezone.localdate(at))
    return Context(subject=subject, account=account, at=at, pack=pack)


def _fits(action: Action, context: Context) -> bool:
    may = context.account.role in action.roles
    in_state = str(context.subject.state) in action.sources
    return may and in_state and action.concerns(context)


def _first_refusal(action: Action, context: Context, *, with_fields: bool) -> Refusal | None:
    checks = [need for need in action.needs if need.reads_fields == with_fields]
    if not with_fields:
        checks = [_role_fits(action), _state_fits(action), *checks]
    answers = (check(context) for check in checks)
    return next((answer for answer in answers if answer is not None), None)


def _role_fits(action: Action) -> Any:
    def check(context: Context) -> Refusal | None:
        if context.account.role in action.roles:
            return None
        return Refusal(
            "role",
            _("%(role)s不能%(verb)s。"),
            _("请由%(allowed)s办理。"),
            {
                "role": _role_word(context.account),
                "verb": action.label,
                "allowed": [role.label for role in sorted(action.roles)],
            },
        )

    return check


def _state_fits(action: Action) -> Any:
    def check(context: Context) -> Refusal | None:
        subject = context.subject
        if str(subject.state) in action.sources:
            return None
        return Refusal(
            "state",
            _("此件现为“%(state)s”，不能%(verb)s。"),
            _("可以%(verb)s的状态是：%(sources)s。请刷新页面，看谁在何时办理过。"),
            {
                "state": _state_words(subject)[str(subject.state)],
                "verb": action.label,
                "sources": [
                    word
                    for state, word in _state_words(action.model).items()
                    if state in action.sources
                ],
            },
        )

    return check


def _state_words(model: Any) -> dict[str, Any]:
    """The word of every state, in whatever language it is read: a denial is kept in Chinese."""
    column = cast("Field[Any, Any]", model._meta.get_field("state"))
    return {str(state): word for state, word in column.flatchoices}


def _role_word(account: Account) -> Any:
    return Role(account.role).label if account.role else "—"


def _stale(subject: Any, seen: int | None) -> Refusal | None:
    if seen is None or seen == subject.version:
        return None
    return Refusal(
        "version",
        _("您打开之后，此件已有人办理过，现为“%(state)s”。"),
        _("请看最新情况，再决定要不要办。您填的内容没有入账。"),
        {"state": _state_words(subject)[str(subject.state)]},
    )


def _refuse_if(refusal: Refusal | None) -> None:
    if refusal is not None:
        raise Refused(refusal)


def _record_denial(call: Call, account: Account, at: datetime, refusal: Refusal) -> None:
    with transaction.atomic():
        subject = call.address or call.name
        entry = Entry(call.name, subject, refusal.plain(), Event.Outcome.DENIED)
        append(author_of(account), entry, at)
