"""What the rules find equals what a person reads off the standard, written down here anew."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from hypothesis import given, seed, settings
from hypothesis import strategies as st

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import check
from yiding.rules.finding import Finding, Reason, Verdict

ON = date(2025, 3, 1)
TABLE = {
    "中央": {"部级正职": 54, "部级副职": 42, "正司局级": 24, "副司局级": 18, "处级": 12,
            "处级以下": 9},
    "省级": {"省级正职": 54, "省级副职": 42, "正厅级": 30, "副厅级": 24, "正处级": 18, "副处级": 12,
            "处级以下": 9},
    "市级": {"市级正职": 42, "市级副职": 30, "正局(处)级": 24, "副局(处)级": 18, "局(处)级以下": 9},
    "县级": {"县级正职": 30, "县级副职": 24, "正科级": 18, "副科级": 12, "科级以下": 9},
}  # fmt: skip
RANKS = [(level, rank) for level, ranks in TABLE.items() for rank in ranks]
AREAS = st.decimals(Decimal("0.01"), Decimal(80), places=2)


def found(kind: str, fields: dict[str, Any], slug: str, on: date = ON) -> list[Finding]:
    """The findings of one rule over one entry, as the command gives them."""
    (checked,) = check(ledger("premises"), [{"kind": kind, "fields": fields}], on, "320500")
    return [one for one in checked.findings if one.rule == f"premises/{slug}"]


@seed(20250301)
@settings(max_examples=150, deadline=None)
@given(st.sampled_from(RANKS), AREAS, st.sampled_from(["office", "room"]))
def test_an_area_is_held_against_the_printed_table(
    whose: tuple[str, str], area: Decimal, kind: str
) -> None:
    """Every row of the table, any area to the hundredth."""
    limit = Decimal(TABLE[whose[0]][whose[1]])
    fields = {"级别": whose[0], "职级": whose[1], "使用面积": str(area)}
    (finding,) = found(kind, fields, "area-within-limit")
    assert finding.verdict == (Verdict.MET if area <= limit else Verdict.BREACHED)
    assert finding.answer.excess == (area - limit if area > limit else None)
    assert (finding.answer.limit, finding.confirmed) == (limit, True)


@seed(20250302)
@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(list(TABLE["市级"])), min_size=2, max_size=6), AREAS)
def test_a_shared_room_is_held_against_the_sum(ranks: list[str], area: Decimal) -> None:
    """However the occupants are mixed; never as if one sat there alone."""
    fields = {"level": "city", "occupants": [{"rank": one} for one in ranks], "area_m2": str(area)}
    (finding,) = found("office", fields, "shared-room-within-sum")
    limit = sum(TABLE["市级"][one] for one in ranks)
    assert finding.verdict == (Verdict.MET if area <= limit else Verdict.BREACHED)
    assert found("office", fields, "area-within-limit") == []


@seed(20250303)
@settings(max_examples=100, deadline=None)
@given(st.integers(1, 900))
def test_service_rooms_fall_with_the_heads_and_never_jump(heads: int) -> None:
    """8 up to 200 heads, 6 from 400, a straight line between; one head more is never less space."""
    each = 8 if heads <= 200 else 6 if heads >= 400 else Decimal(1000 - heads) / 100
    told = [
        found("unit", {"level": "city", "staff_quota": n}, "service-rooms-allowance")[
            0
        ].answer.value
        for n in (heads, heads + 1)
    ]
    assert told[0] == (heads * Decimal(each)).quantize(Decimal("0.01"))
    assert isinstance(told[1], Decimal)
    assert told[1] - told[0] > -3


@seed(20250304)
@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.integers(0, 150), min_size=5, max_size=5).filter(any),
    st.booleans(),
    st.booleans(),
    st.integers(0, 300),
)
def test_the_total_is_the_printed_formula(
    counts: list[int], is_high: bool, has_canteen: bool, bays: int
) -> None:
    """[A + B + (A + B) × 9 %] ÷ K + C, to the hundredth of a square metre."""
    posts = dict(zip(TABLE["市级"], counts, strict=True))
    heads = sum(counts)
    offices = sum(TABLE["市级"][rank] * count for rank, count in posts.items())
    each = 8 if heads <= 200 else 6 if heads >= 400 else Decimal(1000 - heads) / 100
    usable = (offices + heads * each) * Decimal("1.09")
    canteen = Decimal("3.7") * min(heads, 100) + Decimal("2.6") * max(heads - 100, 0)
    annexes = canteen * has_canteen + 40 * min(bays, 200) + 38 * max(bays - 200, 0)
    total = usable / Decimal("0.60" if is_high else "0.65") + annexes
    fields = {
        "level": "city",
        "posts": posts,
        "storey_kind": "高层" if is_high else "多层",
        "has_canteen": has_canteen,
        "garage_bays": bays,
    }
    (finding,) = found("unit", fields, "gross-area-allowance")
    assert finding.answer.value == total.quantize(Decimal("0.01"), ROUND_HALF_UP)


@seed(20250305)
@settings(max_examples=120, deadline=None)
@given(st.dates(date(2018, 1, 1), date(2024, 6, 30)), st.integers(0, 90))
def test_an_office_is_recovered_by_the_same_day_of_the_next_month(left: date, after: int) -> None:
    """Or that month's last day; the day itself is in time, every day beyond it counts."""
    year, month = (left.year + 1, 1) if left.month == 12 else (left.year, left.month + 1)
    last = date(year, month, min(left.day, monthrange(year, month)[1]))
    back = left + timedelta(days=after)
    fields = {"formalities_done_on": left.isoformat(), "recovered_on": back.isoformat()}
    (finding,) = found("person", fields, "office-recovered")
    late = (back - last).days
    assert finding.answer.due_on == last
    assert (finding.verdict, finding.answer.days) == (
        (Verdict.OVERDUE, late) if late > 0 else (Verdict.MET, None)
    )


@seed(20250306)
@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["乡级正职", "乡级副职", "镇长", "科员"]), AREAS)
def test_a_township_without_a_provincial_row_is_never_judged(rank: str, area: Decimal) -> None:
    """It asks for the local value and tells the ceiling."""
    (finding,) = found(
        "office", {"level": "乡级", "rank": rank, "area": str(area)}, "area-within-limit"
    )
    assert finding.answer.reason == Reason.NEEDS_LOCAL
    assert "24" in finding.message
    assert "24" in finding.message_en


def test_no_value_of_1999_is_anywhere_in_the_tables() -> None:
    """32 and 6 for a city, 20 for a county, 0.57 for a high building."""
    tables = ledger("premises").values.tables
    amounts = {
        (key[0], amount)
        for row in tables["office_area"].rows
        for key, amount in row.amounts.items()
    }
    old = {("city", 32), ("city", 12), ("city", 6), ("county", 20), ("county", 6), ("central", 6)}
    assert not amounts & {(level, Decimal(amount)) for level, amount in old}
    assert set(tables["usable_share"].rows[0].amounts.values()) == {Decimal("0.65"), Decimal("0.6")}
