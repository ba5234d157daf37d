"""Rules of what is published: no cell tells of one enterprise, nor lets one be worked out."""

from __future__ import annotations

from datetime import date

from yiding.ledgers.biomedicine.suppression import (
    PRIMARY,
    Cell,
    Limits,
    cell_of,
    given_away,
    suppressed,
)
from yiding.rules import (
    Amounts,
    Answer,
    Entry,
    Fields,
    Reason,
    Term,
    Values,
    choose,
    known,
    rule,
)
from yiding.rules.answers import breached, computed, met, undetermined

LAW, OURS = "statistics-law-2024:28", "yiding-readings:bio-publication"


def _is_shown(cell: Fields) -> Term:
    return ~(known(cell.is_suppressed) & cell.is_suppressed)


def _enough(cell: Fields, values: Values) -> Term:
    return cell.units >= values.fewest_units


def _may_tell(cell: Fields) -> Term:
    """It is shown and not empty."""
    return ~(known(cell.units) & (cell.units <= 0)) & _is_shown(cell)


@rule(
    cites=LAW,
    or_else=OURS,
    kind="publication",
    english="Enough enterprises are behind what is published",
)
def enough_units_behind(cell: Fields, values: Values) -> Term:
    """公布的数背后至少有三家企业。"""
    is_told = known(cell.units) | known(cell.value)
    return _enough(cell, values).where(is_told & _may_tell(cell))


@rule(
    cites=LAW,
    or_else=OURS,
    kind="statistic",
    english="Enough enterprises are behind the figure",
)
def enough_units_behind_figure(figure: Fields, values: Values) -> Term:
    """单列的统计数背后至少有三家企业。"""
    return _enough(figure, values).where(known(figure.units) & _may_tell(figure))


@rule(
    cites=LAW,
    or_else=OURS,
    kind="publication",
    english="No enterprise dominates what is published",
)
def no_unit_dominates(cell: Fields, values: Values) -> Term:
    """公布的数没有一家企业占得太多。"""
    own = known(cell.dominance_limit)
    limit = choose((own, cell.dominance_limit), otherwise=values.dominance_share)
    return (cell.largest_share <= limit).where(known(cell.largest_share) & _is_shown(cell))


@rule(
    cites=LAW,
    or_else=OURS,
    kind="statistic",
    english="No enterprise dominates the figure",
)
def no_unit_dominates_figure(figure: Fields, values: Values) -> Term:
    """单列的统计数没有一家企业占得太多。"""
    is_told = known(figure.largest_share) & _is_shown(figure)
    return (figure.largest_share <= values.dominance_share).where(is_told)


def _hidden(table: Entry, amounts: Amounts) -> dict[tuple[str, str], str]:
    limits = Limits(amounts["fewest_units"], table.dominance_limit or amounts["dominance_share"])
    cells = [cell_of(one) for one in table.cells]
    return suppressed(cells, limits, with_totals=table.has_totals is not False)


@rule(cites=LAW, or_else=OURS, kind="publication", sequence=True, english="Cells to be hidden")
def cells_to_hide(table: Entry, amounts: Amounts, _: date) -> Answer | None:
    """公布表里应当隐匿的格。"""
    if not table.cells:
        return None
    if any(map(_is_unknown, map(cell_of, table.cells))):
        return undetermined(Reason.NO_DATA, ("units",))
    hidden, cells = _hidden(table, amounts), [cell_of(one) for one in table.cells]
    primary = [at for at, why in hidden.items() if why == PRIMARY]
    told = "；".join(_named(at, why) for at, why in sorted(hidden.items()))
    english = "; ".join(f"{'/'.join(filter(None, at))} {why}" for at, why in sorted(hidden.items()))
    if table.has_totals is not False and given_away(cells, hidden):
        told, english = f"{told}；合计仍能倒推，请不公布合计", f"{english}; withhold the totals"
    label = f"本格{len(primary)}、连带{len(hidden) - len(primary)}"
    return computed(len(hidden), label, "格", note=told, note_en=english)


def _named(at: tuple[str, str], why: str) -> str:
    return f"{'，'.join(filter(None, at))}（{'本格' if why == PRIMARY else '连带'}）"


@rule(cites=LAW, or_else=OURS, kind="publication", sequence=True, english="What must be is hidden")
def hides_what_it_must(table: Entry, amounts: Amounts, _: date) -> Answer | None:
    """应当隐匿的格都已隐匿。"""
    if not table.cells or not _is_told(table):
        return None
    shown = [cell_of(one) for one in table.cells if not one.get("is_suppressed")]
    bare = [_named(one.place, why) for one in shown if (why := _why(one, table, amounts))]
    if not bare and any(map(_is_unknown, shown)):
        return undetermined(Reason.NO_DATA, ("units",))
    if not bare:
        return met(len(table.cells) - len(shown), unit="格")
    note, english = "；".join(bare), f"{len(bare)} cells are still shown"
    return breached(len(bare), 0, "格", excess=len(bare), label="应隐未隐", note=note,
                    note_en=english)  # fmt: skip


def _is_unknown(cell: Cell) -> bool:
    """Whether nobody knows how many enterprises are behind it."""
    return cell.units is None


def _is_told(table: Entry) -> bool:
    """Whether it is known what is shown: the cells say it, or the table is published as it is."""
    told = any(one.get("is_suppressed") is not None for one in table.cells)
    return told or table.is_published is True


def _why(cell: Cell, table: Entry, amounts: Amounts) -> str | None:
    return _hidden(table, amounts).get(cell.place)
