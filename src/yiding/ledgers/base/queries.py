"""Entries by filter. A number on a page and the list behind it use the same one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, QuerySet

from yiding.ledgers.base.models import Entry, EntryFinding, EntryVersion
from yiding.ledgers.base.permissions import entries_seen_by
from yiding.registry.models import Account

Rows = QuerySet[Entry]
#: What is not kept any more, beside what is.
KEPT, RETIRED = "", "retired"


@dataclass(frozen=True)
class EntryFilter:
    """筛选条件; what is empty narrows nothing, and retired entries are shown only when asked for.

    `unit` is a code; `rule` an address such as ``premises/area-within-limit``, with which
    `verdict` is that rule's own; else `verdict` is the entry's gravest.
    """

    kind: str = ""
    unit: str = ""
    verdict: str = ""
    rule: str = ""
    reason: str = ""
    words: str = ""
    state: str = KEPT
    keys: tuple[str, ...] = ()

    def query(self, **more: str) -> str:
        """The filter as the query of an address."""
        given = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "keys"}
        return urlencode({name: value for name, value in {**given, **more}.items() if value})


def chosen(account: Account, slug: str, asked: EntryFilter) -> Rows:
    """The entries a filter leaves of what an account sees, in no order yet."""
    rows = entries_seen_by(account, slug).filter(is_retired=asked.state == RETIRED)
    plain = {"kind": asked.kind, "unit__code": asked.unit}
    rows = rows.filter(**{name: value for name, value in plain.items() if value})
    if asked.keys:
        rows = rows.filter(key__in=asked.keys)
    for word in asked.words.split():
        rows = rows.filter(words__icontains=word)
    return _found(rows, asked)


def in_order(rows: Rows, sort: str = "") -> Rows:
    """The gravest first, then as they came; or by ``key``, ``-key``, ``changed``."""
    orders = {
        "key": ("kind", "key", "id"),
        "-key": ("-kind", "-key", "-id"),
        "changed": ("-changed_at", "-id"),
        "entered": ("id",),
    }
    return rows.order_by(*orders.get(sort, ("-gravity", "id")))


def entry_seen(account: Account, slug: str, kind: str, key: str) -> Entry | None:
    """One entry by its kind and key, if the account may open it."""
    rows = entries_seen_by(account, slug).select_related("unit", "jurisdiction")
    return rows.filter(kind=kind, key=key).first()


def verdict_counts(rows: Rows) -> dict[str, int]:
    """How many entries are what; under ``""`` those no rule has spoken of."""
    counted = rows.order_by().values_list("verdict").annotate(count=Count("id"))
    return dict(counted)


def rule_counts(rows: Rows) -> dict[str, dict[str, int]]:
    """How many findings of each verdict each rule has over these entries, by its address."""
    found = EntryFinding.objects.filter(entry__in=rows.order_by().values("pk")).order_by()
    told: dict[str, dict[str, int]] = {}
    counted = found.values_list("rule", "verdict").annotate(count=Count("entry", distinct=True))
    for rule, verdict, count in counted:
        told.setdefault(rule, {})[verdict] = count
    return told


def kind_counts(rows: Rows) -> dict[str, int]:
    """How many entries there are of each kind."""
    return dict(rows.order_by().values_list("kind").annotate(count=Count("id")))


def findings_of(entry: Entry) -> list[dict[str, Any]]:
    """What the rules found of an entry, as `yiding/check/1`, in the order of the rules."""
    return [one.finding for one in entry.findings.order_by("position")]


def findings_by_entry(entries: Iterable[Entry]) -> dict[int, list[dict[str, Any]]]:
    """The findings of several entries by the entry's primary key: one query."""
    keys = [one.pk for one in entries]
    told: dict[int, list[dict[str, Any]]] = {key: [] for key in keys}
    found = EntryFinding.objects.filter(entry__in=keys).order_by("entry", "position")
    for entry, finding in found.values_list("entry_id", "finding"):
        told[entry].append(finding)
    return told


def versions_of(entry: Entry) -> list[EntryVersion]:
    """Every version, the newest first, with who made it and the import that brought it."""
    return list(entry.versions.select_related("by", "unit", "brought_by").order_by("-revision"))


def _found(rows: Rows, asked: EntryFilter) -> Rows:
    if not asked.rule and not asked.reason:
        return rows.filter(verdict=asked.verdict) if asked.verdict else rows
    wanted = {"rule": asked.rule, "verdict": asked.verdict, "reason": asked.reason}
    found = EntryFinding.objects.filter(**{name: one for name, one in wanted.items() if one})
    return rows.filter(pk__in=found.values("entry"))
