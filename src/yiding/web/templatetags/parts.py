"""``{% load parts %}``: the marks, the parts and the ways values are written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from yiding.web.parts import evidence, figures, formats, lines, marks, navigation
from yiding.web.parts.account import Account
from yiding.web.parts.acts import Act, ActKind
from yiding.web.parts.matters import MatterTable
from yiding.web.parts.quotes import Quote
from yiding.web.parts.words import Words

register = template.Library()
Context = dict[str, Any]

register.simple_tag(marks.mark, name="mark")
register.simple_tag(marks.clock_mark, name="clock")
register.simple_tag(marks.slip_mark, name="slip")
register.simple_tag(marks.lights_mark, name="lights")
register.simple_tag(marks.verdict_mark, name="verdict")
register.simple_tag(marks.address_chip, name="addr")
register.simple_tag(lines.full_line, name="promise")
register.simple_tag(lines.small_line, name="small_promise")
register.simple_tag(lines.axis_head, name="promise_axis")

register.filter("day", formats.prose_day)
register.filter("month_day", formats.month_day)
register.filter("table_day", formats.table_day)
register.filter("timeline_day", formats.timeline_day)
register.filter("moment", formats.moment)
register.filter("number", formats.number)
register.filter("signed", formats.signed)
register.filter("counted", formats.counted)
register.filter("percent", formats.percent)
register.filter("short_hash", formats.short_hash)


@register.simple_tag
def page_language() -> str:
    """The ``lang`` of the page: ``zh-CN`` picks the glyph forms of the mainland."""
    code = get_language() or "zh-hans"
    return "zh-CN" if code.startswith("zh") else code


@register.inclusion_tag("parts/quote.html")
def quote(words: Quote) -> Context:
    """The minutes' own words."""
    return {"quote": words}


@register.inclusion_tag("parts/timeline.html")
def timeline(moments: Sequence[evidence.Moment], today: Any = None) -> Context:
    """A history, newest first; it never folds away a refusal."""
    return {"moments": moments, "today": today}


@register.inclusion_tag("parts/checks.html")
def checks(items: Sequence[evidence.Check]) -> Context:
    """The checks that ran, or will run."""
    return {"checks": items}


@register.inclusion_tag("parts/proof.html")
def proof(item: evidence.Proof) -> Context:
    """One piece of evidence with its lights, checks, hash and verifier."""
    return {"proof": item}


@register.inclusion_tag("parts/account.html")
def account(whole: Account) -> Context:
    """The strip of everything a paper says, filed."""
    return {"account": whole}


@register.inclusion_tag("parts/matters.html")
def matters(table: MatterTable) -> Context:
    """The table of matters."""
    return {"table": table}


@register.inclusion_tag("parts/heads.html")
def heads(columns: Sequence[navigation.Head], *, is_fold: bool = False) -> Context:
    """The row of heads of a table."""
    return {"heads": columns, "is_fold": is_fold}


@register.inclusion_tag("parts/views.html")
def views(items: Sequence[navigation.View], label: Words) -> Context:
    """Saved views as links."""
    return {"views": items, "label": label}


@register.inclusion_tag("parts/crumbs.html")
def crumbs(steps: Sequence[navigation.Crumb]) -> Context:
    """The way back up."""
    return {"crumbs": steps}


@register.inclusion_tag("parts/pages.html")
def pages(links: navigation.Pages) -> Context:
    """The links under a list that goes on."""
    return {"pages": links}


@register.inclusion_tag("parts/total.html")
def total(figure: figures.Total) -> Context:
    """The loud number of a section."""
    return {"total": figure}


@register.inclusion_tag("parts/pair.html")
def pair(figure: figures.Pair) -> Context:
    """Two rates of one thing."""
    return {"pair": figure}


@register.inclusion_tag("parts/strips.html")
def strips(items: Sequence[figures.Strip]) -> Context:
    """Figures against their targets."""
    return {"strips": items}


@register.inclusion_tag("parts/bar.html")
def bar(figure: figures.Bar) -> Context:
    """A whole in its states, over its table."""
    return {"bar": figure}


@register.inclusion_tag("parts/columns.html")
def columns(figure: figures.Columns) -> Context:
    """Stacked columns on their own table."""
    return {"figure": figure}


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField, *, is_wide: bool = False, css: str = "") -> Context:
    """A field: label with its hint, control, error."""
    widget = bound.field.widget
    kind = getattr(widget, "input_type", "")
    is_many = bool(getattr(widget, "allow_multiple_selected", False)) or kind == "radio"
    return {
        "field": bound,
        "css": " ".join(
            filter(None, (css, "all" if is_wide else "", "bad" if bound.errors else ""))
        ),
        "is_options": is_many and bound.use_fieldset,
        "is_check": kind == "checkbox" and not is_many,
    }


@register.inclusion_tag("parts/filter_field.html")
def filter_field(bound: BoundField) -> Context:
    """A field of the filter bar: label to the left, no hint."""
    return {"field": bound}


@register.inclusion_tag("parts/errors.html")
def errors(form: BaseForm, act: Words = "") -> Context:
    """What must be changed, each a link to its field; ``act`` is the verb of the button."""
    fields = [bound for bound in form if bound.errors]
    count = sum(len(bound.errors) for bound in fields) + len(form.non_field_errors())
    return {"form": form, "fields": fields, "count": count, "act": act}


@register.inclusion_tag("parts/button.html")
def act(button: Act) -> Context:
    """A button or link that does something."""
    return {"act": button}


@register.inclusion_tag("parts/button.html")
def button(words: Words, kind: ActKind = "", **given: str) -> Context:
    """The same from its words: ``{% button "接受" "first" key="A" %}``; see ``Act``."""
    return {"act": Act(words, kind, **given)}


@register.simple_tag
def clauses(words: Words) -> SafeString:
    """A title of several clauses, each in a span: lines break between clauses only."""
    return marks.clause_spans(str(words))
