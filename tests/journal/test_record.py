"""Appending: one chain, one writer at a time, a checkpoint a day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from journal.chains import AUTHOR, OTHER, START, write
from yiding.journal.canonical import NotPlain
from yiding.journal.chain import check_chain
from yiding.journal.models import Checkpoint, Event, Head
from yiding.journal.record import (
    Entry,
    LostEvents,
    append,
    append_all,
    head_stands,
    keep_checkpoint,
)
from yiding.journal.verify import ORIGIN

pytestmark = pytest.mark.django_db


def test_every_event_follows_the_one_before_across_jurisdictions() -> None:
    events = [*write(2), *write(1, author=OTHER), *write(1)]
    assert [each.seq for each in events] == [1, 2, 3, 4]
    assert [each.previous for each in events] == [ORIGIN, *(each.hash for each in events[:3])]
    assert check_chain().broken is None


def test_several_at_once_are_in_order() -> None:
    entries = [Entry("matter.note", f"linhu-2026-1:1.{n}.1", {}) for n in range(5)]
    with transaction.atomic():
        events = append_all(AUTHOR, entries, START)
    assert [each.subject for each in events] == [each.subject for each in entries]
    assert check_chain().count == 5


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_written() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        append(AUTHOR, Entry("matter.note", "a", {}), START)
    assert not Event.objects.exists()


def test_what_is_not_plain_leaves_no_event() -> None:
    with pytest.raises(NotPlain), transaction.atomic():
        append(AUTHOR, Entry("matter.note", "a", {"rate": 0.5}), START)
    assert (Event.objects.count(), Head.objects.get().seq) == (0, 0)


def test_what_is_rolled_back_leaves_no_gap() -> None:
    write(1)
    with transaction.atomic():
        append(AUTHOR, Entry("matter.note", "a", {}), START)
        transaction.set_rollback(True)
    write(1)
    assert check_chain().count == 2
    assert check_chain().broken is None


def test_under_one_hold_the_head_is_written_once(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with transaction.atomic():
        with head_stands():
            events = write(1)
            with django_assert_num_queries(2):
                events += [append(AUTHOR, Entry("matter.note", "a", {}), START) for _ in range(2)]
            assert Head.objects.get().seq == 0
        assert (Head.objects.get().seq, Head.objects.get().hash) == (3, events[-1].hash)
    assert check_chain().count == 3
    assert check_chain().broken is None


def lose_one_of_three() -> None:
    with transaction.atomic(), head_stands():
        write(1)
        with transaction.atomic():
            append(AUTHOR, Entry("matter.note", "a", {}), START)
            transaction.set_rollback(True)
        write(1)


def test_what_is_rolled_back_under_one_hold_takes_the_rest_with_it() -> None:
    write(1)
    with pytest.raises(LostEvents):
        lose_one_of_three()
    assert check_chain().count == 1
    assert check_chain().broken is None


def test_the_first_event_of_a_day_keeps_where_the_chain_stood() -> None:
    events = write(72)  # three days, by the hour, from nine in the morning
    kept = list(Checkpoint.objects.values_list("seq", "hash"))
    assert [seq for seq, _ in kept] == [14, 38, 62]
    assert all(events[seq - 1].hash == digest for seq, digest in kept)


def test_a_checkpoint_is_kept_once() -> None:
    later = START + timedelta(days=9)
    assert keep_checkpoint(later) is None  # nothing is written yet
    event = write(1)[0]
    kept = keep_checkpoint(later)
    assert kept is not None
    assert (kept.seq, kept.hash, kept.at) == (1, event.hash, later)
    assert keep_checkpoint(later) is None


def test_microseconds_are_kept() -> None:
    at = datetime(2026, 3, 2, 1, 2, 3, 999_999, tzinfo=UTC)
    with transaction.atomic():
        append(AUTHOR, Entry("matter.note", "a", {}), at)
    assert Event.objects.get().at == at
