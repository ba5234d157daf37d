"""Measure readings by the million: ``python -m bench.lake [--rows 5000000]``.

Writes made-up readings of a city's stations through the store's own merging, classes each, and
works out the trophic index of every station's day; beside it the same comparisons and the same five
logarithms written by hand as SQL over the same files. Each work runs in a process of its own.
"""

# ruff: noqa: S608 - the commands and the queries are our own
from __future__ import annotations

import os
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import narwhals as nw

from bench.alone import Work, alone, arguments, report, size_mib, works_table
from bench.report import processor
from yiding.ledgers.lake.telemetry.days import station_days
from yiding.ledgers.lake.telemetry.frames import Law, Reader, classed, rows_of
from yiding.ledgers.lake.telemetry.stations import Register, Station
from yiding.ledgers.lake.telemetry.store import Store
from yiding.ledgers.telemetry.compacting import compact
from yiding.ledgers.telemetry.series import Between
from yiding.ledgers.telemetry.staging import stage
from yiding.ledgers.telemetry.store import parquet
from yiding.ledgers.telemetry.taking import commit

PLACE = Path(__file__).resolve().parent.parent / "out"
FIRST = date(2022, 1, 1)
STATIONS = 30
FACTORS = {
    "water_temperature": ("5 + 25 * x", 24), "ph": ("7 + 2.2 * x", 24),
    "dissolved_oxygen": ("1.5 + 8 * x", 24), "conductivity": ("300 + 200 * x", 24),
    "turbidity": ("5 + 60 * x", 24), "permanganate_index": ("1.5 + 9 * x", 6),
    "ammonia_nitrogen": ("0.05 + 2 * x", 6), "total_phosphorus": ("0.008 + 0.22 * x", 6),
    "total_nitrogen": ("0.15 + 2.2 * x", 6), "chlorophyll_a": ("2 + 60 * x", 6),
}  # fmt: skip
"""A value of chance between 0 and 1, and how many a day."""
A_DAY = STATIONS * sum(count for _, count in FACTORS.values())
BATCH_DAYS = 30
REGISTER = Register(
    {f"S{at:02}": Station(f"S{at:02}", f"S{at:02}", "lake" if at % 3 else "river")
     for at in range(STATIONS)}
)  # fmt: skip


