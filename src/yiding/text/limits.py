"""How much a delivered file may ask of the machine."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Ceilings for one file; what passes one is refused with its number.

    ``file_bytes`` is the file as delivered, ``unpacked_bytes`` everything a package may
    unpack to, ``ratio`` unpacked to packed bytes of one part larger than ``ratio_from_bytes``,
    ``parts`` the files of a package, ``tags`` the tags of a web page, ``pages`` the pages of a
    PDF, ``characters`` the text read.
    """

    file_bytes: int = 64 * MIB
    unpacked_bytes: int = 256 * MIB
    ratio: int = 200
    ratio_from_bytes: int = 4 * MIB
    parts: int = 10_000
    tags: int = 1_000_000
    pages: int = 2_000
    characters: int = 32 * MIB


DEFAULT_LIMITS = Limits()
