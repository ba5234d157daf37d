"""One entry under one rule: the findings at every place whose rows differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache, partial
from typing import Any

from yiding.law import CONFIRMED, Provision, Tag, instrument, provision_on
from yiding.rules.entries import Censored, Entry
from yiding.rules.expression import (
    Arithmetic,
    Comparison,
    Computed,
    FieldOf,
    Guarded,
    Known,
    Limit,
    Term,
    every_part,
)
from yiding.rules.finding import Answer, Finding, Reason, Verdict
from yiding.rules.places import chain
from yiding.rules.rule import Amounts, Rule
from yiding.rules.values import DatedValue, Values
from yiding.rules.wording import sentence

OURS = "yiding-readings"
"""The instrument under which readings of our own decide, and say so."""


class EntryScope:
    """An entry, a place and a day: fields and dated values, with the rows that were used."""

    def __init__(self, entry: Entry, values: Values, places: tuple[str, ...], on: date) -> None:
        self.entry, self.values, self.places, self.on = entry, values, places, on
        self.rows: list[DatedValue] = []
        self.wanted: list[str] = []

    def field(self, name: str) -> Any:
        """The entry's value; one known by a bound only is not known."""
        value = self.entry.values.get(name)
        return None if isinstance(value, Censored) else value

    def limit(self, table: str, keys: tuple[Any, ...]) -> Any:
        """The amount of the nearest place's row; what is looked for in vain is remembered."""
        key = tuple(str(one) for one in keys)
        found = self.values.tables[table].find(key, self.places, self.on)
        if found is None:
            self.wanted.append(table)
            return None
        self.rows.append(found[0])
        return found[1]


def judge(rule: Rule, values: Values, entry: Entry, on: date) -> list[Finding]:
    """What a rule says of an entry on a day: nothing where it is not law there or then.

    Where a nearer place's row was used, a wider place's stands beside it as a finding of its own,
    by whatever the rule is law by there: a province's rule says nothing of the country's rows.
    """
    day = _day_of(rule, entry, on)
    places = chain(entry.place)
    seen: list[list[DatedValue]] = []
    findings: list[Finding] = []
    while places and (provision := provision_of(rule, places, day)):
        scope = EntryScope(entry, values, places, day)
        answers = list(_answers(rule, scope, on))
        if scope.rows not in seen and not (scope.wanted and seen):
            seen.append(scope.rows)
            findings += [_finding(rule, provision, scope, one) for one in answers]
        places = _beyond(scope)
    return findings


def _beyond(scope: EntryScope) -> tuple[str, ...]:
    """The wider places at which another row may hold: those beyond the nearest row used.

    Up to there every row used stays the nearest, and what was looked for in vain stays in vain.
    """
    used = [scope.places.index(row.place) for row in scope.rows]
    return scope.places[min(used) + 1 :] if used else ()


def provision_of(rule: Rule, places: tuple[str, ...], day: date) -> Provision | None:
    """What the rule is judged by there and then: the first it cites that is law."""
    return _law(rule.source.cites, rule.source.or_else, places, day)


@lru_cache(maxsize=65536)
def _law(cites: str, or_else: str | None, places: tuple[str, ...], day: date) -> Provision | None:
    cited = (provision_on(one, day) for one in (cites, or_else) if one)
    law = (one for one in cited if one and instrument(one.instrument).place in places)
    return next(law, None)


def _day_of(rule: Rule, entry: Entry, on: date) -> date:
    given = entry.values.get(rule.source.dated_by) if rule.source.dated_by else None
    if isinstance(given, datetime):
        return given.date()
    return given if isinstance(given, date) else on


def _answers(rule: Rule, scope: EntryScope, on: date) -> Iterator[Answer]:
    if rule.root is not None:
        answer = _weigh(rule.root, scope, rule.source.needs)
        if answer is not None:
            yield answer
        return
    if missing := _missing(scope, rule.source.needs):
        yield Answer(Verdict.UNDETERMINED, Reason.NO_DATA, missing=missing)
        return
    given = rule.source.lines(scope.entry, Amounts(scope), on)
    yield from (given,) if isinstance(given, Answer) else given or ()


def _missing(scope: EntryScope, needs: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in needs if scope.field(name) is None)


def _weigh(root: Term, scope: EntryScope, needs: Iterable[str]) -> Answer | None:
    """The answer of an expression; none where its condition does not hold."""
    while isinstance(root, Guarded):
        if not root.condition.of(scope):
            return None
        root = root.inner
    if missing := _missing(scope, needs):
        return Answer(Verdict.UNDETERMINED, Reason.NO_DATA, missing=missing)
    if isinstance(root, Computed):
        return _figure(root, scope)
    held = root.of(scope)
    if held is None:
        return _unknown(root, scope)
    verdict = Verdict.MET if held else Verdict.BREACHED
    return (
        _measured(Answer(verdict), root, scope) if isinstance(root, Comparison) else Answer(verdict)
    )


