"""What the page of an act shows: its subject, its form, what will change, and why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.db import models
from django.http import Http404, QueryDict
from django.utils.translation import gettext

from yiding.followup.act import context_of, refusal_of
from yiding.followup.action import Action
from yiding.followup.history import state_label
from yiding.followup.refusals import Refusal
from yiding.registry.models import Account
from yiding.web.parts import Act, Check, Crumb

Fact = tuple[str, object]
#: What changes: its name, how it stands now, how it will stand.
Row = tuple[str, object, object]
_WIDE = (forms.Textarea, forms.CheckboxSelectMultiple, forms.RadioSelect)


@dataclass(frozen=True)
class Scene:
    """场合: what an act is done to, as the act's page shows it.

    ``changes`` are shown before a grave act, ``precheck`` before a submission.
    """

    subject: Any
    words: str
    crumbs: tuple[Crumb, ...]
    back_href: str
    facts: tuple[Fact, ...] = ()
    changes: tuple[Row, ...] = ()
    precheck: tuple[Check, ...] = ()


@dataclass(frozen=True)
class Asked:
    """Who asks for which act, in which scene, and when."""

    action: Action
    scene: Scene
    account: Account
    at: datetime


@dataclass(frozen=True)
class ActPage:
    """办理页: before the act, or after an answer to it."""

    action: Action
    scene: Scene
    form: forms.Form
    button: Act
    crumbs: tuple[Crumb, ...]
    changes: tuple[Row, ...]
    refusal: Refusal | None = None

    @property
    def label(self) -> str:
        """The verb."""
        return str(self.action.label)

    @property
    def back_words(self) -> str:
        """The way out."""
        return gettext("不%(verb)s，返回") % {"verb": self.label}

    @property
    def has_files(self) -> bool:
        """Does the form take a file?"""
        return self.form.is_multipart()

    @property
    def wide(self) -> list[forms.BoundField]:
        """Fields of sentences and lists, across."""
        return [one for one in self.form if isinstance(one.field.widget, _WIDE)]

    @property
    def narrow(self) -> list[forms.BoundField]:
        """The short fields, in pairs."""
        return [one for one in self.form if not isinstance(one.field.widget, _WIDE)]

    @property
    def found(self) -> str:
        """What the guard found."""
        return self.refusal.found_text() if self.refusal else ""

    @property
    def remedy(self) -> str:
        """What to do."""
        return self.refusal.remedy_text() if self.refusal else ""


def action_on(model: type[models.Model], verb: str, *, begins_anew: bool = False) -> Action:
    """The act on a kind of subject under a verb; 404 where there is none."""
    found = (one for one in Action.registered.values() if one.model is model and one.verb == verb)
    action = next(found, None)
    if action is None or action.begins_anew != begins_anew:
        raise Http404(gettext("没有“%(verb)s”这一种办理。") % {"verb": verb})
    return action


def act_page(
    asked: Asked, form: forms.Form | None = None, refusal: Refusal | None = None
) -> ActPage:
    """The page before or after an answer; ``refusal`` is what a guard said to the attempt."""
    action, scene = asked.action, asked.scene
    blocking = refusal_of(action, scene.subject, asked.account, asked.at)
    return ActPage(
        action=action,
        scene=scene,
        form=dressed(form if form is not None else blank_form(asked)),
        button=_button(action, blocking),
        crumbs=(*scene.crumbs, Crumb(str(action.label))),
        changes=scene.changes or _changes(asked),
        refusal=refusal or blocking,
    )


def blank_form(asked: Asked, typed: QueryDict | None = None) -> forms.Form:
    """The form unfilled, or with what was typed, unjudged."""
    context = context_of(asked.scene.subject, asked.account, asked.at)
    form = asked.action.form(context=context)
    if typed is not None:
        form.initial = {**form.initial, **_typed(form, typed)}
    return form


def dressed(form: forms.Form) -> forms.Form:
    """Many of a list are ticked, not picked with a key held down."""
    for field in form.fields.values():
        is_select = isinstance(field.widget, forms.SelectMultiple)
        if is_select and not isinstance(field.widget, forms.CheckboxSelectMultiple):
            field.widget = forms.CheckboxSelectMultiple()
            field.widget.choices = field.choices  # type: ignore[attr-defined]
    return form


def _typed(form: forms.Form, typed: QueryDict) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for name, field in form.fields.items():
        is_many = isinstance(field, forms.ModelMultipleChoiceField | forms.MultipleChoiceField)
        if is_many:
            given[name] = typed.getlist(name)
        elif isinstance(field, forms.BooleanField):
            given[name] = name in typed
        elif name in typed and not isinstance(field, forms.FileField):
            given[name] = typed[name]
    return given


def _button(action: Action, blocking: Refusal | None) -> Act:
    label = str(action.label)
    words = gettext("确认%(verb)s") % {"verb": label} if action.is_grave else label
    if blocking is not None:
        return Act(words, reason=blocking.text(), id="why-not")
    return Act(words, "grave" if action.is_grave else "first")


def _changes(asked: Asked) -> tuple[Row, ...]:
    action, subject = asked.action, asked.scene.subject
    if not action.is_grave or action.target is None:
        return ()
    now = state_label(action, str(subject.state))
    return ((gettext("状态"), now, state_label(action, action.target)),)
