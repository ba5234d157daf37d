"""Queries that are written once and asked often.

Writing a query costs several times what answering it does, and a page asks twenty. What a query
says depends on few things: the desk, its rule pack, the day, what was asked for. Its text is kept
under those; the answer never is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import lru_cache, update_wrapper
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Func, Model, QuerySet

Row = tuple[Any, ...]
Sql = tuple[str, tuple[Any, ...]]
Build = Callable[..., "QuerySet[Any] | Sql"]

#: Ways of asking whose text is kept, of each query.
KEPT = 512


class Written:
    """A query that is written once for each of the arguments it is asked with."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.text = lru_cache(maxsize=KEPT)(self._text)

    def __call__(self, *given: Any) -> list[Row]:
        """The rows, as the database gives them: SQLite writes a computed day as text."""
        return rows_of(*self.text(*given))

    def of(self, keys: Sequence[int], *given: Any) -> list[Row]:
        """The rows that belong to these keys: the text depends on how many they are."""
        if not keys:
            return []
        sql, values = self.text(tuple(range(-len(keys), 0)), *given)
        # what was written for the last key but two is asked of that key
        is_place = [type(value) is int and value < 0 for value in values]
        if sum(is_place) != len(keys):
            raise ValueError(
                f"{self.build.__name__} has {sum(is_place)} places for {len(keys)} keys"
            )
        filled = zip(values, is_place, strict=True)
        return rows_of(sql, [keys[value] if place else value for value, place in filled])

    def anew(self, *given: Any) -> list[Row]:
        """The same, written anew: for what depends on more than the arguments."""
        return rows_of(*self._text(*given))

    def _text(self, *given: Any) -> Sql:
        try:
            rows = self.build(*given)
            return rows if isinstance(rows, tuple) else sql_of(rows)
        except EmptyResultSet:
            return "", ()


def written(build: Build) -> Written:
    """For a function of plain arguments that returns rows of values, or the text itself."""
    kept = Written(build)
    update_wrapper(kept, build)
    return kept


def sql_of(rows: QuerySet[Any]) -> Sql:
    """What a query says; refuses one that can find nothing."""
    return rows.query.sql_with_params()


def rows_of(sql: str, values: Any) -> list[Row]:
    """What the database answers; nothing where nothing was asked."""
    if not sql:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


class Unsorted(Func):
    """A column that SQLite is not to look for an index by: to group or narrow what it found.

    Asked for sums, it would walk an index in the order of the groups, and not the one that finds
    the rows. PostgreSQL weighs both.
    """

    template = "%(expressions)s"
    arity = 1

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """A plus sign says so."""
        return super().as_sql(compiler, connection, template="+%(expressions)s", **extra)


def models_of(model: type[Model], rows: list[Row], *names: str) -> list[Any]:
    """The models of rows of these columns, or of all; what is left out is fetched when asked for.

    For text, numbers, days and moments: SQLite keeps a moment without its zone.
    """
    own = [field.attname for field in model._meta.concrete_fields]
    columns = names or tuple(own)
    places = [columns.index(name) for name in own if name in columns]
    found = ([aware(row[place]) for place in places] for row in rows)
    return [model.from_db(connection.alias, columns, values) for values in found]


def aware(value: Any) -> Any:
    """A moment with its zone; anything else as it is."""
    is_naive = isinstance(value, datetime) and value.tzinfo is None
    return value.replace(tzinfo=UTC) if is_naive else value
