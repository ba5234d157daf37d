"""The database refuses to change what is written."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from flushing import journal_unguarded
from yiding.journal.chain import check_chain
from yiding.journal.models import Checkpoint, Event, Head
from yiding.journal.record import keep_checkpoint

pytestmark = pytest.mark.usefixtures("chain")

CHANGES = [
    "UPDATE journal_event SET name = '别人' WHERE seq = 3",
    "UPDATE journal_event SET hash = hash",
    "DELETE FROM journal_event WHERE seq = 9",
    "DELETE FROM journal_event",
    "UPDATE journal_checkpoint SET hash = 'x'",
    "DELETE FROM journal_checkpoint",
    "DELETE FROM journal_head",
    "UPDATE journal_head SET seq = seq - 1",
    "UPDATE journal_head SET hash = 'x'",
]
REPLACING = {
    "sqlite": [
        "REPLACE INTO journal_event SELECT * FROM journal_event WHERE seq = 3",
        "INSERT OR REPLACE INTO journal_checkpoint SELECT * FROM journal_checkpoint",
        "UPDATE OR REPLACE journal_event SET seq = 3 WHERE seq = 4",
    ],
    "postgresql": [
        "TRUNCATE journal_event",
        "TRUNCATE journal_checkpoint",
        "TRUNCATE journal_head",
        "INSERT INTO journal_event SELECT * FROM journal_event WHERE seq = 3 "
        "ON CONFLICT (seq) DO UPDATE SET name = '别人'",
    ],
}


def refused(statement: str) -> str:
    """What the database says to a statement; nothing when it does it."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as error:
        return str(error)
    return ""


@pytest.fixture(autouse=True)
def checkpoint(chain: list[Event]) -> Checkpoint:
    kept = keep_checkpoint(datetime(2026, 3, 2, 20, tzinfo=UTC))
    assert kept is not None
    return kept


@pytest.mark.parametrize("statement", CHANGES)
def test_a_statement_that_changes_the_journal_is_refused(statement: str) -> None:
    said = refused(statement)
    assert "append-only" in said or "only moves forward" in said
    assert check_chain().broken is None


def test_so_is_every_other_way_this_database_knows() -> None:
    statements = REPLACING[connection.vendor]
    assert [each for each in statements if "append-only" not in refused(each)] == []
    assert check_chain().broken is None


def test_models_cannot_either(chain: list[Event]) -> None:
    event = Event.objects.get(seq=5)
    event.name = "别人"
    with pytest.raises(DatabaseError), transaction.atomic():
        event.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        event.delete()
    assert Event.objects.get(seq=5).name == "白知远"


def test_the_head_moves_forward_and_the_row_is_the_migrations(chain: list[Event]) -> None:
    head = Head.objects.get()
    assert (head.pk, head.seq, head.hash) == (1, 9, chain[-1].hash)


def test_only_without_the_triggers_can_it_be_done() -> None:
    with journal_unguarded():
        assert refused(CHANGES[0]) == ""
    assert "append-only" in refused(CHANGES[0])
