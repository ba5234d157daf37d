"""The pages of rules: what a rule measures, by which values, how its cases fare, and a trial."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import BoundField
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from yiding.law import Provision, provision
from yiding.ledgers.catalogue import Ledger
from yiding.rules.entries import Field, gather
from yiding.rules.expression import FieldOf, every_part
from yiding.rules.rule import Rule
from yiding.web.ledgers.cases import CaseRun, findings_of, runs_of
from yiding.web.ledgers.findings import (
    FindingRow,
    finding_rows,
    provision_href,
    provision_words,
    told,
)
from yiding.web.ledgers.forms import EntryForm, choice_words, type_words
from yiding.web.ledgers.values import ValueTable, tables_of
from yiding.web.ledgers.words import either, named, place_words, unit_words, value_words
from yiding.web.parts import Crumb
from yiding.web.parts.words import Words

TRIED = "try"


@dataclass(frozen=True)
class RuleRow:
    """One rule of a list."""

    address: str
    href: str
    title: str
    kinds: str
    provision_words: str
    provision_href: str
    cases: int
    holding: int
    is_confirmed: bool


@dataclass(frozen=True)
class RuleList:
    """All rules of a ledger."""

    ledger: Ledger
    title: str
    crumbs: list[Crumb]
    rows: list[RuleRow]


@dataclass(frozen=True)
class FieldRow:
    """A field that a rule looks at; without a needed one it cannot decide."""

    words: str
    name: str
    type: str
    unit: str
    choices: str
    is_needed: bool


@dataclass(frozen=True)
class CaseRow:
    """A worked example with what is expected of it and what the rule says now."""

    id: str
    on: date
    place: str
    kind: str
    inputs: list[tuple[str, str]]
    others: int
    verdict: str
    expected: list[tuple[str, str]]
    found: list[FindingRow]
    holds: bool
    note: str


@dataclass(frozen=True)
class Trial:
    """The form to try a rule on an entry that nobody keeps."""

    form: EntryForm
    kinds: list[tuple[str, str, str]]
    kind: str
    asked: list[BoundField]
    rest: list[BoundField]
    on: date
    place: str
    is_tried: bool
    found: list[FindingRow]


@dataclass(frozen=True)
class RulePage:
    """One rule."""

    ledger: Ledger
    rule: Rule
    title: str
    crumbs: list[Crumb]
    facts: list[tuple[Words, Words]]
    provision: Provision
    provision_words: str
    provision_href: str
    gist: str
    fields: list[tuple[str, list[FieldRow]]]
    tables: list[ValueTable]
    cases: list[CaseRow]
    cases_words: str
    trial: Trial


def rule_list(ledger: Ledger) -> RuleList:
    """Every rule once, whichever kinds it judges."""
    slugs = dict.fromkeys(one.source.slug for one in ledger.rules)
    rows = [rule_row(ledger, slug) for slug in slugs]
    holding = sum(one.holding == one.cases for one in rows)
    count = len(rows)
    words = ngettext("%(term)s有 %(count)s 条规则", "%(term)s有 %(count)s 条规则", count)
    title = words % {"term": either(ledger.card.term, ledger.card.english), "count": count}
    if holding == count:
        tail = gettext("，例子都成立。")
    else:
        broken = count - holding
        tail = ngettext("，%(count)s 条的例子不成立。", "，%(count)s 条的例子不成立。", broken) % {
            "count": broken
        }
    return RuleList(ledger, title + tail, [*ledger_crumbs(ledger)], rows)


def rule_row(ledger: Ledger, slug: str) -> RuleRow:
    """A rule as a row."""
    bound = ledger.rule_named(slug)
    source, runs = bound[0].source, runs_of(ledger.slug, slug)
    return RuleRow(
        address=bound[0].address,
        href=reverse("ledgers-rule", args=[ledger.slug, slug]),
        title=either(source.title, source.title_en),
        kinds=gettext("、").join(named(ledger.kinds[one.kind]) for one in bound),
        provision_words=provision_words(source.cites),
        provision_href=provision_href(source.cites),
        cases=len(runs),
        holding=sum(one.holds for one in runs),
        is_confirmed=provision(source.cites)[-1].is_confirmed,
    )


def rule_page(
    ledger: Ledger, slug: str, asked: Mapping[str, Any], on: date, place: str
) -> RulePage:
    """The page of a rule; `asked` is the query of its address, which may try it on something."""
    bound = ledger.rule_named(slug)
    rule, runs = bound[0], runs_of(ledger.slug, slug)
    newest = provision(rule.source.cites)[-1]
    return RulePage(
        ledger=ledger,
        rule=rule,
        title=either(rule.source.title, f"{rule.source.title_en.rstrip('.')}."),
        crumbs=[
            *ledger_crumbs(ledger),
            Crumb(gettext("规则"), reverse("ledgers-rules", args=[ledger.slug])),
            Crumb("", "", rule.address),
        ],
        facts=_facts(rule, newest),
        provision=newest,
        provision_words=provision_words(rule.source.cites),
        provision_href=provision_href(rule.source.cites),
        gist=either(newest.gist, newest.gist_en),
        fields=[(named(ledger.kinds[one.kind]), _fields(ledger, one)) for one in bound],
        tables=tables_of(ledger, bound),
        cases=case_rows(ledger, slug),
        cases_words=cases_words(runs),
        trial=_trial(ledger, bound, asked, on, place),
    )


def case_rows(ledger: Ledger, slug: str) -> list[CaseRow]:
    """The cases of a rule, run."""
    return shown_cases(ledger, runs_of(ledger.slug, slug))


def shown_cases(ledger: Ledger, runs: Iterable[CaseRun]) -> list[CaseRow]:
    """Cases as rows; those that do not hold stand first."""
    return sorted((_case(ledger, one) for one in runs), key=lambda one: one.holds)


def ledger_crumbs(ledger: Ledger) -> list[Crumb]:
    """The way to a ledger's own page."""
    return [
        Crumb(gettext("台账"), reverse("ledgers-list")),
        Crumb(
            either(ledger.card.term, ledger.card.english),
            reverse("ledgers-page", args=[ledger.slug]),
        ),
    ]


