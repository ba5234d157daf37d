"""Whatever goes wrong is a problem in the caller's language, never a page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.conftest import ROOT, Program, assert_problem
from world import World
from yiding.api.application import api, description
from yiding.followup.models import Minutes
from yiding.journal.models import Event


@pytest.mark.parametrize(
    "path", ["/", "/nothing", "/matters/x/acts/fly", "/matters/x/y/z", "/openapi.xml"]
)
def test_what_is_no_address(world: World, path: str) -> None:
    assert_problem(Program(world, "supervisor").get(path), 404)
    assert_problem(Client().get(ROOT + path), 404)


def test_a_method_that_is_none(world: World) -> None:
    program = Program(world, "supervisor")
    answer = program.post("/matters")
    assert_problem(answer, 405)
    assert answer.headers["Allow"] == "GET"
    assert_problem(program.client.delete(f"{ROOT}/me", headers=program._headers({})), 405)


def test_head_is_get_without_the_body(world: World) -> None:
    program = Program(world, "supervisor")
    answer = program.client.head(f"{ROOT}/me", headers=program._headers({}))
    assert (answer.status_code, answer.content) == (200, b"")


def test_the_language_is_the_callers(world: World) -> None:
    program = Program(world, "supervisor")
    for asked, given_ in {"en-GB,en;q=0.8": "en", "fr": "zh-hans", "zh-CN": "zh-hans"}.items():
        answer = program.get("/matters/none", Accept_Language=asked)
        assert_problem(answer, 404)
        assert answer.headers["Content-Language"] == given_
        assert "Accept-Language" in answer.headers["Vary"]
    body = program.get("/matters/none").json()
    assert body["title"] == "没有这一件"
    assert body["detail"].endswith("。")


def test_too_large(world: World, settings: Any) -> None:
    settings.FILE_LIMIT = 1000
    program = Program(world, "supervisor")
    big = SimpleUploadedFile("纪要.txt", b"x" * 1_200_000)
    assert_problem(program.send("/minutes/imports", {"file": big}), 413)
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    place = f"/matters/{world.assigned().address}/acts/send_back"
    assert_problem(program.post(place, {"missing": "缺" * 200}), 413)


BROKEN: dict[str, bytes] = {
    "no json": b"{",
    "a list": b"[]",
    "no text": b"\xff",
    "half a pair": b'{"words": "\\ud800"}',
    "a null in it": b'{"words": "a\\u0000b"}',
    "too deep": b"[" * 20000,
    "no number": b'{"words": NaN}',
    "too long a number": b"9" * 5000,
    "an object in it": b'{"words": {"a": 1}}',
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_bodies_that_are_none(world: World, name: str) -> None:
    place = f"/matters/{world.under_way().address}/acts/report"
    assert_problem(Program(world, "unit_head@water").post(place, BROKEN[name]), 422)


def test_a_body_of_another_kind(world: World) -> None:
    program = Program(world, "supervisor")
    answer = program.client.post(
        f"{ROOT}/matters/{world.assigned().address}/acts/sign",
        b"<a/>",
        content_type="application/xml",
        headers=program._headers({}),
    )
    assert_problem(answer, 415)
    broken = program.client.post(
        f"{ROOT}/minutes/imports",
        b"--",
        content_type="multipart/form-data",
        headers=program._headers({}),
    )
    assert_problem(broken, 422)


def test_an_import_comes_in_once(world: World, samples: Any) -> None:
    content = (samples / "minutes/linhu-2025-7.txt").read_bytes()
    office = Program(world, "supervisor")

    def sent(**headers: str) -> Any:
        return office.send(
            "/minutes/imports", {"file": SimpleUploadedFile("纪要.txt", content)}, **headers
        )

    first = sent(Idempotency_Key="paper")
    assert first.status_code == 201, first.content.decode()
    assert first.json() == sent(Idempotency_Key="paper").json()
    minutes = Minutes.objects.get(address=first.json()["address"])
    assert minutes.proposals.count() == first.json()["proposals"] > 0
    known = assert_problem(sent(), 409, guard="same_file", known=minutes.address)
    assert known["remedy"]
    assert Event.objects.filter(verb="minutes.import", outcome="done").count() == 1
    shown = office.get(f"/minutes/{minutes.address}").json()
    assert len(shown["proposals"]) == first.json()["proposals"]
    one = shown["proposals"][0]["address"]
    assert office.get(f"/proposals/{one}").json()["address"] == one
    assert_problem(Program(world, "liaison@water").get(f"/minutes/{minutes.address}"), 404)
    empty = office.send("/minutes/imports", {"file": SimpleUploadedFile("空.txt", b"")})
    assert_problem(empty, 409, guard="empty")
    assert_problem(office.send("/minutes/imports", {}), 422)
    liaison = Program(world, "liaison@water")
    file = SimpleUploadedFile("纪要.txt", content)
    assert_problem(liaison.send("/minutes/imports", {"file": file}), 403, guard="role")


def test_a_notice_is_received_once(world: World) -> None:
    world.assigned()
    water = Program(world, "liaison@water")
    notice = water.get("/inbox", {"unread": "true"}).json()["items"][0]
    place = f"/inbox/{notice['id']}/receipt"
    assert water.post(place).json() == {"received": 1}
    assert water.post(place).json() == {"received": 0}
    assert_problem(Program(world, "liaison@finance").post(place), 404)
    assert_problem(water.post(f"/inbox/{10**30}/receipt"), 404)
    assert Event.objects.filter(verb="inbox.receive").count() == 1


def test_a_failure_of_ours_says_so_and_shows_nothing(world: World) -> None:
    path = f"{ROOT}/me"
    request = Program(world, "supervisor").client.get(path).wsgi_request
    answer = api.on_exception(request, RuntimeError("secret"))
    said = json.loads(answer.content)
    assert (answer.status_code, said["status"]) == (500, 500)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "secret" not in answer.content.decode()


PLACES = [
    (method, path.removeprefix(ROOT))
    for path, methods in description(f"{ROOT}/")["paths"].items()
    for method in methods
]
FIELDS = st.sampled_from(
    ["words", "reason", "lead", "assists", "leader", "due_on", "decision", "seen", "at", "file",
     "start", "members", "unit", "progress", "state", "title", "rung"]
)  # fmt: skip
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=30),
    st.sampled_from(["water", "2026-06-30", "9999-12-31", "0001-01-01", "granted"]),
    st.lists(st.text(max_size=5), max_size=3), st.integers(10**18, 10**40),
)  # fmt: skip
ADDRESSES = st.one_of(
    st.sampled_from(["linhu-2026-1:1.1.1", "linhu-2026-1", "linhu-2026-1@2:1.1.1", "1", "9" * 30]),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
)
QUERIES = st.dictionaries(
    st.sampled_from(
        ["q", "cursor", "limit", "as_of", "state", "unit", "order", "year", "clock", "minutes"]
    ),
    st.one_of(st.text(max_size=20), st.sampled_from(["2026-03-03", "due", "1", "水务", "W10"])),
    max_size=4,
)


@pytest.mark.long
@settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    place=st.sampled_from(PLACES),
    address=ADDRESSES,
    body=st.dictionaries(FIELDS, VALUES, max_size=5),
    query=QUERIES,
)
def test_nothing_that_is_sent_breaks_it(
    world: World, place: Any, address: str, body: Any, query: Any
) -> None:
    if not hasattr(world, "programs"):
        world.assigned()
        names = ("supervisor", "secretary_general", "unit_head@water")
        world.programs = [Program(world, name) for name in names]
    method, path = place
    quoted = address.replace("%", "%25").replace("?", "%3F").replace("#", "%23")
    for name in ("{address}", "{key}", "{seq}", "{code}", "{slug}"):
        path = path.replace(name, quoted)
    for program in world.programs:
        program.client.raise_request_exception = False
        if method == "get":
            answer = program.get(path, query)
        elif len(address) % 2:
            fields = {name: str(value) for name, value in body.items()}
            answer = program.send(path, fields)
        else:
            answer = program.post(path, body)
        assert answer.status_code < 500, (method, path, body, query, answer.content.decode())
        assert "json" in answer.headers["Content-Type"]
