"""The yearly assessment sheet 年度考核表: indicators by address, with weights and targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from yiding.followup.refusals import Refusal, Refused
from yiding.ledgers.base.figures import Asked, LedgerFigure, indicator_at, is_reached, number_of
from yiding.ledgers.base.models import AssessmentRow, AssessmentSheet, Target
from yiding.registry.authors import record
from yiding.registry.models import Account, Jurisdiction, Unit
from yiding.registry.roles import SUPERVISION, Role
from yiding.rules.finding import plain

SET_TARGET, KEEP_SHEET = "ledger.target", "ledger.assessment"
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Item:
    """考核项 as somebody sets it: an indicator's address, weight, target; better if not its own."""

    indicator: str
    weight: Decimal
    target: Decimal
    better: str = ""


@dataclass(frozen=True)
class SheetWish:
    """A sheet as somebody sets it."""

    year: int
    title: str
    items: Sequence[Item]
    unit: Unit | None = None
    basis: str = ""


@dataclass(frozen=True)
class ScoredRow:
    """One row with its figure; `score` is none where there are no data, and then nothing counts."""

    row: AssessmentRow
    figure: LedgerFigure
    better: str
    is_reached: bool | None
    score: Decimal | None


@dataclass(frozen=True)
class Score:
    """A sheet as of a day: `total` out of `counted`, the weights of the rows that have data."""

    sheet: AssessmentSheet
    on: date
    rows: tuple[ScoredRow, ...]

    @property
    def total(self) -> Decimal:
        """The points of the rows that have data."""
        return sum((one.score for one in self.rows if one.score is not None), Decimal(0))

    @property
    def counted(self) -> Decimal:
        """The weights of the rows that have data."""
        counted = (one.row.weight for one in self.rows if one.score is not None)
        return sum(counted, Decimal(0))

    @property
    def whole(self) -> Decimal:
        """The weights of all rows."""
        return sum((one.row.weight for one in self.rows), Decimal(0))


def score_of(sheet: AssessmentSheet, on: date, known_at: datetime | None = None) -> Score:
    """Every row read by its address on a day.

    A target reached has its whole weight, one missed the share of the weight that the figure has
    of the target (where less is better, the target of the figure), to the hundredth.
    """
    rows = sheet.rows.order_by("position")
    return Score(sheet, on, tuple(_scored(sheet, one, on, known_at) for one in rows))


def set_target(
    account: Account, address: str, amount: Decimal, by_on: date, at: datetime
) -> Target:
    """Set what an indicator is to reach by a day; `Refused`, or `UnknownIndicator`."""
    city = _city_of(account)
    indicator_at(address)
    with transaction.atomic():
        target, _made = Target.objects.update_or_create(
            jurisdiction=city, indicator=address, by_on=by_on, defaults={"amount": amount}
        )
        said: dict[str, Any] = {"amount": plain(amount), "by_on": by_on.isoformat()}
        record(account, SET_TARGET, address, at, **said)
    return target


def keep_sheet(account: Account, wish: SheetWish, at: datetime) -> AssessmentSheet:
    """Write a sheet whole, new or over the one of its year and title; one event says its rows."""
    city = _city_of(account)
    for item in wish.items:
        indicator_at(item.indicator)
    with transaction.atomic():
        sheet, _made = AssessmentSheet.objects.update_or_create(
            jurisdiction=city,
            year=wish.year,
            title=wish.title,
            defaults={"unit": wish.unit, "basis": wish.basis},
        )
        sheet.rows.all().delete()
        AssessmentRow.objects.bulk_create(
            AssessmentRow(sheet=sheet, position=at_, **vars(item))
            for at_, item in enumerate(wish.items, 1)
        )
        items = [
            [one.indicator, plain(one.weight), plain(one.target), one.better] for one in wish.items
        ]
        said: dict[str, Any] = {"unit": wish.unit.code if wish.unit else "", "items": items}
        record(account, KEEP_SHEET, f"{wish.year}:{wish.title}", at, **said)
    return sheet


def _scored(
    sheet: AssessmentSheet, row: AssessmentRow, on: date, known_at: datetime | None
) -> ScoredRow:
    asked = Asked(row.indicator, sheet.jurisdiction, on, sheet.unit, known_at)
    figure = number_of(asked)
    better = row.better or figure.indicator.better
    if figure.value is None:
        return ScoredRow(row, figure, better, None, None)
    reached = is_reached(figure.value, row.target, better)
    score = row.weight if reached else row.weight * _share(figure.value, row.target, better)
    return ScoredRow(row, figure, better, reached, score.quantize(_CENT, ROUND_HALF_UP))


def _share(value: Decimal, target: Decimal, better: str) -> Decimal:
    """How far a missed target was come to, from 0 to 1."""
    part, whole = (value, target) if better == "more" else (target, value)
    return max(part / whole, Decimal(0)) if whole > 0 else Decimal(0)


def _city_of(account: Account) -> Jurisdiction:
    city = account.jurisdiction
    if city is not None and account.role in SUPERVISION:
        return city
    role = Role(account.role).label if account.role else "—"
    raise Refused(
        Refusal(
            "role",
            _("%(role)s不能定指标的目标和权重。"),
            _("请由督查室办理。"),
            {"role": role},
        )
    )
