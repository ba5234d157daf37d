"""A format's library is loaded when the first file of that format comes, and not before."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = ["lxml", "pypdfium2", "charset_normalizer", "zipfile", "opencc", "pypinyin"]


def loaded_after(statement: str) -> set[str]:
    """Which large libraries a fresh interpreter has loaded after a statement."""
    script = f"import json, sys; {statement}; print(json.dumps([*sys.modules]))"
    answer = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    return set(json.loads(answer.stdout)).intersection(HEAVY)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("import yiding.text", set()),
        ("from yiding.text import read_text; read_text('会议纪要'.encode())", set()),
        ("from yiding.text import read_text; read_text('会议纪要'.encode('gbk'))", set()),
        ("from yiding.text import read_text; read_text(b'<html><p>a')", {"lxml"}),
    ],
)
def test_what_is_loaded(statement: str, expected: set[str]) -> None:
    assert loaded_after(statement) == expected
