"""The CRC against its definition in Annex A, bit by bit."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledgers.lake.hj212.frames import GOLDEN
from yiding.ledgers.lake.hj212.crc import crc, crc_text


def by_definition(segment: bytes) -> int:
    """Annex A as it is written."""
    register = 0xFFFF
    for byte in segment:
        register = (register >> 8) ^ byte
        for _ in range(8):
            register = (register >> 1) ^ 0xA001 if register & 1 else register >> 1
    return register


@pytest.mark.parametrize("frame", GOLDEN, ids=["standard", "milliseconds", "lake"])
def test_the_golden_messages_have_their_crc(frame: bytes) -> None:
    assert crc_text(frame[6:-6]) == frame[-6:-2]


@given(st.binary(max_size=1100))
def test_the_folded_form_is_the_definition(segment: bytes) -> None:
    assert crc(segment) == by_definition(segment)


def test_every_length_around_a_fold_is_the_definition() -> None:
    chance = random.Random(212)  # noqa: S311
    lengths = {n + d for n in (0, 8, 16, 64, 512, 1024, 8192, 16384, 24576) for d in range(-2, 3)}
    for length in sorted(each for each in lengths if each >= 0):
        segment = chance.randbytes(length)
        assert crc(segment) == by_definition(segment), length


def test_a_changed_byte_changes_the_crc() -> None:
    segment = GOLDEN[2][6:-6]
    changed = {crc(segment[:at] + b"!" + segment[at + 1 :]) for at in range(len(segment))}
    assert crc(segment) not in changed


def test_blocks_of_eight_that_change_places_are_not_seen() -> None:
    # the weakness of Annex A that the folded form rests on
    one, other = b"QN=2024;ABCDEFGH12345678&&", b"QN=2024;12345678ABCDEFGH&&"
    assert by_definition(one) == by_definition(other)
