"""Rules of the rates 相对指标: deaths by product, people, hours and staff of a year."""

from __future__ import annotations

from yiding.rules import Fields, Term, Values, choose, compute, known, rule

YEAR = "year_figures"
PLACES = 3


@rule(
    cites="yiding-readings:accident-rates",
    kind=YEAR,
    english="Deaths per hundred million of GDP",
)
def deaths_per_gdp(year: Fields, _: Values) -> Term:
    """亿元生产总值死亡率由死亡人数除以生产总值（亿元）得出。"""
    rate = compute(year.deaths / year.gdp, "人/亿元", "亿元GDP死亡率")
    return rate.where(known(year.gdp))


@rule(
    cites="yiding-readings:accident-rates",
    kind=YEAR,
    english="Deaths per hundred thousand people",
)
def deaths_per_people(year: Fields, values: Values) -> Term:
    """十万人死亡率由死亡人数除以人口（工矿商贸为从业人员）再乘十万得出。"""
    people = choose((known(year.population), year.population), otherwise=year.workers)
    workers_alone = known(year.worker_deaths) & ~known(year.population)
    dead = choose((workers_alone, year.worker_deaths), otherwise=year.deaths)
    rate = compute(dead * values.rate_scale["people"] / people, "人/十万人", "十万人死亡率", PLACES)
    return rate.where(known(year.population) | known(year.workers))


@rule(
    cites="yiding-readings:accident-rates",
    kind=YEAR,
    english="Deaths per million hours worked",
)
def deaths_per_hours(year: Fields, values: Values) -> Term:
    """百万工时死亡率由死亡人数除以总工时再乘百万得出。"""
    people = choose((known(year.staff), year.staff), otherwise=year.workers)
    worked = people * year.days * year.hours_per_day
    hours = choose((known(year.hours), year.hours), otherwise=worked)
    rate = compute(
        year.deaths * values.rate_scale["hours"] / hours, "人/百万工时", "百万工时死亡率", PLACES
    )
    return rate.where(known(year.hours) | (known(year.days) & known(year.hours_per_day)))


@rule(
    cites="gb-6441-1986:rate",
    kind=YEAR,
    english="Deaths per thousand mean staff; the formula is not confirmed",
)
def deaths_per_staff(year: Fields, values: Values) -> Term:
    """千人死亡率由死亡人数除以平均职工人数再乘一千得出，公式没有核对。"""
    rate = compute(
        year.deaths * values.rate_scale["staff"] / year.staff, "人/千人", "千人死亡率", PLACES
    )
    return rate.where(known(year.staff) & ~known(year.days))
