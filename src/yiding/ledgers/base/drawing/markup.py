"""Elements of SVG as text that is safe to print into a page."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from html import escape


class Svg(str):
    """Markup that was made here and is escaped already: a template prints it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """What a template asks safe text for."""
        return self


def element(tag: str, *inside: Svg, text: str = "", **attributes: object) -> Svg:
    """``<tag …>…</tag>``: ``class_`` is class, ``stroke_width`` stroke-width; none is left out."""
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    body = escape(text) + "".join(inside)
    return Svg(f"<{tag}{given}>{body}</{tag}>" if body else f"<{tag}{given}/>")


def linked(drawn: Svg, href: str, words: str) -> Svg:
    """What is drawn as a link, where there is somewhere to go."""
    return element("a", drawn, href=href, aria_label=words) if href else drawn


def picture(
    inside: Iterable[Svg], title: str, description: str, css: str, **size: str | int
) -> Svg:
    """A whole drawing: an image with a name and a description, or a group where it has links."""
    drawn = list(inside)
    key = f"{zlib.crc32((title + description).encode()):08x}"
    names = (
        element("title", text=title, id=f"t-{key}"),
        element("desc", text=description, id=f"d-{key}"),
    )
    has_links = any("<a " in one for one in drawn)
    return element(
        "svg",
        *names,
        *drawn,
        class_=css,
        role="group" if has_links else "img",
        aria_labelledby=f"t-{key}",
        aria_describedby=f"d-{key}",
        **size,  # type: ignore[arg-type]
    )
