"""Where a character stands, told to a person: the page, or the line where there are no pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiding.cli.messages import Say
    from yiding.text import Text


def places(text: Text, say: Say) -> Callable[[int], str]:
    """A teller of places in this text."""

    def tell(index: int) -> str:
        page = text.place_of(index).page
        if page is not None:
            return say("on-page", page=page)
        return say("on-line", line=text.characters.count("\n", 0, index) + 1)

    return tell
