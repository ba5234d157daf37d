"""Writing very many rows as quickly as each database can."""

# ruff: noqa: S608 - names of our own tables alone stand in the SQL
from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from django.db import connection, models

_BATCH = 20_000


def write_rows(model: type[models.Model], rows: Iterable[dict[str, Any]]) -> None:
    """Write rows as quickly as each database can: COPY, or many at once."""
    found = iter(rows)
    first = next(found, None)
    if first is None:
        return
    columns = {
        field.attname: _empty(field.get_default())
        for field in model._meta.concrete_fields
        if not field.generated and (field.attname in first or not field.primary_key)
    }
    values = (_values(row, columns) for row in chain([first], found))
    names = ", ".join(f'"{name}"' for name in columns)
    table = f'"{model._meta.db_table}"'
    if connection.vendor == "postgresql":
        _copy(f"COPY {table} ({names}) FROM STDIN", values)
    else:
        marks = ", ".join(["%s"] * len(columns))
        _many(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)


def _empty(default: Any) -> Any:
    return json.dumps(default) if isinstance(default, dict | list) else default


def _values(row: dict[str, Any], columns: dict[str, Any]) -> list[Any]:
    return [row.get(name, empty) for name, empty in columns.items()]


def _copy(sql: str, rows: Iterator[list[Any]]) -> None:
    with connection.cursor() as cursor, cursor.cursor.copy(sql) as copy:
        for row in rows:
            copy.write_row(row)


def _many(sql: str, rows: Iterator[list[Any]]) -> None:
    with connection.cursor() as cursor:
        while batch := list(islice(rows, _BATCH)):
            cursor.executemany(sql, batch)


_INDEXES = {
    "sqlite": """SELECT name, sql FROM sqlite_master
        WHERE type = 'index' AND sql IS NOT NULL AND tbl_name LIKE 'followup_%'""",
    "postgresql": """SELECT indexname, indexdef FROM pg_indexes
        WHERE tablename LIKE 'followup_%' AND indexname NOT IN
            (SELECT conname FROM pg_constraint)""",
}


def without_indexes() -> list[str]:
    """Take the indexes away, and say how to make them again: that is quicker than keeping them."""
    with connection.cursor() as cursor:
        cursor.execute(_INDEXES[connection.vendor])
        found = cursor.fetchall()
    execute([f'DROP INDEX "{name}"' for name, _ in found])
    return [sql for _, sql in found]


def execute(statements: list[str]) -> None:
    """Run them in order."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def tune() -> None:
    """Let SQLite forget about power cuts while it is loaded."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for pragma in (
                "journal_mode = OFF",
                "synchronous = OFF",
                "foreign_keys = OFF",
                "cache_size = -800000",
            ):
                cursor.execute(f"PRAGMA {pragma}")


def set_sequences() -> None:
    """Let PostgreSQL count on from the keys that were written."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for table in ("minutes", "matter", "matterperiod"):
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence('followup_{table}', 'id'),"
                    f" (SELECT max(id) FROM followup_{table}))"
                )


def settle() -> None:
    """What a database does by itself over a night."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")
        else:
            cursor.execute("ANALYZE")
            cursor.execute("PRAGMA journal_mode = WAL")
