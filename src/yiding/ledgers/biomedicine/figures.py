"""Figures given side by side, by years or with their unit, and tables, written out as fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from yiding.ledgers.biomedicine.settling import definition_named
from yiding.rules.parsing import tidy

Given = Mapping[str, Any]
_AMOUNT = re.compile(
    r"^(?P<sign>[<>＞＜≥≤]?)[约近≈]?\s*(?P<number>[\d][\d,\s]*(?:\.\d+)?)\s*"
    r"(?P<unit>亿元|亿|万元|元|家|个|件|人|项|%)?$"
)
_YEAR = re.compile(r"^(?:19|20)\d{2}年?$")
_PAIRS = (
    ("earlier", "later"), ("from", "to"), ("previous", "current"), ("base", "current"),
    ("a", "b"), ("first", "second"), ("上期", "本期"), ("基期", "报告期"), ("old", "new"),
    ("previous", "this"), ("earlier", "current"), ("left", "right"),
)  # fmt: skip
_SERIES = ("figures", "values", "data", "series", "observations", "points", "items", "数列")
_SHORT = {"亿": "亿元"}
_VALUES = frozenset(
    map(tidy, ("value", "amount", "数值", "数", "actual", "figure", "base_value", "baseline_value",
               "baseline", "基数", "target_value", "target", "previous_value", "上年同期",
               "earlier_value", "现值", "actual_value", "current_value"))
)  # fmt: skip
_PARTS = {"baseline": "base", "base": "base", "基期": "base", "previous": "previous"}
_SCOPES = frozenset(map(tidy, ("口径", "definition", "calibre", "caliber", "scope", "统计口径")))


def unfold_figure(given: Given) -> dict[str, Any]:
    """Two figures side by side, years with their figures, a 口径 of several parts, units behind."""
    plain = _paired(dict(given))
    for name in [one for one, value in plain.items() if isinstance(value, Mapping)]:
        plain |= _of_object(name, plain.pop(name))
    told = {name: _records(value) for name, value in plain.items()}
    return _with_unit(told)


def _paired(plain: dict[str, Any]) -> dict[str, Any]:
    for earlier, later in _PAIRS:
        if isinstance(plain.get(earlier), Mapping) and isinstance(plain.get(later), Mapping):
            before, after = plain.pop(earlier), plain.pop(later)
            return {**plain, **_scoped(after), "previous": [_scoped(before)]}
    for name in _SERIES:
        rows = plain.get(name)
        if isinstance(rows, list) and len(rows) == 2 and all(isinstance(r, Mapping) for r in rows):
            before, after = sorted(plain.pop(name), key=lambda one: str(one.get("year", "")))
            return {**plain, **_scoped(after), "previous": [_scoped(before)]}
    return plain


def _scoped(record: Given) -> dict[str, Any]:
    """A record with its 口径 laid out, and its unit apart."""
    plain = dict(record)
    for name in list(plain):
        if tidy(name) in _SCOPES and isinstance(plain[name], Mapping):
            plain |= plain.pop(name)
    named = definition_named(str(plain.get("name") or ""))
    if named and _SCOPES.isdisjoint(map(tidy, plain)):
        plain["definition"] = named
    return _with_unit(plain)


_BEFORE = frozenset(
    map(tidy, ("previous", "earlier", "compare_to", "compared_to", "compared_with", "compare_with",
               "comparison", "last_year", "prior", "previous_year", "上期", "上年", "上年同期",
               "对比", "previous_figure", "earlier_figure"))
)  # fmt: skip
_NOW = frozenset(map(tidy, ("actual", "current", "现值", "实际", "now", "latest", "achieved")))


def _of_object(name: str, value: Given) -> dict[str, Any]:
    """An object among the fields: years and figures, a base, a 口径, or what it says itself."""
    years = {key: one for key, one in value.items() if _YEAR.match(str(key))}
    if years and len(years) == len(value):
        rows = [_with_unit({"year": str(key).rstrip("年"), "value": one})
                for key, one in years.items()]  # fmt: skip
        return {"targets": rows} if "target" in name or "目标" in name else max(rows, key=_year)
    if tidy(name) in _SCOPES:
        return dict(value)
    if tidy(name) in _BEFORE:
        return {"previous": [_scoped(value)]}
    part = _PARTS.get(name) or ("target" if name.startswith("target") else None)
    told = {_ASPECTS.get(tidy(str(key)), str(key)): one for key, one in _scoped(value).items()}
    if tidy(name) in _NOW and "definition" in told:
        told["actual_definition"] = told.pop("definition")
    return {f"{part}_{key}" if part else key: one for key, one in told.items()}


_ASPECTS = {
    "口径": "definition",
    "calibre": "definition",
    "caliber": "definition",
    "scope": "definition",
    "统计口径": "definition",
    "价格基准": "price_basis",
    "pricebasis": "price_basis",
    "prices": "price_basis",
    "地域": "territory",
    "region": "territory",
    "年度": "year",
    "年份": "year",
    "数值": "value",
    "amount": "value",
}


def _year(row: Given) -> str:
    return str(row["year"])


def _records(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return [_scoped(one) if isinstance(one, Mapping) else one for one in value]


def _with_unit(plain: Given) -> dict[str, Any]:
    """``396.9亿元`` as a number and its unit."""
    told: dict[str, Any] = {}
    unit = None
    for name, value in plain.items():
        found = _AMOUNT.match(str(value).strip()) if tidy(name) in _VALUES else None
        if found:
            value = f"{found['sign']}{found['number'].replace(' ', '').replace(',', '')}"  # noqa: PLW2901
            unit = unit or found["unit"]
        told[name] = value
    is_told = any(tidy(name) in {"unit", "计量单位", "单位"} for name in told)
    return told if is_told or not unit else {**told, "unit": _SHORT.get(unit, unit)}


_SHARES = frozenset(
    map(tidy, ("largest_share", "最大一家占比", "dominance", "最大占比", "share",
               "largest_unit_share", "top_share", "largest_enterprise_share", "max_share",
               "one_unit_share", "dominance_limit", "占比上限", "threshold",
               "dominance_threshold", "share_threshold"))
)  # fmt: skip


def unfold_table(given: Given) -> dict[str, Any]:
    """Shares given as ratios in per cent; a cell or its rows the same."""
    plain = {name: _in_per_cent(name, value) for name, value in given.items()}
    masked = [name for name, one in plain.items() if str(one).strip() in _MASKS]
    if masked:
        shown = {name: one for name, one in plain.items() if name not in masked}
        plain = {"is_suppressed": True, **shown}
    for name, value in plain.items():
        if isinstance(value, list):
            plain[name] = [unfold_table(one) if isinstance(one, Mapping) else one for one in value]
    return plain


_MASKS = frozenset({"*", "**", "***", "＊", "x", "X", "…", "隐", "隐匿", "c"})
"""What stands where a figure is left out."""


def _in_per_cent(name: str, value: Any) -> Any:
    is_ratio = tidy(name) in _SHARES and re.match(r"^(?:0?\.\d+|1(?:\.0+)?|0)$", str(value))
    return f"{float(value) * 100:g}" if is_ratio else value
