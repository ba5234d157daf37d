"""The whole life of a matter through plain pages, in a browser that runs no script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pages.conftest import Served, Windows
from web.test_review import PAPER

NUMBER = 94
ADDRESS = f"linhu-2026-{NUMBER}"
MATTER = f"/matters/{ADDRESS}/1.1.1/"
Desk = Callable[[str], object]


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A paper as it is delivered."""
    path = tmp_path / "纪要.txt"
    path.write_text(PAPER.replace("〔2026〕9号", f"〔2026〕{NUMBER}号"), encoding="utf-8")
    return path


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    """A file that proves something."""
    path = tmp_path / "方案.pdf"
    path.write_bytes(b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
    return path


@contextmanager
def signed_in(windows: Windows, town: Served, role: str) -> Iterator[Page]:
    """A desk, entered with its password, left by its button."""
    window = windows.new(java_script_enabled=False)
    page = window.page
    page.goto("/sign-in/")
    page.fill("[name=username]", town.usernames[role])
    page.fill("[name=password]", town.password)
    page.check("[name=desk][value=business]")
    page.click("form[method=post].form button.first")
    expect(page).to_have_url(f"{town.url}/")
    yield page
    page.locator("form[action='/sign-out/'] button").first.click()
    expect(page).to_have_url(f"{town.url}/sign-in/")
    window.context.close()


def test_the_whole_life(windows: Windows, town: Served, paper: Path, proof: Path) -> None:
    with signed_in(windows, town, "supervisor") as page:
        _bring_in(page, paper)
    with signed_in(windows, town, "secretary_general") as page:
        _confirm(page, f"/minutes/{ADDRESS}/sign/")
        expect(page.locator("h1")).to_contain_text("交办 2 件")
    with signed_in(windows, town, "liaison") as page:
        _confirm(page, f"{MATTER}sign/")
        page.goto(f"{MATTER}report/")
        page.select_option("[name=progress]", "on_schedule")
        _confirm(page, "", words="方案已征求意见，下周送审。")
        _submit(page, proof)
    with signed_in(windows, town, "supervisor") as page:
        page.goto(f"{MATTER}verify/")
        page.check("[name=method][value=desk]")
        _confirm(page, "", conclusion="方案已印发，文号与附件相符。")
    with signed_in(windows, town, "secretary_general") as page:
        _confirm(page, f"{MATTER}close/")
        page.goto(MATTER)
        expect(page.locator(".states .mark").first).to_have_attribute("data-is", "closed")
        expect(page.locator(".evidence a[href^='/files/']")).to_have_count(1)


def _bring_in(page: Page, paper: Path) -> None:
    page.goto("/minutes/import/")
    page.set_input_files("[name=file]", paper)
    page.click("main form button.first")
    page.wait_for_url("**/review/")
    for clause in ("1.1.1", "1.2.1"):
        assert page.get_attribute("[data-current]", "data-current") == clause
        page.click("button[name=is_final]")
    page.click("a:has-text('送秘书长审签')")
    page.click("main button.first")
    expect(page.locator("h1")).to_contain_text("待审签")


def _submit(page: Page, proof: Path) -> None:
    page.goto(f"{MATTER}submit/")
    fields = {
        "words": "方案已印发。",
        "evidence_title": "临湖市节水行动实施方案",
        "document_number": "临政办发〔2026〕12号",
        "dated_on": date(2026, 4, 20).isoformat(),
        "issuer": "临湖市人民政府办公室",
    }
    page.select_option("[name=evidence_kind]", "issued_document")
    page.locator("[name=endorsed_by]").select_option(index=1)
    page.set_input_files("[name=file]", proof)
    _confirm(page, "", **fields)


def _confirm(page: Page, path: str, **fields: str) -> None:
    """Fill in what is asked, press the first button, and see no error."""
    if path:
        page.goto(path)
    for name, value in fields.items():
        page.fill(f"[name={name}]", value)
    page.locator("main form.form .acts button").first.click()
    expect(page.locator(".errors")).to_have_count(0)
