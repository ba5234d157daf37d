"""Where papers and their reviews are on the site."""

from __future__ import annotations

from urllib.parse import urlencode

LIST_HREF = "/minutes/"
UPLOAD_HREF = "/minutes/import/"


def minutes_href(address: str, clause: str = "") -> str:
    """The page of a paper, or of a sentence in it."""
    return f"/minutes/{address}/" + (f"#{clause}" if clause else "")


def review_href(address: str, **query: str) -> str:
    """The review of a paper, at a duty or after a character."""
    kept = {name: value for name, value in query.items() if value}
    return f"/minutes/{address}/review/" + (f"?{urlencode(kept)}" if kept else "")


def minutes_act_href(address: str, verb: str) -> str:
    """The page of an act on a paper."""
    return f"/minutes/{address}/{verb}/"


def proof_href(address: str) -> str:
    """The page that holds a paper against the ledgers."""
    return f"/minutes/{address}/proof/"
