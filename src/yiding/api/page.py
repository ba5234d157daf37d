"""The reference page of the API, written from its own description.

``make docs`` writes it anew; a test compares the page with the code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import override

from yiding.api.application import description
from yiding.api.problems import KINDS
from yiding.registry.tokens import Scope

ROOT = "/api/v1/"
INTRODUCTION = """\
# The API 接口

Written by `make docs`; a test holds this page and the code alike. How to call it:
[Use the API](../how-to/use-the-api.md). The same, for programs: `/api/v1/openapi.json`; to read and
try: `/api/v1/docs`. What an act needs and who may do it: [Acts and states](acts.md).

Every answer is JSON. An answer that is no success is `application/problem+json` (RFC 9457) with
`type`, `title`, `status`, `detail` and, where there are any, `guard`, `remedy`, `errors` by field.
An address may stand in a path as it is or encoded (`linhu-2025-7:4.2.1`, `linhu-2025-7%3A4.2.1`).
"""


def page() -> str:
    """The whole page."""
    with override("zh-hans"):
        paths = description(ROOT)["paths"]
        parts = [INTRODUCTION, *_scopes(), *_problems(), *_places(paths), *_acts(paths)]
    return "\n".join(parts)


def _scopes() -> Iterator[str]:
    yield "## Scopes 准许\n"
    yield from _table(("词", "准许"), [(f"`{one}`", str(one.label)) for one in Scope])


def _problems() -> Iterator[str]:
    yield "## Problems 问题\n"
    rows = [(str(status), f"`{kind}`", str(title)) for kind, (status, title) in KINDS.items()]
    yield from _table(("状态码", "种类", "标题"), rows)


def _places(paths: dict[str, Any]) -> Iterator[str]:
    yield "## Reading and bringing in 查询与导入\n"
    rows = [
        (f"`{method.upper()} {path.removeprefix(ROOT)}`", str(one["summary"]), _query(one))
        for path, methods in paths.items()
        for method, one in methods.items()
        if "/acts" not in path
    ]
    yield from _table(("请求", "是什么", "参数"), rows)


def _acts(paths: dict[str, Any]) -> Iterator[str]:
    yield "## Acts 办理\n"
    yield "`GET` of the same address shows the fields here and now, with what can be chosen;"
    yield "`GET …/{address}/acts` lists what this account can do. `*` marks what must be given.\n"
    rows = [
        (f"`POST {path.removeprefix(ROOT)}`", methods["post"]["summary"], _fields(methods["post"]))
        for path, methods in paths.items()
        if "/acts/" in path
    ]
    yield from _table(("请求", "办理", "字段"), rows)


def _query(operation: dict[str, Any]) -> str:
    names = [one["name"] for one in operation["parameters"] if one["in"] == "query"]
    return " ".join(f"`{name}`" for name in names) or "—"


def _fields(operation: dict[str, Any]) -> str:
    content = operation["requestBody"]["content"]
    schema = content.get("multipart/form-data", content["application/json"])["schema"]
    required = schema.get("required", [])
    said = [
        f"`{name}`{'*' if name in required else ''} {one['title']}"
        for name, one in schema["properties"].items()
        if one["title"] != name
    ]
    return "；".join(said) or "—"


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    for cells in (heads, ("---",) * len(heads), *rows):
        yield f"| {' | '.join(cells)} |"
    yield ""