def _unknown(root: Term, scope: EntryScope) -> Answer:
    if scope.wanted:
        note, note_en = scope.values.tables[scope.wanted[0]].absent
        return Answer(Verdict.UNDETERMINED, Reason.NEEDS_LOCAL, note=note, note_en=note_en)
    return Answer(Verdict.UNDETERMINED, Reason.NO_DATA, missing=_wanting(root, scope))


def _wanting(root: Term, scope: EntryScope) -> tuple[str, ...]:
    """The fields that are not known; those the rule itself can do without only if no other is."""
    names = dict.fromkeys(one.name for one in every_part(root) if isinstance(one, FieldOf))
    asked = [one.inner for one in every_part(root) if isinstance(one, Known)]
    spared = {one.name for term in asked for one in every_part(term) if isinstance(one, FieldOf)}
    missing = _missing(scope, names)
    return tuple(name for name in missing if name not in spared) or missing


def _figure(root: Computed, scope: EntryScope) -> Answer:
    value = root.inner.of(scope)
    label = None if root.label is None else root.label.of(scope)
    if value is None:
        return _unknown(root, scope)
    if root.places is not None and isinstance(value, Decimal):
        value = value.quantize(Decimal(1).scaleb(-root.places), ROUND_HALF_UP)
    return Answer(Verdict.COMPUTED, value=value, label=label, unit=root.unit)


_EXCESS: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "<=": lambda measured, limit: measured - limit,
    "<": lambda measured, limit: measured - limit,
    ">=": lambda measured, limit: limit - measured,
    ">": lambda measured, limit: limit - measured,
}


def _measured(answer: Answer, root: Comparison, scope: EntryScope) -> Answer:
    measured, limit = root.left.of(scope), root.right.of(scope)
    if not (isinstance(measured, Decimal) and isinstance(limit, Decimal)):
        return answer
    is_beyond = answer.verdict == Verdict.BREACHED and root.sign in _EXCESS
    return replace(
        answer,
        measured=measured,
        limit=limit,
        unit=_unit_of(root),
        excess=_EXCESS[root.sign](measured, limit) if is_beyond else None,
    )


_UNITS: dict[int, tuple[Comparison, str | None]] = {}
"""The unit of each rule's comparison, worked out once; it is kept, so that its id stays its own."""


def _unit_of(root: Comparison) -> str | None:
    if id(root) not in _UNITS:
        _UNITS[id(root)] = (root, _worked_out(root))
    return _UNITS[id(root)][1]


def _worked_out(root: Comparison) -> str | None:
    own = root.right.unit or root.left.unit
    parts = tuple(every_part(root))
    if own or any(isinstance(one, Arithmetic) and one.sign == "/" for one in parts):
        return own  # a quotient has no unit of what it divides
    named = (one for one in parts if isinstance(one, FieldOf | Limit))
    return next((one.unit for one in named if one.unit), None)


def _finding(rule: Rule, provision: Provision, scope: EntryScope, answer: Answer) -> Finding:
    """The answer under its provision; what rests on an unconfirmed figure decides nothing."""
    rows = scope.rows
    nearest = _nearest(rows, scope.places)
    deciding = next((row for row in rows if row.place == nearest), None)
    cited = _cited(provision, [row for row in rows if row.place == nearest])
    if not may_decide(provision, rows) and answer.verdict != Verdict.UNDETERMINED:
        answer = replace(answer, verdict=Verdict.UNDETERMINED, reason=Reason.UNCONFIRMED)
    place = deciding.place if deciding else instrument(provision.instrument).place
    return Finding(
        rule=rule.address,
        answer=answer,
        provision=cited,
        place=place,
        confirmed=provision.tag in CONFIRMED and all(row.is_confirmed for row in rows),
        told=partial(sentence, rule, answer),
    )


def _cited(provision: Provision, rows: list[DatedValue]) -> str:
    """The provision of the rows used, where they share one; else the rule's own."""
    told = {row.provision for row in rows}
    is_own = provision.instrument == OURS or provision.address in told or len(told) != 1
    return provision.address if is_own else told.pop()


def _nearest(rows: list[DatedValue], places: tuple[str, ...]) -> str | None:
    held = {row.place for row in rows}
    return next((place for place in places if place in held), None)


def may_decide(provision: Provision, rows: list[DatedValue]) -> bool:
    """Nothing from memory decides, and a reading of ours only under its own instrument."""
    is_ours = provision.instrument == OURS
    is_known = provision.tag != Tag.UNCONFIRMED and (provision.tag != Tag.OURS or is_ours)
    return is_known and all(row.may_decide for row in rows)