def _facts(rule: Rule, newest: Provision) -> list[tuple[Words, Words]]:
    dated = rule.source.dated_by
    by = gettext("核对那天") if dated is None else rule.terms.get(dated, dated)
    if dated is not None and by == dated:
        by = dated.replace("_", " ")
    return [
        (gettext("施行"), _days(newest)),
        (gettext("核对原文"), gettext("已核对") if newest.is_confirmed else gettext("未核对")),
        (gettext("按哪天的版本"), by),
    ]


def _days(newest: Provision) -> str:
    since = gettext("%(day)s 起") % {"day": newest.starts_on.isoformat()}
    if newest.ends_on is None:
        return since
    return since + gettext("，至 %(day)s") % {"day": newest.ends_on.isoformat()}


def _looked_at(ledger: Ledger, rule: Rule) -> list[str]:
    """The fields a rule reads: those its expression or its steps name."""
    known = ledger.kinds[rule.kind].by_name
    if rule.root is not None:
        found = {one.name for one in every_part(rule.root) if isinstance(one, FieldOf)}
    else:
        found = set(rule.source.lines.__code__.co_names)
    found |= {*rule.source.needs, *filter(None, (rule.source.dated_by,))}
    return [name for name in known if name in found]


def _fields(ledger: Ledger, rule: Rule) -> list[FieldRow]:
    known = ledger.kinds[rule.kind].by_name
    return [_field(known[name], rule) for name in _looked_at(ledger, rule)]


def _field(field: Field, rule: Rule) -> FieldRow:
    return FieldRow(
        words=named(field),
        name=field.name,
        type=type_words(field),
        unit=unit_words(field.unit),
        choices=choice_words(field),
        is_needed=field.name in rule.source.needs,
    )


def cases_words(runs: Sequence[CaseRun]) -> str:
    """How many cases there are, and whether they hold."""
    count, held = len(runs), sum(one.holds for one in runs)
    if not count:
        return gettext("没有例")
    if held == count:
        words = ngettext("%(count)s 个例，现在成立", "%(count)s 个例，现在都成立", count)
        return words % {"count": count}
    broken = count - held
    words = ngettext(
        "%(count)s 个例，%(broken)s 个不成立", "%(count)s 个例，%(broken)s 个不成立", broken
    )
    return words % {"count": count, "broken": broken}


def _case(ledger: Ledger, run: CaseRun) -> CaseRow:
    case = run.case
    kind = ledger.kind_named(str(case.entry["kind"]))
    known = kind.by_name if kind else {}
    values = run.entry.values if run.entry else case.entry["fields"]
    return CaseRow(
        id=case.id,
        on=case.on,
        place=place_words(str(case.entry.get("place") or "100000")),
        kind=named(kind) if kind else "",
        inputs=[
            (named(known[name]) if name in known else name, _value(known.get(name), value))
            for name, value in values.items()
        ],
        others=len(case.others),
        verdict=str(case.expect.get("verdict", "")),
        expected=_expected(case.expect),
        found=finding_rows(told(run.findings)),
        holds=run.holds,
        note=case.note,
    )


def _value(field: Field | None, value: Any) -> str:
    words = value_words(field, value)
    return f"{words} {unit_words(field.unit)}" if field and field.unit else words


def _expected(expect: Mapping[str, Any]) -> list[tuple[str, str]]:
    heads = {
        "measured": gettext("实为"),
        "limit": gettext("限值"),
        "excess": gettext("相差"),
        "value": gettext("得出"),
        "label": gettext("名称"),
        "days": gettext("天数"),
        "due_on": gettext("期限"),
        "reason": gettext("原因"),
        "missing": gettext("缺"),
    }
    return [(heads[name], value_words(None, expect[name])) for name in heads if name in expect]


def _trial(
    ledger: Ledger, bound: tuple[Rule, ...], asked: Mapping[str, Any], on: date, place: str
) -> Trial:
    rule = next((one for one in bound if one.kind == asked.get("kind")), bound[0])
    kind, is_tried = ledger.kinds[rule.kind], bool(asked.get(TRIED))
    form = EntryForm(kind, asked if is_tried else None)
    looked_at = _looked_at(ledger, rule)
    names = [one.name for one in kind.fields]
    found: list[FindingRow] = []
    if is_tried and form.is_valid():
        entry = gather([form.entry("1", place)])[0]
        found = finding_rows(told(findings_of(ledger, rule.source.slug, entry, on)))
    return Trial(
        form=form,
        kinds=[(one.kind, named(ledger.kinds[one.kind]), f"?kind={one.kind}#try") for one in bound],
        kind=rule.kind,
        asked=form.of(looked_at),
        rest=form.of(name for name in names if name not in looked_at),
        on=on,
        place=place,
        is_tried=is_tried and form.is_valid(),
        found=found,
    )
