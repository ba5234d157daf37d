"""Why a file could not be read, and what its owner can do about it."""

from __future__ import annotations


class UnreadableFile(Exception):
    """A file that cannot become text; says which file, what was found and the remedy."""

    def __init__(self, name: str, found: str, remedy: str) -> None:
        super().__init__(name, found, remedy)  # what a copy in another process is made of
        self.name = name
        self.found = found
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.name}：{self.found}。{self.remedy}。"
