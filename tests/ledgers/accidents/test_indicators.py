"""Figures reported, worked out by hand, each as it was known on its day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ledgers.accidents.trying import figure, of

FIVE = [
    of("accident", "a", occurred_at="2019-08-01 10:00", deaths=2, severe_injuries=1, unit="甲厂",
       type="机械伤害"),
    of("accident", "b", occurred_at="2019-09-10 08:00", deaths=0, severe_injuries=1, unit="甲厂",
       type="机械伤害"),
    of("accident", "c", occurred_at="2019-03-05", deaths=1, special_kind="道路交通"),
    of("accident", "d", occurred_at="2018-08-20", deaths=4, unit="乙厂", type="触电"),
    of("accident", "e", occurred_at="2018-11-02", deaths=1, unit="甲厂", type="触电"),
    of("supplement", "s", accident="a", at="2019-08-20", deaths_change=1, severe_change=-1),
]  # fmt: skip
END = date(2019, 12, 31)


def test_accidents_and_deaths_of_the_year() -> None:
    """The change within thirty days counts: 3 + 0 + 1."""
    counted, dead = figure("accidents-this-year", FIVE, END), figure("deaths-this-year", FIVE, END)
    assert (counted.value, counted.behind) == (Decimal(3), ("a", "b", "c"))
    assert (dead.value, dead.behind) == (Decimal(4), ("a", "c"))


def test_a_figure_is_of_what_was_known_on_its_day() -> None:
    """The death of 20 August is not known on the 19th, nor the accident of 10 September."""
    assert figure("deaths-this-year", FIVE, date(2019, 8, 19)).value == Decimal(3)
    assert figure("deaths-this-year", FIVE, date(2019, 8, 20)).value == Decimal(4)
    assert figure("accidents-this-year", FIVE, date(2019, 9, 9)).value == Decimal(2)


def test_a_report_that_comes_later_is_known_later() -> None:
    """An accident hidden for a month is in no figure of that month."""
    hidden = [of("accident", "h", occurred_at="2019-05-01 10:00", deaths=1,
                 reported_at="2019-06-02 09:00")]  # fmt: skip
    assert figure("accidents-this-year", hidden, date(2019, 6, 1)).value == Decimal(0)
    assert figure("accidents-this-year", hidden, date(2019, 6, 2)).value == Decimal(1)


def test_a_correction_counts_whenever_it_comes_and_a_late_death_does_not() -> None:
    """Day 31 is out of time, a correction never is."""
    first = of("accident", "a", occurred_at="2019-08-01", deaths=2)
    late = of("supplement", "s", accident="a", at="2019-09-01", deaths_change=1)
    correction = of(
        "supplement", "s", accident="a", at="2019-09-01", deaths_change=1, nature="更正"
    )
    assert figure("deaths-this-year", [first, late], END).value == Decimal(2)
    assert figure("deaths-this-year", [first, correction], END).value == Decimal(3)


def test_since_august_runs_over_the_new_year() -> None:
    """In March it is August of the year before."""
    assert figure("accidents-since-august", FIVE, END).behind == ("a", "b")
    assert figure("accidents-since-august", FIVE, date(2019, 3, 5)).behind == ("c", "d", "e")
    assert figure("deaths-since-august", FIVE, END).value == Decimal(3)


def test_against_the_year_and_the_month_before() -> None:
    """Three against two: half as many again; deaths four against five."""
    year = figure("accidents-year-on-year", FIVE, END)
    assert (year.value, year.part, year.whole) == (Decimal(50), Decimal(3), Decimal(2))
    assert figure("deaths-year-on-year", FIVE, END).value == Decimal(-20)
    assert figure("accidents-month-on-month", FIVE, date(2019, 10, 1)).value is None
    assert figure("accidents-month-on-month", FIVE, date(2019, 9, 20)).value == Decimal(0)


def test_by_grade_and_kind() -> None:
    """The third death of 20 August made it 较大; nobody else is."""
    assert figure("larger-accidents", FIVE, END).behind == ("a",)
    assert figure("larger-accidents", FIVE, date(2019, 8, 19)).behind == ()
    assert figure("major-accidents", FIVE, END).value == Decimal(0)
    assert figure("industrial-accidents", FIVE, END).behind == ("a", "b")
    assert figure("road-deaths", FIVE, END).value == Decimal(1)


def test_repeated_ungraded_and_quiet_days() -> None:
    """Of the same unit and type within a year; without figures; since the last death."""
    assert figure("repeated-accidents", FIVE, END).behind == ("b",)
    bare = [*FIVE, of("accident", "f", occurred_at="2019-10-01", unit="丙厂")]
    assert figure("ungraded-accidents", bare, END).behind == ("f",)
    assert figure("days-without-death", FIVE, date(2019, 8, 11)).value == Decimal(10)
    assert figure("days-without-death", [], END).value is None


def test_a_grade_raised_later_counts_from_its_day() -> None:
    """Registered 较大 on 1 October by a decision, not by its figures."""
    raised = [of("accident", "a", occurred_at="2019-08-01", deaths=2, grade="较大",
                 grade_history=[{"at": "2019-10-01", "grade": "较大"}])]  # fmt: skip
    assert figure("larger-accidents", raised, date(2019, 9, 30)).value == Decimal(0)
    assert figure("larger-accidents", raised, date(2019, 10, 1)).value == Decimal(1)


def test_rates_of_the_latest_year_that_is_told() -> None:
    """2 deaths over 538 × 300 × 8 hours; 30 over 1500 and over three million people."""
    years = [
        of("year_figures", "1", year=2018, deaths=30, gdp=1500, population=3000000),
        of("year_figures", "2", year=2019, deaths=2, staff=538, days=300, hours_per_day=8),
        of("year_figures", "3", year=2021, deaths=99, gdp=1, population=1),
    ]
    hours = figure("deaths-per-million-hours", years, END).value
    assert hours is not None
    assert hours.quantize(Decimal("0.001")) == Decimal("1.549")
    assert figure("deaths-per-gdp", years, END).value == Decimal("0.02")
    assert figure("deaths-per-hundred-thousand", years, END).value == Decimal(1)


def test_reports_that_were_late() -> None:
    """Sixty-one minutes of the unit and two hours of a level: one of two."""
    reports = [
        of("report", "1", step="单位报告", minutes=61),
        of("report", "2", step="逐级上报", minutes=120),
        of("report", "3", minutes=500),
    ]
    late = figure("reports-late", reports)
    assert (late.part, late.whole, late.behind) == (1, 2, ("1",))


def test_inquiries_in_time() -> None:
    """The report of the first came on its day, of the second a day late; the third is not due."""
    inquiries = [
        of("investigation", "1", occurred_at="2019-08-10", report_at="2019-10-09", grade="较大",
           approved_at="2019-10-24"),
        of("investigation", "2", occurred_at="2019-08-10", report_at="2019-10-10", grade="较大",
           approved_at="2019-10-26"),
        of("investigation", "3", occurred_at="2019-11-20"),
    ]  # fmt: skip
    reported = figure("reports-on-time", inquiries)
    approved = figure("reports-approved-on-time", inquiries)
    assert (reported.behind, reported.lacking) == (("1",), ("2",))
    assert (approved.behind, approved.lacking) == (("1",), ("2",))


def test_measures_liability_evaluation_and_causes() -> None:
    """Done by the day of the figure, with proof or a document."""
    measures = [of("measure", "1", due="2019-12-31", done_at="2020-01-02", evidence="照片"),
                of("measure", "2", due="2019-12-31", done_at="2019-12-30"),
                of("measure", "3", due="2020-02-01")]  # fmt: skip
    assert figure("measures-carried-out", measures).value == Decimal(50)
    deeds = [of("liability", "1", done_at="2020-01-05", document="甲"),
             of("liability", "2", done_at="2020-01-06", document="乙")]  # fmt: skip
    assert figure("liability-settled-share", deeds).behind == ("1",)
    evaluations = [of("evaluation", "1", approved_at="2018-12-01", evaluated_on="2019-12-01"),
                   of("evaluation", "2", approved_at="2018-12-01", evaluated_on="2019-12-02"),
                   of("evaluation", "3", approved_at="2019-12-01")]  # fmt: skip
    assert figure("evaluated-on-time", evaluations).value == Decimal(50)
    causes = [of("cause", "1", hazards_found=8, hazards_closed=6), of("cause", "2")]
    assert figure("cause-hazards-closed", causes).value == Decimal(75)
