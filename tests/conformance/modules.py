"""A Python file under test, and the few measures taken of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COMPOUND = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match)
SCOPE = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """A Python file of the project: where it is, its text, its syntax."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """``text`` for src/yiding/text/…; nothing for a file outside any room."""
        parts = self.path.parts
        return parts[2] if parts[:2] == ("src", "yiding") and len(parts) > 3 else ""

    def functions(self) -> Iterator[Function]:
        """Every function and method, nested ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def public(self) -> Iterator[Function | ast.ClassDef]:
        """What other modules may use: functions, classes and the methods of those classes."""
        for node in without_private(self.tree.body):
            yield node
            if isinstance(node, ast.ClassDef):
                inner = without_private(node.body)
                yield from (each for each in inner if each.name != "Meta")

    def at(self, node: ast.AST) -> str:
        """``src/yiding/text/model.py:20 Mark``, to open in an editor."""
        return f"{self.path.as_posix()}:{node.lineno} {getattr(node, 'name', '')}".rstrip()


def without_private(body: list[ast.stmt]) -> Iterator[Function | ast.ClassDef]:
    """The definitions among these statements whose name has no leading underscore."""
    for node in body:
        if isinstance(node, (Function, ast.ClassDef)) and not node.name.startswith("_"):
            yield node


def length(function: Function) -> int:
    """Physical lines from ``def`` to the last line of the body, docstring included."""
    return function.end_lineno - function.lineno + 1


def nesting(node: ast.AST) -> int:
    """The deepest run of compound statements; an ``elif`` is not a level deeper."""
    inside = (child for child in ast.iter_child_nodes(node) if not isinstance(child, SCOPE))
    return max((nesting(child) + is_level(node, child) for child in inside), default=0)


def is_level(parent: ast.AST, child: ast.AST) -> bool:
    """Whether the child stands one level deeper than its parent."""
    is_elif = isinstance(parent, ast.If) and isinstance(child, ast.If) and parent.orelse == [child]
    return isinstance(child, COMPOUND) and not is_elif
