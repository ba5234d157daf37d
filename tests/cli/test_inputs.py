"""From arguments to tasks, and the files their results go to."""

from __future__ import annotations

from pathlib import Path

import pytest

from reading.handmade import FULL
from yiding.cli.formats import FORMATS
from yiding.cli.inputs import tasks_of, with_targets
from yiding.cli.messages import LANGUAGES, speaker
from yiding.cli.ours import is_ours
from yiding.cli.usage import UsageError, folder_of
from yiding.dates.explain import Language
from yiding.reading.export.markdown import to_markdown

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


def test_an_empty_folder_does_not_stop_the_others(tmp_path: Path) -> None:
    lay(tmp_path, "d/a.txt")
    (tmp_path / "empty").mkdir()
    tasks = tasks_of([str(tmp_path / "empty"), str(tmp_path / "d")], SAY)
    assert [task.problem is None for task in tasks] == [False, True]
    assert "没有可读的文件" in str(tasks[0].problem)


def test_an_empty_name_is_a_slip(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="文件名是空的"):
        tasks_of([""], SAY)
    with pytest.raises(UsageError, match="--out 后面是空的"):
        folder_of("", SAY)


def test_a_result_of_ours_is_no_paper(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt", "notes.md")
    (tmp_path / "a.md").write_text(to_markdown(FULL), "utf-8")
    (tmp_path / "b.md").write_text(to_markdown(FULL, language="en"), "utf-8")
    assert names(tmp_path, tmp_path) == ["a.txt", "notes.md"]


def test_what_we_did_not_write_is_left_alone(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt", "out/a.md")
    (tmp_path / "out/a-2.md").write_text(to_markdown(FULL), "utf-8")
    assert targets([tmp_path / "a.txt"], tmp_path / "out", ".md") == ["a-2.md"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("form", "suffix"), [(n, f.suffix) for n, f in FORMATS.items()])
def test_each_format_bears_our_mark(
    tmp_path: Path, form: str, suffix: str, language: Language
) -> None:
    target = tmp_path / f"a{suffix}"
    target.write_bytes(FORMATS[form].render(FULL, language))
    assert is_ours(target)
    target.write_bytes(b"PK\x03\x04 of somebody else")
    assert not is_ours(target)


def test_a_long_name_is_cut_to_what_a_file_can_have(tmp_path: Path) -> None:
    lay(tmp_path, f"{'纪' * 82}.md", f"{'纪' * 83}.txt")
    found = targets(
        [tmp_path / f"{'纪' * 82}.md", tmp_path / f"{'纪' * 83}.txt"], tmp_path, ".json"
    )
    assert [len(name.encode()) <= 255 for name in found] == [True, True]
    assert len(set(found)) == 2


def test_files_of_one_name_are_called_by_their_path(tmp_path: Path) -> None:
    lay(tmp_path, "d/a.txt", "e/a.txt", "e/b.txt")
    tasks = tasks_of([str(tmp_path)], SAY)
    assert [task.label for task in tasks] == [
        str(tmp_path / "d/a.txt"),
        str(tmp_path / "e/a.txt"),
        "b.txt",
    ]


def test_out_must_be_a_folder(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt")
    with pytest.raises(UsageError, match="不是文件夹"):
        targets([tmp_path / "a.txt"], tmp_path / "a.txt")
