"""What users would pick instead, each as a function of bytes or text; None where not installed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from contextlib import redirect_stderr
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO, StringIO
from typing import Any

import pypdfium2
from lxml import etree

from bench.material import DEADLINES, HELD_ON, W
from bench.words import words as vocabulary

Run = Callable[[], object]
BASE = {"year": HELD_ON.year, "month": HELD_ON.month, "day": HELD_ON.day}


def plain_scan(text: str) -> Run:
    """A ``re`` alternation of 265 words over the whole text: the anchor of the reading."""
    pattern = re.compile("|".join(vocabulary()))
    return lambda: [match.span() for match in pattern.finditer(text)]


def raw_docx(data: bytes) -> Run:
    """The words of a DOCX by zipfile and lxml, and nothing else."""

    def run() -> list[str]:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            root = etree.fromstring(archive.read("word/document.xml"))
        return ["".join(each.itertext()) for each in root.iter(f"{{{W}}}p")]

    return run


def raw_pdf(data: bytes) -> Run:
    """The words of every page by pypdfium2, and nothing else."""

    def run() -> list[str]:
        document = pypdfium2.PdfDocument(data)
        words = [page.get_textpage().get_text_range() for page in document]
        document.close()
        return words

    return run


def python_docx(data: bytes) -> Run | None:
    """The paragraphs of a DOCX by python-docx."""
    docx = _optional("docx")
    return docx and (lambda: [each.text for each in docx.Document(BytesIO(data)).paragraphs])


def markitdown(data: bytes) -> Run | None:
    """A file as Markdown by markitdown."""
    library = _optional("markitdown")
    if library is None:
        return None
    converter = library.MarkItDown()
    return lambda: converter.convert_stream(BytesIO(data)).text_content


def jionlp_extract(text: str) -> Run | None:
    """Every time in the whole text by JioNLP: no duty, no bearer, no decision."""
    jionlp = _optional("jionlp")
    return jionlp and (lambda: jionlp.ner.extract_time(text, time_base=BASE))


def jionlp_deadlines() -> tuple[Run | None, int]:
    """The expressions JioNLP can read, and how many of ours they are."""
    jionlp = _optional("jionlp")
    if jionlp is None:
        return None, 1
    base = datetime(HELD_ON.year, HELD_ON.month, HELD_ON.day).timestamp()
    with redirect_stderr(StringIO()):  # it prints a traceback for each of the others
        known = [words for words in DEADLINES if _is_known(jionlp, words, base)]
    return (lambda: [jionlp.parse_time(words, time_base=base) for words in known]), len(known)


def _is_known(jionlp: Any, words: str, base: float) -> bool:
    try:
        jionlp.parse_time(words, time_base=base)
    except ValueError:
        return False
    return True


def _optional(name: str) -> Any:
    return import_module(name) if find_spec(name) else None
