"""Sheets 轨迹表: positions of a platform's export by their heads, read by the engine as a whole."""

# ruff: noqa: S608 - columns are named here, paths and heads are quoted
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

import duckdb

from yiding.ledgers.fleet.entries import POSITION
from yiding.ledgers.fleet.positions.store import Store
from yiding.ledgers.telemetry.compacting import compact
from yiding.ledgers.telemetry.staging import AFTER_YEAR, FIRST_YEAR, local, stage
from yiding.ledgers.telemetry.store import quoted
from yiding.ledgers.telemetry.taking import Taken, commit, swept
from yiding.rules.parsing import tidy

SUFFIXES = frozenset({".csv", ".tsv", ".parquet"})
NEEDED = ("at", "lat", "lon", "speed_kmh")
"""What a sheet must say beside which vehicle it was."""
_MORE = {
    "terminal": ("终端手机号", "终端号", "sim", "sim卡号", "设备号", "设备编号", "imei", "device",
                 "device_id", "终端编号", "手机号"),
    "at": ("GPS时间", "上报时间", "采集时间", "timestamp", "gpstime"),
    "lat": ("纬度", "latitude", "y", "北纬", "GPS纬度"),
    "lon": ("经度", "longitude", "lng", "x", "东经", "GPS经度"),
    "speed_kmh": ("GPS速度", "行驶速度", "瞬时速度"),
    "odometer_km": ("总里程", "累计里程", "GPS里程"),
    "is_acc_on": ("ACC", "ACC状态", "点火状态"),
    "is_positioned": ("定位状态", "是否有效定位"),
}  # fmt: skip
"""Heads of exports that the ledger's own sheet does not have."""
_UNIT = re.compile(r"[(（\[].*?[)）\]]$")
_FACTORS = {"m": "0.001", "米": "0.001", "m/s": "3.6", "米/秒": "3.6", "ml": "0.001"}
_TIMES = (
    "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y年%m月%d日 %H:%M:%S",
    "%Y年%m月%d日 %H时%M分%S秒", "%Y%m%d%H%M%S", "%Y.%m.%d %H:%M:%S",
)  # fmt: skip
_YES = "('1', 'true', 'yes', 'y', 'on', '是', '开', '有效', '定位', '已定位', '点火')"
_NO = "('0', 'false', 'no', 'n', 'off', '否', '关', '无效', '未定位', '熄火')"


class UnreadableSheet(ValueError):
    """A sheet whose heads do not say what a position must say."""

    def __init__(self, path: Path, missing: list[str], heads: list[str]) -> None:
        super().__init__(
            f"{path.name}：缺少{'、'.join(missing)}，表头是{'、'.join(heads)}。"
            "请补上这些列，或把表头改成这些名称。"
        )


def take_sheet(store: Store, path: Path, now: datetime) -> Taken:
    """A CSV or Parquet of positions into the store; times are China's unless they say a zone.

    Where neither ACC nor fix is given, ACC was on while the vehicle moved and a place other than
    0, 0 is a fix. `UnreadableSheet` where a needed head is missing; `OSError` as it comes.
    """
    with store.locked(), store.connect() as connection:
        manifest = swept(store)
        for series in store.series:
            stage(connection, store.folder, series, [])
        with _readable(path, store.folder) as source:
            heads = _heads(connection, path, source)
            rows = _count(connection, f"SELECT count(*) FROM {source}")
            connection.execute(f"INSERT INTO incoming {_query(heads, source, now)}")
        placed = _count(connection, "SELECT count(*) FROM incoming")
        _, merged = commit(store, connection, manifest)
        compact(store, connection)
    return Taken(
        frames=rows,
        new=merged.new,
        revised=merged.revised,
        known=merged.known,
        unplaced=rows - placed,
        batches=1,
    )


@contextmanager
def _readable(path: Path, folder: Path) -> Iterator[str]:
    """The file as the engine reads it; a CSV that is no UTF-8 is read as GB 18030."""
    if path.suffix.lower() == ".parquet":
        yield f"read_parquet({quoted(path)})"
        return
    with NamedTemporaryFile("w", suffix=".csv", dir=folder, encoding="utf-8") as copy:
        is_copied = not _is_utf8(path)
        if is_copied:
            with path.open(encoding="gb18030", errors="replace") as file:
                copy.writelines(file)
            copy.flush()
        name = copy.name if is_copied else path
        yield f"read_csv({quoted(name)}, header=true, all_varchar=true, ignore_errors=true)"


