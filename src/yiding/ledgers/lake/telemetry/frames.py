"""Frames 列: the store as columns under the names of a reading's fields, judged where they lie."""

# ruff: noqa: S608 - columns are named here, paths and words are quoted
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

import duckdb
import narwhals as nw

from yiding.ledgers.catalogue import Ledger, ledger
from yiding.ledgers.lake.telemetry.stations import Register
from yiding.ledgers.lake.telemetry.store import READINGS, Store
from yiding.ledgers.telemetry.series import Between
from yiding.ledgers.telemetry.store import parquet, quoted, rows_in
from yiding.rules.bulk import Column, Sheet, beside, column

#: What the rule calls a value that counts.
VALID = "有效"
Lazy = nw.LazyFrame[Any]

_AS_FIELDS = """
r.station, r.data_time AS sample_time, r.received_at AS receive_time, r.factor,
r.value AS amount, r.flag, CASE WHEN r.flag IS NULL THEN r.is_valid END AS valid,
r.revision, r.command, r.statistic, k.body
"""
"""A flag is judged by the rule; only a value without one keeps the answer of its receipt."""


@dataclass(frozen=True, slots=True)
class Law:
    """By which law columns are judged: the values of a day at a place (区划代码)."""

    on: date
    place: str


class NotLawThen(LookupError):
    """A day on which a rule that is needed was not law."""

    def __init__(self, address: str, law: Law) -> None:
        super().__init__(f"规则 {address} 在 {law.on} 还没有施行。请换一个日期。")


class Reader:
    """Reads one store through one engine, which closes with it; a context manager.

    `register` says in which body of water each station stands: without it phosphorus has no class.
    """

    def __init__(self, store: Store, register: Register | None = None) -> None:
        self.store = store
        self.register = register or Register()
        self.connection = store.connect()
        self.connection.execute("CREATE TEMP TABLE known (code VARCHAR, body VARCHAR)")
        rows = [(one.code, one.body) for one in self.register.by_code.values() if one.body]
        if rows:
            self.connection.execute(
                "INSERT INTO known SELECT unnest(?::VARCHAR[]), unnest(?::VARCHAR[])",
                [list(one) for one in zip(*rows, strict=True)],
            )

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def readings(
        self,
        between: Between,
        stations: Iterable[str] | None = None,
        factors: Iterable[str] | None = None,
    ) -> Lazy:
        """The readings of a span of days, under the names of a reading's fields.

        `stations` by code and `factors` by name, all where none are given. ``amount`` is in the
        factor's unit, null where the message had no number; times are China's; ``statistic`` is
        Rtd, Avg, Min, Max or Cou and ``command`` the CN. Nothing is read before it is asked for.
        """
        source = rows_in(READINGS, self.store.readings_of(between))
        wanted = [
            f"r.data_time >= TIMESTAMP '{between.first}'",
            f"r.data_time < TIMESTAMP '{between.last}' + INTERVAL 1 DAY",
            *(_among("r.station", stations) if stations is not None else ()),
            *(_among("r.factor", factors) if factors is not None else ()),
        ]
        query = (
            f"SELECT {_AS_FIELDS} FROM {source} r LEFT JOIN known k ON k.code = r.station "
            f"WHERE {' AND '.join(wanted)}"
        )
        return nw.from_native(self.connection.sql(query)).lazy()

    def last_day(self, on: date) -> date | None:
        """The last day up to one of which there is any reading; none where there is none."""
        for span in reversed(self.store.months()):
            if span.first <= on:
                query = (
                    f"SELECT max(data_time)::DATE FROM {parquet(self.store.readings_of(span))} "
                    f"WHERE data_time < DATE '{on}' + INTERVAL 1 DAY"
                )
                found: date | None = self.connection.execute(query).fetchall()[0][0]
                if found is not None:
                    return found
        return None

    def kept(self, name: str, frames: Iterable[Lazy]) -> Lazy:
        """Frames that are small, worked out one by one and kept together under a name."""
        self.connection.execute(f"DROP TABLE IF EXISTS {name}")
        is_first = True
        for frame in frames:
            native: duckdb.DuckDBPyRelation = frame.to_native()
            if is_first:
                native.create(name)
            else:
                native.insert_into(name)
            is_first = False
        return self.table(name)

    def table(self, name: str) -> Lazy:
        """What the engine keeps under a name."""
        return nw.from_native(self.connection.table(name)).lazy()


def classed(frame: Lazy, law: Law) -> Lazy:
    """The readings with ``is_valid``, and ``class`` (1 to 6) and ``class_term`` of those valid.

    A class is null where the factor has none, where the body of water must be known and is not,
    or where there is no number.
    """
    names = frame.collect_schema().names()
    counts = told(law, "reading-counts", "reading", frozenset(names))
    of_class = told(law, "class-of-reading", "reading", frozenset(names))
    judged = beside(frame, counts, is_valid=_word(counts) == VALID).select(*names, "is_valid")
    wanted = {"class": _number(of_class).cast(nw.Int32()), "class_term": _word(of_class)}
    return beside(judged, of_class, **wanted).select(*names, "is_valid", *wanted)


def valid(frame: Lazy, law: Law) -> Lazy:
    """Only the readings that count and are numbers."""
    has = frozenset(frame.collect_schema().names())
    counts = told(law, "reading-counts", "reading", has)
    judged = beside(frame, counts, is_valid=_word(counts) == VALID)
    return judged.filter(nw.col("is_valid"), ~nw.col("amount").is_null())


@lru_cache(maxsize=64)
def told(law: Law, slug: str, kind: str, has: frozenset[str]) -> Column:
    """What a rule of the ledger says of entries with these columns; no other field is known."""
    book = _book()
    rule = next(one for one in book.rule_named(slug) if one.kind == kind)
    found = column(rule, book.values, Sheet(book.kinds[kind], law.on, law.place, has))
    if found is None:
        raise NotLawThen(rule.address, law)
    return found


@cache
def _book() -> Ledger:
    return ledger("lake")


def _word(of: Column) -> nw.Expr:
    assert of.label is not None  # noqa: S101 - both rules compute a figure with a label
    return _spoken(of, of.label)


def _number(of: Column) -> nw.Expr:
    assert of.value is not None  # noqa: S101 - both rules compute a figure
    return _spoken(of, of.value)


def _spoken(of: Column, what: nw.Expr) -> nw.Expr:
    """Null where the rule says nothing or cannot say."""
    return nw.when(of.verdict == "computed").then(what)


def _among(name: str, wanted: Iterable[str]) -> Sequence[str]:
    listed = ", ".join(map(quoted, wanted))
    return [f"{name} IN ({listed})"] if listed else ["false"]


def rows_of(frame: Lazy) -> list[tuple[Any, ...]]:
    """The rows of a frame that is small enough for Python."""
    native: duckdb.DuckDBPyRelation = frame.to_native()
    return native.fetchall()
