"""Findings as rows of a page: verdict, why, the rule's sentence, and the provision it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from yiding.law import UnknownProvision, instrument, provision
from yiding.ledgers.checking import finding_as_json
from yiding.rules.finding import Finding
from yiding.web.ledgers.words import either, place_words
from yiding.web.parts.words import Words

#: Why a rule could not decide.
REASONS: dict[str, Words] = {
    "no_data": _("缺少数据"),
    "needs_local": _("待地方规定"),
    "judgement": _("需人工判断"),
    "unconfirmed": _("依据未确认"),
    "contradictory": _("数据矛盾"),
}


@dataclass(frozen=True)
class FindingRow:
    """判定: one finding as it is shown."""

    verdict: str
    why: Words
    message: str
    rule: str
    rule_href: str
    provision: str
    provision_words: str
    provision_href: str
    place: str
    is_confirmed: bool


def finding_rows(told: Iterable[Mapping[str, Any]]) -> list[FindingRow]:
    """Findings as `yiding/check/1` prints them, with ``message_en``, as rows."""
    return [_row(one) for one in told]


def told(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings just made, as they would be kept."""
    return [{**finding_as_json(one), "message_en": one.message_en} for one in findings]


def rule_href(address: str) -> str:
    """The page of the rule ``premises/area-within-limit``."""
    slug, _, rule = address.partition("/")
    return reverse("ledgers-rule", args=[slug, rule])


def provision_href(address: str) -> str:
    """The page of the provision ``ndrc-2014-2674:annex-1``; nothing where none is kept."""
    try:
        provision(address)
    except UnknownProvision:
        return ""
    return reverse("law-provision", args=address.split(":", 1))


def provision_words(address: str) -> str:
    """What the provision is called: its instrument's number or title, and its article."""
    try:
        whole, newest = instrument(address.partition(":")[0]), provision(address)[-1]
    except UnknownProvision:
        return address
    return f"{whole.number or whole.title} {newest.article}"


def _row(one: Mapping[str, Any]) -> FindingRow:
    return FindingRow(
        verdict=str(one["verdict"]),
        why=REASONS.get(str(one.get("reason") or ""), ""),
        message=either(str(one["message"]), str(one.get("message_en") or "")),
        rule=str(one["rule"]),
        rule_href=rule_href(str(one["rule"])),
        provision=str(one["provision"]),
        provision_words=provision_words(str(one["provision"])),
        provision_href=provision_href(str(one["provision"])),
        place=place_words(str(one["place"])),
        is_confirmed=bool(one["confirmed"]),
    )
