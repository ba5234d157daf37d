"""The pages of indicators: the number, what it is made of, its target, and its last year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from yiding.followup.periods import end_of_day
from yiding.ledgers.base.drawing import Line, Svg, line_chart
from yiding.ledgers.base.figures import (
    Asked,
    LedgerFigure,
    figure_of,
    is_reached,
    number_of,
    target_on,
)
from yiding.ledgers.base.models import Entry, Target
from yiding.ledgers.base.permissions import sees_whole
from yiding.ledgers.base.queries import EntryFilter, chosen
from yiding.ledgers.catalogue import Ledger
from yiding.registry.models import Account
from yiding.rules.indicator import Indicator
from yiding.web.ledgers.listing import entry_href, tabs_of
from yiding.web.ledgers.rules import ledger_crumbs
from yiding.web.ledgers.words import either, named, unit_words
from yiding.web.parts import Crumb, Strip, View
from yiding.web.parts.formats import nothing, number
from yiding.web.proofs.contexts import ProofRow, rows_shown_by

MONTHS = 12
#: Entries of a kind up to which a year is drawn unasked; beyond, somebody asks for it.
DRAWN_UP_TO = 2000
#: Entries listed behind a number.
LISTED = 100
_PER_CENT = "%"
_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True)
class Look:
    """Who looks at figures, of which day, and on which."""

    account: Account
    on: date
    today: date

    def at(self, day: date) -> Look:
        """The same reader on another day."""
        return replace(self, on=day)


@dataclass(frozen=True)
class Against:
    """A target and whether the figure has come to it."""

    words: str
    by_on: date
    is_reached: bool | None
    is_late: bool
    basis: str


@dataclass(frozen=True)
class IndicatorRow:
    """指标: one figure with what it is made of."""

    address: str
    href: str
    title: str
    value: str
    unit: str
    part: str
    whole: str
    period: str
    formula: str
    against: Against | None
    strip: Strip | None


@dataclass(frozen=True)
class IndicatorList:
    """All indicators of a ledger."""

    ledger: Ledger
    title: str
    crumbs: list[Crumb]
    tabs: list[View]
    rows: list[IndicatorRow]
    on: date
    is_whole: bool


@dataclass(frozen=True)
class IndicatorPage:
    """One indicator."""

    ledger: Ledger
    indicator: Indicator
    kind: str
    row: IndicatorRow
    title: str
    crumbs: list[Crumb]
    on: date
    is_whole: bool
    months: list[tuple[str, str]]
    chart: Svg | None
    behind: list[tuple[str, str]]
    behind_count: int
    lacking: list[tuple[str, str]]
    lacking_count: int
    tied: list[ProofRow]


def indicator_list(ledger: Ledger, look: Look) -> IndicatorList:
    """Every indicator of a ledger on a day."""
    rows = [_row(number_of(_asked(ledger, one, look)), look.on) for one in ledger.indicators]
    return IndicatorList(
        ledger=ledger,
        title=_list_title(ledger, rows),
        crumbs=ledger_crumbs(ledger),
        tabs=tabs_of(ledger, "indicators"),
        rows=rows,
        on=look.on,
        is_whole=sees_whole(look.account, ledger.slug),
    )


def strips_of(ledger: Ledger, account: Account, on: date) -> list[Strip]:
    """The indicators that have a target, as strips at the head of the ledger's page."""
    city = account.jurisdiction
    known = Target.objects.filter(jurisdiction=city, indicator__startswith=f"{ledger.slug}/")
    slugs = {one.partition("/")[2] for one in known.values_list("indicator", flat=True)}
    wanted = [one for one in ledger.indicators if one.slug in slugs]
    look = Look(account, on, on)
    rows = (_row(number_of(_asked(ledger, one, look)), on) for one in wanted)
    return [row.strip for row in rows if row.strip]


def indicator_page(
    ledger: Ledger, indicator: Indicator, look: Look, *, draw: bool
) -> IndicatorPage:
    """One indicator on a day; its year is drawn where it is asked for or quickly done."""
    figure = figure_of(_asked(ledger, indicator, look))
    row = _row(figure, look.on)
    count = chosen(look.account, ledger.slug, EntryFilter(kind=indicator.kind)).count()
    year = list(_year(ledger, indicator, look)) if draw or count <= DRAWN_UP_TO else []
    return IndicatorPage(
        ledger=ledger,
        indicator=indicator,
        kind=named(ledger.kinds[indicator.kind]),
        row=row,
        title=_title(row),
        crumbs=[
            *ledger_crumbs(ledger),
            Crumb(gettext("指标"), reverse("ledgers-indicators", args=[ledger.slug])),
            Crumb("", "", row.address),
        ],
        on=look.on,
        is_whole=sees_whole(look.account, ledger.slug),
        months=[(_month(day), amount_words(value, indicator.unit)) for day, value in year],
        chart=_chart(row, indicator, year, figure) if year else None,
        behind=_links(figure.entries()[:LISTED]),
        behind_count=len(figure.figure.behind),
        lacking=_links(figure.lacking()[:LISTED]),
        lacking_count=len(figure.figure.lacking),
        tied=rows_shown_by(row.address, look.account),
    )


