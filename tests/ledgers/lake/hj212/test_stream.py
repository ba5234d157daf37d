"""A stream cut in any way gives the same frames; junk never hides a good one nor fills memory."""

from __future__ import annotations

import os
import random
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ledgers.lake.hj212.frames import GOLDEN, LAKE, STANDARD, numbered
from yiding.ledgers.lake.hj212.decode import decode
from yiding.ledgers.lake.hj212.stream import HOLD_LIMIT, Dropped, Frame, Splitter

ROUGH = b"".join(
    [
        b"junk##xx", STANDARD, b"##12", LAKE, b"###", GOLDEN[1],  # junk, half a header, one # more
        b"##0900QN=1;no end\r\n", STANDARD,  # a length that lies, and no CRC
        b"##9999", LAKE[:-2], b"\n",  # a header alone; LF alone
        STANDARD.replace(b"0101", b"0900"), STANDARD.replace(b"0101", b"0001"), LAKE[:-2],
        STANDARD.replace(b"1C80", b"1c80"), b"\r\n\r\n", GOLDEN[1], b"#",
    ]
)  # fmt: skip
#: How many streams of chance are tried; a night run asks for more.
ROUNDS = int(os.environ.get("YIDING_FUZZ_ROUNDS", "40"))


def split(data: bytes, cuts: list[int]) -> tuple[list[Frame | Dropped], int]:
    """The pieces of a stream fed in the pieces that these cuts make."""
    splitter = Splitter()
    pieces = [
        piece
        for start, end in pairwise([0, *sorted(cuts), len(data)])
        for piece in splitter.feed(data[start:end])
    ]
    return pieces + splitter.close(), splitter.dropped_bytes


def frames(data: bytes, cuts: list[int] | None = None) -> list[bytes]:
    return [piece.raw for piece in split(data, cuts or [])[0] if isinstance(piece, Frame)]


def test_several_messages_in_one_packet() -> None:
    pieces, dropped = split(b"".join(GOLDEN), [])
    assert [piece.raw for piece in pieces if isinstance(piece, Frame)] == list(GOLDEN)
    assert all(isinstance(piece, Frame) and piece.is_sound for piece in pieces)
    assert dropped == 0


def test_a_rough_stream_is_the_same_wherever_it_is_cut() -> None:
    whole = split(ROUGH, [])
    assert [cut for cut in range(len(ROUGH)) if split(ROUGH, [cut]) != whole] == []
    assert split(ROUGH, list(range(len(ROUGH)))) == whole


def test_what_a_rough_stream_holds() -> None:
    usual = ["missing_qn", "data_time_format"]
    faults = [[fault.code for fault in decode(each).faults] for each in frames(ROUGH)]
    assert faults[3][:1] == ["length_mismatch"]
    assert faults[:3] + faults[4:] == [
        [], [], usual, [], ["bad_terminator"], ["length_mismatch"], ["length_mismatch"],
        ["bad_terminator"], ["crc_lower_case"], usual,
    ]  # fmt: skip


def test_every_byte_is_in_a_frame_or_dropped() -> None:
    pieces, dropped = split(ROUGH, [100, 1000])
    sizes = [len(each.raw) if isinstance(each, Frame) else each.count for each in pieces]
    assert sum(sizes) == len(ROUGH)
    assert dropped == sum(each.count for each in pieces if isinstance(each, Dropped))
    at = 0
    for piece, size in zip(pieces, sizes, strict=True):
        assert piece.offset == at
        at += size


def test_what_is_dropped_says_where_why_and_shows_no_password() -> None:
    data = b"\x00PW=hidden7;junk" + LAKE + b"##0101QN=2016;PW=hidden7"
    first, frame, last = split(data, [])[0]
    assert isinstance(first, Dropped)
    assert isinstance(last, Dropped)
    assert (first.offset, first.count, first.reason) == (0, 16, "junk")
    assert (last.reason, last.count) == ("unfinished", 24)
    assert first.fault.sentence.startswith("丢弃第0字节起16字节“")
    assert b"hidden7" not in first.first + last.first
    assert isinstance(frame, Frame)


@given(st.lists(st.integers(0, len(ROUGH)), max_size=30))
def test_a_rough_stream_is_the_same_in_any_pieces(cuts: list[int]) -> None:
    assert split(ROUGH, cuts) == split(ROUGH, [])


