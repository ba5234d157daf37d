"""The database itself refuses to change what is written: the triggers, in both dialects.

Whoever owns the database can drop a trigger; then the chain tells. The triggers are there so that
no slip of ours and no careless statement changes a line.
"""

from __future__ import annotations

#: What a trigger says. The database's own words, so in English.
REFUSAL = "the journal is append-only"
BACKWARDS = "the head of the journal only moves forward"

_KEPT = ("journal_event", "journal_checkpoint")
_HEAD = "journal_head"


def statements(vendor: str) -> list[str]:
    """The statements that make the triggers, for ``sqlite`` or ``postgresql``."""
    return _postgresql() if vendor == "postgresql" else _sqlite()


def undoing(vendor: str) -> list[str]:
    """The statements that take the triggers away."""
    if vendor == "postgresql":
        drops = [f"DROP TRIGGER IF EXISTS {name} ON {table}" for name, table in _postgresql_names()]
        return [*drops, *(f"DROP FUNCTION IF EXISTS {name}()" for name in _FUNCTIONS)]
    return [f"DROP TRIGGER IF EXISTS {name}" for name in _sqlite_names()]


def _sqlite_names() -> list[str]:
    kept = [f"{table}_no_{verb}" for table in _KEPT for verb in ("update", "delete")]
    again = [f"{table}_no_replace" for table in _KEPT]
    return [*kept, *again, f"{_HEAD}_no_delete", f"{_HEAD}_forward"]


def _sqlite() -> list[str]:
    tables = [(table, verb) for table in _KEPT for verb in ("update", "delete")]
    refusing = [
        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for table, verb in [*tables, (_HEAD, "delete")]
    ]
    # INSERT OR REPLACE deletes without asking the triggers of DELETE
    is_there = "EXISTS (SELECT 1 FROM {table} WHERE seq = NEW.seq)"
    replacing = [
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN {is_there.format(table=table)} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for table in _KEPT
    ]
    forward = (
        f"CREATE TRIGGER {_HEAD}_forward BEFORE UPDATE ON {_HEAD} WHEN NEW.seq < OLD.seq "
        f"OR (NEW.seq = OLD.seq AND NEW.hash <> OLD.hash) "
        f"BEGIN SELECT RAISE(ABORT, '{BACKWARDS}'); END"
    )
    return [*refusing, *replacing, forward]


_FUNCTIONS = {"journal_refuse": REFUSAL, "journal_backwards": BACKWARDS}


def _postgresql_names() -> list[tuple[str, str]]:
    rows = [(f"{table}_no_change", table) for table in (*_KEPT, _HEAD)]
    emptying = [(f"{table}_no_truncate", table) for table in (*_KEPT, _HEAD)]
    return [*rows, *emptying, (f"{_HEAD}_forward", _HEAD)]


def _postgresql() -> list[str]:
    functions = [
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{words}' USING ERRCODE = 'restrict_violation'; END $$"
        for name, words in _FUNCTIONS.items()
    ]
    verbs = dict.fromkeys(_KEPT, "UPDATE OR DELETE") | {_HEAD: "DELETE"}
    rows = [
        f"CREATE TRIGGER {table}_no_change BEFORE {verb} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION journal_refuse()"
        for table, verb in verbs.items()
    ]
    emptying = [
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()"
        for table in verbs
    ]
    forward = (
        f"CREATE TRIGGER {_HEAD}_forward BEFORE UPDATE ON {_HEAD} FOR EACH ROW "
        "WHEN (NEW.seq < OLD.seq OR (NEW.seq = OLD.seq AND NEW.hash <> OLD.hash)) "
        "EXECUTE FUNCTION journal_backwards()"
    )
    return [*functions, *rows, *emptying, forward]
