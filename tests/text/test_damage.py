"""Whatever the bytes are, the answer is a Text or an UnreadableFile, never anything else."""

from __future__ import annotations

import random

import pytest

from text.docx_fixture import docx, level, numbered, numbering, p, table
from text.minutes import PARAGRAPHS, TEXT
from text.pdf_fixture import Sheets
from yiding.text import Text, UnreadableFile, read_text

ROUNDS = 150


def seeded(name: str) -> random.Random:
    """Dice that fall alike in every run."""
    return random.Random(name)  # noqa: S311


def sheets() -> bytes:
    printed = Sheets()
    for text in PARAGRAPHS * 2:
        printed.paragraph(text)
    printed.furnish()
    return printed.pdf()


VALID = {
    ".txt": TEXT.encode(),
    ".text": TEXT.encode("gb18030"),
    ".md": TEXT.encode("utf-16"),
    ".html": f"<html><table><tr><td>{TEXT}</td></tr></table><ol><li>甲</ol></html>".encode(),
    ".docx": docx(
        "".join(map(p, PARAGRAPHS)) + numbered(1, 0, "项") + table(("甲", "乙")),
        numbering({0: level(0, "chineseCounting", "%1、")}, {1: (0, "")}),
    ),
    ".pdf": sheets(),
}


def damaged(data: bytes, dice: random.Random) -> bytes:
    """The file cut short, with bytes changed, or with a piece of itself put elsewhere."""
    work = bytearray(data)
    match dice.randrange(4):
        case 0:
            del work[dice.randrange(len(work)) :]
        case 1:
            for _ in range(dice.randint(1, 30)):
                work[dice.randrange(len(work))] = dice.randrange(256)
        case 2:
            start, to = dice.randrange(len(work)), dice.randrange(len(work))
            work[to:to] = work[start : start + dice.randint(1, 400)]
        case _:
            start = dice.randrange(len(work))
            del work[start : start + dice.randint(1, 400)]
    return bytes(work)


def outcome(data: bytes, name: str) -> Text | UnreadableFile:
    try:
        return read_text(data, name=name)
    except UnreadableFile as refusal:
        return refusal


def is_sound(answer: Text | UnreadableFile, name: str) -> bool:
    """Whether an answer keeps its promises about spans and places, or names file and remedy."""
    if isinstance(answer, UnreadableFile):
        return str(answer).startswith(name) and bool(answer.remedy)
    edges = [edge for span in answer.noise for edge in span]
    answer.place_of(len(answer.characters) - 1)
    answer.characters.encode()
    return edges == sorted(set(edges)) and all(edge <= len(answer.characters) for edge in edges)


@pytest.mark.parametrize("suffix", VALID)
def test_damage_is_told_and_never_raised(suffix: str) -> None:
    dice = seeded(f"damage {suffix}")
    for _ in range(ROUNDS):
        name = f"纪要{dice.choice([suffix, ''])}"
        data = damaged(VALID[suffix], dice)
        assert is_sound(outcome(data, name), name)


def test_damage_inside_the_main_part_of_a_package() -> None:
    dice = seeded("inside")
    body = "".join(map(p, PARAGRAPHS)) + table(("甲", "乙"))
    for _ in range(ROUNDS):
        cut = damaged(body.encode(), dice).decode("utf-8", "replace").replace("\0", "")
        assert is_sound(outcome(docx(cut), "a.docx"), "a.docx")


def test_noise_of_every_kind() -> None:
    dice = seeded("bytes")
    for size in (1, 2, 3, 7, 64, 1000):
        for _ in range(20):
            data = dice.randbytes(size)
            for name in ("a", "a.txt", "a.html", "a.docx", "a.pdf"):
                assert is_sound(outcome(data, name), name)


def test_a_right_beginning_and_nothing_right_after() -> None:
    dice = seeded("magic")
    for magic in (b"PK\x03\x04", b"%PDF-1.7\n", b"<html>", b"\xff\xfe", b"\xef\xbb\xbf"):
        for size in (0, 1, 30, 3000):
            assert is_sound(outcome(magic + dice.randbytes(size), "a"), "a")


def test_the_same_bytes_give_the_same_text() -> None:
    for suffix, data in VALID.items():
        assert read_text(data, name=f"a{suffix}") == read_text(data, name=f"a{suffix}")
