"""The shape of the code: small files, small functions, no drawer for leftovers."""

from __future__ import annotations

import ast
from pathlib import Path

from conformance.modules import Module, length, nesting

DRAWERS = {"utils", "util", "helpers", "helper", "common", "lib", "misc", "drawers", "tools"}


def ninth_decile(values: list[int]) -> int:
    """The value that nine of ten do not exceed; 0 of none."""
    return sorted(values)[int(0.9 * len(values))] if values else 0


def test_no_folder_is_a_drawer(tracked: list[Path]) -> None:
    drawers = {path for path in tracked if DRAWERS.intersection([*path.parts[:-1], path.stem])}
    assert drawers == set()


def test_every_folder_of_the_product_is_a_package(product: list[Module]) -> None:
    # import-linter does not see into a folder without __init__.py
    folders = {module.path.parent for module in product}
    packages = {module.path.parent for module in product if module.path.name == "__init__.py"}
    assert folders - packages - {Path("src")} == set()


def test_files_stay_under_400_lines(modules: list[Module]) -> None:
    long = [module.path for module in modules if len(module.text.splitlines()) >= 400]
    assert long == []


def test_no_function_is_over_60_lines(modules: list[Module]) -> None:
    long = [m.at(each) for m in modules for each in m.functions() if length(each) > 60]
    assert long == []


def test_no_function_nests_over_4_levels(modules: list[Module]) -> None:
    deep = [m.at(each) for m in modules for each in m.functions() if nesting(each) > 4]
    assert deep == []


def test_nine_functions_of_ten_are_short_and_flat(product: list[Module]) -> None:
    functions = [each for module in product for each in module.functions()]
    assert ninth_decile([length(each) for each in functions]) <= 28
    assert ninth_decile([nesting(each) for each in functions]) <= 2


def test_what_is_public_says_what_it_is(product: list[Module]) -> None:
    silent = [m.at(each) for m in product for each in m.public() if not ast.get_docstring(each)]
    silent += [str(m.path) for m in product if m.tree.body and not ast.get_docstring(m.tree)]
    assert silent == []
