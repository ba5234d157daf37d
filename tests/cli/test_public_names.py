"""``import yiding``: the names it offers, loaded when asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import yiding


def test_every_name_is_there_and_is_what_its_room_has() -> None:
    from yiding.reading.model import Reading  # noqa: PLC0415
    from yiding.text import UnreadableFile  # noqa: PLC0415

    assert yiding.Reading is Reading
    assert yiding.UnreadableFile is UnreadableFile
    assert all(hasattr(yiding, name) for name in yiding.__all__)
    assert dir(yiding) == yiding.__all__


def test_another_name_is_none_of_ours() -> None:
    with pytest.raises(AttributeError, match="poem"):
        yiding.poem  # noqa: B018


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    code = "import sys, yiding; print(*[m for m in sys.modules if m.startswith('yiding')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["yiding"]
