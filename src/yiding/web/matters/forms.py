"""The filter bar: what is typed or chosen, as a filter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yiding.followup.board import Board
from yiding.followup.matter_filter import ASSIST, ASSIST_OPEN, OUTCOMES, MatterFilter
from yiding.followup.search import LONGEST
from yiding.followup.states import State
from yiding.followup.waits import WAITS
from yiding.registry.models import Office, Post, Unit

YEARS = 12
#: Several states that a count takes together.
SUSPENDED_OR_CHANGED = "suspended,changed"
DONE_STATES = "closed,archived"

CLOCK_WORDS = (
    ("", _("不限")),
    ("open", _("没有核实的")),
    ("late_or_soon", _("逾期和十日内到期")),
    ("overdue", _("逾期")),
    ("overdue_original", _("按原定时限逾期")),
    ("due_soon", _("十日内到期")),
    ("silent", _("沉默")),
    ("undated", _("无时限")),
)
KIND_WORDS = (
    ("", _("不限")),
    ("issue", _("印发")),
    ("submit", _("提请")),
    ("deliver", _("办成")),
    ("report", _("报告")),
    ("standing", _("长期坚持")),
)


class PlainSelect(forms.Select):
    """A list to choose from, written in one piece: a city has hundreds of units."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ARG002
        """The element with its options."""
        chosen = str(value or "")
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            (
                (key, SafeString(" selected") if str(key) == chosen else "", words)
                for key, words in self.choices
            ),
        )
        given = self.build_attrs(self.attrs, attrs)
        return format_html('<select name="{}" id="{}">{}</select>', name, given["id"], options)


class FilterForm(forms.Form):
    """筛选."""

    unit = forms.ChoiceField(label=_("单位"), required=False, widget=PlainSelect)
    bearing = forms.ChoiceField(
        label=_("承担"),
        required=False,
        widget=PlainSelect,
        choices=(("", _("牵头")), (ASSIST, _("配合")), (ASSIST_OPEN, _("配合没有办结"))),
    )
    state = forms.ChoiceField(label=_("状态"), required=False, widget=PlainSelect)
    clock = forms.ChoiceField(
        label=_("时钟"), required=False, widget=PlainSelect, choices=CLOCK_WORDS
    )
    leader = forms.ChoiceField(label=_("分管领导"), required=False, widget=PlainSelect)
    kind = forms.ChoiceField(
        label=_("办结标准"), required=False, widget=PlainSelect, choices=KIND_WORDS
    )
    year = forms.ChoiceField(label=_("议定年份"), required=False, widget=PlainSelect)
    minutes = forms.CharField(label=_("纪要"), required=False, max_length=60)
    words = forms.CharField(label=_("字句"), required=False, max_length=LONGEST)
    due = forms.RegexField(r"^\d{4}(-(0[1-9]|1[0-2]))?$", required=False, widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        required=False, widget=forms.HiddenInput, choices=[("", "")] + [(o, o) for o in OUTCOMES]
    )
    wait = forms.ChoiceField(
        required=False, widget=forms.HiddenInput, choices=[("", "")] + [(w, w) for w in WAITS]
    )
    as_of = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, board: Board) -> None:
        super().__init__(data, auto_id="filter-%s", use_required_attribute=False)
        self._offer("state", _state_choices())
        self._offer("year", _year_choices(board))
        self._offer("leader", _leader_choices(board))
        if board.unit is None:
            self._offer("unit", _unit_choices(board))
        else:
            del self.fields["unit"]
        for name in ("due", "outcome", "wait", "as_of"):
            if not self.data.get(name):
                del self.fields[name]

    def asked(self) -> MatterFilter:
        """The filter; a field that was not understood is left out of it."""
        self.is_valid()
        names = MatterFilter.__dataclass_fields__
        return MatterFilter(
            **{name: value for name, value in self.cleaned_data.items() if name in names}
        )

    def drawn(self) -> SafeString:
        """The fields of the bar, written in one piece."""
        hidden = (str(field) for field in self.hidden_fields())
        shown = (
            format_html(
                '<div class="field"><label for="{}">{}</label>{}</div>',
                f"filter-{field.name}",
                field.label,
                field.field.widget.render(field.name, field.value(), {"id": f"filter-{field.name}"})
                if isinstance(field.field.widget, PlainSelect)
                else field,
            )
            for field in self.visible_fields()
        )
        return SafeString("".join((*hidden, *shown)))

    @property
    def not_understood(self) -> list[str]:
        """The labels of what was left out."""
        return [str(self.fields[name].label or name) for name in self.errors]

    def _offer(self, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]


def _state_choices() -> list[tuple[str, Any]]:
    shown = [(str(state), state.label) for state in State]
    several = [
        (SUSPENDED_OR_CHANGED, gettext("中止或变更")),
        (DONE_STATES, gettext("已销号或归档")),
    ]
    return [("", gettext("不限")), *shown, *several]


def _year_choices(board: Board) -> list[tuple[str, str]]:
    years = range(board.on.year, board.on.year - YEARS, -1)
    return [("", gettext("不限")), *((str(year), str(year)) for year in years)]


def _unit_choices(board: Board) -> list[tuple[str, str]]:
    units = Unit.objects.filter(jurisdiction=board.jurisdiction)
    names = units.values_list("code", "short_name", "name")
    return [("", gettext("全部")), *((code, short or name) for code, short, name in names)]


def _leader_choices(board: Board) -> list[tuple[str, str]]:
    posts = Post.objects.filter(jurisdiction=board.jurisdiction, office=Office.VICE_MAYOR)
    names = posts.order_by("pk").values_list("pk", "person__name", "title")
    choices = ((str(key), f"{title} {name}") for key, name, title in names)
    return [("", gettext("不限")), *choices]
