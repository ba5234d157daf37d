"""``yiding ledger``: checked, brought in and given out from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from ledgers.base.books import book, cells
from world import World, make_world
from yiding.cli.app import run
from yiding.ledgers.base.models import CheckRun, Entry

GOOD = ["A-1", "市级机关", "staff", 9.01, "临湖市水务局"]
WRONG = ["A-2", "月级", "staff", "九点", "临湖市水务局"]


@pytest.fixture
def world(db: None, monkeypatch: pytest.MonkeyPatch) -> World:
    """A small city, in a demonstration: no password is asked."""
    monkeypatch.setattr(settings, "DEMO", True, raising=False)
    return make_world()


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A file with a good row and a wrong one."""
    path = tmp_path / "办公室.xlsx"
    path.write_bytes(book([GOOD, WRONG]))
    return path


def ledger(*words: object, by: str = "supervisor") -> int:
    return run(["ledger", *map(str, words), "--as", by])


def test_wrong_cells_are_told_and_nothing_is_written(
    world: World, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ledger("import", "premises", sheet) == 2
    told = capsys.readouterr()
    assert "办公室 B3  " in told.err
    assert "共 2 行，1 行有错" in told.out
    assert not Entry.objects.exists()


def test_the_good_rows_are_taken_and_the_rest_given_back(
    world: World, sheet: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    back = tmp_path / "back.xlsx"
    assert ledger("import", "premises", sheet, "--take-good", "--refused", back) == 0
    assert "新增 1" in capsys.readouterr().out
    assert [row[0] for row in cells(back.read_bytes())] == ["编号", "A-2"]


def test_a_check_says_what_it_found(
    world: World, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger("import", "premises", sheet, "--take-good")
    capsys.readouterr()
    assert ledger("check", "premises", "--on", "2026-03-03") == 0
    assert "已按 2026-03-03 核对 1 条：不符 1。" in capsys.readouterr().out
    assert CheckRun.objects.get().by == world["supervisor"]


def test_what_is_given_out_comes_in_again(world: World, sheet: Path, tmp_path: Path) -> None:
    ledger("import", "premises", sheet, "--take-good")
    for ending in ("xlsx", "csv"):
        out = tmp_path / f"办公室.{ending}"
        assert ledger("export", "premises", "--kind", "office", "--out", out) == 0
        assert ledger("import", "premises", out) == 0
    assert Entry.objects.get().revision == 1


@pytest.mark.parametrize(
    ("words", "by", "code"),
    [
        (("check", "premises"), "mayor", 3),
        (("import", "premises"), "supervisor", 64),
        (("burn", "premises"), "supervisor", 64),
        (("check", "moon"), "supervisor", 64),
        (("check", "premises", "--on", "soon"), "supervisor", 64),
        (("export", "premises", "--out", "x.csv"), "supervisor", 64),
        (("import", "premises", "nowhere.xlsx"), "supervisor", 2),
    ],
)
def test_what_cannot_be_done_says_so(
    world: World,
    words: tuple[str, ...],
    by: str,
    code: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert ledger(*words, by=by) == code
    assert capsys.readouterr().err
