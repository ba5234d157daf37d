"""A ledger added from the docs alone: the page's own blocks, written out and checked."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/ledgers/add-a-ledger.md").read_text("utf-8")
BLOCK = re.compile(r"```(?:toml|py)\n(.*?)```", re.S)
#: In the order of the page.
FILES = (
    "law/instruments/greenery-2020.toml",
    "ledgers/greenery/card.py",
    "ledgers/greenery/entries.py",
    "ledgers/greenery/values.toml",
    "ledgers/greenery/rules.py",
    "ledgers/greenery/cases.toml",
    "ledgers/greenery/indicators.py",
    "ledgers/greenery/columns.py",
    "ledgers/greenery/proofs.toml",
)
TRY = """
import json, sys
from datetime import date
from decimal import Decimal
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.template import template
from yiding.ledgers.trying import holds
found = ledger("greenery")
figure = found.indicators[0].figure([], date(2025, 3, 1))
told = [[case.id, holds(found, case)] for case in found.cases]
print(json.dumps([*told, len(template(found)) > 0]))
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package with the page's ledger beside the others."""
    place = tmp_path_factory.mktemp("new") / "yiding"
    shutil.copytree(ROOT / "src/yiding", place, ignore=shutil.ignore_patterns("__pycache__"))
    blocks = BLOCK.findall(PAGE)
    for name, block in zip(FILES, blocks, strict=True):
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(block, "utf-8")
    (place / "ledgers/greenery/__init__.py").write_text('"""Greenery."""\n')
    catalogue = place / "ledgers/catalogue.py"
    named = catalogue.read_text().replace("SLUGS = (", 'SLUGS = ("greenery", ', 1)
    catalogue.write_text(named)
    return place.parent


def run(package: Path, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Python with the new package before the old."""
    return subprocess.run(
        [sys.executable, *words],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(package), "PYTHONUTF8": "1"},
    )


def test_its_cases_hold_and_its_template_is_written(package: Path) -> None:
    """As soon as the files are there."""
    done = run(package, "-c", TRY)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [["at-the-limit", True], ["one-day-over", True], True]


def test_it_is_checked_on_the_command_line(package: Path) -> None:
    """The example of the page: 31 days for a first-class plot."""
    entry = re.search(r"echo '(\{.*\})'", PAGE)
    assert entry
    words = ("-m", "yiding.cli", "check", "greenery", "-", "--on", "2025-03-01", "--format", "json")
    done = run(package, *words, stdin=entry[1])
    assert done.returncode == 0, done.stderr
    (finding,) = json.loads(done.stdout)["entries"][0]["findings"]
    assert (finding["verdict"], finding["excess"]) == ("breached", "1")
    assert (finding["provision"], finding["place"]) == ("greenery-2020:12", "329900")
