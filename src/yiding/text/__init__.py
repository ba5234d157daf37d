"""Any file becomes Text: characters, each knowing its place in the delivered file."""

from yiding.text.errors import UnreadableFile
from yiding.text.formats.script import romanised, simplified
from yiding.text.limits import Limits
from yiding.text.model import Mark, Place, Span, Text
from yiding.text.read import read_text
from yiding.text.unseen import WITHOUT_WIDTH, harmless

__all__ = [
    "WITHOUT_WIDTH",
    "Limits",
    "Mark",
    "Place",
    "Span",
    "Text",
    "UnreadableFile",
    "harmless",
    "read_text",
    "romanised",
    "simplified",
]
