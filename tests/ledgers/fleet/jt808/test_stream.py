"""Frames out of a stream: cut anywhere, with junk between, always the same ones."""

from __future__ import annotations

import os
from random import Random

import pytest

from ledgers.fleet.jt808.frames import GOLDEN, SHOWN, SUZHOU, numbered
from yiding.ledgers.fleet.jt808.decode import decode
from yiding.ledgers.fleet.jt808.stream import LONGEST, Dropped, Frame, Splitter

STREAM = (
    b"GET / HTTP" + SHOWN + b"\x00" + SUZHOU + SUZHOU[1:] + b"\x7e\x7e" + GOLDEN[2] + b"\x7e\x02"
)
#: How many streams of chance are tried; a night run asks for more.
ROUNDS = int(os.environ.get("YIDING_FUZZ_ROUNDS", "60"))


def pieces(stream: bytes, sizes: list[int]) -> list[Frame | Dropped]:
    """What a splitter makes of a stream in pieces of these sizes, the rest at once."""
    splitter, found, at = Splitter(), [], 0
    for size in sizes:
        found += splitter.feed(stream[at : at + size])
        at += size
    return [*found, *splitter.feed(stream[at:]), *splitter.close()]


WHOLE = pieces(STREAM, [])


def test_the_frames_stand_between_the_marks() -> None:
    raws = [one.raw for one in WHOLE if isinstance(one, Frame)]
    assert raws == [SHOWN, SUZHOU, SUZHOU, GOLDEN[2]]
    assert [STREAM[one.offset :][: len(one.raw)] for one in WHOLE if isinstance(one, Frame)] == raws
    dropped = [(one.reason, one.count) for one in WHOLE if isinstance(one, Dropped)]
    assert dropped == [("junk", 10), ("junk", 1), ("unfinished", 1)]


def test_a_cut_at_every_byte_changes_nothing() -> None:
    for at in range(len(STREAM)):
        assert pieces(STREAM, [at]) == WHOLE
    assert pieces(STREAM, [1] * len(STREAM)) == WHOLE


def test_a_lost_mark_costs_one_frame() -> None:
    torn = SUZHOU[:20] + SHOWN + SUZHOU
    sound = [one.raw for one in pieces(torn, []) if isinstance(one, Frame)
             and not decode(one.raw).is_damaged]  # fmt: skip
    assert sound == [SHOWN, SUZHOU]


def test_what_is_too_long_is_dropped_and_never_held() -> None:
    splitter = Splitter()
    assert splitter.feed(b"\x7e") == []
    for _ in range(100):
        assert splitter.feed(b"x" * 1000) == []
        assert splitter.held <= LONGEST + 1
    first, second = splitter.feed(SUZHOU)
    assert isinstance(first, Dropped)
    assert (first.reason, first.count) == ("too_long", 100_000)
    assert second == Frame(100_001, SUZHOU)
    assert "78 78 78" in first.fault.sentence


@pytest.mark.parametrize("seed", range(3))
def test_any_stream_is_split_and_decoded(seed: int) -> None:
    rng = Random(seed)  # noqa: S311
    for _ in range(ROUNDS):
        stream = bytearray(b"".join(numbered(rng.randrange(9), at) for at in range(8)))
        for _ in range(rng.randrange(6)):
            at = rng.randrange(len(stream))
            stream[at : at + rng.randrange(3)] = rng.randbytes(rng.randrange(4))
        sizes = [rng.randrange(1, 60) for _ in range(20)]
        found = pieces(bytes(stream), sizes)
        assert found == pieces(bytes(stream), [])
        kept = sum(len(one.raw) if isinstance(one, Frame) else one.count for one in found)
        assert kept <= len(stream) + len(found)
        for one in found:
            if isinstance(one, Frame):
                assert decode(one.raw).as_json()
            else:
                assert one.fault.sentence


def test_whole_frames_among_junk_are_all_found() -> None:
    rng = Random(7)  # noqa: S311
    frames = [numbered(at % 5, at) for at in range(200)]
    junk = [rng.randbytes(rng.randrange(30)).replace(b"\x7e", b"") for _ in frames]
    stream = b"".join(one + raw for one, raw in zip(junk, frames, strict=True))
    found = [one.raw for one in pieces(stream, []) if isinstance(one, Frame)]
    assert [raw for raw in found if not decode(raw).is_damaged] == frames
