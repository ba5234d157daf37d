"""What the database keeps by itself: the counts of matters, and the index of their words.

Both follow from other rows, so triggers write them: in the transaction of whatever changed a
matter, an act or a bulk load. They are made after every ``migrate``, because SQLite drops the
triggers of a table that a migration rebuilds; where they were missing, everything is kept anew.
"""

from __future__ import annotations

from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate

from yiding.followup import keeping_postgresql, keeping_sqlite

_KEEPERS = {"sqlite": keeping_sqlite, "postgresql": keeping_postgresql}


def start_keeping(app: Any) -> None:
    """Have every connection ready, and the triggers there after every migration."""
    connection_created.connect(_prepare, dispatch_uid="followup.keeping")
    post_migrate.connect(_after_migrate, sender=app, dispatch_uid="followup.keeping")


def keep(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers and count everything anew."""
    keeper = _KEEPERS[connection.vendor]
    with connection.cursor() as cursor:
        for statement in (*keeper.UNKEEP_MONTHS, *keeper.UNKEEP, *keeper.KEEP):
            cursor.execute(statement)
    recount(connection)
    keep_months(connection)


def keep_months(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers of the sums by month, and sum the counts up anew."""
    keeper = _KEEPERS[connection.vendor]
    with connection.cursor() as cursor:
        for statement in (*keeper.UNKEEP_MONTHS, *keeper.KEEP_MONTHS, *keeper.RECOUNT_MONTHS):
            cursor.execute(statement)


def stop_keeping(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away, for a load of millions; ``keep`` makes them again."""
    with connection.cursor() as cursor:
        for statement in _KEEPERS[connection.vendor].UNKEEP:
            cursor.execute(statement)


def recount(connection: BaseDatabaseWrapper) -> None:
    """Count every matter and index every word from nothing."""
    with connection.cursor() as cursor:
        for statement in _KEEPERS[connection.vendor].RECOUNT:
            cursor.execute(statement)


def _prepare(sender: Any, connection: BaseDatabaseWrapper, **_: Any) -> None:  # noqa: ARG001
    if connection.vendor == "sqlite":
        keeping_sqlite.prepare(connection.connection)


def _after_migrate(using: str, **_: Any) -> None:
    connection = connections[using]
    keeper = _KEEPERS[connection.vendor]
    with connection.cursor() as cursor:
        if not {"followup_matter", "followup_mattercount", "followup_promisemonth"} <= set(
            connection.introspection.table_names(cursor)
        ):
            return
        found = [_first(cursor, sql) for sql in (keeper.KEPT, keeper.MONTHS_KEPT)]
    if found[0] != keeper.KEPT_COUNT:
        keep(connection)
    elif found[1] != keeper.MONTHS_KEPT_COUNT:
        keep_months(connection)


def _first(cursor: Any, sql: str) -> Any:
    cursor.execute(sql)
    return cursor.fetchone()[0]
