"""Measure everything once and write docs/reference/benchmarks.md."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench import rivals
from bench.clock import Work, medians
from bench.folder import folder_runs
from bench.material import DEADLINES, HELD_ON, ROOT, Material, material
from bench.report import folders, timings, where_and_when
from yiding.dates import read_deadline
from yiding.reading.export.json import dumps
from yiding.reading.reader import read
from yiding.text import read_text

PAGE = ROOT / "docs/reference/benchmarks.md"
HEAD = """# Benchmarks 性能对照

`make bench` writes this page: Yiding beside what users would pick instead, in one run.
本页由 `make bench` 生成，同一台机器、同一次运行中与常用工具对照。
"""


def main() -> None:
    """The command: ``python -m bench [--date DAY] [--rounds N] [--files N] [--out PAGE]``."""
    wish = _arguments()
    stuff = material()
    page = [HEAD, where_and_when(wish.date, stuff.origin, wish.rounds)]
    page += _timings(stuff, wish.rounds)
    plan = [(wish.files, 1), *((wish.files // share, 2) for share in (4, 2, 1))]
    page.append(folders(list(folder_runs(stuff.text, plan))))
    wish.out.write_text("\n\n".join(part.strip() for part in page) + "\n", "utf-8")
    print(wish.out.read_text("utf-8"))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--date", default=date.today().isoformat(), help="the day on the page")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--files", type=int, default=2000, help="files of the largest folder")
    parser.add_argument("--out", type=Path, default=PAGE)
    return parser.parse_args()


def _timings(stuff: Material, rounds: int) -> Iterator[str]:
    for title, works in (
        ("The complete reading", _reading(stuff)),
        ("DOCX to text", _docx(stuff.docx)),
        ("PDF to text", _pdf(stuff.pdf)),
        ("Deadlines, each", _deadlines()),
    ):
        yield timings(title, medians(works, rounds))


def _reading(stuff: Material) -> list[Work]:
    reading = read(stuff.data, name="minutes.txt")
    return [
        Work("plain `re` scan of 265 words", rivals.plain_scan(stuff.text)),
        Work("UTF-8 decoding alone", stuff.data.decode),
        Work("**yiding: complete reading from bytes**", lambda: read(stuff.data, name="a.txt")),
        Work("yiding: the reading as JSON", lambda: dumps(reading)),
        Work("JioNLP: times alone, `extract_time`", rivals.jionlp_extract(stuff.text)),
    ]


def _docx(data: bytes) -> list[Work]:
    return [
        Work("zipfile + lxml", rivals.raw_docx(data)),
        Work("**yiding `read_text`**", lambda: read_text(data, name="a.docx")),
        Work("python-docx", rivals.python_docx(data)),
        Work("markitdown", rivals.markitdown(data)),
    ]


def _pdf(data: bytes) -> list[Work]:
    return [
        Work("pypdfium2 `get_text_range`", rivals.raw_pdf(data)),
        Work("**yiding `read_text`**", lambda: read_text(data, name="a.pdf")),
        Work("markitdown", rivals.markitdown(data)),
    ]


def _deadlines() -> list[Work]:
    def ours() -> None:
        for words in DEADLINES:
            read_deadline(words, HELD_ON)

    theirs, known = rivals.jionlp_deadlines()
    return [
        Work(f"**yiding `read_deadline`**, {len(DEADLINES)} expressions", ours, len(DEADLINES)),
        Work(f"JioNLP `parse_time`, the {known} of them it reads", theirs, known),
    ]
