"""Rules one sign off: every comparison, sum, join and number in a ledger's own modules.

A mutation tester that rewrites functions in place leaves decorated ones alone, and every rule is
decorated; so the module is parsed, one node changed, and the ledger's rules are made anew.
"""

from __future__ import annotations

import ast
import copy
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType

from yiding.ledgers.catalogue import Ledger
from yiding.rules.rule import rules_of

DATA = {
    "card",
    "entries",
    "columns",
    "indicators",
    "panels",
    "apps",
    "__init__",
    "figures",
    "settling",
    "unfolding",
}
"""Modules of a ledger that hold no rule."""
MADE_ANEW = {"entries", "unfolding"}
"""Of these, those whose kinds call what may be wrong."""
NEUTRAL = {"area_tolerance", "second_office_part"}
"""Nothing that is added, and a whole that is multiplied by: they stand for their provision."""
SIGNS: dict[type[ast.AST], type[ast.AST]] = {
    ast.LtE: ast.Lt,
    ast.Lt: ast.LtE,
    ast.GtE: ast.Gt,
    ast.Gt: ast.GtE,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.And: ast.Or,
    ast.Or: ast.And,
}


def mutants(ledger: Ledger) -> Iterator[tuple[str, Ledger]]:
    """Each wrong module with what was changed, and the ledger whose kinds and rules it makes."""
    folder = Path(str(import_module(f"yiding.ledgers.{ledger.slug}").__file__)).parent
    for path in sorted(folder / f"{stem}.py" for stem in _behind(folder) - DATA):
        if _holds_rules(path):
            yield from _of_module(ledger, path)


def _behind(folder: Path) -> set[str]:
    """The modules that a ledger's rules and kinds of entry are made of, by their imports."""
    found: set[str] = set()
    open_ = ["rules", "entries"]
    while open_:
        stem = open_.pop()
        if stem not in found and (folder / f"{stem}.py").is_file():
            found.add(stem)
            open_ += _imported(folder / f"{stem}.py", f"yiding.ledgers.{folder.name}.")
    return found


def _imported(path: Path, package: str) -> list[str]:
    named = [
        one for one in ast.walk(ast.parse(path.read_text())) if isinstance(one, ast.ImportFrom)
    ]
    modules = [one.module or "" for one in named]
    return [one.removeprefix(package).split(".")[0] for one in modules if one.startswith(package)]


def _holds_rules(path: Path) -> bool:
    """Whether a module decides anything: it defines functions."""
    return any(isinstance(one, ast.FunctionDef) for one in ast.walk(ast.parse(path.read_text())))


def _of_module(ledger: Ledger, path: Path) -> Iterator[tuple[str, Ledger]]:
    tree = ast.parse(path.read_text())
    for number, (line, told) in enumerate(_sites(tree)):
        wrong = copy.deepcopy(tree)
        _change(wrong, number)
        yield f"{path.name}:{line} {told}", _made(ledger, path, wrong)


def _sites(tree: ast.Module) -> list[tuple[int, str]]:
    """Line and kind of every change, in the order `_change` counts them."""
    return [(getattr(node, "lineno", 0), told) for node, told, _ in _changes(tree)]


def _change(tree: ast.Module, number: int) -> None:
    _, _, change = list(_changes(tree))[number]
    change()


def _changes(tree: ast.Module):  # type: ignore[no-untyped-def]
    """Every node that can be wrong by one sign, what would be wrong, and how to make it so."""
    for function in (one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)):
        types = _types(function)
        for node in (one for part in function.body for one in ast.walk(part)):
            if id(node) not in types:
                yield from _of_node(node)


def _types(function: ast.FunctionDef) -> set[int]:
    """What stands there for the type checker alone."""
    said = [one.annotation for one in ast.walk(function) if isinstance(one, ast.AnnAssign)]
    return {id(node) for one in said for node in ast.walk(one)}


def _of_node(node: ast.AST):  # type: ignore[no-untyped-def]
    if isinstance(node, ast.Compare) and type(node.ops[0]) in SIGNS:
        sign = SIGNS[type(node.ops[0])]
        yield (
            node,
            f"{_name(node.ops[0])} → {sign.__name__}",
            _setting(node, "ops", [sign(), *node.ops[1:]]),
        )
    if isinstance(node, ast.BinOp) and _is_neutral(node.right):
        return
    if isinstance(node, ast.BinOp | ast.BoolOp) and type(node.op) in SIGNS:
        sign = SIGNS[type(node.op)]
        yield node, f"{_name(node.op)} → {sign.__name__}", _setting(node, "op", sign())
    if isinstance(node, ast.Constant) and type(node.value) is int:
        for wrong in (node.value - 1, node.value + 1):
            yield node, f"{node.value} → {wrong}", _setting(node, "value", wrong)


def _is_neutral(term: ast.AST) -> bool:
    """A figure by which adding and taking, or times and by, come to the same today."""
    named = {one.attr for one in ast.walk(term) if isinstance(one, ast.Attribute)}
    words = {one.value for one in ast.walk(term) if isinstance(one, ast.Constant)}
    return bool((named | words) & NEUTRAL)


def _name(node: ast.AST) -> str:
    return type(node).__name__


def _setting(node: ast.AST, name: str, value: object):  # type: ignore[no-untyped-def]
    return lambda: setattr(node, name, value)


def _made(ledger: Ledger, path: Path, tree: ast.Module) -> Ledger:
    """The ledger's kinds and rules, made while the wrong module stands in the right one's place."""
    package = f"yiding.ledgers.{ledger.slug}"
    name, above = f"{package}.{path.stem}", import_module(package)
    siblings = {one: sys.modules[one] for one in list(sys.modules) if one.startswith(f"{package}.")}
    wrong = ModuleType(name)
    wrong.__file__ = str(path)
    try:
        for one in siblings:
            if one.rpartition(".")[2] not in DATA - MADE_ANEW:
                del sys.modules[one]
        sys.modules[name] = wrong
        exec(compile(ast.fix_missing_locations(tree), str(path), "exec"), wrong.__dict__)  # noqa: S102
        rules = wrong if path.stem == "rules" else import_module(f"{package}.rules")
        kinds = {one.name: one for one in import_module(f"{package}.entries").KINDS}
        made = rules_of(ledger.slug, rules, kinds, ledger.values)
    finally:
        sys.modules.update(siblings)
        for one, module in siblings.items():
            setattr(above, one.rpartition(".")[2], module)
    return replace(ledger, kinds=kinds, rules=made)
