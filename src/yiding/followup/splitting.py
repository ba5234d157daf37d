"""Words of a paper between two characters, and duties made from others."""

from __future__ import annotations

from typing import Any

from yiding.followup.models import Proposal

_EDGES = "，。；：！？、,;:.!? \n\r\t\u3000"

#: What a duty made from another starts with anew.
_ANEW = frozenset({"id", "address", "state", "version", "reason", "decided_by"})


def words_between(text: str, start: int, end: int) -> str:
    """A sentence: no blanks, nothing dangling at its edges, a full stop at its end."""
    words = "".join(text[start:end].split()).strip(_EDGES)
    return f"{words}。" if words else ""


def copied(proposal: Proposal, address: str) -> Proposal:
    """Another duty like this one under its own address, not kept yet and not decided."""
    names = [field.name for field in Proposal._meta.concrete_fields if field.name not in _ANEW]
    values: dict[str, Any] = {name: getattr(proposal, name) for name in names}
    return Proposal(address=address, **values)
