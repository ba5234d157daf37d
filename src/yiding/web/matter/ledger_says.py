"""What the ledgers say of a matter: the test, what stands there today, what was kept before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.http import urlencode

from yiding.followup.models import ClosingTest, LedgerReading, Matter, ProofResult
from yiding.followup.proving import last_day_of, look_at
from yiding.ledgers.base.saying import amount_words, target_words
from yiding.ledgers.catalogue import SLUGS, ledger

SHOWN = 8
"""So many of the entries wanting are named; the indicator's page has all."""
TONES: dict[str, str] = {
    ProofResult.PROVEN: "ok",
    ProofResult.CONTRADICTED: "late",
    ProofResult.MISSED: "late",
    ProofResult.AHEAD: "muted",
    ProofResult.NO_DATA: "soon",
}


@dataclass(frozen=True)
class EntryLink:
    """One entry, and its page."""

    key: str
    href: str


@dataclass(frozen=True)
class Kept:
    """读数: what was kept: on which occasion, as of which day, the amount and the result."""

    occasion: str
    as_of: date
    amount: str
    result: str
    tone: str


@dataclass(frozen=True)
class LedgerSays:
    """台账怎么说: the test in words, the ledger's answer, and the entries it rests on."""

    title: str
    address: str
    href: str
    target: str
    by_on: date | None
    amount: str
    result: str
    tone: str
    as_of: date
    behind: int
    lacking: tuple[EntryLink, ...]
    lacking_more: int
    kept: tuple[Kept, ...]


def ledger_says(matter: Matter, day: date, until: datetime | None) -> LedgerSays | None:
    """The panel, or none where no test was named by then; a past day shows what was kept."""
    tests = ClosingTest.objects.select_related("matter", "jurisdiction").filter(matter=matter)
    test = (tests.filter(named_at__lte=until) if until else tests).first()
    if test is None:
        return None
    readings = [one for one in test.readings.all() if until is None or one.at <= until]
    look = look_at(test, day)
    shown = look.shown
    wanting = _links(test, shown.lacking if shown else ())
    return LedgerSays(
        title=shown.title if shown else test.address,
        address=test.address,
        href=href_of(test),
        target=target_words(test, shown.unit if shown else "", shown.better if shown else "more"),
        by_on=last_day_of(test),
        amount=amount_words(shown.value, shown.part, shown.whole, shown.unit) if shown else "—",
        result=str(look.result.label),
        tone=TONES[look.result],
        as_of=day,
        behind=len(shown.behind) if shown else 0,
        lacking=wanting[:SHOWN],
        lacking_more=max(len(wanting) - SHOWN, 0),
        kept=tuple(_kept(one) for one in readings),
    )


def href_of(test: ClosingTest) -> str:
    """The page of the indicator or of the entry; for a document the search for it."""
    if test.kind == ClosingTest.Kind.DOCUMENT:
        return f"{reverse('search')}?{urlencode({'q': test.address})}"
    if test.kind == ClosingTest.Kind.INDICATOR:
        slug, _slash, name = test.address.partition("/")
        return reverse("ledgers-indicator", args=[slug, name])
    slug, _colon, rest = test.address.partition(":")
    kind, _slash, key = rest.partition("/")
    return reverse("ledgers-entry", args=[slug, kind, key])


def _links(test: ClosingTest, keys: Iterable[str]) -> tuple[EntryLink, ...]:
    if test.kind != ClosingTest.Kind.INDICATOR:
        return ()
    slug, _slash, name = test.address.partition("/")
    found = ledger(slug).indicators if slug in SLUGS else ()
    kind = next((one.kind for one in found if one.slug == name), None)
    if kind is None:
        return ()
    return tuple(EntryLink(key, reverse("ledgers-entry", args=[slug, kind, key])) for key in keys)


def _kept(one: LedgerReading) -> Kept:
    return Kept(
        occasion=one.get_occasion_display(),
        as_of=one.as_of,
        amount=amount_words(one.value, one.part, one.whole, one.unit),
        result=one.get_result_display(),
        tone=TONES[one.result],
    )
