"""Where a sentence can be cut in two: after each mark of punctuation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yiding.followup.models import Proposal

_MARK = re.compile("[，；。、]")


@dataclass(frozen=True)
class Cut:
    """A place to cut: the character the second half begins at, and both halves in short."""

    at: int
    before: str
    after: str
    length: int


def cuts_in(text: str, proposal: Proposal) -> tuple[Cut, ...]:
    """Every place after a mark of punctuation inside a duty's sentence."""
    ends = (found.end() for found in _MARK.finditer(text, proposal.start, proposal.end))
    return tuple(
        Cut(
            at,
            _plain(text[proposal.start : at])[-12:],
            _plain(text[at : proposal.end])[:12],
            len(_plain(text[proposal.start : at])),
        )
        for at in ends
        if _plain(text[at : proposal.end]).strip("，；。、")
    )


def _plain(words: str) -> str:
    return "".join(words.split())
