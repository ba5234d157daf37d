"""What the ledger draws beside its list: quotas and vehicles, ages and distances, cost by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from yiding.dates.calendar import add_months
from yiding.ledgers.base.drawing import Bar, Line, bar_chart, line_chart
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.fleet import track_panel
from yiding.ledgers.fleet.age_chart import Aged, Bound, age_chart
from yiding.ledgers.fleet.ages import MONTHS, months_old
from yiding.ledgers.fleet.choices import RUNNING
from yiding.ledgers.fleet.sums import NONE, days_between, is_held
from yiding.ledgers.panel import Panel, Shown, Sight, panel
from yiding.rules import Entry
from yiding.rules.places import chain

#: Units shown, those over their quota first.
_UNITS = 24


@panel("quota", "vehicle", most=20000)
def quotas(sight: Sight) -> Panel | None:
    """A bar a unit: what it holds, its quota beside its name."""
    held = _held([one.entry for one in sight.of_kind("vehicle")])
    units: dict[str, list[Shown]] = defaultdict(list)
    for one in sight.of_kind("quota"):
        if one.entry.unit and one.entry.number is not None:
            units[one.entry.unit].append(one)
    if not units:
        return None
    rows = sorted((_quota_bar(unit, rows, held) for unit, rows in units.items()), key=_worst_first)
    title, about = _("编制与在用车辆"), _("各单位在用车辆数，名称后是编制数；超编的另着色。")
    chart = bar_chart(rows[:_UNITS], title=title, description=about, unit=_("辆"))
    context = {"chart": chart, "more": max(len(rows) - _UNITS, 0)}
    return Panel("编制与在用车辆", "Quotas and vehicles", "fleet/quotas.html", context)


def _held(cars: Sequence[Entry]) -> dict[tuple[str, str], int]:
    """How many vehicles each unit holds of each kind."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for car in cars:
        if is_held(car) and car.unit and car.vehicle_kind:
            counts[car.unit, car.vehicle_kind] += 1
    return counts


def _quota_bar(unit: str, rows: Sequence[Shown], held: dict[tuple[str, str], int]) -> Bar:
    told = [(one, _in_use(one.entry, held)) for one in rows]
    over = [one for one, count in told if count > one.entry.number]
    number = sum((one.entry.number for one in rows), NONE)
    words = _("%(unit)s（编制 %(number)s）") % {"unit": unit, "number": f"{number:f}"}
    href = (over or list(rows))[0].href
    tone = "late" if over else "under-way"
    return Bar(words, sum((count for _one, count in told), NONE), tone, href)


def _in_use(quota: Entry, held: dict[tuple[str, str], int]) -> Decimal:
    """As the quota says, else as the vehicles count."""
    if quota.in_use is not None:
        return Decimal(quota.in_use)
    return Decimal(held.get((quota.unit, quota.vehicle_kind), 0))


def _worst_first(bar: Bar) -> tuple[bool, Decimal | float, str]:
    return bar.tone != "late", -bar.value, bar.words


@panel("vehicle", most=3000)
def ages(sight: Sight) -> Panel | None:
    """A point a vehicle: its age and its distance, and the lines of renewal that hold here."""
    cars = [one for shown in sight.entries if (one := _aged(shown, sight.on)) is not None]
    if not cars:
        return None
    bounds = list(_bounds(sight))
    title, about = (
        _("车龄与里程"),
        _("一点一辆车：横向车龄（年），纵向里程（km）；虚线是更新的界线。"),
    )
    chart = age_chart(cars, bounds, title=title, description=about, foot=_("车龄（年）"))
    old = sum(one.tone == "soon" for one in cars)
    context = {"chart": chart, "old": old, "all": len(cars)}
    return Panel("车龄与里程", "Ages and distances", "fleet/ages.html", context)


def _aged(shown: Shown, on: date) -> Aged | None:
    car = shown.entry
    months = months_old(car, on)
    if months is None or car.odometer_km is None or not is_held(car):
        return None
    past = _figure(("renewal_age", ()), ("100000",), on)
    is_old = past is not None and months > past * MONTHS
    words = _("%(plate)s，%(years)s 年 %(months)s 个月，%(km)s km") % {
        "plate": car.plate or car.id,
        "years": months // MONTHS,
        "months": months % MONTHS,
        "km": f"{car.odometer_km:,.0f}",
    }
    tone = "soon" if is_old else "under-way"
    return Aged(months / MONTHS, float(car.odometer_km), words, tone, shown.href)


def _bounds(sight: Sight) -> Iterator[Bound]:
    """The national line, and those of the place where it has any."""
    places = chain(sight.place)
    national = _figure(("renewal_age", ()), places, sight.on)
    if national is not None:
        yield Bound(_("国家 %(years)s 年") % {"years": f"{national:f}"}, years=float(national))
    years = _figure(("renewal_reach", ("years",)), places, sight.on)
    if years is not None:
        yield Bound(_("本地 %(years)s 年") % {"years": f"{years:f}"}, years=float(years))
    km = _figure(("renewal_reach", ("km",)), places, sight.on)
    if km is not None:
        yield Bound(_("本地 %(km)s km") % {"km": f"{km:,f}"}, km=float(km))


def _figure(at: tuple[str, tuple[str, ...]], places: tuple[str, ...], on: date) -> Decimal | None:
    """A figure of the values there and then."""
    found = ledger("fleet").values.tables[at[0]].find(at[1], places, on)
    return None if found is None else Decimal(found[1])


@panel("cost_line", "dispatch", most=60000)
def cost(sight: Sight) -> Panel | None:
    """Running cost per kilometre, month by month of the year up to the day."""
    months = [_month(add_months(sight.on, -back)) for back in range(MONTHS - 1, -1, -1)]
    paid = _paid([one.entry for one in sight.of_kind("cost_line")])
    driven = _driven([one.entry for one in sight.of_kind("dispatch")])
    values = [_quotient(paid.get(one), driven.get(one)) for one in months]
    if all(one is None for one in values):
        return None
    title, about = (
        _("每公里运行费"),
        _("各月运行费除以当月派车单里程（元/km）；没有数据的月份断开。"),
    )
    chart = line_chart([Line(title, tuple(values))], months, title=title, description=about)
    return Panel("每公里运行费", "Running cost per kilometre", "fleet/cost.html", {"chart": chart})


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _paid(costs: Sequence[Entry]) -> dict[str, Decimal]:
    """The running costs by month."""
    sums: dict[str, Decimal] = defaultdict(lambda: NONE)
    for one in costs:
        if one.paid_on is not None and one.amount is not None and one.cost_kind in RUNNING:
            sums[_month(one.paid_on)] += Decimal(one.amount)
    return sums


def _driven(orders: Sequence[Entry]) -> dict[str, Decimal]:
    """The distance of one's own vehicles by month; that of an order lies evenly over its days."""
    sums: dict[str, Decimal] = defaultdict(lambda: NONE)
    for one in orders:
        days = list(days_between(one.started_at, one.ended_at)) if _is_own(one) else []
        for day in days if one.km is not None else ():
            sums[_month(day)] += Decimal(one.km) / len(days)
    return sums


def _is_own(order: Entry) -> bool:
    return bool(order.source != "hire" and order.state != "cancelled")


def _quotient(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    return round(part / whole, 2) if part and whole else None


track = track_panel.track
"""Where a vehicle was on a day: drawn by its own file."""
