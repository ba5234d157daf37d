"""Every rule of a ledger over entries, as `yiding/check/1` says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yiding.ledgers.catalogue import Ledger
from yiding.ledgers.placing import code_of_place
from yiding.rules.entries import Entry, Kind, gather
from yiding.rules.finding import Finding, Verdict, gravest, plain
from yiding.rules.judging import judge
from yiding.rules.parsing import BadValue, read_entry, unfolded

SCHEMA = "yiding/check/1"
UNKNOWN_PLACE = "地区“{}”不认识，只按全国的规定判定，请写区划代码。"


class UnreadableEntry(ValueError):
    """An entry that cannot be read: the message names where, which field, and the remedy."""


class UnreadableEntries(ValueError):
    """Some entries cannot be read; `sentences` has one for each."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True, slots=True)
class Checked:
    """An entry with what the rules found."""

    entry: Entry
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Verdict | None:
        """The gravest verdict, which is what the entry is."""
        return gravest([one.verdict for one in self.findings])


def check(ledger: Ledger, given: Iterable[Any], on: date, place: str) -> list[Checked]:
    """Entries as JSON gives them, each judged on a day; `place` where an entry names none.

    `UnreadableEntries` names every entry that cannot be read, and nothing is judged then.
    """
    read: list[Entry] = []
    sentences: list[str] = []
    for number, one in enumerate(given, 1):
        try:
            read.append(read_given(ledger, one, number, place))
        except UnreadableEntry as why:
            sentences.append(str(why))
    if sentences:
        raise UnreadableEntries(tuple(sentences))
    return [check_entry(ledger, one, on) for one in gather(read)]


def check_entry(ledger: Ledger, entry: Entry, on: date) -> Checked:
    """One entry, with what follows from those beside it, under every rule of its kind."""
    entry.batch.on = on
    complete_beside(ledger.kinds[entry.kind], entry)
    found = [
        finding
        for rule in ledger.rules_for(entry.kind)
        for finding in judge(rule, ledger.values, entry, on)
    ]
    return Checked(entry, tuple(found))


def complete_beside(kind: Kind, entry: Entry) -> None:
    """Give an entry what follows from those beside it, never over what it says itself."""
    if kind.related is not None:
        entry.values = {**kind.related(entry), **entry.values}


def read_given(ledger: Ledger, given: Any, number: int, place: str) -> Entry:
    """One entry out of ``{"kind", "id", "place", "fields"}``, or `UnreadableEntry`."""
    if not isinstance(given, Mapping):
        raise UnreadableEntry(f'第{number}条不是对象，请写成 {{"kind": …, "fields": {{…}}}}。')
    kind = ledger.kind_named(str(given.get("kind", "")))
    if kind is None:
        names = "、".join(f"{one.name}（{one.term}）" for one in ledger.kinds.values())
        raise UnreadableEntry(
            f"第{number}条的 kind“{given.get('kind', '')}”不认识，请用其中之一：{names}。"
        )
    fields = given.get("fields", {})
    if not isinstance(fields, Mapping):
        raise UnreadableEntry(f"第{number}条的 fields 不是对象。")
    kind, fields = unfolded(ledger.kinds, kind, fields)
    own, fields = _own_id(kind, fields)
    id_ = str(given.get("id") or own or number)
    written = str(given.get("place") or place)
    code = code_of_place(written)
    try:
        entry = read_entry(kind, id_, code or written, fields)
    except BadValue as why:
        raise UnreadableEntry(f"{_where(given, number, id_, why)}：{why}") from None
    unknown = () if code else (UNKNOWN_PLACE.format(written),)
    entry.faults = (*given.get("faults", ()), *unknown, *entry.faults)
    return entry


def _own_id(kind: Kind, fields: Mapping[str, Any]) -> tuple[Any, Mapping[str, Any]]:
    """What an entry calls itself among its fields, and the fields without it."""
    if "id" not in fields or any("id" in one.names for one in kind.fields):
        return None, fields
    return fields["id"], {name: one for name, one in fields.items() if name != "id"}


def _where(given: Mapping[str, Any], number: int, id_: str, why: BadValue) -> str:
    """The sheet, row and cell, or the entry's number and id."""
    cell = given.get("cells", {}).get(why.field.name)
    where = given.get("where") or f"第{number}条（{id_}）"
    return f"{where} {cell}" if cell else str(where)


def as_json(ledger: Ledger, checked: Iterable[Checked], on: date) -> dict[str, Any]:
    """The document `yiding/check/1`, ready to be printed."""
    return {
        "schema": SCHEMA,
        "ledger": ledger.slug,
        "on": on.isoformat(),
        "entries": [_entry(one) for one in checked],
    }


def _entry(one: Checked) -> dict[str, Any]:
    return {
        "id": one.entry.id,
        "kind": one.entry.kind,
        "faults": list(one.entry.faults),
        "findings": [finding_as_json(finding) for finding in one.findings],
    }


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """One finding with every key of the contract, numbers as decimal strings."""
    answer = finding.answer
    return {
        "rule": finding.rule,
        "verdict": str(answer.verdict),
        "reason": None if answer.reason is None else str(answer.reason),
        "measured": plain(answer.measured),
        "limit": plain(answer.limit),
        "unit": answer.unit,
        "excess": plain(answer.excess),
        "days": answer.days,
        "due_on": answer.due_on.isoformat() if answer.due_on else None,
        "value": plain(answer.value),
        "label": answer.label,
        "missing": list(answer.missing),
        "provision": finding.provision,
        "place": finding.place,
        "confirmed": finding.confirmed,
        "message": finding.message,
    }
