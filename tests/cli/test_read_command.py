"""``yiding read`` as it is run: streams, formats, exit codes.

``run`` is a program of its own, where that tells; ``call`` is the same within this process.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cli.conftest import Copies, Run
from reading.quoting import said_in_chinese
from yiding.reading.export.json import from_json, to_json
from yiding.reading.reader import read


@pytest.fixture
def folder(copies: Copies) -> Path:
    """Forty copies of a sample."""
    return copies(40)


def lines(answer: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in answer.stdout.splitlines()]


def test_one_file_is_one_object_in_utf8(run: Run, sample: Path) -> None:
    answer = run("read", sample, "--format", "json")
    assert answer.returncode == 0
    (reading,) = lines(answer)
    assert reading["schema"] == "yiding/reading/1"
    assert "临湖市" in answer.stdout.decode("utf-8")


def test_many_files_are_json_lines_in_order(run: Run, folder: Path) -> None:
    answer = run("read", folder, "--format", "json", "--jobs", 2)
    assert answer.returncode == 0
    names = [reading["source"]["name"] for reading in lines(answer)]  # type: ignore[index]
    assert names == [f"{number:02}.txt" for number in range(40)]
    assert "共 40 份：读出 40 份" in answer.stderr.decode()


def test_stdin_is_read(run: Run, sample: Path) -> None:
    answer = run("read", "-", "--format", "json", stdin=sample.read_bytes())
    (reading,) = lines(answer)
    assert reading["source"]["name"] == "stdin"  # type: ignore[index]


def test_a_table_is_plain_where_nobody_looks(call: Run, sample: Path) -> None:
    answer = call("read", sample)
    assert answer.returncode == 0
    assert b"\x1b" not in answer.stdout
    assert "责任主体" in answer.stdout.decode()


def test_many_files_get_a_line_each(call: Run, folder: Path) -> None:
    answer = call("read", folder)
    assert len(answer.stdout.decode().splitlines()) == 40


def test_a_file_that_cannot_be_read_does_not_stop_the_others(call: Run, sample: Path) -> None:
    answer = call("read", "gone.txt", sample, "--format", "json")
    assert answer.returncode == 2
    assert len(lines(answer)) == 1
    assert "读不了“gone.txt”" in answer.stderr.decode()


def test_an_unreadable_file_alone(call: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"nothing of a PDF")
    for form in ("json", "table"):
        answer = call("read", "bad.pdf", "--format", form)
        assert (answer.returncode, answer.stdout) == (2, b"")
        assert "读不了“bad.pdf”" in answer.stderr.decode()


def test_a_look_alike_is_read(call: Run, samples: Path) -> None:
    answer = call("read", samples / "lookalikes/novel-passage.txt", "--format", "json")
    assert answer.returncode == 0
    assert lines(answer)[0]["kind"] == "not_minutes"


WRITTEN = {
    "json": (".json", b'{"schema"'),
    "markdown": (".md", b"# "),
    "xlsx": (".xlsx", b"PK"),
    "akn": (".xml", b"<?xml"),
}


@pytest.mark.parametrize("form", WRITTEN)
def test_each_format_is_written(call: Run, samples: Path, tmp_path: Path, form: str) -> None:
    suffix, start = WRITTEN[form]
    answer = call("read", samples / "minutes", "--format", form, "--out", "out")
    assert (answer.returncode, answer.stdout) == (0, b"")
    written = sorted(tmp_path.glob("out/*"))
    assert {path.suffix for path in written} == {suffix}
    papers = [path for path in samples.glob("minutes/*") if path.suffix != ".toml"]
    assert len(written) == len(papers)
    assert all(path.read_bytes().startswith(start) for path in written)


IN_ENGLISH = "is a collective without a list: say which units are meant."


def contents(path: Path) -> str:
    """What a result says, as one text."""
    if path.suffix != ".xlsx":
        return path.read_text("utf-8")
    cells = (cell for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row)
    return "\n".join(str(cell.value) for cell in cells)


@pytest.mark.parametrize("form", WRITTEN)
def test_warnings_stand_in_english_in_each_format(
    call: Run, sample: Path, tmp_path: Path, form: str
) -> None:
    suffix, _ = WRITTEN[form]
    for language in ("zh", "en"):
        call("read", sample, "--format", form, "--out", language, "--lang", language)
    chinese, english = (contents(tmp_path / f"{one}/{sample.stem}{suffix}") for one in ("zh", "en"))
    assert english.count(IN_ENGLISH) == chinese.count("是集体称谓，文中没有名单") == 2
    assert "whose day is not known." in english
    for words in ("集体称谓", "自另一事项起算"):
        assert words in chinese
        assert words not in english


def test_the_contract_is_the_same_in_english(call: Run, sample: Path) -> None:
    chinese, english = (
        lines(call("read", sample, "--format", "json", "--lang", language))[0]
        for language in ("zh", "en")
    )
    told = {"message", "warning"}
    assert without(chinese, told) == without(english, told)
    assert chinese != english
    assert to_json(from_json(english)) == english


def without(plain: object, keys: set[str]) -> object:
    """The same without what stands under these keys."""
    if isinstance(plain, dict):
        return {key: without(each, keys) for key, each in plain.items() if key not in keys}
    return [without(each, keys) for each in plain] if isinstance(plain, list) else plain


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_english_pages_have_no_chinese_label(
    call: Run, folder: Path, tmp_path: Path, jobs: int
) -> None:
    call("read", folder, "--format", "markdown", "--lang", "en", "--out", "out", "--jobs", jobs)
    pages = {path.read_text("utf-8").replace(f"Source: {path.stem}.txt", "Source: 00.txt")
             for path in tmp_path.glob("out/*.md")}  # fmt: skip
    (page,) = pages
    assert said_in_chinese(page.splitlines(), read(folder / "00.txt")) == []


def test_english_results_are_ours_and_are_not_read_again(call: Run, folder: Path) -> None:
    for _ in range(2):
        told = call(
            "read", folder, "--out", folder, "--format", "markdown", "--lang", "en"
        ).stderr.decode()
        assert "40 files: 40 read" in told


def test_markdown_and_akn_of_one_file_go_to_stdout(call: Run, sample: Path) -> None:
    assert call("read", sample, "--format", "markdown").stdout.startswith(b"# ")
    assert call("read", sample, "--format", "akn").stdout.startswith(b"<?xml")


def test_results_of_one_name_say_whose_they_are(call: Run, sample: Path, tmp_path: Path) -> None:
    for name in ("d", "e"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_bytes(sample.read_bytes())
    told = call("read", "d/x.txt", "e/x.txt", "--out", "out").stderr.decode()
    assert "“e/x.txt”的结果在“out/x-2.json”。" in told
    assert json.loads((tmp_path / "out/x-2.json").read_bytes())["source"]["name"] == "e/x.txt"


def test_one_result_says_where_it_is(call: Run, sample: Path) -> None:
    told = call("read", sample, "--out", "out").stderr.decode()
    assert f"的结果在“out/{sample.stem}.json”。" in told


def test_reading_a_folder_into_itself_reads_no_results(call: Run, folder: Path) -> None:
    for _ in range(2):
        told = call("read", folder, "--out", folder, "--format", "markdown").stderr.decode()
        assert "共 40 份" in told


@pytest.mark.parametrize("form", ["xlsx", "akn", "json", "table"])
def test_a_batch_counts_what_to_check(call: Run, folder: Path, form: str) -> None:
    out = () if form == "table" else ("--out", "out")
    answer = call("read", folder, "--format", form, *out)
    assert "请核对 160 处" in answer.stderr.decode()
    assert form != "table" or "请核对 4 处。" in answer.stdout.decode()


def test_odd_names_cost_only_themselves(run: Run, sample: Path) -> None:
    answer = run("read", sample.read_text("utf-8"), sample, "--format", "json")
    assert (answer.returncode, len(lines(answer))) == (2, 1)
    assert "Traceback" not in answer.stderr.decode()


@pytest.mark.parametrize("name", ["loop", "loop/x", "o" * 300])
def test_an_odd_out_is_wrong_usage(call: Run, sample: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    answer = call("read", sample, "--out", name)
    assert (answer.returncode, answer.stdout) == (64, b"")
    assert answer.stderr.decode().startswith("用法不对：")


def test_a_name_that_is_not_utf8_is_read_into_a_workbook(
    run: Run, tmp_path: Path, sample: Path
) -> None:
    name = os.fsdecode(b"\xc1\xfe.txt")
    (tmp_path / name).write_bytes(sample.read_bytes())
    assert run("read", name, "--format", "xlsx", "--out", "out").returncode == 0


def test_a_document_does_not_steer_the_terminal(call: Run, sample: Path, tmp_path: Path) -> None:
    words = sample.read_text("utf-8").replace("市应急局", "市\x1b[2J应急局\x1b]0;x\x07")
    (tmp_path / "esc.txt").write_text(words, "utf-8")
    for form in ("table", "markdown"):
        page = call("read", "esc.txt", "--format", form).stdout
        assert b"\x1b" not in page
        assert b"\x07" not in page


WRONG: dict[str, tuple[str, ...]] = {
    "没有给出文件": ("read",),
    "不认识的格式“poem”": ("read", "a.txt", "--format", "poem"),
    "--jobs 要写": ("read", "a.txt", "--jobs", "-3"),
    "xlsx 不能写到标准输出": ("read", "a.txt", "--format", "xlsx"),
    "标准输出只能写一份 akn": ("read", "a.txt", "b.txt", "--format", "akn"),
    "table 只在屏幕上显示": ("read", "a.txt", "--format", "table", "--out", "out"),
    "不认识的语言“fr”": ("read", "a.txt", "--lang", "fr"),
    "--mood": ("read", "a.txt", "--mood"),
    "sing": ("sing",),
    "'--jobs'": ("read", "a.txt", "--jobs", "many"),
}


@pytest.mark.parametrize("told", WRONG)
def test_wrong_usage_is_64_and_says_what_to_write(call: Run, told: str) -> None:
    answer = call(*WRONG[told])
    assert (answer.returncode, answer.stdout) == (64, b"")
    assert told in answer.stderr.decode()


def test_the_language_is_a_choice(call: Run) -> None:
    assert b"No file given" in call("read", "--lang", "en").stderr
    assert b"No file given" in call("read", YIDING_LANG="en").stderr


def test_help_is_chinese_first(run: Run) -> None:
    page = run("--help").stdout.decode()
    assert page.index("议定") < page.index("Yiding reads")


def test_a_reader_that_goes_away_is_no_error(yiding: list[str], folder: Path) -> None:
    command = [*yiding, "read", str(folder), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        told = process.stderr.read()
    assert (process.returncode, told) == (141, b"")


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A run in the background ignores the interrupt, and what it starts inherits that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("count", [1, 2])
def test_an_interrupt_ends_it_with_130(
    yiding: list[str], tmp_path: Path, sample: Path, count: int
) -> None:
    # a pipe nobody writes to: opening it for writing waits until somebody reads it
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    files = [str(pipe), str(sample)][:count]
    command = [*yiding, "read", *files, "--format", "json"]
    with (
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        ) as process,
        pipe.open("wb"),
    ):
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=20)
    assert process.returncode == 130
    assert told.decode() == "已中断。\n"


@pytest.mark.parametrize(("no_color", "is_coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_colour_unless_it_says_no(
    yiding: list[str], sample: Path, no_color: str, is_coloured: bool
) -> None:
    ours, theirs = os.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "NO_COLOR": no_color, "COLUMNS": "90"}
    command = [*yiding, "read", str(sample)]
    with subprocess.Popen(command, stdout=theirs, env=environment) as process:
        os.close(theirs)
        page = b""
        while chunk := _rest(ours):
            page += chunk
    os.close(ours)
    assert process.returncode == 0
    assert (b"\x1b[" in page) is is_coloured


def _rest(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says EIO when the other end is closed
        return b""
