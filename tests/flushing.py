"""Emptying the test database between tests, though the journal refuses to be emptied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connection
from django.test import TransactionTestCase

from yiding.journal.guard import statements, undoing


@contextmanager
def journal_unguarded() -> Iterator[None]:
    """Without the journal's triggers: as whoever owns the database may be."""
    _run(undoing)
    try:
        yield
    finally:
        _run(statements)


def let_tests_flush() -> None:
    """From now on, what empties the database after a test opens the journal for it."""
    teardown = TransactionTestCase._fixture_teardown

    def flush(case: TransactionTestCase) -> None:
        with journal_unguarded():
            teardown(case)
        apps.get_model("journal", "Head").objects.get_or_create(pk=1)

    TransactionTestCase._fixture_teardown = flush  # type: ignore[method-assign]


def _run(making: Callable[[str], list[str]]) -> None:
    with connection.cursor() as cursor:
        for statement in making(connection.vendor):
            cursor.execute(statement)
