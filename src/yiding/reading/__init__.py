"""The reading of a document: kind, head, items, decisions, duties, roll, tail, accounting."""

from yiding.reading.model import Reading
from yiding.reading.reader import read, read_characters

__all__ = ["Reading", "read", "read_characters"]
