"""The page of one act on a matter: its form, what will change, and every answer it can get."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.http import Http404, QueryDict
from django.utils.translation import gettext

from yiding.followup.act import context_of, refusal_of
from yiding.followup.action import ActForm, Action
from yiding.followup.history import day_words
from yiding.followup.models import Matter
from yiding.followup.precheck import before_submission
from yiding.followup.records import records_of
from yiding.followup.refusals import Refusal
from yiding.followup.states import State
from yiding.registry.models import Account
from yiding.web.matter.addresses import matter_href
from yiding.web.matter.next_step import refusal_words
from yiding.web.matter.proofs import checks
from yiding.web.parts import Act, Check, Crumb
from yiding.web.parts.marks import mark

Row = tuple[str, object, object]
_WIDE = (forms.Textarea, forms.CheckboxSelectMultiple, forms.RadioSelect)


@dataclass(frozen=True)
class ActPage:
    """办理页: the form of an act; after a refusal, what was typed and which guard said no."""

    action: Action
    matter: Matter
    form: forms.Form
    crumbs: tuple[Crumb, ...]
    button: Act
    changes: tuple[Row, ...]
    precheck: tuple[Check, ...]
    back_href: str
    back_words: str
    refusal: Refusal | None = None
    has_files: bool = False

    @property
    def label(self) -> str:
        """The verb."""
        return str(self.action.label)

    @property
    def wide(self) -> list[forms.BoundField]:
        """Fields of sentences and lists, first and across; then the short ones side by side."""
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


@dataclass(frozen=True)
class Asked:
    """Who asks for which act on which matter, and when."""

    action: Action
    matter: Matter
    account: Account
    at: datetime


def matter_action(verb: str) -> Action:
    """The act on a matter under a verb; 404 where there is none."""
    action = Action.registered.get(f"matter.{verb}")
    if action is None or action.model is not Matter:
        raise Http404(gettext("没有“%(verb)s”这一种办理。") % {"verb": verb})
    return action


def act_page(
    asked: Asked, form: forms.Form | None = None, refusal: Refusal | None = None
) -> ActPage:
    """The page before or after an answer; ``refusal`` is what a guard said to the attempt."""
    matter, action = asked.matter, asked.action
    blocking = refusal_of(action, matter, asked.account, asked.at)
    form = dressed(form if form is not None else blank_form(asked))
    return ActPage(
        action=action,
        matter=matter,
        form=form,
        crumbs=(
            Crumb("", matter_href(matter.address), matter.address),
            Crumb(str(action.label)),
        ),
        button=_button(action, blocking),
        changes=tuple(_changes(asked)),
        precheck=_precheck(asked),
        back_href=matter_href(matter.address),
        back_words=gettext("不%(verb)s，返回") % {"verb": action.label},
        refusal=refusal or blocking,
        has_files=form.is_multipart(),
    )


def blank_form(asked: Asked, typed: QueryDict | None = None) -> ActForm:
    """The form unfilled, or with what was typed, unjudged."""
    context = context_of(asked.matter, asked.account, asked.at)
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
        if isinstance(field, forms.FileField) or name not in typed:
            continue
        is_many = isinstance(field, forms.ModelMultipleChoiceField | forms.MultipleChoiceField)
        given[name] = typed.getlist(name) if is_many else typed[name]
    return given


def _button(action: Action, blocking: Refusal | None) -> Act:
    label = str(action.label)
    words = gettext("确认%(verb)s") % {"verb": label} if action.is_grave else label
    if blocking is not None:
        return Act(words, reason=refusal_words(blocking), id="why-not")
    return Act(words, "grave" if action.is_grave else "first")


def _changes(asked: Asked) -> list[Row]:
    matter, target = asked.matter, asked.action.target
    if target is None or not asked.action.is_grave:
        return []
    rows: list[Row] = [(gettext("状态"), mark(matter.state), mark(target))]
    if matter.report_due_on and target != State.UNDER_WAY:
        rows.append((gettext("下次反馈"), day_words(matter.report_due_on), gettext("不再反馈")))
    if "due_on" in asked.action.form.base_fields:
        now = day_words(matter.due_on) if matter.due_on else gettext("无时限")
        rows.append((gettext("现定时限"), now, gettext("按下面所填")))
    if matter.original_due_on:
        day = day_words(matter.original_due_on)
        rows.append((gettext("原定时限"), day, gettext("不变")))
    return rows


def _precheck(asked: Asked) -> tuple[Check, ...]:
    if asked.action.verb != "submit" or asked.matter.state != State.UNDER_WAY:
        return ()
    return checks(before_submission(asked.matter, records_of(asked.matter, None).filed))
