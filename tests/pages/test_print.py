"""What comes out of the printer: A4, nothing cut off, the mayor's page on one sheet."""

from __future__ import annotations

import pypdfium2
import pytest

from pages.conftest import Served, Windows
from pages.samples import Sample
from yiding.registry.roles import Role

A4 = (595, 842)
#: A4 at 96 pixels an inch, without the margins.
PAPER = 666
PRINTED = {
    "overview": (Sample("home"), Role.SUPERVISOR, 6),
    "matter": (Sample("matter-page", {"paper": "{minutes}", "clause": "{matter}"}), Role.MAYOR, 3),
    "mayor": (Sample("mayor"), Role.MAYOR, 1),
    "proof": (Sample("minutes-proof", {"paper": "{minutes}"}), Role.MAYOR, 6),
    "slip": (Sample("slips-page", {"address": "{slip}"}), Role.SUPERVISOR, 1),
}


@pytest.mark.parametrize("name", PRINTED)
def test_printed(windows: Windows, town: Served, name: str) -> None:
    sample, role, most = PRINTED[name]
    window = windows.of(role)
    window.open(sample.path(town.places))
    title = window.page.locator("h1, .sheet .title").last.inner_text()
    sheet = pypdfium2.PdfDocument(window.page.pdf(prefer_css_page_size=True))
    sizes = {tuple(round(side) for side in sheet.get_page_size(n)) for n in range(len(sheet))}
    words = "".join("".join(one.get_textpage().get_text_bounded().split()) for one in sheet)
    assert sizes == {A4}
    assert len(sheet) <= most
    assert "".join(title.split())[:12] in words
    window.page.emulate_media(media="print")
    over = window.overflow(PAPER)
    window.picture(f"print-{name}")
    window.page.emulate_media(media="null")
    assert over <= 0
