"""Any file becomes Text: characters, each knowing its place in the delivered file."""

from yiding.text.errors import UnreadableFile
from yiding.text.model import Mark, Place, Span, Text

__all__ = ["Mark", "Place", "Span", "Text", "UnreadableFile"]
