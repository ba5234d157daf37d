"""A rule over a million entries: ``python -m bench.columns``.

The area rule of the offices three ways in alternating rounds: our rule over a DuckDB frame, the
same comparisons as a Polars user would write them by hand, and the bare comparison over coded
columns in NumPy. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import narwhals as nw
import numpy as np
import polars as pl

from bench.clock import Work, medians
from bench.report import processor, table
from yiding.ledgers.catalogue import ledger
from yiding.rules.bulk import Sheet, beside, column

ON, PLACE = date(2025, 3, 1), "320500"
BY_HAND = "the same comparisons in Polars by hand"
Count = Callable[[], int]
Limits = dict[tuple[str, str], float]


def main() -> None:
    """The command: ``python -m bench.columns [--rows N] [--rounds N]``."""
    wish = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "offices.parquet"
        limits = _limits()
        _offices(limits, wish.rows).write_parquet(file)
        works = {
            "the rule, over DuckDB": _ours(file),
            BY_HAND: _polars(file, limits),
            "area against limit alone, coded, in NumPy": _numpy(file, limits),
        }
        counts = {name: work() for name, work in works.items()}
        if len(set(counts.values())) != 1:
            raise SystemExit(f"the answers differ: {counts}")
        measured = medians([Work(name, work) for name, work in works.items()], wish.rounds)
    print(f"{wish.rows:,} offices, {processor()}, {wish.rounds} rounds in turn\n")
    base = measured[BY_HAND] or 1
    rows = [
        (name, f"{ms:.1f}", f"{ms * 1000 / wish.rows:.4f}", f"{ms / base:.2f}")
        for name, ms in measured.items()
        if ms is not None
    ]
    print(table(("Work", "CPU ms", "µs a row", "× Polars"), rows))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.columns", description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=7)
    return parser.parse_args()


def _limits() -> Limits:
    """The limits of the day by level and rank, where the level has the rank."""
    tables = ledger("premises").values.tables
    fits = {
        key
        for row in tables["rank_at_level"].rows_at("100000", ON)
        for key, word in row.amounts.items()
        if word == "fits"
    }
    rows = tables["office_area"].rows_at("100000", ON)
    return {
        (key[0], key[1]): float(amount)
        for row in rows
        for key, amount in row.amounts.items()
        if key in fits
    }


def _offices(limits: Limits, rows: int) -> pl.DataFrame:
    """Offices of every level and rank, with areas around the limits and all that the rule asks."""
    chance = random.Random(1)  # noqa: S311 - the same offices every time
    keys = chance.choices(list(limits), k=rows)
    apart = [chance.random() < 0.9 for _ in keys]
    return pl.DataFrame(
        {
            "level": [one[0] for one in keys],
            "rank": [one[1] for one in keys],
            "area_m2": [limits[key] + chance.randint(-800, 100) / 100 for key in keys],
            "toilet_area_m2": [chance.randint(200, 600) / 100 for _ in keys],
            "area_includes_toilet": apart,
            "rest_room_area_m2": [0.0] * rows,
            "area_includes_rest_room": [True] * rows,
            "nature": ["office"] * rows,
            "status": ["in_use"] * rows,
            "occupant_count": [1.0] * rows,
            "room_user_count": pl.Series([None] * rows, dtype=pl.Float64),
            "order": ["main"] * rows,
        }
    ).with_columns(pl.col("area_m2").round(2))


def _ours(file: Path) -> Count:
    kept = ledger("premises")
    kind = kept.kinds["office"]
    rule = next(one for one in kept.rule_named("area-within-limit") if one.kind == "office")
    connection = duckdb.connect()

    def run() -> int:
        frame = nw.from_native(connection.read_parquet(str(file)))
        has = frozenset(frame.collect_schema().names())
        told = column(rule, kept.values, Sheet(kind, ON, PLACE, has))
        if told is None:
            raise SystemExit("the rule is not in force")
        judged = beside(frame, told, verdict=told.verdict)
        wrong = judged.filter(nw.col("verdict") == "breached").select(nw.len())
        return int(wrong.to_native().fetchall()[0][0])

    return run


def _polars(file: Path, limits: Limits) -> Count:
    rows = [(level, rank, limit) for (level, rank), limit in limits.items()]
    known = pl.LazyFrame(rows, schema=["level", "rank", "limit"], orient="row")

    def run() -> int:
        joined = pl.scan_parquet(file).join(known, on=["level", "rank"], how="left")
        judged = joined.with_columns(verdict=_verdict())
        wrong = judged.filter(pl.col("verdict") == "breached").select(pl.len())
        return int(wrong.collect().item())

    return run


def _verdict() -> pl.Expr:
    """What the rule says, as one would write it for these columns."""
    one = (
        _empty_or("nature", "office")
        & _empty_or("status", "in_use")
        & _empty_or("order", "main")
        & (pl.col("occupant_count").is_null() | (pl.col("occupant_count") <= 1))
        & pl.col("room_user_count").is_null()
        & (pl.col("area_m2").is_null() | (pl.col("area_m2") > 0))
    )
    area = pl.col("area_m2") + _apart("toilet") + _apart("rest_room")
    held = (area - pl.col("limit")) <= 5e-10
    missing = pl.any_horizontal(pl.col("area_m2", "level", "rank").is_null())
    return pl.when(one).then(
        pl.when(missing | held.is_null())
        .then(pl.lit("undetermined"))
        .otherwise(pl.when(held).then(pl.lit("met")).otherwise(pl.lit("breached")))
    )


def _empty_or(name: str, word: str) -> pl.Expr:
    return pl.col(name).is_null() | (pl.col(name) == word)


def _apart(name: str) -> pl.Expr:
    is_apart = ~pl.col(f"area_includes_{name}")
    return pl.when(is_apart).then(pl.col(f"{name}_area_m2")).otherwise(0.0)


def _numpy(file: Path, limits: Limits) -> Count:
    frame = pl.read_parquet(file)
    codes = {key: at for at, key in enumerate(limits)}
    pairs = zip(frame["level"], frame["rank"], strict=True)
    coded = np.array([codes[pair] for pair in pairs], dtype=np.int16)
    apart = np.where(
        frame["area_includes_toilet"].to_numpy(), 0, frame["toilet_area_m2"].to_numpy()
    )
    areas, bounds = frame["area_m2"].to_numpy() + apart, np.array(list(limits.values()))
    return lambda: int(np.count_nonzero(areas - bounds[coded] > 5e-10))


if __name__ == "__main__":
    main()
