"""The pages of rules: values by place and day, cases run now, and the trial that keeps nothing.

Of pages alike two are opened, all by ``make pages``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from choice import looked_at
from world import World
from yiding.law import provision
from yiding.ledgers.base.models import Entry
from yiding.ledgers.catalogue import ledger, ledgers
from yiding.rules.entries import Field, Kind, Option, Type
from yiding.rules.rule import Rule
from yiding.web.ledgers.cases import run_case
from yiding.web.ledgers.forms import EntryForm, initial_of
from yiding.web.ledgers.rules import cases_words, rule_list, shown_cases
from yiding.web.ledgers.values import tables_of
from yiding.web.ledgers.words import (
    humanised,
    key_words,
    place_words,
    unit_words,
    value_words,
    with_unit,
)

RULE = "/ledgers/premises/rules/area-within-limit/"
ON = date(2025, 3, 1)
KIND = Kind(
    name="thing",
    term="物",
    fields=(
        Field("area_m2", "面积", Type.NUMBER, "m²"),
        Field("count", "数", Type.INTEGER),
        Field("on", "日", Type.DATE),
        Field("is_far", "远否", Type.FLAG),
        Field("level", "级", Type.CHOICE, options=(Option("city", "市级", ("市",)),)),
        Field("share", "占", Type.SHARE),
        Field("names", "名", Type.LIST),
        Field("days", "日子", Type.DATES),
        Field(
            "people",
            "人",
            Type.RECORDS,
            fields=(Field("name", "姓名"), Field("age", "龄", Type.INTEGER)),
        ),
    ),
)


@pytest.fixture
def desk(world: World, client: Client) -> Client:
    client.force_login(world["supervisor"])
    return client


def tried(client: Client, **fields: str) -> list[tuple[str, str]]:
    """The verdicts of a trial with their places."""
    asked = {"try": "1", **{f"f-{name}": value for name, value in fields.items()}}
    page = client.get(RULE, {**asked, "on": "2025-03-01", "place": "320500"}).context["page"]
    return [(one.verdict, one.why and str(one.why)) for one in page.trial.found]


def sort_of_rule(rules: tuple[Rule, ...]) -> tuple[object, ...]:
    """What the page of a rule decides by."""
    one = rules[0]
    is_known = provision(one.source.cites)[-1].is_confirmed
    return one.address.partition("/")[0], one.root is None, bool(one.tables), is_known


@pytest.mark.long
@pytest.mark.either
def test_every_rule_of_every_ledger_has_a_page_whose_cases_hold(desk: Client) -> None:
    every = [
        tuple(kept.rule_named(slug))
        for kept in ledgers()
        for slug in dict.fromkeys(one.source.slug for one in kept.rules)
    ]
    broken = []
    for one in looked_at(every, sort_of_rule):
        slug, _, name = one[0].address.partition("/")
        answer = desk.get(f"/ledgers/{slug}/rules/{name}/")
        assert answer.status_code == 200, one[0].address
        cases = answer.context["page"].cases
        broken += [f"{slug}/{name} {each.id}" for each in cases if not each.holds]
    assert broken == []


def test_a_case_that_does_not_hold_is_said_and_stands_first(db: None) -> None:
    kept = ledger("premises")
    good = next(one for one in kept.cases if one.rule == "area-within-limit")
    wrong = replace(good, id="XX-1", expect={"verdict": "due"})
    runs = [run_case(kept, one) for one in (good, wrong)]
    shown = [(one.id, one.holds) for one in shown_cases(kept, runs)]
    assert shown == [("XX-1", False), (good.id, True)]
    assert cases_words(runs) == "2 个例，1 个不成立"
    assert cases_words(runs[:1]) == "1 个例，现在成立"
    assert cases_words([]) == "没有例"


def test_a_case_that_cannot_be_read_does_not_hold() -> None:
    kept = ledger("premises")
    good = next(one for one in kept.cases if one.rule == "area-within-limit")
    entry = {**good.entry, "fields": {"area_m2": "二十四"}}
    run = run_case(kept, replace(good, id="XX-2", entry=entry, expect={}))
    assert (run.holds, run.entry) == (False, None)


def test_the_list_counts_each_rule_once(db: None) -> None:
    kept = ledger("premises")
    page = rule_list(kept)
    addresses = [row.address for row in page.rows]
    assert len(addresses) == len(set(addresses)) == len({one.source.slug for one in kept.rules})
    assert f"{len(addresses)} 条规则，例子都成立" in page.title


def test_the_trial_judges_and_keeps_nothing(desk: Client) -> None:
    assert tried(desk, level="city", rank="staff", area_m2="9.01") == [("breached", "")]
    assert tried(desk, level="city", rank="staff", area_m2="9") == [("met", "")]
    assert tried(desk, level="city", rank="staff") == [("undetermined", "缺少数据")]
    assert Entry.objects.count() == 0


def test_what_cannot_be_read_is_said_beside_its_field(desk: Client) -> None:
    page = desk.get(RULE, {"try": "1", "f-area_m2": "二十四"})
    trial = page.context["page"].trial
    assert not trial.is_tried
    assert list(trial.form.errors) == ["f-area_m2"]
    assert "“二十四”读不懂。请写一个数，以m²为单位。" in page.content.decode()


def test_an_odd_day_or_place_is_the_readers_own(desk: Client, world: World) -> None:
    trial = desk.get(RULE, {"on": "x", "place": "y"}).context["page"].trial
    assert trial.place == world.jurisdiction.code
    assert trial.on >= ON


def test_values_stand_by_place_with_their_days_and_whether_confirmed(desk: Client) -> None:
    kept = ledger("premises")
    tables = {one.name: one for one in tables_of(kept, kept.rule_named("area-within-limit"))}
    grid = tables["office_area"].grids[0]
    assert grid.head.place == "全国"
    assert grid.head.is_confirmed
    city, staff = grid.across.index("市级机关"), dict(grid.rows)["其他工作人员"]
    assert staff[city] == "9"
    assert "发改投资〔2014〕2674号" in grid.head.provision_words


def test_a_rule_that_is_not_there_is_not_found(desk: Client) -> None:
    assert desk.get("/ledgers/premises/rules/none/").status_code == 404
    assert desk.get("/ledgers/none/rules/").status_code == 404


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("area_m2", "9.01", "9.01"),
        ("is_far", "true", "true"),
        ("level", "city", "city"),
        ("share", "8/9", "8/9"),
        ("names", "甲\n乙", ["甲", "乙"]),
        ("days", "2025-03-01\n2025-04-01", ["2025-03-01", "2025-04-01"]),
        ("people", "甲 | 30\n乙", [{"name": "甲", "age": "30"}, {"name": "乙"}]),
        ("people", '[{"name": "甲"}]', [{"name": "甲"}]),
    ],
)
def test_a_control_gives_what_check_takes(db: None, name: str, raw: str, value: object) -> None:
    form = EntryForm(KIND, {f"f-{name}": raw})
    assert form.is_valid(), form.errors
    assert form.given() == {name: value}


@pytest.mark.parametrize(
    ("name", "raw", "remedy"),
    [
        ("count", "1.5", "整数"),
        ("on", "昨天", "日期"),
        ("share", "一半", "两个整数"),
        ("days", "2025-13-01", "每行一个"),
        ("people", "甲 | 三十", "用 | 隔开"),
    ],
)
def test_a_wrong_control_says_what_to_write(db: None, name: str, raw: str, remedy: str) -> None:
    form = EntryForm(KIND, {f"f-{name}": raw})
    assert not form.is_valid()
    assert remedy in form.errors[f"f-{name}"][0]
    assert form.errors[f"f-{name}"][0].endswith("。")


def test_what_is_kept_fills_the_controls_and_comes_back_the_same(db: None) -> None:
    kept = {
        "area_m2": "9.01", "is_far": False, "share": {"part": 8, "whole": 9},
        "names": ["甲", "乙"], "people": [{"name": "甲", "age": "30"}],
    }  # fmt: skip
    initial = initial_of(KIND, kept)
    assert initial["f-share"] == "8/9"
    assert initial["f-is_far"] == "false"
    form = EntryForm(KIND, initial)
    assert form.is_valid(), form.errors
    assert form.read["share"] == (8, 9)
    assert form.read["is_far"] is False
    assert form.read["people"] == ({"name": "甲", "age": 30},)


def test_words_in_both_languages(db: None, world: World) -> None:
    level = KIND.by_name["level"]
    assert value_words(level, "市") == "市级"
    assert value_words(KIND.by_name["is_far"], False) == "否"
    assert value_words(None, None) == "无"
    assert place_words("100000") == "全国"
    assert place_words("320500") == "苏州市"
    assert place_words(world.jurisdiction.code) == "临湖市"
    assert key_words(ledger("premises"), "level", "city") == "市级机关"
    with translation.override("en"):
        assert value_words(level, "city") == "City"
        assert place_words("320500") == "Suzhou"
        assert unit_words("m²/人") == "m²/person"
        assert unit_words("万个/L") == "10,000 cells/L"
        assert unit_words("万元/个") == "10,000 yuan each"
        assert unit_words("个/家") == "per body"
        assert unit_words("个") == ""
        assert with_unit(Field("parts", "部件", unit="个")) == "Parts"
        assert humanised("usable_area_m2") == "Usable area"
