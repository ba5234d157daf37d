"""What the code imports is what pyproject.toml declares, neither more nor less."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from conformance.modules import Module


@pytest.fixture(scope="module")
def declared(root: Path) -> set[str]:
    """The run-time dependencies, by normalised name."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return {normalised(re.match(r"[\w.-]+", row).group()) for row in project["dependencies"]}


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def packages(module: Module) -> set[str]:
    """The top-level packages a module imports, wherever in it."""
    nodes = list(ast.walk(module.tree))
    plain = {alias.name for n in nodes if isinstance(n, ast.Import) for alias in n.names}
    named = {n.module for n in nodes if isinstance(n, ast.ImportFrom) and n.module}
    return {name.partition(".")[0] for name in plain | named}


def test_every_import_is_declared_and_every_dependency_imported(
    product: list[Module], declared: set[str]
) -> None:
    foreign = set().union(*map(packages, product)) - sys.stdlib_module_names - {"yiding"}
    known = packages_distributions()
    imported = {normalised(known.get(name, [name])[0]) for name in foreign}
    assert imported == declared


def test_every_dependency_is_pinned_for_running_and_for_developing(
    root: Path, declared: set[str]
) -> None:
    for name in ("runtime", "dev", "bench"):
        pins = (root / f"requirements/{name}.txt").read_text("utf-8")
        pinned = set(re.findall(r"^([\w.-]+)==", pins, re.MULTILINE))
        assert declared - pinned == set()