def _is_utf8(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8") as file:
            return all(True for _ in file)
    except UnicodeDecodeError:
        return False


def _heads(
    connection: duckdb.DuckDBPyConnection, path: Path, source: str
) -> dict[str, tuple[str, str, str]]:
    """Of each field: its column quoted, its type, and what its unit is multiplied by."""
    try:
        described = connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
    except duckdb.Error as error:
        raise UnreadableSheet(path, ["可读的表"], [str(error).splitlines()[0]]) from error
    known = _names()
    found: dict[str, tuple[str, str, str]] = {}
    for head, kind, *_ in described:
        unit = _UNIT.search(head.strip())
        plain = tidy(_UNIT.sub("", head.strip()))
        factor = _FACTORS.get(unit[0][1:-1].strip().lower(), "1") if unit else "1"
        if plain in known:
            column = '"' + head.replace('"', '""') + '"'
            found.setdefault(known[plain], (column, kind, factor))
    missing = [POSITION.by_name[one].term for one in NEEDED if one not in found]
    if not found.keys() & {"terminal", "vehicle"}:
        missing.insert(0, "终端号或车牌号")
    if missing:
        raise UnreadableSheet(path, missing, [row[0] for row in described])
    return found


def _names() -> dict[str, str]:
    """Every head by what it means."""
    own = {tidy(name): one.name for one in reversed(POSITION.fields) for name in one.names}
    return own | {tidy(name): field for field, names in _MORE.items() for name in names}


def _query(heads: Mapping[str, tuple[str, str, str]], source: str, now: datetime) -> str:
    """The sheet as rows of the series' table, without those of no time or no vehicle."""
    of_car = "terminal" if "terminal" in heads else "vehicle"
    place = "abs(lat) <= 90 AND abs(lon) <= 180 AND (lat <> 0 OR lon <> 0) AND has_fix"
    return f"""SELECT car, located,
      CASE WHEN {place} THEN try_cast(round(lat * 1e6) AS INTEGER) END,
      CASE WHEN {place} THEN try_cast(round(lon * 1e6) AS INTEGER) END,
      coalesce(try_cast(altitude AS INTEGER), 0),
      greatest(coalesce(try_cast(speed * 10 AS INTEGER), 0), 0),
      coalesce(try_cast(direction AS INTEGER), 0),
      coalesce(try_cast(alarm AS UINTEGER), 0),
      coalesce(try_cast(status AS UINTEGER),
        has_fix::UINTEGER * 2 + coalesce(acc, speed > 0, false)::UINTEGER),
      try_cast(mileage * 10 AS UINTEGER), try_cast(fuel * 10 AS UINTEGER), NULL,
      TIMESTAMP '{local(now)}', row_number() OVER ()
    FROM (SELECT {_car(heads[of_car][0])} AS car, {_time(heads["at"])} AS located,
        {_number(heads, "lat")} AS lat, {_number(heads, "lon")} AS lon,
        {_number(heads, "altitude_m")} AS altitude, {_number(heads, "speed_kmh")} AS speed,
        {_number(heads, "direction")} AS direction, {_number(heads, "alarm")} AS alarm,
        {_number(heads, "status")} AS status, {_number(heads, "odometer_km")} AS mileage,
        {_number(heads, "fuel_l")} AS fuel, {_flag(heads, "is_acc_on")} AS acc,
        coalesce({_flag(heads, "is_positioned")}, true) AS has_fix FROM {source})
    WHERE car <> '' AND year(located) >= {FIRST_YEAR} AND year(located) < {AFTER_YEAR}"""


def _car(column: str) -> str:
    """A terminal's number without the noughts before it, a plate without blanks."""
    return f"ltrim(upper(regexp_replace({column}::VARCHAR, '[\\s·.]', '', 'g')), '0')"


def _time(head: tuple[str, str, str]) -> str:
    """China's time; of a text or a moment with a zone, that moment there."""
    column, kind, _ = head
    if kind.startswith("TIMESTAMP") and "ZONE" not in kind:
        return column
    if "ZONE" in kind:
        return f"make_timestamp(epoch_us({column})) + INTERVAL 8 HOUR"
    text = f"trim({column}::VARCHAR)"
    number = f"try_cast({text} AS DOUBLE)"
    since = f"CASE WHEN {number} > 1e12 THEN {number} / 1000 WHEN {number} > 1e9 THEN {number} END"
    zoned = f"regexp_matches({text}, ':.*(Z|[+-][0-9]{{2}}:?[0-9]{{2}})$')"
    there = f"make_timestamp(epoch_us(try_cast({text} AS TIMESTAMPTZ))) + INTERVAL 8 HOUR"
    return f"""coalesce(CASE WHEN {zoned} THEN {there} ELSE try_cast({text} AS TIMESTAMP) END,
      try_strptime({text}, {list(_TIMES)}),
      CASE WHEN length({text}) IN (10, 13) THEN
        make_timestamp((({since}) * 1e6)::BIGINT) + INTERVAL 8 HOUR END)"""


def _number(heads: Mapping[str, tuple[str, str, str]], field: str) -> str:
    if field not in heads:
        return "NULL"
    column, _, factor = heads[field]
    return f"try_cast(trim({column}::VARCHAR) AS DOUBLE) * {factor}"


def _flag(heads: Mapping[str, tuple[str, str, str]], field: str) -> str:
    if field not in heads:
        return "NULL::BOOLEAN"
    text = f"lower(trim({heads[field][0]}::VARCHAR))"
    return f"CASE WHEN {text} IN {_YES} THEN true WHEN {text} IN {_NO} THEN false END"


def _count(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    return int(connection.execute(query).fetchall()[0][0])
