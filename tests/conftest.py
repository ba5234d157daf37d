"""What every test may ask for, and the rule about tests that cannot run.

Such a test says why and skips. On the build machine (``CI=true``) a skip is a failure, with one
exception: a reason that begins with ``seed:`` stands where ``YIDING_SEED_DIR`` is not set.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

from flushing import let_tests_flush

ROOT = Path(__file__).resolve().parent.parent


pytest_plugins = ["browsing"]
let_tests_flush()


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def samples(root: Path) -> Path:
    """The samples written by us: a fictional city."""
    return root / "samples"


@pytest.fixture(scope="session")
def seed_dir() -> Path:
    """The folder of real minutes that is not part of the repository."""
    folder = os.environ.get("YIDING_SEED_DIR")
    if not folder:
        pytest.skip("seed: YIDING_SEED_DIR is not set")
    return Path(folder)


@pytest.fixture(scope="session")
def yiding() -> list[str]:
    """The command as argv: what the installed ``yiding`` runs, by this very interpreter."""
    return [sys.executable, "-c", "import sys; from yiding.cli import main; sys.exit(main())"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches data, to be run on PostgreSQL too, and what runs in a browser.

    The town of tests/pages goes first, then what takes long: one worker makes the town, once, and
    none waits for another at the end.
    """
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or asked & {"db", "transactional_db"}:
            item.add_marker("data")
        if asked & {"browser", "signed_in"}:
            item.add_marker("browser")
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    if "town" in getattr(item, "fixturenames", ()):
        return 0
    return 1 if item.get_closest_marker("long") else 2


def pytest_collection_finish() -> None:
    """What is collected stays to the end: the collector of garbage need not walk it each time."""
    gc.collect()
    gc.freeze()


def may_skip(reason: str) -> bool:
    """Whether a test may be left out for this reason here."""
    if os.environ.get("CI") != "true":
        return True
    return reason.startswith("seed:") and not os.environ.get("YIDING_SEED_DIR")


def fail_a_forbidden_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip into a failure where nothing may be left out."""
    if not report.skipped or hasattr(report, "wasxfail"):
        return
    reason = str(report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr)
    reason = reason.removeprefix("Skipped: ")
    if not may_skip(reason):
        report.outcome = "failed"
        report.longrepr = f"skipped under CI: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    fail_a_forbidden_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    fail_a_forbidden_skip(report)
    return report
