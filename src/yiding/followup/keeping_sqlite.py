"""The counts and the word index of SQLite: triggers, and FTS5 over pairs of characters."""

# ruff: noqa: S608 - names of our own tables and columns alone stand in the SQL
from __future__ import annotations

import sqlite3

from yiding.followup.bigrams import pairs_for_sqlite
from yiding.followup.states import MAY_BE_LATE

_WATCHED = "jurisdiction_id, state, held_on, original_due_on, due_on, verified_on"


def _cell(row: str) -> str:
    """The columns of a count that a matter belongs to."""
    return f"""{row}.jurisdiction_id,
        CAST(coalesce(substr({row}.held_on, 1, 4), '0') AS INTEGER),
        {row}.state,
        coalesce({row}.original_due_on, '9999-12-31'),
        CASE WHEN {row}.verified_on IS NULL THEN 'open'
             WHEN {row}.verified_on <= {row}.original_due_on THEN 'original'
             WHEN {row}.verified_on <= {row}.due_on THEN 'extended'
             ELSE 'late' END"""


_COLUMNS = "jurisdiction_id, year, state, original_due_on, timing"
_ADD = f"""INSERT INTO followup_mattercount ({_COLUMNS}, count)
    VALUES ({_cell("NEW")}, 1)
    ON CONFLICT ({_COLUMNS}) DO UPDATE SET count = count + 1;"""
_SUBTRACT = f"""UPDATE followup_mattercount SET count = count - 1
    WHERE ({_COLUMNS}) = ({_cell("OLD")});"""

_MONTH_COLUMNS = "jurisdiction_id, month, timing"
#: What an on-time rate counts: the verified, and what may be late.
_FOR_RATES = "({row}timing <> 'open' OR {row}state IN ({states}))"


def _month(row: str) -> str:
    """The columns of a month that a count belongs to."""
    return f"{row}.jurisdiction_id, substr({row}.original_due_on, 1, 7), {row}.timing"


def _for_rates(row: str) -> str:
    states = ", ".join(f"'{state}'" for state in sorted(map(str, MAY_BE_LATE)))
    return _FOR_RATES.format(row=row, states=states)


def _month_trigger(when: str, moment: str, row: str, change: str) -> str:
    """Only a new count can need a new month: what is taken away adds to what stands there."""
    add = f"""INSERT INTO followup_promisemonth ({_MONTH_COLUMNS}, count)
        VALUES ({_month(row)}, {change})
        ON CONFLICT ({_MONTH_COLUMNS}) DO UPDATE SET count = count + excluded.count"""
    alter = f"""UPDATE followup_promisemonth SET count = count + ({change})
        WHERE ({_MONTH_COLUMNS}) = ({_month(row)})"""
    return f"""CREATE TRIGGER followup_months_{when} AFTER {moment} ON followup_mattercount
        WHEN {_for_rates(f"{row}.")} BEGIN {add if when == "in" else alter}; END"""


def _text(row: str, table: str) -> str:
    if table == "minutes":
        return f"{row}.text"
    return f"{row}.action || char(10) || {row}.quote"


def _word_triggers(table: str, columns: str) -> tuple[str, ...]:
    index = f"followup_{table}_words"
    add = f"""INSERT INTO {index} (rowid, pairs)
        VALUES (NEW.id, yiding_pairs({_text("NEW", table)}));"""
    forget = f"""INSERT INTO {index} ({index}, rowid, pairs)
        VALUES ('delete', OLD.id, yiding_pairs({_text("OLD", table)}));"""
    return (
        f"""CREATE VIRTUAL TABLE {index}
            USING fts5 (pairs, content = '', columnsize = 0, tokenize = 'ascii')""",
        f"""CREATE TRIGGER followup_words_{table}_in AFTER INSERT ON followup_{table}
            BEGIN {add} END""",
        f"""CREATE TRIGGER followup_words_{table}_out AFTER DELETE ON followup_{table}
            BEGIN {forget} END""",
        f"""CREATE TRIGGER followup_words_{table}_on AFTER UPDATE OF {columns}
            ON followup_{table} BEGIN {forget} {add} END""",
    )


#: The sums by month: what takes them away, makes them, counts them anew, and tells of them.
UNKEEP_MONTHS = tuple(
    f"DROP TRIGGER IF EXISTS followup_months_{when}" for when in ("in", "out", "on")
)
KEEP_MONTHS = (
    _month_trigger("in", "INSERT", "NEW", "NEW.count"),
    _month_trigger("out", "DELETE", "OLD", "-OLD.count"),
    _month_trigger("on", "UPDATE OF count", "NEW", "NEW.count - OLD.count"),
)
RECOUNT_MONTHS = (
    "DELETE FROM followup_promisemonth",
    f"""INSERT INTO followup_promisemonth ({_MONTH_COLUMNS}, count)
        SELECT {_month("c")}, sum(c.count) FROM followup_mattercount c
        WHERE {_for_rates("c.")} GROUP BY 1, 2, 3""",
)
MONTHS_KEPT = """SELECT count(*) FROM sqlite_master WHERE type = 'trigger'
    AND name GLOB 'followup_months_*'"""
MONTHS_KEPT_COUNT = 3

#: Takes everything away that ``KEEP`` makes.
UNKEEP = (
    *(f"DROP TRIGGER IF EXISTS followup_count_{when}" for when in ("in", "out", "on")),
    *(
        f"DROP TRIGGER IF EXISTS followup_words_{table}_{when}"
        for table in ("matter", "minutes")
        for when in ("in", "out", "on")
    ),
    "DROP TABLE IF EXISTS followup_matter_words",
    "DROP TABLE IF EXISTS followup_minutes_words",
)
KEEP = (
    f"CREATE TRIGGER followup_count_in AFTER INSERT ON followup_matter BEGIN {_ADD} END",
    f"CREATE TRIGGER followup_count_out AFTER DELETE ON followup_matter BEGIN {_SUBTRACT} END",
    f"""CREATE TRIGGER followup_count_on AFTER UPDATE OF {_WATCHED} ON followup_matter
        BEGIN {_SUBTRACT} {_ADD} END""",
    *_word_triggers("matter", "action, quote"),
    *_word_triggers("minutes", "text"),
)
#: How many of the triggers are there.
KEPT = """SELECT count(*) FROM sqlite_master WHERE type = 'trigger'
    AND (name GLOB 'followup_count_*' OR name GLOB 'followup_words_*')"""
KEPT_COUNT = 9
RECOUNT = (
    "DELETE FROM followup_mattercount",
    f"""INSERT INTO followup_mattercount ({_COLUMNS}, count)
        SELECT {_cell("m")}, count(*) FROM followup_matter m GROUP BY 1, 2, 3, 4, 5""",
    *RECOUNT_MONTHS,
    *(
        statement
        for table in ("matter", "minutes")
        for statement in (
            f"INSERT INTO followup_{table}_words (followup_{table}_words) VALUES ('delete-all')",
            f"""INSERT INTO followup_{table}_words (rowid, pairs)
                SELECT m.id, yiding_pairs({_text("m", table)}) FROM followup_{table} m
                ORDER BY m.id""",
        )
    ),
)


def prepare(connection: sqlite3.Connection) -> None:
    """Teach a connection to cut text into pairs."""
    connection.create_function("yiding_pairs", 1, _pairs, deterministic=True)


def _pairs(text: str | None) -> str:
    return pairs_for_sqlite(text or "")
