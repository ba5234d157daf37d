"""The yearly assessment sheet 年度考核表: indicators by address, each with weight and target."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext

from yiding.followup.periods import end_of_day
from yiding.ledgers.base.assessment import Score, ScoredRow, score_of
from yiding.ledgers.base.models import AssessmentSheet
from yiding.registry.models import Account
from yiding.registry.roles import OF_A_UNIT
from yiding.web.ledgers.indicators import amount_words, plain_number
from yiding.web.ledgers.words import either, unit_words
from yiding.web.parts import View


@dataclass(frozen=True)
class ScoreRow:
    """考核项: one row with its figure."""

    address: str
    href: str
    title: str
    ledger: str
    weight: str
    target: str
    value: str
    unit: str
    part: str
    whole: str
    is_reached: bool | None
    score: str


@dataclass(frozen=True)
class AssessmentPage:
    """The sheet of a year, or that there is none."""

    title: str
    years: list[View]
    sheets: list[tuple[str, str, list[ScoreRow], Score]]
    on: date


def assessment_page(account: Account, year: str, today: date) -> AssessmentPage:
    """The sheets of a year as of today, or as of its end once it is over."""
    sheets = _seen(account)
    years = sorted({one.year for one in sheets}, reverse=True)
    chosen = int(year) if year.isdecimal() and int(year) in years else next(iter(years), today.year)
    on = min(today, date(chosen, 12, 31))
    scores = [_scored(one, on, today) for one in sheets if one.year == chosen]
    return AssessmentPage(
        title=_title(chosen, scores),
        years=[View(str(one), f"?year={one}", is_current=one == chosen) for one in years],
        sheets=[
            (one.sheet.title, str(one.sheet.unit or ""), [_row(each) for each in one.rows], one)
            for one in scores
        ],
        on=on,
    )


def _seen(account: Account) -> list[AssessmentSheet]:
    """Every sheet of the jurisdiction; a unit's people see their own unit's and the whole's."""
    rows = AssessmentSheet.objects.filter(jurisdiction=account.jurisdiction_id)
    found = rows.select_related("unit", "jurisdiction").order_by("-year", "title")
    if account.role not in OF_A_UNIT:
        return list(found)
    return [one for one in found if one.unit_id in {account.unit_id, None}]


def _scored(sheet: AssessmentSheet, on: date, today: date) -> Score:
    return score_of(sheet, on, end_of_day(on) if on < today else None)


def _row(one: ScoredRow) -> ScoreRow:
    figure, indicator = one.figure.figure, one.figure.indicator
    card = one.figure.ledger.card
    slug, _slash, name = one.row.indicator.partition("/")
    return ScoreRow(
        address=one.row.indicator,
        href=reverse("ledgers-indicator", args=[slug, name]),
        title=either(indicator.title, indicator.english),
        ledger=either(card.term, card.english),
        weight=plain_number(one.row.weight),
        target=amount_words(one.row.target, indicator.unit),
        value=amount_words(figure.value, indicator.unit),
        unit="" if indicator.unit == "%" else unit_words(indicator.unit),
        part=plain_number(figure.part),
        whole=plain_number(figure.whole) if figure.whole is not None else "",
        is_reached=one.is_reached,
        score=plain_number(one.score),
    )


def _title(year: int, scores: list[Score]) -> str:
    if not scores:
        return gettext("%(year)s 年没有考核表。") % {"year": year}
    total = sum((one.total for one in scores), Decimal(0))
    whole = sum((one.whole for one in scores), Decimal(0))
    words = gettext("%(year)s 年度考核：满分 %(whole)s，现得 %(total)s。")
    return words % {"year": year, "whole": plain_number(whole), "total": plain_number(total)}