def _asked(ledger: Ledger, one: Indicator, look: Look) -> Asked:
    """What the account may see; a past day from the entries as they stood when it ended."""
    city = look.account.jurisdiction
    if city is None:
        raise TypeError(f"{look.account.username} has no jurisdiction")
    unit = None if sees_whole(look.account, ledger.slug) else look.account.unit
    known_at = end_of_day(look.on) - _MOMENT if look.on < look.today else None
    return Asked(f"{ledger.slug}/{one.slug}", city, look.on, unit, known_at)


def _row(found: LedgerFigure, on: date) -> IndicatorRow:
    one, figure = found.indicator, found.figure
    target = target_on(found.asked.jurisdiction, found.asked.address, on)
    against = _against(found, target, on) if target else None
    href = reverse("ledgers-indicator", args=[found.ledger.slug, one.slug])
    return IndicatorRow(
        address=found.asked.address,
        href=href,
        title=either(one.title, one.english),
        value=amount_words(figure.value, one.unit),
        unit="" if figure.value is None or one.unit == _PER_CENT else unit_words(one.unit),
        part=plain_number(figure.part),
        whole=plain_number(figure.whole) if figure.whole is not None else "",
        period=one.period,
        formula=one.formula,
        against=against,
        strip=_strip(found, target, against, href) if target and against else None,
    )


def _against(found: LedgerFigure, target: Target, on: date) -> Against:
    one = found.indicator
    reached = None if found.value is None else is_reached(found.value, target.amount, one.better)
    amount = amount_words(target.amount, one.unit)
    unit = "" if one.unit == _PER_CENT else unit_words(one.unit)
    words = f"{amount} {unit}".strip()
    return Against(words, target.by_on, reached, on > target.by_on and not reached, target.basis)


def _strip(found: LedgerFigure, target: Target, against: Against, href: str) -> Strip:
    value, most = found.value, max(target.amount, found.value or Decimal(0)) or Decimal(1)
    most = Decimal(100) if found.indicator.unit == _PER_CENT else most
    parts = found.figure
    note = (
        f"{plain_number(parts.part)} / {plain_number(parts.whole)}"
        if parts.whole is not None
        else ""
    )
    words = gettext("目标 %(target)s，%(day)s 前")
    return Strip(
        name=either(found.indicator.title, found.indicator.english),
        value=amount_words(value, found.indicator.unit),
        share=float((value or Decimal(0)) / most),
        target=float(target.amount / most),
        value_note=note,
        note=words % {"target": against.words, "day": against.by_on.isoformat()},
        tone="late" if against.is_late else "closed" if against.is_reached else "under-way",
        is_late=against.is_late,
        href=href,
    )


def amount_words(value: Decimal | None, unit: str) -> str:
    """A figure in its unit: per cent with one decimal, the rest as it is."""
    if value is None:
        return nothing()
    return f"{number(value, 1)}%" if unit == _PER_CENT else plain_number(value)


def plain_number(value: Decimal | None) -> str:
    """As many places as the number has, two at most."""
    if value is None:
        return nothing()
    short = round(value, 2)
    exponent = short.normalize().as_tuple().exponent
    return number(short, max(-exponent, 0) if isinstance(exponent, int) else 0)


def _title(row: IndicatorRow) -> str:
    value = " ".join(filter(None, (row.value, row.unit)))
    words = gettext("%(title)s：%(value)s") % {"title": row.title, "value": value}
    if row.against is None:
        return words + gettext("。")
    tail = gettext("，已到目标。") if row.against.is_reached else gettext("，没有到目标。")
    return words + tail


def _list_title(ledger: Ledger, rows: list[IndicatorRow]) -> str:
    name = either(ledger.card.term, ledger.card.english)
    words = ngettext("%(name)s：%(n)s 个指标", "%(name)s：%(n)s 个指标", len(rows))
    said = words % {"name": name, "n": len(rows)}
    with_target = [one.against for one in rows if one.against]
    if not with_target:
        return said + gettext("，都还没有定目标。")
    reached = sum(bool(one.is_reached) for one in with_target)
    tail = gettext("，%(all)s 个有目标，%(n)s 个已到。")
    return said + tail % {"all": len(with_target), "n": reached}


def month_ends(on: date) -> list[date]:
    """The last days of the twelve months up to a day; of its own month, the day itself."""
    ends = [on]
    first = on.replace(day=1)
    while len(ends) < MONTHS:
        end = first - timedelta(days=1)
        ends.append(end)
        first = end.replace(day=1)
    return ends[::-1]


def _year(ledger: Ledger, one: Indicator, look: Look) -> Iterator[tuple[date, Decimal | None]]:
    for day in month_ends(look.on):
        yield day, number_of(_asked(ledger, one, look.at(day))).value


def _month(day: date) -> str:
    return f"{day.year}-{day.month:02}"


def _chart(
    row: IndicatorRow,
    one: Indicator,
    year: list[tuple[date, Decimal | None]],
    found: LedgerFigure,
) -> Svg:
    target = target_on(found.asked.jurisdiction, row.address, found.asked.on)
    words = gettext("近十二个月每月末的数，见下表。")
    return line_chart(
        [Line(row.title, tuple(value for _day, value in year))],
        [_month(day)[2:] for day, _value in year],
        title=row.title,
        description=words,
        target=target.amount if target else None,
        target_words=gettext("目标 %(n)s") % {"n": amount_words(target.amount, one.unit)}
        if target
        else "",
    )


def _links(rows: Iterable[Entry]) -> list[tuple[str, str]]:
    return [(one.key, entry_href(one)) for one in rows]
