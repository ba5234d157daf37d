"""Every sentence that a reading can warn with, found in the code that makes it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import product
from pathlib import Path

Scope = dict[str, list[ast.expr]]
"""What each name of a function is made of, wherever it is given a value."""


def made(node: ast.AST) -> str | None:
    """The sentence that this expression makes, each gap a 7."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(getattr(part, "value", "")) if isinstance(part, ast.Constant) else "7"
                       for part in node.values)  # fmt: skip
    return None


def deadline_warnings(root: Path) -> Iterator[str]:
    """Every sentence in the room of dates: it has no others than what it warns of."""
    for path in sorted((root / "src/yiding/dates").rglob("*.py")):
        if path.name == "explain.py":  # whose sentences are not warnings, and are in both languages
            continue
        tree = ast.parse(path.read_text("utf-8"))
        parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)
                 for part in node.values}  # fmt: skip
        for node in ast.walk(tree):
            words = made(node) if id(node) not in parts else None
            if words and words.endswith("。") and "\n" not in words:
                yield words


def possible(node: ast.expr, scope: Scope, warned: list[str]) -> Iterator[str]:
    """Every sentence this expression can make: a gap is a 7, a list of several a 7 and an 8."""
    if isinstance(node, ast.JoinedStr):
        pieces = [list(possible(piece, scope, warned)) for piece in node.values]
        yield from map("".join, product(*pieces))
    elif isinstance(node, ast.FormattedValue):
        yield from possible(node.value, scope, warned)
    elif isinstance(node, ast.IfExp):
        yield from (*possible(node.body, scope, warned), *possible(node.orelse, scope, warned))
    elif isinstance(node, ast.Name) and node.id in scope:
        for value in scope[node.id]:
            yield from possible(value, scope, warned)
    elif isinstance(node, ast.Attribute) and node.attr == "warning":
        yield from warned
    elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "join":
        joint = made(node.func.value) if isinstance(node.func, ast.Attribute) else ""
        yield from ("7", f"7{joint}8")
    else:
        yield made(node) or "7"


def scope_of(function: ast.FunctionDef) -> Scope:
    """The names that this function gives values to."""
    scope: Scope = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            scope.setdefault(node.targets[0].id, []).append(node.value)
    return scope


def warnings(root: Path) -> Iterator[str]:
    """Every message that a reading can warn with."""
    warned = list(deadline_warnings(root))
    for path in sorted((root / "src/yiding/reading").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield from _warnings_of(node, warned)


def _warnings_of(function: ast.FunctionDef, warned: list[str]) -> Iterator[str]:
    scope = scope_of(function)
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Warning":
            yield from possible(node.args[1], scope, warned)
