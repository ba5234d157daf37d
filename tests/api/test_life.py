"""A matter's whole life over HTTP, by the programs of those who live it."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from api.conftest import Program, assert_problem
from world import World
from yiding.journal.models import Event


def evidence_of(day: date) -> dict[str, str]:
    return {
        "evidence_kind": "issued_document",
        "evidence_title": "临湖市节水行动实施方案",
        "document_number": "临政办发〔2026〕12号",
        "dated_on": day.isoformat(),
        "issuer": "市水务局",
    }


def test_from_assignment_to_closing(world: World) -> None:
    matter, today = world.matter(), timezone.localdate()
    place = f"/matters/{matter.address}"
    due_on = (today + timedelta(days=40)).isoformat()

    office = Program(world, "secretary_general")
    handed = office.post(
        f"{place}/acts/assign", {"lead": "water", "assists": ["housing"], "due_on": due_on}
    )
    assert handed.status_code == 200, handed.content.decode()
    assert handed.json()["state"] == "assigned"
    assert handed.json()["event"]["seq"] == Event.objects.latest("seq").seq

    water = Program(world, "liaison@water")
    assert water.post(f"{place}/acts/sign").json()["state"] == "under_way"
    report = {
        "progress": "on_schedule",
        "words": "征求意见稿已发。",
        "endorsed_by": world.head_of("water"),
    }
    assert water.post(f"{place}/acts/report", report).status_code == 200

    head = Program(world, "unit_head@water")
    claim = {"words": "已印发。", **evidence_of(today)}
    attached = SimpleUploadedFile("方案.pdf", b"%PDF-1.4 linhu")
    too_soon = head.send(f"{place}/acts/submit", {**claim, "file": attached})
    said = assert_problem(too_soon, 409, guard="parts_settled")
    assert "市住建局" in said["detail"]
    assert said["remedy"]

    housing = Program(world, "liaison@housing")
    part = {"words": "已会签。"}
    assert housing.post(f"{place}/acts/complete_part", part).status_code == 200
    attached.seek(0)
    submitted = head.send(f"{place}/acts/submit", {**claim, "file": attached})
    assert submitted.json()["state"] == "submitted", submitted.json()

    supervisor = Program(world, "supervisor")
    checked = supervisor.post(f"{place}/acts/verify", {"method": "desk", "conclusion": "属实。"})
    assert checked.json()["state"] == "verified"
    closed = office.post(f"{place}/acts/close")
    assert closed.json()["state"] == "closed"

    whole = supervisor.get(place).json()
    assert whole["state"] == "closed"
    assert [one["verdict"] for one in whole["evidence"]] == ["accepted"]
    assert whole["evidence"][0]["file"] == "方案.pdf"
    assert whole["parts"][0]["unit"]["code"] == "housing"
    assert len(whole["history"]) == 8  # seven acts, and the one that was refused
    assert [one["is_denied"] for one in whole["history"]].count(True) == 1


def test_an_extension_keeps_the_first_date(world: World) -> None:
    matter, today = world.matter(), timezone.localdate()
    place, first = f"/matters/{matter.address}", today + timedelta(days=20)
    office = Program(world, "secretary_general")
    hand = {"lead": "water", "due_on": first.isoformat(), "leader": world.leader_post.pk}
    assert office.post(f"{place}/acts/assign", hand).status_code == 200
    head = Program(world, "unit_head@water")
    assert head.post(f"{place}/acts/sign").status_code == 200
    later = (first + timedelta(days=30)).isoformat()
    wish = {"new_due_on": later, "reason": "汛期停工", "progress": "八成"}
    assert head.post(f"{place}/acts/apply_extension", wish).status_code == 200
    leader = Program(world, "vice_mayor")
    granted = leader.post(
        f"{place}/acts/decide_extension", {"decision": "granted", "words": "同意。"}
    )
    assert granted.status_code == 200, granted.json()
    shown = leader.get(place).json()
    assert (shown["original_due_on"], shown["due_on"]) == (first.isoformat(), later)
    assert shown["extensions"][0]["decision"] == "granted"


def test_the_form_says_what_can_be_chosen(world: World) -> None:
    matter = world.matter()
    office = Program(world, "secretary_general")
    form = office.get(f"/matters/{matter.address}/acts/assign").json()
    choices = form["fields"]["properties"]["lead"]["oneOf"]
    assert {"const": "water", "title": "市水务局"} in choices
    leaders = form["fields"]["properties"]["leader"]["oneOf"]
    assert leaders[0]["const"] == str(world.leader_post.pk)
    assert form["fields"]["required"] == ["lead"]
    assert form["initial"]["lead"] == "water"
    assert form["version"] == matter.version


def test_an_address_works_encoded_and_plain(world: World) -> None:
    matter = world.matter(address="linhu-2026-1@2:1.9.1")
    reader = Program(world, "supervisor")
    for address in (matter.address, "linhu-2026-1%402%3A1.9.1"):
        assert reader.get(f"/matters/{address}").json()["address"] == matter.address
    for address in ("linhu-2026-1:9.9.9", "linhu-2026-1@7:1.9.1"):
        assert_problem(reader.get(f"/matters/{address}"), 404)
