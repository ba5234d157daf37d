"""``yiding check`` as a user types it: ``run`` is a program of its own, ``call`` is not."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest

from cli.conftest import Run
from yiding.ledgers.catalogue import SLUGS

OFFICES = [
    {
        "kind": "office",
        "id": "a",
        "place": "320500",
        "fields": {"level": "city", "rank": "staff", "area_m2": "9.01"},
    },
    {"kind": "办公室", "id": "b", "fields": {"级别": "市级", "colour": "red"}},
]


def test_json_in_and_json_out(run: Run, tmp_path: Path) -> None:
    """The contract on standard output, nothing else."""
    file = tmp_path / "offices.json"
    file.write_text(json.dumps(OFFICES, ensure_ascii=False))
    done = run("check", "premises", str(file), "--on", "2025-03-01", "--format", "json")
    document = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (document["schema"], document["on"]) == ("yiding/check/1", "2025-03-01")
    findings = {one["rule"]: one for one in document["entries"][0]["findings"]}
    area = findings["premises/area-within-limit"]
    assert (area["verdict"], area["measured"], area["excess"]) == ("breached", "9.01", "0.01")
    assert document["entries"][1]["faults"] == ["未知的项“colour”，没有使用。"]


def test_standard_input_and_a_table_for_people(run: Run) -> None:
    """The verdict's word, the provision and the count."""
    given = json.dumps(OFFICES[0]).encode()
    done = run("check", "premises", "-", "--on", "2025-03-01", stdin=given)
    told = done.stdout.decode()
    assert done.returncode == 0
    assert "不符" in told
    assert "ndrc-2014-2674:annex-1" in told
    assert "1 条" in told


def test_in_english(call: Run) -> None:
    """Verdicts and messages."""
    given = json.dumps(OFFICES[0]).encode()
    done = call("check", "premises", "-", "--on", "2025-03-01", "--lang", "en", stdin=given)
    assert "breached" in done.stdout.decode()
    assert "measured 9.01" in " ".join(done.stdout.decode().split())


def test_every_wrong_entry_is_named_with_its_remedy(call: Run) -> None:
    """Exit 2; standard output stays empty."""
    wrong = [{"kind": "office", "id": "x", "fields": {"area": "abc"}}, {"kind": "desk"}, 7]
    done = call("check", "premises", "-", "--format", "json", stdin=json.dumps(wrong).encode())
    told = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    assert "第1条（x）" in told
    assert "abc" in told
    assert "请写一个数" in told
    assert "“desk”不认识" in told
    assert "第3条不是对象" in told


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("a.json", b"{", "不是 JSON"),
        ("a.json", b"\xff\xfe\x00", "不是 UTF-8"),
        ("a.xlsx", b"PK", "不是可以打开的 XLSX"),
        ("a.csv", "甲,乙\n1,2\n".encode(), "没有一张表的表头认得出"),
    ],
    ids=["torn", "encoding", "workbook", "heads"],
)
def test_a_file_that_cannot_be_read_is_named(
    call: Run, tmp_path: Path, name: str, raw: bytes, told: str
) -> None:
    """With what was found and what to do; never a traceback."""
    file = tmp_path / name
    file.write_bytes(raw)
    done = call("check", "premises", str(file))
    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert name in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_file_that_is_not_there(call: Run, tmp_path: Path) -> None:
    """Exit 2."""
    done = call("check", "premises", str(tmp_path / "nothing.json"))
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.parametrize(
    "words",
    [
        ("nothing", "-"),
        ("premises",),
        ("premises", "-", "--on", "yesterday"),
        ("premises", "-", "--place", "abc"),
        ("premises", "-", "--format", "yaml"),
    ],
)
def test_wrong_usage_is_64(call: Run, words: tuple[str, ...]) -> None:
    """And says what to write."""
    done = call("check", *words, stdin=b"[]")
    assert (done.returncode, done.stdout) == (64, b"")
    assert done.stderr


@pytest.mark.parametrize("slug", SLUGS)
def test_the_schema_names_kinds_heads_and_provisions(call: Run, slug: str) -> None:
    """One JSON document."""
    document = json.loads(call("check", slug, "--schema").stdout)
    assert document["kinds"]
    assert all(rule["provision"] for rule in document["rules"])
    assert all(field["head"] for kind in document["kinds"] for field in kind["fields"])


@pytest.mark.parametrize("slug", SLUGS)
def test_the_template_is_a_workbook_with_a_sheet_a_kind(
    call: Run, slug: str, tmp_path: Path
) -> None:
    """To a file, and to standard output."""
    file = tmp_path / "template.xlsx"
    assert call("check", slug, "--template", "--out", str(file)).returncode == 0
    sheets = openpyxl.load_workbook(file).sheetnames
    content = io.BytesIO(call("check", slug, "--template").stdout)
    streamed = openpyxl.load_workbook(content).sheetnames
    assert sheets == streamed != []


def test_a_filled_template_is_checked_row_by_row(run: Run, tmp_path: Path) -> None:
    """Heads in any order; a wrong cell is named by sheet, row and cell."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "办公室"
    sheet.append(["使用面积（㎡）", "职级", "房号", "级别"])
    sheet.append([9.01, "局(处)级以下", "301", "市级"])
    file = tmp_path / "offices.xlsx"
    book.save(file)
    done = run("check", "premises", str(file), "--on", "2025-03-01", "--format", "json")
    (entry,) = json.loads(done.stdout)["entries"]
    assert entry["id"] == "301"
    assert "breached" in {one["verdict"] for one in entry["findings"]}
    sheet.append(["九", "局(处)级以下", "302", "市级"])
    book.save(file)
    done = run("check", "premises", str(file))
    assert done.returncode == 2
    assert "表“办公室”第3行 A3" in done.stderr.decode()
