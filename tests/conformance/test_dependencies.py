"""What the code imports is what pyproject.toml declares, neither more nor less."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from conformance.modules import Module

#: The rooms that `pip install yiding` gives, with the command that starts them.
LIBRARY = {"", "text", "dates", "law", "reading", "rules", "ledgers", "cli"}
#: What stands in those rooms and is used with the application alone.
OF_THE_APPLICATION = (
    "cli/server/*.py", "rules/bulk*.py", "ledgers/base/**/*.py", "ledgers/telemetry/*.py",
    "ledgers/*/telemetry/*.py", "ledgers/*/positions/*.py", "ledgers/powers/exchange/**/*.py",
    "ledgers/*/panels.py", "ledgers/*/*_panel.py", "ledgers/*/supplies.py",
)  # fmt: skip
#: What the settings name by a string and nothing imports.
NAMED_IN_SETTINGS = {"whitenoise", "django-csp", "django-htmx"}
#: The driver that an address of a database asks for.
DRIVERS = {"psycopg"}


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    """The project's own table of pyproject.toml."""
    return tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="module")
def declared(project: dict[str, Any]) -> set[str]:
    """The run-time dependencies of the library, by normalised name."""
    return names(project["dependencies"])


@pytest.fixture(scope="module")
def of_the_server(project: dict[str, Any]) -> set[str]:
    """What the application needs beside the library."""
    extras = project["optional-dependencies"]
    return names(extras["server"]) | names(extras["postgres"])


def names(rows: list[str]) -> set[str]:
    """The distributions these requirements name."""
    return {normalised(re.match(r"[\w.-]+", row).group()) for row in rows}


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def packages(module: Module) -> set[str]:
    """The top-level packages a module imports, wherever in it."""
    nodes = list(ast.walk(module.tree))
    plain = {alias.name for n in nodes if isinstance(n, ast.Import) for alias in n.names}
    named = {n.module for n in nodes if isinstance(n, ast.ImportFrom) and n.module}
    return {name.partition(".")[0] for name in plain | named}


def distributions(modules: Iterable[Module]) -> set[str]:
    """What these modules import from outside, as distributions."""
    foreign = set().union(*map(packages, modules)) - sys.stdlib_module_names - {"yiding"}
    known = packages_distributions()
    return {normalised(known.get(name, [name])[0]) for name in foreign}


def is_of_the_library(module: Module) -> bool:
    """Is it installed and used without the application?"""
    within = PurePosixPath(module.path.as_posix().partition("src/yiding/")[2])
    is_served = any(within.match(one) or _is_below(within, one) for one in OF_THE_APPLICATION)
    return module.room in LIBRARY and not is_served


def _is_below(path: PurePosixPath, pattern: str) -> bool:
    """Does a path lie in the folder of a pattern that ends in ``**/*.py``?"""
    return pattern.endswith("**/*.py") and path.is_relative_to(pattern.removesuffix("/**/*.py"))


def test_the_library_imports_what_it_declares(product: list[Module], declared: set[str]) -> None:
    assert distributions(filter(is_of_the_library, product)) == declared


def test_the_application_imports_what_it_declares(
    product: list[Module], declared: set[str], of_the_server: set[str]
) -> None:
    imported = distributions(each for each in product if not is_of_the_library(each))
    assert imported - declared == of_the_server - NAMED_IN_SETTINGS - DRIVERS


def test_the_application_starts_without_a_driver(tmp_path: Path) -> None:
    absent = "".join(f"sys.modules[{name!r}] = None; " for name in (*DRIVERS, "psycopg2"))
    code = f"import sys; {absent}import django; django.setup(); print('started')"
    outside = {
        name: value
        for name, value in os.environ.items()
        if name not in {"YIDING_DATABASE_URL", "PYTHONPATH"}
    }
    here = {"DJANGO_SETTINGS_MODULE": "yiding.settings", "YIDING_DATA_DIR": str(tmp_path)}
    answer = subprocess.run(
        [sys.executable, "-c", code],
        env=outside | here, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert answer.stdout == "started\n", answer.stderr[-2000:]


def test_settings_name_what_nothing_imports(root: Path) -> None:
    settings = (root / "src/yiding/settings/__init__.py").read_text("utf-8")
    words = {
        name.removeprefix("django-").replace("htmx", "django_htmx") for name in NAMED_IN_SETTINGS
    }
    assert [
        word for word in words if f'"{word}.' not in settings and f'"{word}"' not in settings
    ] == []


def test_every_dependency_is_pinned_for_running_and_for_developing(
    root: Path, declared: set[str]
) -> None:
    for name in ("runtime", "dev", "bench"):
        pins = (root / f"requirements/{name}.txt").read_text("utf-8")
        pinned = set(re.findall(r"^([\w.-]+)==", pins, re.MULTILINE))
        assert declared - pinned == set()
