"""Residents' pages: open to all, one answer a household, counts that become the ledger's."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from web.conftest import client_for, text_of
from world import World, moment
from yiding.journal.models import Event
from yiding.ledgers.base.figures import Asked, figure_of
from yiding.ledgers.base.models import Entry, LedgerKeeper
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing, put_entry
from yiding.registry.models import Account
from yiding.web.residents.codes import digest_of, hand_out
from yiding.web.residents.models import AnswerCode

PAGE = "/residents/XQ-1/"
AT = moment(date(2026, 3, 20))
KEPT: list[tuple[str, str, dict[str, Any]]] = [
    ("community", "XQ-1", {"name": "东塘一村", "district": "白鹭区", "households": 184,
                           "stage": "开工", "needs": "停车、排水", "start_date": "2026-03-01",
                           "planned_finish": "2026-03-10", "progress": 40}),
    ("community", "XQ-2", {"name": "东塘二村", "stage": "摸底"}),
    ("project", "GZ-1", {"name": "东塘片区改造", "communities": "东塘一村、东塘二村",
                         "implementer": "湖东建设公司"}),
    ("funding", "GZ-1-a", {"project": "GZ-1", "source": "中央", "planned": "19979500.05"}),
    ("funding", "GZ-1-b", {"project": "GZ-1", "source": "居民", "planned": "124000"}),
    ("content_item", "GZ-1-c", {"project": "东塘片区改造", "item": "供水", "quantity": 1200,
                                "quantity_unit": "m", "done": 300}),
    ("notice", "GS-1", {"community": "东塘一村", "title": "改造方案公示", "objections": 3,
                        "answered_objections": 2, "posted_on": "2026-03-01",
                        "ends_on": "2026-03-11"}),
    ("handover", "YJ-1", {"community": "XQ-1", "handed_over_on": "2026-03-15",
                          "property_mode": "专业物业", "fund_plan": "逐月续筹"}),
    ("owner_vote", "BJ-1", {"community": "东塘一村", "matter_no": 7, "voted_on": "2026-02-01",
                            "evidence": "张三家表决票"}),
]  # fmt: skip


@pytest.fixture
def city(world: World) -> World:
    """The city with two communities, kept by the housing bureau."""
    LedgerKeeper.objects.create(
        jurisdiction=world.jurisdiction, ledger="renewal", unit=world.units["housing"]
    )
    for kind, key, fields in KEPT:
        put_entry(Writing(world["supervisor"], "renewal", AT), Given(kind, key, fields))
    return world


def codes_of(client: Client, kind: str, number: int) -> list[str]:
    """Codes as the officer sees them, once."""
    sent = client.post(f"{PAGE}codes/", {"kind": kind, "number": number})
    assert sent.status_code == 200
    return list(sent.context["codes"])


def say(code: str, says: str = "yes", survey: str = "will_survey", **more: Any) -> Any:
    """An answer from a household that has not signed in."""
    return Client().post(PAGE, {"survey": survey, "code": code, "says": says, **more})


def test_a_community_is_shown_to_all_and_nobody_in_it(city: World) -> None:
    told = text_of(Client(), PAGE)
    for words in ("正在改造，进度 40%。", "19,979,500.05 元", "20,103,500.05 元", "1,200 m",
                  "和另一个小区一起改造", "收到意见 3 条，已答复 2 条", "比计划晚", "专业物业",
                  "逐月续筹", "湖东建设公司"):  # fmt: skip
        assert words in told
    assert "张三" not in told
    assert "答题码" not in told  # no survey is open
    assert "东塘二村" in text_of(Client(), "/residents/")
    assert "东塘一村" not in text_of(Client(), "/residents/?q=二村")
    assert "没有这样的小区" in text_of(Client(), "/residents/?q=西塘")
    assert Client().get("/residents/XQ-9/").status_code == 404


def test_it_is_told_in_english_too(city: World) -> None:
    client = Client()
    client.cookies["django_language"] = "en"
    told = text_of(client, PAGE)
    for words in ("under way, 40% done", "Central", "behind the plan"):
        assert words in told


def test_codes_are_shown_once_and_kept_as_digests(city: World) -> None:
    officer = client_for(city["liaison@housing"])
    codes = codes_of(officer, "will_survey", 3)
    assert len(set(codes)) == 3
    assert {one.digest for one in AnswerCode.objects.all()} == set(map(digest_of, codes))
    assert not any(one in text_of(officer, f"{PAGE}codes/") for one in codes)
    survey = Entry.objects.get(kind="will_survey")
    assert survey.fields["asked"] == "3"
    assert [one["choice"] for one in survey.fields["choices"]] == ["停车", "排水"]
    assert Event.objects.get(verb="residents.codes").data["number"] == 3
    codes_of(officer, "will_survey", 2)
    survey.refresh_from_db()
    assert (survey.fields["asked"], survey.answer_codes.count()) == ("5", 5)


@pytest.mark.parametrize("username", ["mayor", "liaison@water", "auditor"])
def test_only_who_keeps_the_ledger_hands_codes_out(city: World, username: str) -> None:
    sent = client_for(city[username]).post(f"{PAGE}codes/", {"kind": "satisfaction", "number": 1})
    assert sent.status_code in {403, 422}
    assert Client().get(f"{PAGE}codes/").status_code == 302
    assert not AnswerCode.objects.exists()


def test_a_household_answers_once(city: World) -> None:
    first, second, third = codes_of(client_for(city["liaison@housing"]), "will_survey", 3)
    assert say(first.lower().replace("-", " "), wants=["停车"]).status_code == 302
    again = say(first, "no")
    assert (again.status_code, "已经用过" in again.content.decode()) == (422, True)
    assert say(second, "no", wants=["停车", "排水"]).status_code == 302
    survey = Entry.objects.get(kind="will_survey")
    told = {name: survey.fields[name] for name in ("asked", "answered", "agree", "against")}
    assert told == {"asked": "3", "answered": "2", "agree": "1", "against": "1"}
    wants = {one["choice"]: one["households"] for one in survey.fields["choices"]}
    assert wants == {"停车": "2", "排水": "1"}
    assert AnswerCode.objects.filter(is_used=False).get().digest == digest_of(third)


def test_what_residents_say_is_judged_and_counted(city: World) -> None:
    codes = codes_of(client_for(city["liaison@housing"]), "satisfaction", 4)
    for code, says in zip(codes, ("yes", "yes", "yes", "no"), strict=True):
        assert say(code, says, "satisfaction").status_code == 302
    survey = Entry.objects.get(kind="satisfaction")
    values = {one.rule: one.finding["value"] for one in survey.findings.all()}
    assert values["renewal/satisfaction-share"] == "75"
    figure = figure_of(Asked("renewal/satisfaction", city.jurisdiction, date.today()))
    assert figure.value == 75
    assert "满意度 75.0%" in text_of(Client(), PAGE)
    by = set(Event.objects.filter(subject=survey.address).values_list("actor", flat=True))
    assert by == {"liaison@housing", "residents-329900"}
    assert not Account.objects.get(username="residents-329900").is_active


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"code": "", "says": "yes"}, "请填纸上的答题码"),
        ({"code": "K7MQ-2XFA-9PHD", "says": ""}, "请选同意或者不同意"),
        ({"code": "K7MQ-2XFA-9PHD", "says": "yes"}, "没有这个答题码"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_counted(
    city: World, sent: dict[str, str], words: str
) -> None:
    codes_of(client_for(city["liaison@housing"]), "will_survey", 1)
    answer = say(**sent)
    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert Entry.objects.get(kind="will_survey").fields["answered"] == "0"


def test_a_code_of_another_community_is_none(city: World) -> None:
    codes_of(client_for(city["liaison@housing"]), "will_survey", 1)
    other = put_entry(
        Writing(city["supervisor"], "renewal", AT),
        Given("will_survey", "YY-2", {"community": "东塘二村", "asked": 1, "answered": 0}),
    )
    (code,) = hand_out(other, 1)
    assert "没有这个答题码" in say(code).content.decode()
    assert not AnswerCode.objects.filter(is_used=True).exists()


def test_who_keeps_guessing_waits(city: World, settings: Any) -> None:
    """After as many wrong codes as wrong passwords; the right one is not taken either."""
    settings.AXES_ENABLED = True
    (code,) = codes_of(client_for(city["liaison@housing"]), "will_survey", 1)
    for _ in range(settings.AXES_FAILURE_LIMIT):
        assert "没有这个答题码" in say("AAAA-AAAA-AAAA").content.decode()
    assert "错了太多次" in say(code).content.decode()
    assert AnswerCode.objects.get().is_used is False
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    sent = elsewhere.post(PAGE, {"survey": "will_survey", "code": code, "says": "yes"})
    assert sent.status_code == 302
