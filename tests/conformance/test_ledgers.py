"""A ledger is one folder of one shape; no ledger knows another."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from yiding.law import instruments, provision
from yiding.ledgers.catalogue import SLUGS, ledger
from yiding.ledgers.reference import page

ROOT = Path(__file__).resolve().parents[2]
LEDGERS = ROOT / "src/yiding/ledgers"
FILES = {
    "__init__.py", "card.py", "entries.py", "rules.py", "values.toml", "cases.toml",
    "indicators.py", "columns.py", "proofs.toml", "README.md",
}  # fmt: skip
#: What only some ledgers have: drawings of their own and what draws them, a protocol, a store.
FOLDERS = {"templates", "hj212", "telemetry", "jt808", "positions", "exchange", "__pycache__"}


def folders() -> list[str]:
    """The ledgers that are there."""
    return sorted(one.parent.name for one in LEDGERS.glob("*/card.py"))


def test_the_catalogue_names_every_folder() -> None:
    """And nothing else."""
    assert sorted(SLUGS) == folders()


@pytest.mark.parametrize("slug", SLUGS)
def test_a_ledger_has_the_one_shape(slug: str) -> None:
    """The same files by the same names; what else is there is a module or a known folder."""
    inside = {one.name for one in (LEDGERS / slug).iterdir()}
    assert inside >= FILES
    assert {one for one in inside - FILES if not one.endswith(".py")} <= FOLDERS


@pytest.mark.parametrize("slug", SLUGS)
def test_a_ledger_imports_no_other(slug: str) -> None:
    """What two share stands below them."""
    others = {f"yiding.ledgers.{one}" for one in SLUGS if one != slug}
    for file in (LEDGERS / slug).rglob("*.py"):
        imported = names(ast.parse(file.read_text()))
        assert not [one for one in imported if one.startswith(tuple(others))], file


def names(tree: ast.Module) -> set[str]:
    """Every module a file imports."""
    found = {one.module or "" for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)}
    plain = (one for one in ast.walk(tree) if isinstance(one, ast.Import))
    return found | {alias.name for one in plain for alias in one.names}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_card_says_what_the_ledger_is(slug: str) -> None:
    """Its own slug, both languages, its keepers, and the instruments its rules cite."""
    found = ledger(slug)
    card = found.card
    assert card.slug == slug
    assert card.purpose.endswith("。")
    assert card.purpose_en.endswith(".")
    assert card.keepers
    cited = {one.source.cites.partition(":")[0] for one in found.rules}
    assert set(card.instruments) <= instruments().keys()
    assert cited - {"yiding-readings"} <= set(card.instruments)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_figure_and_rule_names_a_provision_that_is_kept(slug: str) -> None:
    """No rule without its provision, no number without its source."""
    found = ledger(slug)
    for rule in found.rules:
        assert provision(rule.source.cites), rule.address
    for table in found.values.tables.values():
        for row in table.rows:
            assert provision(row.provision), (table.name, row.provision)


#: Not thresholds: signs, counts, places; per cent, seconds, the last day of a year.
ARITHMETIC = {-1, 0, 1, 2, 3, 12, 31, 60, 100, 3600}


@pytest.mark.parametrize("slug", SLUGS)
def test_rules_hold_no_number(slug: str) -> None:
    """A threshold stands in values.toml."""
    for file in (LEDGERS / slug).glob("*rules.py"):
        written = numbers(ast.parse(file.read_text()))
        assert written <= ARITHMETIC, (file.name, written - ARITHMETIC)


def numbers(tree: ast.Module) -> set[float]:
    """Every number a file writes."""
    constants = (one.value for one in ast.walk(tree) if isinstance(one, ast.Constant))
    return {one for one in constants if type(one) in {int, float}}


@pytest.mark.parametrize("slug", SLUGS)
def test_the_reference_page_is_what_the_ledger_is(slug: str) -> None:
    """`make docs` writes it."""
    assert (ROOT / f"docs/ledgers/{slug}.md").read_text("utf-8") == page(ledger(slug))


def test_a_sheet_fills_fields_that_there_are() -> None:
    """Every head of every sheet, key and place apart."""
    for slug in SLUGS:
        found = ledger(slug)
        for sheet in found.columns.sheets:
            known = found.kinds[sheet.kind].by_name.keys() | {"id", "place"}
            assert set(sheet.heads.values()) <= known, (slug, sheet.name)
            assert set(sheet.key) <= known, (slug, sheet.name)
