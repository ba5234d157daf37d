"""Where a matter, its acts and its paper are on the site."""

from __future__ import annotations

from urllib.parse import urlencode


def matter_href(address: str, *, as_of: str = "") -> str:
    """``linhu-2025-7:4.2.1`` is at ``/matters/linhu-2025-7/4.2.1/``."""
    paper, _, clause = address.partition(":")
    query = f"?{urlencode({'as_of': as_of})}" if as_of else ""
    return f"/matters/{paper}/{clause}/{query}"


def act_href(address: str, verb: str) -> str:
    """The page of one act on a matter."""
    return f"{matter_href(address)}{verb}/"


def address_of(paper: str, clause: str) -> str:
    """The address that two parts of a path name."""
    return f"{paper}:{clause}"


def minutes_href(paper: str) -> str:
    """The page of minutes."""
    return f"/minutes/{paper}/"


def clause_of(address: str) -> str:
    """What stands after the paper: ``4.2.1``."""
    return address.rpartition(":")[2]
