"""The journal's pages: who reads what, filters, one event, export, verification."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from browsing import Picture, SignedIn
from flushing import journal_unguarded
from journal.chains import OTHER, write
from world import World, make_world
from yiding.followup.models import Matter
from yiding.followup.periods import end_of_day
from yiding.followup.refusals import Refused
from yiding.journal import verify
from yiding.journal.models import Event
from yiding.journal.record import keep_checkpoint
from yiding.registry.roles import Role

READS_ALL = {"auditor", "inspector", "supervision_director", "audit_admin"}
READS_OWN = {"supervisor", "liaison@water", "unit_head@water", "disclosure_reviewer"}
Read = Callable[..., str]


@pytest.fixture
def lived(world: World) -> Matter:
    """A matter under way, after one attempt that was not let through."""
    matter = world.under_way()
    with pytest.raises(Refused):
        world.act("matter.close", matter, "secretary_general", date(2026, 4, 1))
    return matter


@pytest.fixture
def read(world: World, client: Client) -> Read:
    """The page at an address, as an account sees it."""

    def get(path: str, who: str = "auditor", status: int = 200) -> str:
        client.force_login(world[who])
        answer = client.get(path)
        assert answer.status_code == status, answer.content.decode()[:500]
        return answer.content.decode()

    return get


def rows(page: str) -> int:
    return page.count('<tr role="row"><td')


def test_each_role_reads_all_its_own_or_nothing(
    world: World, lived: Matter, client: Client
) -> None:
    for name, account in world.accounts.items():
        client.force_login(account)
        answer = client.get("/journal/")
        if name in READS_ALL:
            assert rows(answer.content.decode()) == 3, name
        elif account.role in {"supervisor", "liaison", "unit_head", "disclosure_reviewer"}:
            own = Event.objects.filter(actor=account.username).count()
            assert rows(answer.content.decode()) == own, name
        else:
            assert answer.status_code == 403, name
    assert {str(account.role) for account in world.accounts.values()} == set(Role.values)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 3),
        ("person=liaison@water", 1),
        ("verb=matter.assign", 1),
        ("subject={address}", 3),
        ("subject=linhu-2026-1:9.9.9", 0),
        ("outcome=denied", 1),
        ("from_on=2026-03-24&until_on=2026-03-24", 1),
        ("from_on=2026-04-02", 0),
        ("outcome=denied&verb=matter.close&subject={address}&person=secretary_general", 1),
    ],
)
def test_filters_narrow_and_together_too(lived: Matter, read: Read, query: str, found: int) -> None:
    page = read(f"/journal/?{query.format(address=lived.address)}")
    assert rows(page) == found
    assert ("没有这样的记录。" in page) == (found == 0)


def test_a_person_is_found_by_the_name_they_go_by(world: World, lived: Matter, read: Read) -> None:
    assert rows(read(f"/journal/?person={world['liaison@water'].name}")) == 1


def test_what_cannot_be_understood_narrows_nothing_and_is_said(lived: Matter, read: Read) -> None:
    page = read("/journal/?from_on=三月&verb=matter.fly&before=x&after=-1")
    assert rows(page) == 3
    assert "办了什么、从没有看懂" in page


def test_a_long_journal_is_paged_by_number_both_ways(world: World, read: Read) -> None:
    write(120)
    first = read("/journal/")
    assert "第 120 至 71 号" in first
    assert rows(first) == 50
    assert "?before=71" in first
    last = read("/journal/?before=21")
    assert rows(last) == 20
    assert 'rel="next"' not in last
    assert "第 70 至 21 号" in read("/journal/?after=20")
    assert rows(read("/journal/?after=120")) == 0


def test_queries_do_not_grow_with_the_journal(
    world: World, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(world["auditor"])
    write(5)
    client.get("/journal/")
    with django_assert_num_queries(5) as few:
        client.get("/journal/")
    write(45)
    with django_assert_num_queries(len(few)):
        assert rows(client.get("/journal/").content.decode()) == 50


def test_another_jurisdiction_is_never_shown(world: World, read: Read) -> None:
    write(1)
    (foreign,) = write(1, author=OTHER, subject="xiyan-2026-1:1.1.1")
    assert "xiyan" not in read("/journal/")
    read(f"/journal/{foreign.seq}/", status=404)
    read("/journal/1/")


def test_an_event_is_shown_with_all_that_is_stored(lived: Matter, read: Read) -> None:
    event = Event.objects.get(verb="matter.close")
    page = read(f"/journal/{event.seq}/")
    assert "要销号，未准。" in page
    assert event.hash in page
    assert event.previous in page
    assert event.data["found"] in page
    assert "与所记相符" in page
    assert f"/journal/{event.seq - 1}/" in page
    read(f"/journal/{event.seq}/", "liaison@water", 404)


def test_an_event_tampered_with_says_so(lived: Matter, read: Read) -> None:
    with journal_unguarded():
        Event.objects.filter(seq=2).update(name="别人")
    assert "这一条改动过" in read("/journal/2/")
    page = read("/journal/verification/")
    assert "流转记录断了，请立即停止办理。" in "".join(page.split("<span>")).replace("</span>", "")
    assert "链条断在第 2 条" in page


def test_verification_shows_head_and_checkpoints(lived: Matter, read: Read) -> None:
    kept = keep_checkpoint(end_of_day(date(2026, 4, 1)))
    assert kept is not None
    page = read("/journal/verification/")
    assert "链条完整：共 3 条" in page
    assert page.count(kept.hash) >= 2
    read("/journal/verification/", "supervisor", 403)


def exported(client: Client, **fields: str) -> Any:
    answer = client.post("/journal/export/", fields)
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def test_an_export_is_whole_and_is_itself_recorded(
    world: World, lived: Matter, client: Client, tmp_path: Path
) -> None:
    write(1, author=OTHER, subject="xiyan-2026-1:1.1.1")
    client.force_login(world["auditor"])
    path = tmp_path / "export.zip"
    path.write_bytes(exported(client))
    verdict = verify.verify_export(path)
    assert (verdict.count, verdict.withheld, verdict.broken) == (5, 1, None)
    assert Event.objects.order_by("-seq")[0].verb == "journal.export"
    with zipfile.ZipFile(io.BytesIO(exported(client, subject=lived.address))) as archive:
        assert set(archive.namelist()) == {"events.jsonl", "head.json", "verify.py", "README.txt"}
        assert archive.read("events.jsonl").decode().count('"event"') == 3


def test_who_may_not_read_all_takes_nothing_away(
    world: World, lived: Matter, client: Client
) -> None:
    for name in READS_OWN | {"mayor", "system_admin"}:
        client.force_login(world[name])
        assert client.post("/journal/export/").status_code == 403, name
    client.force_login(world["auditor"])
    assert client.get("/journal/export/").status_code == 405
    answer = client.post("/journal/export/", {"subject": "linhu-2099-1:1.1.1"})
    assert answer.status_code == 404
    assert not Event.objects.filter(verb="journal.export").exists()


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_pages_fit_the_window(
    transactional_db: None, signed_in: SignedIn, picture: Picture, width: int, language: str
) -> None:
    world = make_world()
    matter = world.under_way()
    with pytest.raises(Refused):
        world.act("matter.close", matter, "secretary_general", date(2026, 4, 1))
    page = signed_in(world["auditor"], width=width, language=language)
    for name, path in (("list", ""), ("event", "3/"), ("verification", "verification/")):
        answer = page.goto(f"/journal/{path}")
        assert answer is not None
        assert answer.status == 200
        picture(page, f"journal-{name}-{width}-{language}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
