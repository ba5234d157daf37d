"""What the code must not do: swallow errors, read the clock, assert nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from conformance.modules import Function, Module

PURE = {"text", "dates", "law", "reading"}
CATCH_ALL = {"Exception", "BaseException"}
CLOCK = {"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime"}
CHANCE = {"random", "secrets", "uuid"}
ASSERTING = ("assert", "check", "expect", "raises", "verify", "compare", "fail", "django_assert")


def catches_everything(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    return any(isinstance(n, ast.Name) and n.id in CATCH_ALL for n in ast.walk(handler.type))


def test_no_handler_catches_everything(modules: list[Module]) -> None:
    handlers = (
        (m, node)
        for m in modules
        for node in ast.walk(m.tree)
        if isinstance(node, ast.ExceptHandler)
    )
    assert [m.at(node) for m, node in handlers if catches_everything(node)] == []


def clock_readings(module: Module) -> Iterator[ast.Call]:
    """Calls such as ``date.today()``, ``datetime.now()``, ``time.time()``."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = ast.unparse(node.func.value).rpartition(".")[2]
            if node.func.attr in CLOCK and owner in {"date", "datetime", "time"}:
                yield node


def test_pure_rooms_never_read_the_clock(product: list[Module]) -> None:
    pure = [module for module in product if module.room in PURE]
    assert [m.at(call) for m in pure for call in clock_readings(m)] == []


def imported(module: Module) -> Iterator[tuple[ast.stmt, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node, node.module


def test_pure_rooms_never_roll_dice(product: list[Module]) -> None:
    pure = [module for module in product if module.room in PURE]
    rolls = [m.at(node) for m in pure for node, name in imported(m) if name in CHANCE]
    assert rolls == []


def asserts(test: Function) -> bool:
    calls = (node.func for node in ast.walk(test) if isinstance(node, ast.Call))
    names = (getattr(each, "attr", getattr(each, "id", "")) for each in calls)
    return any(isinstance(node, ast.Assert) for node in ast.walk(test)) or any(
        name.startswith(ASSERTING) for name in names
    )


def test_every_test_asserts_something(modules: list[Module]) -> None:
    files = [module for module in modules if module.path.name.startswith("test_")]
    tests = [(m, each) for m in files for each in m.functions() if each.name.startswith("test_")]
    assert len(tests) > 10
    assert [m.at(each) for m, each in tests if not asserts(each)] == []
