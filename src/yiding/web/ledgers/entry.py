"""The page of one entry: what it says, what the rules find, what it was before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from yiding.ledgers.base.models import Entry, EntryVersion
from yiding.ledgers.base.permissions import writing_refusal
from yiding.ledgers.base.queries import findings_of, versions_of
from yiding.ledgers.catalogue import Ledger, ledger
from yiding.registry.models import Account
from yiding.rules.entries import Field, Kind
from yiding.web.journal.contexts import READS_ALL
from yiding.web.ledgers.findings import FindingRow, finding_rows
from yiding.web.ledgers.rules import ledger_crumbs
from yiding.web.ledgers.words import in_chinese, named, place_words, value_words, with_unit
from yiding.web.parts import Act, Crumb, Moment
from yiding.web.parts.words import Words
from yiding.web.proofs.contexts import ProofRow, rows_shown_by

_VERBS: dict[str, Words] = {
    "entry.add": _("登记。"),
    "entry.change": _("改动："),
    "entry.retire": _("注销："),
}
#: Findings are shown with what is wanting first.
_ORDER = ("breached", "overdue", "undetermined", "due", "met", "computed")

_WAITING = _("相关条目有变动，待下次核对")


@dataclass(frozen=True)
class FieldLine:
    """One field of an entry as it stands."""

    words: str
    value: str
    records: list[list[str]]
    heads: list[str]
    is_known: bool


@dataclass(frozen=True)
class EntryPage:
    """One entry."""

    ledger: Ledger
    entry: Entry
    title: str
    crumbs: list[Crumb]
    acts: list[Act]
    why_not: str
    findings: list[FindingRow]
    facts: list[tuple[Words, Any]]
    fields: list[FieldLine]
    missing: list[str]
    history: list[Moment]
    tied: list[ProofRow]


def entry_page(one: Entry, account: Account) -> EntryPage:
    """The page of an entry that the account may see."""
    kept = ledger(one.ledger)
    kind = kept.kinds[one.kind]
    findings = sorted(findings_of(one), key=lambda each: _ORDER.index(str(each["verdict"])))
    refusal = writing_refusal(account, one.ledger, one.unit)
    lines = [_line(field, one.fields.get(field.name)) for field in kind.fields]
    return EntryPage(
        ledger=kept,
        entry=one,
        title=_title(one, findings),
        crumbs=[
            *ledger_crumbs(kept),
            Crumb(named(kind), _kind_href(one)),
            Crumb("", "", one.address),
        ],
        acts=[] if refusal or one.is_retired else _acts(one),
        why_not=refusal.text() if refusal else "",
        findings=finding_rows(findings),
        facts=_facts(one),
        fields=[each for each in lines if each.is_known],
        missing=[each.words for each in lines if not each.is_known],
        history=list(_history(kind, one, account)),
        tied=rows_shown_by(one.address, account),
    )


def _kind_href(one: Entry) -> str:
    return f"{reverse('ledgers-page', args=[one.ledger])}?kind={one.kind}"


def _title(one: Entry, findings: Sequence[Mapping[str, Any]]) -> str:
    if one.is_retired:
        return gettext("%(key)s：已注销。") % {"key": one.key}
    wrong = sum(each["verdict"] in {"breached", "overdue"} for each in findings)
    open_ = sum(each["verdict"] == "undetermined" for each in findings)
    if wrong:
        words = ngettext("%(key)s：%(n)s 处不符合规定。", "%(key)s：%(n)s 处不符合规定。", wrong)
        return words % {"key": one.key, "n": wrong}
    if open_:
        words = ngettext("%(key)s：%(n)s 处待查。", "%(key)s：%(n)s 处待查。", open_)
        return words % {"key": one.key, "n": open_}
    if not findings:
        return gettext("%(key)s：没有规则管到它。") % {"key": one.key}
    return gettext("%(key)s：没有查出问题。") % {"key": one.key}


def _acts(one: Entry) -> list[Act]:
    args = [one.ledger, one.kind, one.key]
    return [
        Act(gettext("注销"), "grave", reverse("ledgers-retire", args=args)),
        Act(gettext("改"), "first", reverse("ledgers-edit", args=args)),
    ]


def _facts(one: Entry) -> list[tuple[Words, Any]]:
    return [
        (_("单位"), in_chinese(str(one.unit)) if one.unit else gettext("无")),
        (_("地区"), place_words(one.place)),
        (_("核对到"), one.checked_on.isoformat() if one.checked_on else _WAITING),
        (_("版次"), gettext("第 %(n)s 版") % {"n": one.revision}),
    ]


def _line(field: Field, value: Any) -> FieldLine:
    is_known = value not in (None, "", [])
    rows = value if field.fields and isinstance(value, list) else []
    words = value_words(field, value) if is_known and not rows else ""
    return FieldLine(
        words=with_unit(field),
        value=words,
        records=[[_part(each, row) for each in field.fields] for row in rows],
        heads=[with_unit(each) for each in field.fields],
        is_known=is_known,
    )


def _part(field: Field, row: Mapping[str, Any]) -> str:
    value = row.get(field.name)
    return "" if value is None else value_words(field, value)


def _history(kind: Kind, one: Entry, account: Account) -> Iterator[Moment]:
    versions = versions_of(one)
    for version, before in zip(versions, [*versions[1:], None], strict=True):
        yield Moment(
            on=version.at,
            words=_said(kind, version, before),
            note=_by(version),
            kind="slip" if version.is_retired else "",
            href=_event_href(version, account),
            link_words=gettext("流转记录") if _event_href(version, account) else "",
        )


def _said(kind: Kind, version: EntryVersion, before: EntryVersion | None) -> str:
    words = str(_VERBS.get(version.verb, ""))
    if before is None:
        return str(_VERBS["entry.add"])
    if version.is_retired:
        return words + (version.reason or gettext("没有写原因")) + gettext("。")
    changes = gettext("；").join(_changes(kind, before, version))
    return str(_VERBS["entry.change"]) + (changes or gettext("没有改动")) + gettext("。")


def _changes(kind: Kind, before: EntryVersion, after: EntryVersion) -> Iterator[str]:
    words = gettext("%(name)s由 %(was)s 改为 %(now)s")
    if before.unit_id != after.unit_id:
        now, was = str(after.unit or gettext("无")), str(before.unit or gettext("无"))
        yield words % {"name": gettext("单位"), "was": was, "now": now}
    for field in kind.fields:
        was, now = before.fields.get(field.name), after.fields.get(field.name)
        if was != now:
            given = {"was": value_words(field, was), "now": value_words(field, now)}
            yield words % {"name": named(field), **given}


def _by(version: EntryVersion) -> str:
    who = version.by.name if version.by else gettext("系统")
    said = [gettext("第 %(n)s 版") % {"n": version.revision}, who]
    if version.brought_by:
        name = {"id": version.brought_by.pk, "name": version.brought_by.name}
        said.append(gettext("第 %(id)s 批导入 %(name)s") % name)
    return gettext("，").join(said) + gettext("。")


def _event_href(version: EntryVersion, account: Account) -> str:
    if version.event is None or account.role not in READS_ALL:
        return ""
    return reverse("journal-event", args=[version.event])
