"""The page of acts says what the code does."""

from __future__ import annotations

from pathlib import Path

from yiding.followup.acts_page import page


def test_the_page_is_what_the_code_says(root: Path) -> None:
    written = (root / "docs/reference/acts.md").read_text(encoding="utf-8")
    assert written == page(), "run `make docs`"
