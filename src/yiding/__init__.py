"""Yiding 议定: what a meeting decided, who must do what by when, and what proves it done."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiding.dates import Deadline, read_deadline
    from yiding.reading.export.json import from_json, to_json
    from yiding.reading.model import Reading
    from yiding.reading.reader import read
    from yiding.text import Text, UnreadableFile, read_text

__version__ = "0.1.0"

__all__ = [
    "Deadline",
    "Reading",
    "Text",
    "UnreadableFile",
    "__version__",
    "from_json",
    "read",
    "read_deadline",
    "read_text",
    "to_json",
]

# A name is loaded when it is first asked for, so that `import yiding` costs nothing.
_HOME = {
    "Deadline": "yiding.dates",
    "Reading": "yiding.reading.model",
    "Text": "yiding.text",
    "UnreadableFile": "yiding.text",
    "from_json": "yiding.reading.export.json",
    "read": "yiding.reading.reader",
    "read_deadline": "yiding.dates",
    "read_text": "yiding.text",
    "to_json": "yiding.reading.export.json",
}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
