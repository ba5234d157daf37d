"""What an action is: one verb, who may, from which states, what must be there, what is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise

from yiding.followup.refusals import Refusal
from yiding.followup.rulepack import RulePack
from yiding.registry.models import Account
from yiding.registry.roles import Role


@dataclass
class Context:
    """One act: the thing it is done to, by whom, when, with which fields, under which pack."""

    subject: Any
    account: Account
    at: datetime
    pack: RulePack
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day of the act in the city's own time zone."""
        return timezone.localdate(self.at)


@dataclass(frozen=True)
class Guard:
    """One condition: a name, a check, and whether it needs the fields to be filled in."""

    name: str
    check: Callable[[Context], Refusal | None]
    reads_fields: bool = False

    def __call__(self, context: Context) -> Refusal | None:
        """The refusal, or none when the act may go on."""
        return self.check(context)


def guard(*, reads_fields: bool = False) -> Callable[[Callable[[Context], Refusal | None]], Guard]:
    """Make a check a guard under its own name."""

    def make(check: Callable[[Context], Refusal | None]) -> Guard:
        return Guard(check.__name__, check, reads_fields)

    return make


class ActForm(forms.Form):
    """The fields an act asks for; they may depend on the subject, the account and the day."""

    def __init__(self, *args: Any, context: Context, **kwargs: Any) -> None:
        self.context = context
        super().__init__(*args, **kwargs)
        self.use_required_attribute = True
        self.prepare(context)

    def prepare(self, context: Context) -> None:
        """Narrow choices and set first values by the context."""


class Action:
    """A verb. A subclass in ``actions`` is all it takes: page, API and command line have it."""

    #: ``matter.close``: the kind of subject and the verb.
    name: ClassVar[str] = ""
    #: The word on the button.
    label: ClassVar[str | Promise]
    #: The sentence of the history; ``%(actor)s`` and the recorded data are its values.
    sentence: ClassVar[str | Promise]
    model: ClassVar[type[models.Model]]
    roles: ClassVar[frozenset[Role]]
    #: The states it starts from; empty for what is made anew.
    sources: ClassVar[frozenset[str]]
    #: The state it ends in; none where it stays or ``perform`` decides.
    target: ClassVar[str | None] = None
    needs: ClassVar[tuple[Guard, ...]] = ()
    form: ClassVar[type[ActForm]] = ActForm
    #: The rows it points to that are fetched with its subject.
    brings: ClassVar[tuple[str, ...]] = ()
    #: May it be done to many subjects at once with the same fields?
    is_bulk: ClassVar[bool] = False
    #: Does it change a state in public, so that the page shows what will change first?
    is_grave: ClassVar[bool] = False

    #: The verbs whose waiting notices it settles; where none is named, a new state settles all.
    settles: ClassVar[tuple[str, ...]] = ()
    #: Does it begin something that was not there, so that it has no address yet?
    begins_anew: ClassVar[bool] = False

    registered: ClassVar[dict[str, Action]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if cls.name:
            Action.registered[cls.name] = cls()

    @property
    def verb(self) -> str:
        """The word on the command line and in addresses: ``close``."""
        return self.name.partition(".")[2]

    def concerns(self, context: Context) -> bool:  # noqa: ARG002 - most concern everybody in role
        """Is it worth offering to this account here, if only with the reason why not now?"""
        return True

    def begin(self, account: Account, at: datetime) -> Any:
        """The unsaved subject of an act that begins anew, in a state it starts from, version 0.

        Its address may wait until ``perform``.
        """
        raise NotImplementedError(self.name)

    def perform(self, context: Context) -> None:
        """Change the subject and what belongs to it; the machinery sets the state and saves."""

    def afterwards(self, context: Context) -> None:
        """What follows once the subject stands, saved, in its new state."""

    def told(self, context: Context) -> Iterable[Account]:  # noqa: ARG002 - most tell nobody
        """The accounts whose inbox gets a word of it."""
        return ()

    def expected_of(self, context: Context) -> Iterable[Account]:  # noqa: ARG002
        """Those among the told who now have something to do."""
        return ()

    def recorded(self, context: Context) -> dict[str, Any]:
        """What the journal keeps of the fields, as plain data."""
        return {name: plain(value) for name, value in context.data.items() if value not in _NOTHING}


_NOTHING: tuple[Any, ...] = (None, "", [], ())


def plain(value: Any) -> Any:
    """A field's value as the journal keeps it: text, whole numbers, true and false, lists."""
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, models.Model):
        return str(getattr(value, "address", "") or getattr(value, "code", "") or value)
    if isinstance(value, Iterable):
        return [plain(one) for one in value]
    return str(getattr(value, "name", value))


def action_named(name: str) -> Action:
    """The action under a name such as ``matter.close``; KeyError if there is none."""
    return Action.registered[name]


def actions_on(model: type[models.Model]) -> list[Action]:
    """Every action on a kind of subject, in the order of their names."""
    return [one for _, one in sorted(Action.registered.items()) if one.model is model]
