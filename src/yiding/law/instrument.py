"""An instrument 文件 and its provisions 条款, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Tag(StrEnum):
    """How well a fact is known; what a fact may decide depends on it."""

    READ = "C"  # its own text was read
    TWICE = "C2"  # two independent texts agree
    LAW = "L"  # the law was read in full
    PAGE = "W"  # a public page prints it in part
    CODE = "G"  # public programs use it
    SINGLE = "S"  # one secondary source
    OURS = "D"  # a reading of our own, under `yiding-readings`
    UNCONFIRMED = "U"  # known from memory only: shown, and decides nothing


CONFIRMED = frozenset({Tag.READ, Tag.TWICE, Tag.LAW})
"""The tags of facts that count as confirmed."""


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision in one version: `article` as printed, `gist` in our own words.

    `starts_on` and `ends_on` bound the days this version is in force, both included; an
    amendment is a further row of the same address.
    """

    instrument: str
    slug: str
    article: str
    gist: str
    gist_en: str
    tag: Tag
    starts_on: date
    ends_on: date | None = None

    @property
    def address(self) -> str:
        """Its one address: ``ndrc-2014-2674:annex-1``."""
        return f"{self.instrument}:{self.slug}"

    @property
    def is_confirmed(self) -> bool:
        """Whether its own text, or two independent ones, were read."""
        return self.tag in CONFIRMED

    def is_in_force(self, on: date) -> bool:
        """Whether this version is the law on a day."""
        return self.starts_on <= on and (self.ends_on is None or on <= self.ends_on)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, decree, standard or local measure, with all versions of its provisions.

    `place` is the 区划代码 it holds for (100000: the whole country).
    """

    slug: str
    title: str
    title_en: str
    number: str
    issuer: str
    place: str
    starts_on: date
    ends_on: date | None
    tag: Tag
    note: str
    provisions: tuple[Provision, ...]

    def versions_of(self, slug: str) -> tuple[Provision, ...]:
        """Every version of one provision, the oldest first."""
        return tuple(one for one in self.provisions if one.slug == slug)
