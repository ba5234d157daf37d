"""The project as files and syntax trees, read once."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest

from conformance.modules import Module

SET_ASIDE = {".git", ".venv", ".venv-bench", "__pycache__", "dist", "out"}


def listed_by_git(root: Path) -> list[str]:
    # a checkout owned by another account is still the checkout under test
    command = ["git", "-c", "safe.directory=*", "ls-files", "-coz", "--exclude-standard"]
    answer = subprocess.run(command, cwd=root, check=True, capture_output=True)
    return answer.stdout.decode().split("\0")[:-1]


def found_by_walking(root: Path) -> list[str]:
    inside = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return [path.as_posix() for path in inside if not SET_ASIDE.intersection(path.parts)]


@pytest.fixture(scope="session")
def tracked(root: Path) -> list[Path]:
    """Every file of the project, relative to the root: tracked, or new and not ignored."""
    names = listed_by_git(root) if (root / ".git").exists() else found_by_walking(root)
    return sorted(Path(name) for name in names if (root / name).is_file())


@pytest.fixture(scope="session")
def texts(root: Path, tracked: list[Path]) -> dict[Path, str]:
    """The files written by hand that are text, with what they say."""
    suffixes = {".py", ".md", ".toml", ".txt", ".json", ".html", ".css", ".cfg", ".yaml", ""}
    written = (path for path in tracked if path.suffix in suffixes)
    return {path: (root / path).read_text("utf-8", "replace") for path in written}


@pytest.fixture(scope="session")
def modules(root: Path, tracked: list[Path]) -> list[Module]:
    """Every Python file of the project, save migrations: the framework writes those."""
    paths = [path for path in tracked if path.suffix == ".py" and "migrations" not in path.parts]
    sources = ((path, (root / path).read_text("utf-8")) for path in paths)
    return [Module(path, text, ast.parse(text, str(path))) for path, text in sources]


@pytest.fixture(scope="session")
def product(modules: list[Module]) -> list[Module]:
    """The modules that ship: everything under src."""
    return [module for module in modules if module.path.parts[0] == "src"]


@pytest.fixture(scope="session")
def documents(texts: dict[Path, str]) -> dict[Path, str]:
    """Every Markdown page."""
    return {path: text for path, text in texts.items() if path.suffix == ".md"}
