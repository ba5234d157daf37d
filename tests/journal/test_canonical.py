"""The canonical form, and what data the journal takes."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.chains import write
from yiding.journal.canonical import NotPlain, canonical_line, moment_text, plain_data
from yiding.journal.models import Event
from yiding.journal.verify import ORIGIN, digest_of, link

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
WHOLE = st.integers(-(2**63) + 1, 2**63 - 1)
PLAIN = st.recursive(
    st.none() | st.booleans() | WHOLE | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=12,
)
FIELDS = {
    "seq": 1,
    "at": "2026-03-02T01:02:03.000004Z",
    "jurisdiction": "linhu",
    "actor": "supervisor",
    "name": "白知远",
    "role": "supervisor",
    "unit": "",
    "verb": "matter.note",
    "subject": "linhu-2026-1:1.1.1",
    "outcome": "done",
    "data": {"b": 1, "a": ["甲", None, True]},
}
LINE = (
    '{"actor":"supervisor","at":"2026-03-02T01:02:03.000004Z","data":{"a":["甲",null,true],"b":1},'
    '"jurisdiction":"linhu","name":"白知远","outcome":"done","role":"supervisor","seq":1,'
    '"subject":"linhu-2026-1:1.1.1","unit":"","verb":"matter.note"}'
)


def test_a_line_is_written_so_and_no_other_way() -> None:
    assert canonical_line(FIELDS) == LINE


def test_the_hash_is_of_the_one_before_and_the_digest_of_the_line() -> None:
    digest = hashlib.sha256(LINE.encode()).hexdigest()
    assert digest_of(LINE) == digest
    assert link(ORIGIN, digest) == hashlib.sha256(f"{'0' * 64}\n{digest}".encode()).hexdigest()


def test_a_moment_is_told_in_utc_to_the_microsecond() -> None:
    at = datetime(2026, 3, 2, 9, 2, 3, tzinfo=timezone(timedelta(hours=8)))
    assert moment_text(at) == "2026-03-02T01:02:03.000000Z"
    assert moment_text(datetime(2026, 3, 2, 1, 2, 3, 4, UTC)) == FIELDS["at"]


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (0.5, "data"),
        ({"a": [1, 2.0]}, r"data\.a\[1\]"),
        ({"a": Decimal(1)}, r"data\.a"),
        ({"a": b"x"}, r"data\.a"),
        ({"a": {1}}, r"data\.a"),
        ({1: "a"}, "data"),
        ({"a": "x\0y"}, r"data\.a"),
        ({"a": "\ud800"}, r"data\.a"),
        ({"a": 2**63}, r"data\.a"),
    ],
)
def test_what_a_database_would_change_is_refused_with_its_place(value: Any, place: str) -> None:
    with pytest.raises(NotPlain, match=rf"^{place} is "):
        plain_data(value)


@given(PLAIN)
def test_plain_data_stays_as_it_is(value: Any) -> None:
    assert plain_data(value) == value


@pytest.mark.django_db
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=PLAIN, microsecond=st.integers(0, 999_999))
def test_the_database_gives_back_what_was_hashed(value: Any, microsecond: int) -> None:
    written = write(1, value=value)[0]
    stored = Event.objects.get(seq=written.seq)
    assert stored.data["value"] == value
    assert stored.link() == written.link()
    assert link(stored.previous, stored.link().digest) == stored.hash
