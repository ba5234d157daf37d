"""From arguments to tasks, and the files their results go to."""

from __future__ import annotations

from pathlib import Path

import pytest

from yiding.cli.inputs import tasks_of, with_targets
from yiding.cli.messages import speaker
from yiding.cli.usage import UsageError

SAY = speaker("zh")


def lay(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("会议", "utf-8")


def names(folder: Path, out: Path | None = None) -> list[str]:
    tasks = tasks_of([str(folder)], SAY, out)
    return [Path(task.name).relative_to(folder).as_posix() for task in tasks]


def targets(arguments: list[Path], out: Path, suffix: str = ".json") -> list[str]:
    tasks = tasks_of([str(path) for path in arguments], SAY)
    return [task.target.name for task in with_targets(tasks, out, suffix, SAY) if task.target]


def test_a_folder_is_walked_in_a_fixed_order(tmp_path: Path) -> None:
    lay(tmp_path, "b.txt", "a.DOCX", "c/d.pdf", "c/e.htm", "z.jpg", ".git/x.txt", "~$a.docx")
    assert names(tmp_path) == ["a.DOCX", "b.txt", "c/d.pdf", "c/e.htm"]


def test_papers_of_a_folder_that_cannot_be_read_are_named_too(tmp_path: Path) -> None:
    lay(tmp_path, "a.rtf", "b.odt", "c.OFD", "d.mht", "e.wps", "f.doc", "g.zip", "h.png", "i.xlsx")
    assert names(tmp_path) == ["a.rtf", "b.odt", "c.OFD", "d.mht", "e.wps", "f.doc"]


def test_results_lying_in_the_folder_are_not_read_again(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt", "out/a.md")
    assert names(tmp_path, tmp_path / "out") == ["a.txt"]


def test_nothing_to_read_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有给出文件"):
        tasks_of([], SAY)
    with pytest.raises(UsageError, match="没有可读的文件"):
        tasks_of([str(tmp_path)], SAY)


def test_targets_never_collide(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt", "a.pdf", "x/A.txt", "x/a-2.txt")
    found = targets([tmp_path], tmp_path / "out")
    assert found == ["a.json", "a-2.json", "A-3.json", "a-2-2.json"]


def test_a_target_is_never_an_input(tmp_path: Path) -> None:
    lay(tmp_path, "a.md", "b.txt")
    assert targets([tmp_path / "a.md", tmp_path / "b.txt"], tmp_path, ".md") == ["a-2.md", "b.md"]


def test_out_must_be_a_folder(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt")
    with pytest.raises(UsageError, match="是文件"):
        targets([tmp_path / "a.txt"], tmp_path / "a.txt")