JUNK = st.one_of(
    st.binary(max_size=60),
    st.text("#0123456789ABCDEF=;&\r\n", max_size=60).map(str.encode),
    st.sampled_from([b"##", b"##9999", b"##0000", b"\r\n", b"#", b"##0101", LAKE[:60], LAKE[9:]]),
)


@given(st.lists(JUNK, max_size=6), st.lists(st.integers(0, 3000), max_size=6))
@example([b"##9999", b"##0", b"#"], [1, 5])
def test_no_junk_hides_a_good_frame(junk: list[bytes], cuts: list[int]) -> None:
    good = [numbered(at, at) for at in range(len(junk) + 1)]
    data = good[0] + b"".join(each + frame for each, frame in zip(junk, good[1:], strict=True))
    pieces = split(data, [cut for cut in cuts if cut < len(data)])[0]
    sound = [each.raw for each in pieces if isinstance(each, Frame) and each.is_sound]
    assert sound == good


def mutated(frame: bytes, chance: random.Random) -> bytes:
    """The frame with one thing wrong."""
    at = chance.randrange(len(frame))
    return chance.choice(
        [
            frame[:at] + bytes([chance.randrange(256)]) + frame[at + 1 :],
            frame[:at],
            frame[:at] + frame[at + chance.randrange(1, 9) :],
            frame[:at] + chance.randbytes(chance.randrange(1, 9)) + frame[at:],
            b"##%04d" % chance.randrange(10_000) + frame[6:],
            frame[:at] + frame,
        ]
    )


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_broken_frames_never_hide_the_good_ones_between(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    good = [numbered(seed, at) for at in range(20)]
    parts = [part for frame in good for part in (mutated(numbered(999, seed), chance), frame)]
    data = b"".join(parts)
    cuts = sorted(chance.randrange(len(data)) for _ in range(chance.randrange(40)))
    found = frames(data, cuts)
    assert [frame for frame in good if frame not in found] == []
    assert found == frames(data)
    assert all(decode(frame) is not None for frame in found)


@pytest.mark.parametrize(
    "unit",
    [b"junk", b"#", b"##", b"##9999", b"##9999=", b"\r\n", b"##0000", b"##9999AAAA\r\n", b"\0"],
    ids=repr,
)
def test_endless_junk_is_counted_and_never_held(unit: bytes) -> None:
    splitter = Splitter()
    held, dropped, in_frames = 0, 0, 0
    for _ in range(30):
        for piece in splitter.feed(unit * (4096 // len(unit))):
            if isinstance(piece, Frame):
                in_frames += len(piece.raw)
            else:
                dropped += piece.count
                assert len(piece.first) <= 32
        held = max(held, splitter.held)
    assert held <= HOLD_LIMIT
    for piece in splitter.feed(LAKE) + splitter.close():
        in_frames += len(piece.raw) if isinstance(piece, Frame) else 0
        dropped += piece.count if isinstance(piece, Dropped) else 0
    assert in_frames + dropped == 30 * (4096 // len(unit)) * len(unit) + len(LAKE)
    assert dropped == splitter.dropped_bytes


def test_a_torn_frame_never_swallows_the_whole_one_behind_it() -> None:
    # with the whole one behind it, one torn frame in 256 has a CRC that fits: all ways to tear it
    for number in range(40):
        whole = numbered(1, number)
        torn = [LAKE[:at] for at in range(6, len(LAKE) - 6)]
        assert [each for each in torn if whole not in frames(each + whole)] == []


def test_a_good_frame_is_not_kept_waiting_by_a_length_that_lies() -> None:
    splitter = Splitter()
    assert splitter.feed(b"##0900QN=1;") == []
    pieces = splitter.feed(LAKE)
    assert [each.raw for each in pieces if isinstance(each, Frame)] == [b"##0900QN=1;", LAKE]
    # the length counts the CRC too, as some devices do: the frame still ends with its line
    (late,) = Splitter().feed(LAKE.replace(b"##0312", b"##0316"))
    assert isinstance(late, Frame)
    assert [fault.code for fault in decode(late.raw).faults] == ["length_mismatch"]
