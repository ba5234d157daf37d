"""Ledgers through the API: entries, imports and figures, each within what an account may see."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from api.conftest import ROOT, Program, assert_problem
from ledgers.base.books import book
from world import World
from yiding.ledgers.base.models import Entry, EntryVersion, Import

ENTRIES = "/ledgers/premises/entries"
FIELDS = {"level": "city", "rank": "staff", "area_m2": "9.01"}
GOOD = ["A-1", "市级机关", "staff", 9, "临湖市水务局"]
WRONG = ["A-2", "月级", "staff", "九点", "临湖市水务局"]


def put(program: Program, key: str, body: dict[str, Any], **headers: str) -> HttpResponse:
    return program.client.put(
        f"{ROOT}{ENTRIES}/office/{key}",
        json.dumps(body),
        content_type="application/json",
        headers=program._headers(headers),
    )


def add(program: Program, key: str, **more: Any) -> HttpResponse:
    body = {"kind": "office", "id": key, "fields": FIELDS, "unit": "water", **more}
    return program.post(ENTRIES, body)


def bring(program: Program, rows: list[list[Any]], **fields: Any) -> HttpResponse:
    file = SimpleUploadedFile("办公室.xlsx", book(rows))
    return program.send("/ledgers/premises/imports", {"file": file, **fields})


def test_an_entry_added_is_read_with_its_findings(world: World) -> None:
    program = Program(world, "supervisor")
    made = add(program, "A/101")
    assert made.status_code == 201, made.content.decode()
    read = program.get(f"{ENTRIES}/office/A/101")
    body = read.json()
    assert body == made.json()
    assert read.headers["ETag"] == '"1"'
    assert (body["address"], body["verdict"]) == ("premises:office/A/101", "breached")
    assert body["unit"]["code"] == "water"
    found = {one["rule"]: one for one in body["findings"]}
    assert found["premises/area-within-limit"]["excess"] == "0.01"
    assert [one["verb"] for one in body["versions"]] == ["entry.add"]


def test_an_entry_that_is_there_is_not_added_again(world: World) -> None:
    program = Program(world, "supervisor")
    add(program, "A-1")
    assert_problem(add(program, "A-1", fields={**FIELDS, "area_m2": "8"}), 409, guard="version")


def test_putting_the_same_twice_writes_once(world: World) -> None:
    program = Program(world, "supervisor")
    bodies = [put(program, "A-1", {"fields": FIELDS}).json() for _ in range(2)]
    assert bodies[0] == bodies[1]
    assert EntryVersion.objects.count() == 1


def test_a_lost_update_answers_409(world: World) -> None:
    program = Program(world, "supervisor")
    put(program, "A-1", {"fields": FIELDS})
    changed = {"fields": {**FIELDS, "area_m2": "9"}}
    assert put(program, "A-1", changed, If_Match='"1"').status_code == 200
    assert_problem(put(program, "A-1", {"fields": FIELDS}, If_Match='"1"'), 409, guard="version")
    assert Entry.objects.get().fields["area_m2"] == "9"


def test_a_key_repeated_gets_the_first_answer(world: World) -> None:
    program = Program(world, "supervisor", headers={"Idempotency-Key": "once"})
    first, again = add(program, "A-1"), add(program, "A-1")
    assert first.json() == again.json()
    assert again.headers["Idempotency-Replayed"] == "true"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"kind": "castle", "id": "A-1", "fields": {}}, "kind"),
        ({"kind": "office", "id": "A-1", "fields": {"level": "月级"}}, "level"),
        ({"kind": "office", "id": "A-1", "fields": {"colour": "red"}}, "colour"),
        ({"kind": "office", "id": "", "fields": FIELDS}, "id"),
        ({"kind": "office", "id": "A-1", "fields": []}, "fields"),
        ({"kind": "office", "id": ["A-1"], "fields": {}}, "id"),
        ({"kind": "office", "id": "A-1", "fields": FIELDS, "unit": "moon"}, "unit"),
        ({"kind": "office", "id": "A-1", "fields": FIELDS, "owner": "me"}, "owner"),
    ],
)
def test_what_cannot_be_read_is_named_by_field(
    world: World, body: dict[str, Any], field: str
) -> None:
    answer = Program(world, "supervisor").post(ENTRIES, body)
    assert set(assert_problem(answer, 422)["errors"]) == {field}
    assert not Entry.objects.exists()


def test_the_list_is_narrowed_and_paged(world: World) -> None:
    program = Program(world, "supervisor")
    for at, area in enumerate(("9", "9.01", "9.02", "8"), 1):
        add(program, f"A-{at}", fields={**FIELDS, "area_m2": area})
    first = program.get(ENTRIES, {"limit": 3}).json()
    rest = program.get(ENTRIES, {"limit": 3, "cursor": first["next"]}).json()
    keys = [one["key"] for one in (*first["items"], *rest["items"])]
    assert (sorted(keys), rest["next"]) == (["A-1", "A-2", "A-3", "A-4"], None)
    assert set(keys[:2]) == {"A-2", "A-3"}
    asked = {"rule": "premises/area-within-limit", "verdict": "breached", "unit": "water"}
    assert {one["key"] for one in program.get(ENTRIES, asked).json()["items"]} == {"A-2", "A-3"}
    assert program.get(ENTRIES, {"unit": "housing"}).json()["items"] == []


def test_a_unit_sees_and_writes_its_own_alone(world: World) -> None:
    add(Program(world, "supervisor"), "A-1", unit="housing")
    liaison = Program(world, "liaison@water")
    assert liaison.get(ENTRIES).json()["items"] == []
    assert_problem(liaison.get(f"{ENTRIES}/office/A-1"), 404)
    assert_problem(add(liaison, "A-2", unit="housing"), 409, guard="own_unit")
    assert add(liaison, "A-3").status_code == 201


def test_administrators_have_no_business_here(world: World) -> None:
    for path in ("/ledgers", ENTRIES, "/ledgers/premises/indicators"):
        assert_problem(Program(world, "system_admin").get(path), 403)
    assert_problem(add(Program(world, "auditor"), "A-1"), 403, guard="role")


def test_an_unknown_ledger_is_absent(world: World) -> None:
    program = Program(world, "supervisor")
    assert_problem(program.get("/ledgers/moon/entries"), 404)
    assert_problem(program.get("/ledgers/premises/indicators/happiness"), 404)


def test_the_ledgers_are_counted_as_the_account_sees_them(world: World) -> None:
    add(Program(world, "supervisor"), "A-1", unit="housing")
    seen = [
        {one["slug"]: one["entries"] for one in Program(world, by).get("/ledgers").json()}
        for by in ("mayor", "liaison@housing", "liaison@water")
    ]
    assert [one["premises"] for one in seen] == [1, 1, 0]


def test_an_entry_retired_is_listed_apart(world: World) -> None:
    program = Program(world, "supervisor")
    add(program, "A-1")
    path = f"{ROOT}{ENTRIES}/office/A-1?reason=腾退"
    answer = program.client.delete(path, headers=program._headers({}))
    assert (answer.status_code, answer.json()["is_retired"]) == (200, True)
    assert program.get(ENTRIES).json()["items"] == []
    assert len(program.get(ENTRIES, {"retired": "true"}).json()["items"]) == 1


def test_a_file_is_brought_in_whole_or_not_at_all(world: World) -> None:
    program = Program(world, "supervisor")
    problem = assert_problem(bring(program, [GOOD, WRONG]), 422)
    assert set(problem["errors"]) == {"办公室!B3", "办公室!D3"}
    assert problem["import"]["state"] == "refused"
    assert not Entry.objects.exists()
    taken = bring(program, [GOOD, WRONG], take_good="true")
    assert (taken.status_code, taken.json()["state"]) == (201, "partly")
    again = bring(program, [GOOD, WRONG], take_good="true")
    assert_problem(again, 409, guard="same_file", known=taken.json()["id"])


def test_a_batch_is_shown_to_whoever_brought_it(world: World) -> None:
    bring(Program(world, "supervisor"), [GOOD])
    path = f"/ledgers/premises/imports/{Import.objects.get().pk}"
    assert Program(world, "auditor").get(path).json()["added"] == 1
    assert_problem(Program(world, "liaison@water").get(path), 404)


def test_a_figure_as_of_a_day_with_what_is_behind_it(world: World) -> None:
    program = Program(world, "supervisor")
    add(program, "A-1", fields={**FIELDS, "area_m2": "9"})
    add(program, "A-2", fields={**FIELDS, "area_m2": "12"}, unit="housing")
    path = "/ledgers/premises/indicators/office-area-per-person"
    whole = program.get(path, {"on": "2026-03-03"}).json()
    assert (whole["on"], set(whole["behind"])) == ("2026-03-03", {"A-1", "A-2"})
    own = Program(world, "liaison@water").get(path, {"on": "2026-03-03"}).json()
    assert own["behind"] == ["A-1"]
