"""Every ```console and ```python block of the READMEs and the docs runs as it is written.

A ``console`` block is one shell session: ``$ `` opens a command, ``$ echo $?`` with a number below
it states the exit code of the command above; without it a command ends with 0. A line of output
that is shown must appear in what is printed. Blocks marked ``sh`` set up or build, and are not run.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from dataclasses import dataclass, field
from pathlib import Path

import pytest

pytestmark = pytest.mark.long
ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^( *)```(console|python)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
EXIT_CODE = "echo $?"


@dataclass
class Step:
    """One command of a session with what is shown below it."""

    command: str
    shown: list[str] = field(default_factory=list)


def blocks(language: str) -> list[object]:
    """The blocks of one language, each under the name of its page and line."""
    return [
        pytest.param(
            textwrap.dedent(hit[3]), id=f"{page.name}:{text.count(chr(10), 0, hit.start())}"
        )
        for page in PAGES
        for text in [page.read_text("utf-8")]
        for hit in BLOCK.finditer(text)
        if hit[2] == language
    ]


def steps(session: str) -> list[Step]:
    """The commands of a session, in order."""
    found: list[Step] = []
    for line in session.splitlines():
        if line.startswith("$ "):
            found.append(Step(line[2:]))
        elif line.strip():
            found[-1].shown.append(line.strip())
    return found


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the samples and nothing else, the command on PATH."""
    if not (Path(sys.executable).parent / "yiding").exists():
        pytest.skip("yiding is not installed beside this interpreter: run make setup")
    for folder in ("minutes", "ledgers"):
        shutil.copytree(ROOT / "samples" / folder, tmp_path / "samples" / folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(
        "PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    )
    for name in [each for each in os.environ if each.startswith(("YIDING_", "DJANGO_"))]:
        monkeypatch.delenv(name)
    return tmp_path


@pytest.mark.parametrize("session", blocks("console"))
def test_console_block_does_what_it_shows(session: str, desk: Path) -> None:
    code = 0
    told = ""
    for step in steps(session):
        if step.command == EXIT_CODE:
            assert [str(code)] == step.shown, told
            code = 0
            continue
        assert code == 0, told
        answer = subprocess.run(
            ["bash", "-c", step.command], check=False, capture_output=True, text=True
        )
        code, told = answer.returncode, f"$ {step.command}\n{answer.stdout}{answer.stderr}"
        assert [line for line in step.shown if line not in told] == [], told
    assert code == 0, told


@pytest.mark.parametrize("code", blocks("python"))
def test_python_block_runs(code: str, desk: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.strip()


def test_the_readmes_show_the_same_commands() -> None:
    english, chinese = (
        (ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh-CN.md")
    )
    assert [hit[3] for hit in BLOCK.finditer(english)] == [
        hit[3] for hit in BLOCK.finditer(chinese)
    ]