def main() -> None:
    """The command."""
    wish = arguments("bench.lake", __doc__ or "", _PARTS, 5_000_000)
    if wish.part:
        report(wish.part, _PARTS[wish.part], wish.store, wish.rows)
        return
    counts = sorted({wish.rows // 5, wish.rows // 2, wish.rows})
    PLACE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=PLACE) as folder:
        stores = {count: Path(folder) / str(count) for count in counts}
        works = [
            alone("bench.lake", part, count, stores[count])
            for count in counts
            for part in ("write", "class", "index", "class-by-hand", "index-by-hand")
        ]
        sizes = {count: size_mib(path) for count, path in stores.items()}
    print(_where(wish.rows), works_table(works, WORDS, "readings"), _sizes(sizes), sep="\n\n")


def _days(rows: int) -> int:
    return -(-rows // A_DAY)


def _span(rows: int) -> Between:
    return Between(FIRST, FIRST + timedelta(days=_days(rows) - 1))


def _write(folder: Path, rows: int) -> str:
    """A month a batch, as a take commits it; the engine makes the values up."""
    store = Store(folder)
    with store.locked(), store.connect() as connection:
        manifest, new = store.manifest(), 0
        for first in range(0, _days(rows), BATCH_DAYS):
            for series in store.series:
                stage(connection, store.folder, series, [])
            last = min(first + BATCH_DAYS, _days(rows))
            for factor, (formula, count) in FACTORS.items():
                connection.execute(_made_up(factor, formula, count, range(first, last)))
            manifest, merged = commit(store, connection, manifest)
            new += merged.new
        compact(store, connection)
    return f"{new:,} rows"


def _made_up(factor: str, formula: str, count: int, days: range) -> str:
    """Values of some days, the same at every run: chance is a hash of where and when."""
    return f"""INSERT INTO incoming
    SELECT station, '2061', '{factor}', 'Avg', moment,
      round({formula.replace("x", "x.share")}, 3), CASE WHEN x.mark < 30 THEN 'D' ELSE 'N' END,
      x.mark >= 30, moment + INTERVAL 1 HOUR, 0
    FROM (SELECT 'S' || lpad(s.range::VARCHAR, 2, '0') AS station,
        DATE '{FIRST}' + INTERVAL (d.range) DAY + INTERVAL (h.range * {24 // count}) HOUR AS moment,
        hash(s.range, d.range, h.range, '{factor}') AS chance
      FROM range({STATIONS}) s, range({days.start}, {days.stop}) d, range({count}) h) m,
      LATERAL (SELECT (m.chance % 10007) / 10007.0 AS share, m.chance // 10007 % 1000 AS mark) x"""


def _class(folder: Path, rows: int) -> str:
    """Every reading's class and validity by the rules, counted by class."""
    store = Store(folder)
    with Reader(store, REGISTER) as reader:
        frame = classed(reader.readings(_span(rows)), Law(date(2025, 1, 1), "320500"))
        counted = frame.group_by("class").agg(count=nw.len()).sort("class")
        return " ".join(f"{number}:{count}" for number, count in rows_of(counted) if number)


def _index(folder: Path, rows: int) -> str:
    """Daily means of every station and factor, and the index of each day."""
    store = Store(folder)
    with Reader(store, REGISTER) as reader:
        law = Law(date(2025, 1, 1), "320500")
        told = [one.tli for one in station_days(reader, [_span(rows)], law) if one.tli is not None]
        return f"{len(told):,} days, mean {float(sum(told)) / len(told):.4f}"


LIMITS = {
    "permanganate_index": (2, 4, 6, 10, 15), "ammonia_nitrogen": (0.15, 0.5, 1, 1.5, 2),
    "total_phosphorus": (0.01, 0.025, 0.05, 0.1, 0.2), "total_nitrogen": (0.2, 0.5, 1, 1.5, 2),
}  # fmt: skip
IN_RIVER = (0.02, 0.1, 0.2, 0.3, 0.4)
OXYGEN = (7.5, 6, 5, 3, 2)


def _known(connection: Any) -> None:
    """The stations' bodies of water."""
    rows = ", ".join(f"('{one.code}', '{one.body}')" for one in REGISTER.by_code.values())
    connection.execute(f"CREATE TEMP TABLE known AS FROM (VALUES {rows}) t(code, body)")


def _class_by_hand(folder: Path, _: int) -> str:
    """The same comparisons as one query."""
    store = Store(folder)
    with store.connect() as connection:
        _known(connection)
        found = connection.execute(
            f"""SELECT class, count(*) FROM (SELECT CASE WHEN flag NOT IN ('N', 'S') THEN NULL
            WHEN factor = 'ph' THEN CASE WHEN value BETWEEN 6 AND 9 THEN 1 ELSE 6 END
            WHEN factor = 'dissolved_oxygen' THEN {_ladder(OXYGEN, ">=")}
            WHEN factor = 'total_phosphorus' AND body = 'river' THEN {_ladder(IN_RIVER, "<=")}
            WHEN factor = 'total_nitrogen' AND body = 'river' THEN NULL
            {
                " ".join(
                    f"WHEN factor = '{name}' THEN {_ladder(one, '<=')}"
                    for name, one in LIMITS.items()
                )
            } END AS class
            FROM {parquet(store.readings_of(None))} r LEFT JOIN known k ON k.code = r.station)
            GROUP BY class ORDER BY class"""
        ).fetchall()
    return " ".join(f"{number}:{count}" for number, count in found if number)


def _ladder(limits: tuple[float, ...], sign: str) -> str:
    steps = " ".join(f"WHEN value {sign} {one} THEN {at}" for at, one in enumerate(limits, 1))
    return f"CASE {steps} ELSE 6 END"


#: Of each parameter: a and b of 10(a + b ln x), and its weight.
LOGARITHMS = {
    "chlorophyll_a": (2.5, 1.086, 1), "total_phosphorus": (9.436, 1.624, 0.7056),
    "total_nitrogen": (5.453, 1.694, 0.6724), "transparency": (5.118, -1.94, 0.6889),
    "permanganate_index": (0.109, 2.661, 0.6889),
}  # fmt: skip


def _index_by_hand(folder: Path, _: int) -> str:
    """Daily means and five logarithms as one query."""
    store = Store(folder)
    columns = ", ".join(f"avg(value) FILTER (factor = '{one}') AS {one}" for one in LOGARITHMS)
    parts = [f"coalesce({w} * 10 * ({a} + {b} * ln({one})), 0)"
             for one, (a, b, w) in LOGARITHMS.items()]  # fmt: skip
    weights = [f"CASE WHEN {one} IS NULL THEN 0 ELSE {w} END"
               for one, (_a, _b, w) in LOGARITHMS.items()]  # fmt: skip
    with store.connect() as connection:
        _known(connection)
        ((count, mean),) = connection.execute(
            f"""SELECT count(*), avg(({" + ".join(parts)}) / ({" + ".join(weights)}))
            FROM (SELECT station, data_time::DATE AS day, {columns}
              FROM {parquet(store.readings_of(None))} r JOIN known k ON k.code = r.station
              WHERE flag IN ('N', 'S') AND body = 'lake' GROUP BY ALL)
            WHERE (chlorophyll_a IS NOT NULL)::INT + (total_phosphorus IS NOT NULL)::INT
              + (total_nitrogen IS NOT NULL)::INT + (permanganate_index IS NOT NULL)::INT >= 2"""
        ).fetchall()
    return f"{count:,} days, mean {mean:.4f}"


_PARTS: dict[str, Work] = {
    "write": _write,
    "class": _class,
    "index": _index,
    "class-by-hand": _class_by_hand,
    "index-by-hand": _index_by_hand,
}
WORDS = {
    "write": "write: merged and on the disk 入库",
    "class": "class each reading 评类别",
    "class-by-hand": "the same comparisons as one SQL query",
    "index": "daily means and trophic index 日均和营养状态指数",
    "index-by-hand": "the same means and five logarithms as one SQL query",
}


def _sizes(sizes: dict[int, float]) -> str:
    told = "; ".join(f"{count:,} readings {size:.0f} MiB" for count, size in sizes.items())
    return f"On the disk: {told}."


def _where(rows: int) -> str:
    days = _days(rows)
    return (
        f"# Readings of the lake\n\nMeasured on {date.today().isoformat()}: {processor()}, "
        f"{os.cpu_count()} processors; before it ended, {os.getloadavg()[0]:.1f} processes wanted "
        f"one. {STATIONS} stations with {len(FACTORS)} factors, {A_DAY:,} readings a day, "
        f"{days:,} days at most; three in a hundred carry a flag that does not count. The engine "
        "has two threads and may hold 256 MB. Writing leaves out the decoding of messages, which "
        "`python -m bench.hj212` measures."
    )


if __name__ == "__main__":
    main()
