"""``yiding verify``: an export without the application, the database with it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from flushing import journal_unguarded
from journal.chains import write
from journal.test_export import exported
from world import World, make_world
from yiding.cli.app import run
from yiding.followup.models import Matter
from yiding.journal.models import Checkpoint, Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def test_an_export_is_checked_without_django(tmp_path: Path) -> None:
    write(3)
    path = exported(tmp_path)
    script = (
        "import sys\nsys.modules['django'] = None\n"
        "from yiding.cli.app import run\n"
        f"sys.exit(run(['verify', {str(path)!r}, '--lang', 'en']))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith("The chain is whole: 3 events, up to event 3, hash ")


def test_a_broken_export_exits_1_and_no_export_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(3)
    path = exported(tmp_path)
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path / "unpacked")
    rows = tmp_path / "unpacked/events.jsonl"
    rows.write_text(rows.read_text("utf-8").replace("第2条", "第二条"), "utf-8")
    assert run(["verify", str(rows.parent)]) == 1
    assert capsys.readouterr().out.startswith("链条断在第 2 条：")
    assert run(["verify", str(tmp_path / "absent.zip")]) == 2
    assert "没有“absent.zip”" in capsys.readouterr().err
    assert run(["verify", str(path), "--expect", "3"]) == 64
    assert "--expect" in capsys.readouterr().err


def test_the_database_is_whole_and_a_checkpoint_is_kept(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.under_way()
    assert run(["verify", "--keep"]) == 0
    chinese = capsys.readouterr().out
    assert "链条完整：共 2 条" in chinese
    assert "每一件都与流转记录相符。" in chinese
    last = Event.objects.order_by("-seq")[0]
    assert Checkpoint.objects.get(seq=last.seq).hash == last.hash


def test_a_stored_event_tampered_with_is_named(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.under_way()
    world.act("matter.note", world.matter(), "supervisor", date(2026, 3, 5), reason="已阅。")
    with journal_unguarded():
        Event.objects.filter(seq=2).update(name="别人")
    assert run(["verify"]) == 1
    assert capsys.readouterr().out.startswith("链条断在第 2 条：按内容算出的校验和是")


def test_a_tail_cut_off_is_named_by_the_head_and_by_the_checkpoint(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    write(9)
    assert run(["verify", "--keep"]) == 0
    with journal_unguarded():
        Event.objects.filter(seq__gt=7).delete()
    assert run(["verify", "--lang", "en"]) == 1
    assert "should reach event 9 and ends at event 7" in capsys.readouterr().out


def test_a_matter_changed_by_hand_is_named(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    matter = world.under_way()
    Matter.objects.filter(pk=matter.pk).update(due_on=date(2027, 1, 1))
    assert run(["verify"]) == 1
    said = capsys.readouterr().out
    assert f"{matter.address} 与流转记录不符（due_on）：记录是“2026-06-30”" in said
    assert "有 1 件与流转记录不符" in said


def test_a_database_not_set_up_is_said(tmp_path: Path, yiding: list[str]) -> None:
    database = {"YIDING_DATABASE_URL": f"sqlite:///{tmp_path / 'none.sqlite3'}"}
    settings = {"DJANGO_SETTINGS_MODULE": "yiding.settings", "YIDING_DATA_DIR": str(tmp_path)}
    environment = {**os.environ, **settings, **database}
    answer = subprocess.run(
        [*yiding, "verify"], capture_output=True, text=True, check=False, env=environment
    )
    assert answer.returncode == 2
    assert answer.stderr.startswith("读不了数据库：")
