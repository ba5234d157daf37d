"""Measure the import of 10,000 entries with 300 wrong ones: ``python -m bench.imports``.

Into an empty SQLite in a folder of its own: the file is read and every wrong cell named, nothing
written; then the mended file is brought in, checked and versioned. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, TypeVar

import django
import xlsxwriter

from bench.report import processor, table

HEADS = (
    "编号", "单位名称", "级别", "职级", "楼栋", "楼层", "房间性质", "使用面积(m²)", "使用人",
    "备注",
)  # fmt: skip
AT = datetime(2026, 3, 3, 1, tzinfo=UTC)
LIMIT = 10.0
Done = TypeVar("Done")


def main() -> None:
    """The command: ``python -m bench.imports [--rows N] [--wrong N]``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--wrong", type=int, default=300)
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["YIDING_DATA_DIR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "yiding.settings"
        django.setup()
        heads = ("", "wall s", "processor s", "what came of it")
        print(f"{wish.rows} rows, {wish.wrong} wrong; {processor()}\n")
        print(table(heads, list(_measured(wish.rows, wish.wrong))))


def _measured(rows: int, wrong: int) -> Iterator[tuple[str, ...]]:
    from django.core.management import call_command  # noqa: PLC0415 - after set-up

    from yiding.ledgers.base.importing import import_entries  # noqa: PLC0415 - after set-up

    call_command("migrate", verbosity=0)
    writing = _writing()
    spoilt, mended = _book(rows, wrong), _book(rows, 0)
    for name, content in (("with wrong rows", spoilt), ("mended", mended)):
        wall, used, done = _timed(lambda raw=content: import_entries(writing, "rows.xlsx", raw))
        batch = done.batch
        told = f"{batch.state}: {batch.added} added, {batch.refused} refused"
        yield name, f"{wall:.1f}", f"{used:.1f}", f"{told}, {len(done.wrongs)} cells named"


def _timed(do: Callable[[], Done]) -> tuple[float, float, Done]:
    wall, used = time.monotonic(), time.process_time()
    done = do()
    return time.monotonic() - wall, time.process_time() - used, done


def _writing() -> Any:
    from yiding.ledgers.base.store import Writing  # noqa: PLC0415 - after set-up
    from yiding.registry.models import Account, Jurisdiction, Unit  # noqa: PLC0415 - after set-up
    from yiding.registry.roles import Role  # noqa: PLC0415 - after set-up

    city = Jurisdiction.objects.create(code="329900", slug="linhu", name="临湖市")
    for at in range(50):
        Unit.objects.create(jurisdiction=city, code=f"u{at}", name=f"临湖市第{at}局")
    account = Account.objects.create(
        username="supervisor", name="督查员", role=Role.SUPERVISOR, jurisdiction=city
    )
    return Writing(account, "premises", AT)


def _book(rows: int, wrong: int) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        page = made.add_worksheet("办公用房")
        page.write_row(0, 0, HEADS)
        for at in range(rows):
            page.write_row(at + 1, 0, _row(at, is_wrong=at < wrong))
    return out.getvalue()


def _row(at: int, *, is_wrong: bool) -> Sequence[Any]:
    unit = f"临湖市第{at % 50}局"
    area = 6 + at % 40 / 10
    if is_wrong:
        unit, area = (f"临湖市第{at}厅", area) if at % 2 else (unit, "宽敞")
    kind = "办公室"
    return (
        f"R-{at}",
        unit,
        "市级",
        "科级以下",
        f"{at % 20}号楼",
        at % 9 + 1,
        kind,
        area,
        "",
        f"第{at}间",
    )


if __name__ == "__main__":
    main()
