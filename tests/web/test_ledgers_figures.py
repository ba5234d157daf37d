"""Checks, indicators and the yearly assessment, on pages."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from django.test import Client
from django.utils import timezone

from web.conftest import ClientOf, text_of
from web.ledgers_stock import INDICATOR, assessed, stock
from world import World, moment
from yiding.ledgers.base.checking_runs import begin_check
from yiding.ledgers.base.models import CheckRun, Entry
from yiding.ledgers.catalogue import ledger
from yiding.web.ledgers.indicators import amount_words, month_ends, plain_number

LIST = "/ledgers/premises/"
PAGE = f"{LIST}indicators/{INDICATOR.partition('/')[2]}/"
AT = moment(date(2026, 3, 3))


@pytest.fixture
def desk(world: World, client: Client) -> Client:
    stock(world, AT)
    client.force_login(world["supervisor"])
    return client


def test_a_check_judges_everything_as_of_a_day(desk: Client) -> None:
    assert "还没有核对过" in text_of(desk, f"{LIST}check/")
    answer = desk.post(f"{LIST}check/", {"on": "2014-11-23"}, follow=True)
    page = answer.context["page"]
    run = page.runs[0].run
    assert (run.on, run.state, run.done) == (date(2014, 11, 23), CheckRun.State.FINISHED, 4)
    assert "area-within-limit" not in {one.href.split("/")[-2] for one in page.rules}
    desk.post(f"{LIST}check/", {"on": "2026-03-03"})
    page = desk.get(f"{LIST}check/").context["page"]
    assert page.title == "办公用房：按 2026-03-03 核对了 4 条。"
    assert {one: count for one, count, _ in page.runs[0].counts}["breached"] == 2
    assert {one.checked_on for one in Entry.objects.all()} == {date(2026, 3, 3)}


def test_a_check_that_goes_on_says_how_far_it_is(world: World, desk: Client) -> None:
    run = begin_check(world["supervisor"], "premises", date(2026, 3, 3), timezone.now())
    CheckRun.objects.filter(pk=run.pk).update(done=1, total=4)
    text = text_of(desk, f"{LIST}check/")
    assert "正在核对，已核对 1 条，共 4 条。" in desk.get(f"{LIST}check/").context["page"].title
    assert 'http-equiv="refresh"' in text
    assert 'aria-label="25%"' in text


@pytest.mark.parametrize("name", ["auditor", "liaison@water", "mayor"])
def test_who_may_not_check_is_told_why(world: World, client_of: ClientOf, name: str) -> None:
    client = client_of(name)
    assert 'aria-disabled="true"' in text_of(client, f"{LIST}check/")
    answer = client.post(f"{LIST}check/", {"on": "2026-03-03"})
    assert answer.status_code == 409
    assert CheckRun.objects.count() == 0


def test_an_indicator_says_what_it_is_made_of(desk: Client) -> None:
    page = desk.get(PAGE).context["page"]
    assert page.behind_count == 3
    assert {key for key, _href in page.behind} == {"A-101", "A-102", "A-202"}
    assert page.row.part == "36.51"
    assert page.row.formula == ledger("premises").indicators[_at()].formula
    assert page.chart is not None
    for _key, href in page.behind:
        assert desk.get(href).status_code == 200


def _at() -> int:
    slugs = [one.slug for one in ledger("premises").indicators]
    return slugs.index(INDICATOR.partition("/")[2])


def test_a_past_day_is_counted_from_what_stood_then(desk: Client) -> None:
    page = desk.get(f"{PAGE}?as_of=2026-03-02").context["page"]
    assert page.row.value == "无"
    page = desk.get(f"{PAGE}?as_of=2026-03-03").context["page"]
    assert page.row.part == "36.51"
    months = dict(desk.get(f"{PAGE}?as_of=2026-04-30").context["page"].months)
    assert months["2026-02"] == "无"
    assert months["2026-03"] == months["2026-04"] != "无"


def test_a_target_is_drawn_and_said(world: World, desk: Client) -> None:
    assessed(world, timezone.now())
    page = desk.get(PAGE).context["page"]
    assert page.title.endswith("，没有到目标。")
    assert page.row.against.words == "12 m²/人"
    assert "目标 12" in page.chart
    strips = desk.get(LIST).context["strips"]
    assert [one.href for one in strips] == [PAGE]
    rows = desk.get(f"{LIST}indicators/").context["page"]
    assert "1 个有目标，0 个已到" in rows.title
    assert len(rows.rows) == len(ledger("premises").indicators)


def test_a_units_people_see_their_own_figures(world: World, client_of: ClientOf) -> None:
    stock(world, AT)
    page = client_of("liaison@water").get(PAGE).context["page"]
    assert {key for key, _href in page.behind} == {"A-101", "A-102"}
    assert not page.is_whole


def test_an_indicator_that_is_not_there_is_not_found(desk: Client) -> None:
    assert desk.get(f"{LIST}indicators/none/").status_code == 404
    assert desk.get(f"{PAGE}?as_of=x").status_code == 404


def test_the_assessment_scores_by_weight_and_target(world: World, desk: Client) -> None:
    assert "没有考核表" in text_of(desk, "/assessment/")
    now = timezone.now()
    assessed(world, now)
    page = desk.get("/assessment/").context["page"]
    (_title, _unit, rows, score), *none = page.sheets
    assert none == []
    assert rows[0].href == PAGE
    assert (rows[0].weight, rows[0].is_reached) == ("10", False)
    assert rows[0].score == plain_number(score.total)
    assert 0 < score.total < 10
    year = timezone.localdate(now).year
    assert page.title.startswith(f"{year} 年度考核：满分 10，现得 ")
    assert desk.get("/assessment/?year=x").context["page"].sheets


def test_the_twelve_month_ends() -> None:
    ends = month_ends(date(2024, 3, 15))
    assert len(ends) == 12
    assert ends[-3:] == [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 15)]
    assert ends[0] == date(2023, 4, 30)
    assert all((later - earlier) <= timedelta(days=31) for earlier, later in pairwise(ends))


def test_numbers_have_as_many_places_as_they_need() -> None:
    assert plain_number(Decimal("12.500")) == "12.5"
    assert plain_number(Decimal(1200)) == "1,200"
    assert plain_number(None) == "无"
    assert amount_words(Decimal("97.84"), "%") == "97.8%"
    assert amount_words(None, "%") == "无"
