"""The filter bar: what is typed or chosen, as a filter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yiding.followup.board import Board
from yiding.followup.matter_filter import ASSIST, ASSIST_OPEN, OUTCOMES, MatterFilter
from yiding.followup.search import LONGEST
from yiding.followup.states import State
from yiding.followup.waits import WAITS
from yiding.registry.models import Office, Post, Unit
from yiding.registry.written import written

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

    offered: Mapping[str, Any] = {}

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ARG002
        """The element with its options."""
        chosen = str(value or "")
        options = "".join(
            f'<option value="{escape(key)}"{" selected" if key == chosen else ""}>'
            f"{escape(str(words))}</option>"
            for key, words in self.offered.items()
        )
        given = self.build_attrs(self.attrs, attrs)
        opening = format_html('<select name="{}" id="{}">', name, given["id"])
        return SafeString(f"{opening}{options}</select>")


class PlainChoice(forms.ChoiceField):
    """One of what is offered, which is taken as it is: hundreds of units, by their codes."""

    def __init__(self, offered: Mapping[str, Any] | None = None, label: Any = None) -> None:
        super().__init__(required=False, widget=PlainSelect, label=label)
        self.offer(offered or {})

    def offer(self, offered: Mapping[str, Any]) -> None:
        """The words of each choice, by what is sent."""
        self.offered = self.widget.offered = offered

    def valid_value(self, value: Any) -> bool:
        """Is it one of them?"""
        return str(value) in self.offered


class FilterForm(forms.Form):
    """筛选."""

    unit = PlainChoice(label=_("单位"))
    bearing = PlainChoice(
        {"": _("牵头"), ASSIST: _("配合"), ASSIST_OPEN: _("配合没有办结")}, label=_("承担")
    )
    state = PlainChoice(label=_("状态"))
    clock = PlainChoice(dict(CLOCK_WORDS), label=_("时钟"))
    leader = PlainChoice(label=_("分管领导"))
    kind = PlainChoice(dict(KIND_WORDS), label=_("办结标准"))
    year = PlainChoice(label=_("议定年份"))
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
            f'<div class="field"><label for="filter-{field.name}">'
            f"{escape(str(field.label))}</label>{_control(field)}</div>"
            for field in self.visible_fields()
        )
        return SafeString("".join((*hidden, *shown)))

    @property
    def not_understood(self) -> list[str]:
        """The labels of what was left out."""
        return [str(self.fields[name].label or name) for name in self.errors]

    def _offer(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        self.fields[name].offer(dict(choices))  # type: ignore[attr-defined]


def _control(field: BoundField) -> str:
    if not isinstance(field.field.widget, PlainSelect):
        return str(field)
    return field.field.widget.render(field.name, field.value(), {"id": f"filter-{field.name}"})


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
    units = _units(board.jurisdiction.pk)
    return [("", gettext("全部")), *((code, short or name) for code, short, name in units)]


def _leader_choices(board: Board) -> list[tuple[str, str]]:
    leaders = _leaders(board.jurisdiction.pk)
    choices = ((str(key), f"{title} {name}") for key, name, title in leaders)
    return [("", gettext("不限")), *choices]


@written
def _units(place: int) -> Any:
    return Unit.objects.filter(jurisdiction=place).values_list("code", "short_name", "name")


@written
def _leaders(place: int) -> Any:
    posts = Post.objects.filter(jurisdiction=place, office=Office.VICE_MAYOR)
    return posts.order_by("pk").values_list("pk", "person__name", "title")
