"""The English catalogue: complete, in step with the code, and true to every gap in a sentence."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

GAP = re.compile(r"%\((\w+)\)[sd]")
HAN = re.compile(r"[\u4e00-\u9fff]")
#: English that keeps a Chinese term: the name of the product and of languages.
KEEPS_CHINESE = {"中文"}


@pytest.fixture(scope="module")
def messages(root: Path) -> dict[str, Any]:
    """The script that keeps the catalogue."""
    return runpy.run_path(str(root / "scripts" / "messages"))


@pytest.fixture(scope="module")
def book(messages: dict[str, Any]) -> Any:
    """Every message of the source with its English."""
    return messages["catalogue"]()


def _pairs(book: Any) -> list[tuple[str, str]]:
    pairs = []
    for one in book:
        ids = one.id if isinstance(one.id, tuple | list) else (one.id,)
        strings = one.string if isinstance(one.string, tuple | list) else (one.string,)
        pairs += [pair for pair in zip(ids, strings, strict=False) if ids[0]]
    return pairs


def test_no_message_is_untranslated(messages: dict[str, Any], book: Any) -> None:
    assert messages["untranslated"](book) == []


def test_every_gap_is_kept(book: Any) -> None:
    wrong = [
        (chinese, english)
        for chinese, english in _pairs(book)
        if set(GAP.findall(chinese)) != set(GAP.findall(english))
    ]
    assert wrong == []


def test_english_is_english(book: Any) -> None:
    wrong = [
        (chinese, english)
        for chinese, english in _pairs(book)
        if HAN.search(english) and chinese not in KEEPS_CHINESE
    ]
    assert wrong == []


def test_the_file_holds_nothing_but_what_the_source_says(
    messages: dict[str, Any], book: Any
) -> None:

    with messages["PO"].open("rb") as file:
        kept = {str(one.id) for one in read_po(file, locale="en")}
    assert kept == {str(one.id) for one in book}, "run scripts/messages"
