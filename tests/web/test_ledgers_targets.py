"""What an indicator is to reach, and the yearly sheet, as the supervision office sets them."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from web.conftest import ClientOf, text_of
from web.ledgers_stock import INDICATOR, assessed, stock
from world import World, moment
from yiding.journal.models import Event
from yiding.ledgers.base.models import AssessmentSheet, Target

PAGE = f"/ledgers/premises/indicators/{INDICATOR.partition('/')[2]}/"
EDIT = "/assessment/edit/"
SHEET = {"year": "2026", "title": "年度考核表", "basis": "考核办法", "rows": "3"}
AT = moment(date(2026, 3, 3))


@pytest.fixture
def desk(world: World, client: Client) -> Client:
    stock(world, AT)
    client.force_login(world["supervisor"])
    return client


def row(at: int, indicator: str, weight: str, target: str) -> dict[str, str]:
    """A row of the sheet as the form sends it."""
    told = {"indicator": indicator, "weight": weight, "target": target}
    return {f"r{at}-{name}": value for name, value in told.items()}


def test_a_target_is_set_journalled_and_shown_with_who_set_it(desk: Client, world: World) -> None:
    answer = desk.post(PAGE, {"amount": "9.5", "by_on": "2026-12-31"})
    assert answer.status_code == 302
    target = Target.objects.get(indicator=INDICATOR)
    assert (target.amount, target.by_on) == (pytest.approx(9.5), date(2026, 12, 31))
    event = Event.objects.get(verb="ledger.target")
    assert (event.subject, event.data["amount"]) == (INDICATOR, "9.5")
    said = text_of(desk, PAGE)
    assert f"{event.name}定为 9.5" in said


def test_a_target_that_cannot_be_read_is_told_at_its_field(desk: Client) -> None:
    answer = desk.post(PAGE, {"amount": "很少", "by_on": "年底"})
    assert answer.status_code == 422
    assert "请写一个数。" in answer.content.decode()
    assert "请写成 2025-03-01 这样的日期。" in answer.content.decode()
    assert not Target.objects.exists()


@pytest.mark.parametrize("name", ["liaison@water", "mayor"])
def test_nobody_else_sets_targets_or_sheets(world: World, client_of: ClientOf, name: str) -> None:
    client = client_of(name)
    assert "定目标" not in text_of(client, PAGE)
    assert client.post(PAGE, {"amount": "9", "by_on": "2026-12-31"}).status_code == 409
    assert client.post(EDIT, {**SHEET, **row(0, INDICATOR, "10", "9")}).status_code == 409
    assert 'aria-disabled="true"' in text_of(client, EDIT)
    assert not Target.objects.exists()
    assert not AssessmentSheet.objects.exists()


def test_a_sheet_is_kept_with_its_rows_and_changed_again(desk: Client) -> None:
    rows = {**row(0, INDICATOR, "60", "9"), **row(1, "premises/over-limit-share", "40", "0")}
    answer = desk.post(EDIT, {**SHEET, **rows})
    assert answer["Location"] == "/assessment/?year=2026"
    sheet = AssessmentSheet.objects.get()
    told = list(sheet.rows.order_by("position").values_list("indicator", "weight"))
    assert told == [(INDICATOR, 60), ("premises/over-limit-share", 40)]
    form = desk.get(EDIT, {"year": "2026", "title": "年度考核表"}).context["form"]
    assert (form.whole, form["basis"].value(), len(form.rows)) == (100, "考核办法", 5)
    assert form.rows[0]["weight"].value() == "60"  # and not 6E+1
    address = f"{EDIT}?year=2026&title=年度考核表"
    desk.post(address, {"basis": "新办法", "rows": "5", **row(0, INDICATOR, "30", "9")})
    assert [one.weight for one in sheet.rows.all()] == [30]
    assert Event.objects.filter(verb="ledger.assessment").count() == 2


def test_a_row_is_whole_or_empty(desk: Client) -> None:
    """A weight without an indicator, an indicator without a target, a weight of nothing."""
    rows = {**row(0, "", "10", ""), **row(1, INDICATOR, "10", ""), **row(2, INDICATOR, "0", "1")}
    answer = desk.post(EDIT, {**SHEET, **rows})
    assert answer.status_code == 422
    wrong = [set(one.errors) for one in answer.context["form"].rows]
    assert wrong == [{"indicator"}, {"target"}, {"weight"}]
    assert not AssessmentSheet.objects.exists()


def test_the_sheet_leads_to_its_form(desk: Client, world: World) -> None:
    assessed(world, AT)
    assert "title=%E5%B9%B4" in text_of(desk, "/assessment/?year=2026")
