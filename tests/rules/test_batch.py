"""Entries that know of one another."""

from __future__ import annotations

from yiding.rules.entries import Batch, Entry


def test_a_batch_finds_by_id_and_by_what_refers() -> None:
    """Only entries of the kind asked for, in their order; nothing where there is none."""
    first = Entry("rectify", "1", "100000", {"of": "A"})
    second = Entry("rectify", "2", "100000", {"of": "A"})
    other = Entry("verify", "1", "100000", {"of": "A"})
    batch = Batch((first, other, second))
    assert list(batch.referring("rectify", "of", "A")) == [first, second]
    assert list(batch.referring("rectify", "of", "B")) == []
    assert batch.look_up("verify", "1") is other
    assert batch.look_up("verify", None) is None
