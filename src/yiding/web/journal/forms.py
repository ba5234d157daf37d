"""The filter bar of the journal."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yiding.followup.periods import end_of_day
from yiding.journal.models import Event
from yiding.registry.models import Account, Jurisdiction
from yiding.web.journal.words import verb_choices
from yiding.web.parts import DayInput


class EventFilter(forms.Form):
    """By person, verb, subject, outcome and day."""

    person = forms.CharField(label=_("谁"), max_length=60, required=False)
    verb = forms.ChoiceField(label=_("办了什么"), required=False)
    subject = forms.CharField(label=_("对象"), max_length=120, required=False)
    outcome = forms.ChoiceField(
        label=_("结果"), required=False, choices=[("", _("不限")), *Event.Outcome.choices]
    )
    from_on = forms.DateField(label=_("从"), required=False, widget=DayInput())
    until_on = forms.DateField(label=_("到"), required=False, widget=DayInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verb"].choices = [("", _("不限")), *verb_choices()]  # type: ignore[attr-defined]

    def is_empty(self) -> bool:
        """Is nothing asked?"""
        return not any(self.data.get(name) for name in self.fields)

    def chosen(self, events: QuerySet[Event], place: Jurisdiction) -> QuerySet[Event]:
        """The events asked for; a field that cannot be understood narrows nothing."""
        self.is_valid()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        for name in asked.keys() & {"verb", "subject", "outcome"}:
            events = events.filter(**{name: asked[name]})
        if "person" in asked:
            events = events.filter(actor__in=_accounts(asked["person"], place))
        if "from_on" in asked:
            events = events.filter(at__gte=_start_of(asked["from_on"]))
        if "until_on" in asked:
            events = events.filter(at__lt=end_of_day(asked["until_on"]))
        return events


def _accounts(person: str, place: Jurisdiction) -> list[str]:
    """The account of this name, and those of a person called so."""
    named = Account.objects.filter(jurisdiction=place, name=person)
    return [person, *named.values_list("username", flat=True)]


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
