"""The sheets that bring entries in."""

from __future__ import annotations

from yiding.ledgers.sheet import Columns, Sheet

COLUMNS = Columns(
    sheets=(
        Sheet(
            name="办公室",
            kind="office",
            heads={"房号": "id", "级别": "level", "职级": "rank", "使用面积": "area_m2"},
        ),
    )
)
