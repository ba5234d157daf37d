"""生物医药产业: goals with where they stand, statistics of each definition, what is published."""

from __future__ import annotations

from datetime import date
from typing import Any

from yiding.demo.ledgers.biomedicine_firms import Firms
from yiding.demo.ledgers.dates import words

Row = dict[str, Any]
_BASE_YEARS = 3
_OWN = frozenset({"base", "target", "now", "fields"})
#: What the table hides: not all that it must.
_HIDDEN = frozenset({"度假区康复器械园"})


def goals(quarter: int, on: date) -> list[Row]:
    """目标指标 with the figure of a quarter; the target is the end of the plan."""
    rows = []
    for one in words("biomedicine.toml")["goal"]:
        told = {name: value for name, value in one.items() if name not in _OWN}
        row = {**told, "base_year": on.year - _BASE_YEARS, "base_value": one["base"],
               "value": one["now"][quarter], "as_of": on, **one.get("fields", {})}  # fmt: skip
        if "target" in one:
            row |= {"target_year": on.year, "target_value": one["target"]}
        rows.append(row)
    return rows


def statistics(on: date) -> list[Row]:
    """统计数, a year a row."""
    names = ("id", "name", "year", "value", "definition", "price_basis", "period")
    rows = []
    for one in words("biomedicine.toml")["statistics"]:
        row: Row = dict(zip(names, one, strict=True))
        rows.append({**row, "year": on.year + row["year"], "unit": "亿元", "territory": "临湖市"})
    return rows


def tables(firms: Firms, on: date) -> list[Row]:
    """公布表: the output of each park, with what is hidden."""
    cells = []
    for name in dict.fromkeys(row["park"] for row in firms.every):
        told = [row["output"] for row in firms.every if row["park"] == name and row["output"]]
        if told:
            cells.append({"row": name, "column": "产值", "units": len(told), "value": sum(told),
                          "largest": max(told), "is_suppressed": name in _HIDDEN})  # fmt: skip
    title = f"{on.year - 1}年各园区产值"
    return [{"id": f"GB-{on.year - 1}", "name": title, "has_totals": True, "cells": cells}]
