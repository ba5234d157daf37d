"""A write under a key is done once, whoever sends it again and however soon."""

from __future__ import annotations

from threading import Barrier, Thread
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from api.conftest import Program, assert_problem
from world import World, make_world
from yiding.api.models import StoredAnswer
from yiding.followup.models import Report
from yiding.journal.models import Event

REPORT = {"progress": "on_schedule", "words": "已完成一半。"}


def test_the_first_answer_comes_again(world: World) -> None:
    matter = world.under_way()
    head, place = Program(world, "unit_head@water"), f"/matters/{matter.address}/acts/report"
    first = head.post(place, REPORT, Idempotency_Key="k-1")
    again = head.post(place, REPORT, Idempotency_Key="k-1")
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    assert Report.objects.count() == 1


def test_another_body_under_the_key_is_refused(world: World) -> None:
    matter = world.under_way()
    head, place = Program(world, "unit_head@water"), f"/matters/{matter.address}/acts/report"
    assert head.post(place, REPORT, Idempotency_Key="k-1").status_code == 200
    other = head.post(place, {**REPORT, "words": "已完成八成。"}, Idempotency_Key="k-1")
    assert_problem(other, 422, type="urn:yiding:problem:key-reused")
    assert Report.objects.count() == 1


def test_a_key_belongs_to_an_account(world: World) -> None:
    matter, place = world.under_way(), "/matters/{}/acts/report"
    head = Program(world, "unit_head@water")
    assert head.post(place.format(matter.address), REPORT, Idempotency_Key="k").status_code == 200
    liaison = Program(world, "liaison@water")
    body = {**REPORT, "endorsed_by": world.head_of("water")}
    assert liaison.post(place.format(matter.address), body, Idempotency_Key="k").status_code == 200
    assert Report.objects.count() == 2


def test_a_refusal_is_an_answer_and_is_written_down_once(world: World) -> None:
    matter = world.assigned()
    head, place = Program(world, "unit_head@water"), f"/matters/{matter.address}/acts/report"
    first = head.post(place, REPORT, Idempotency_Key="k-1")
    again = head.post(place, REPORT, Idempotency_Key="k-1")
    assert_problem(first, 409, guard="state")
    assert first.json() == assert_problem(again, 409)
    assert Event.objects.filter(verb="matter.report").count() == 1


def test_what_was_not_taken_may_come_again_mended(world: World) -> None:
    matter = world.under_way()
    head, place = Program(world, "unit_head@water"), f"/matters/{matter.address}/acts/report"
    assert_problem(head.post(place, {"words": "一"}, Idempotency_Key="k-1"), 422)
    assert not StoredAnswer.objects.exists()
    assert head.post(place, REPORT, Idempotency_Key="k-1").status_code == 200


def test_the_bytes_of_a_file_count(world: World) -> None:
    matter = world.under_way()
    head, place = Program(world, "unit_head@water"), f"/matters/{matter.address}/acts/report"
    proof = {
        "evidence_kind": "file", "evidence_title": "照片", "dated_on": "2026-04-20",
    }  # fmt: skip

    def sent(content: bytes) -> Any:
        file = SimpleUploadedFile("照片.txt", content)
        return head.send(place, {**REPORT, **proof, "file": file}, Idempotency_Key="k-1")

    assert sent(b"one").status_code == 200
    assert sent(b"one").status_code == 200
    assert_problem(sent(b"two"), 422)
    assert Report.objects.count() == 1


@pytest.mark.parametrize("key", ["", "k" * 201, "有汉字", "a b"])
def test_a_key_is_printable_and_short(world: World, key: str) -> None:
    matter = world.under_way()
    head = Program(world, "unit_head@water")
    sent = head.post(f"/matters/{matter.address}/acts/report", REPORT, Idempotency_Key=key)
    assert_problem(sent, 422)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_are_one() -> None:
    world = make_world()
    matter = world.under_way()
    place = f"/matters/{matter.address}/acts/report"
    programs = [Program(world, "unit_head@water") for _ in range(4)]
    start, answers = Barrier(len(programs)), []

    def send(program: Program) -> None:
        try:
            start.wait()
            answers.append(program.post(place, REPORT, Idempotency_Key="same"))
        finally:
            connection.close()

    threads = [Thread(target=send, args=(program,)) for program in programs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.status_code for one in answers] == [200] * len(programs)
    assert len({one.json()["event"]["seq"] for one in answers}) == 1
    assert Report.objects.count() == 1
    assert Event.objects.filter(verb="matter.report").count() == 1
