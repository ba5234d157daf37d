"""What the ledger draws beside its list: where lightning struck, what is inspected, the months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from yiding.dates.calendar import add_months
from yiding.ledgers.base.drawing import Bar, bar_chart
from yiding.ledgers.catalogue import ledger
from yiding.ledgers.checking import complete_beside
from yiding.ledgers.lightning.grid_map import Spot, density_map, grid_of
from yiding.ledgers.lightning.standing import YEAR, due, is_ground, within_year
from yiding.ledgers.panel import Panel, Shown, Sight, panel
from yiding.rules.entries import Entry, gather
from yiding.rules.finding import Verdict

MOST = 6000
"""Entries that a drawing looks at; of more the newest."""
TONES = {Verdict.MET: "closed", Verdict.DUE: "soon", Verdict.OVERDUE: "late"}
CLASSES = {"first": "第一类", "second": "第二类", "third": "第三类", "none": "不分类"}
CLASSES_EN = {"first": "class I", "second": "class II", "third": "class III", "none": "none"}


@dataclass(frozen=True)
class ClassRow:
    """A class with how many of its structures are inspected in time, due soon, overdue, unknown."""

    term: str
    whole: int
    met: int
    due: int
    overdue: int
    unknown: int


@panel("site", "strike", "inspection", most=MOST, newest=True)
def strike_map(sight: Sight) -> Panel | None:
    """A year's ground flashes on a grid, with the places coloured by their inspections."""
    entries = _completed(sight)
    flashes = [one for one in _flashes(entries, sight.on) if _is_placed(one)]
    if not flashes:
        return None
    hrefs = {one.entry.id: one.href for one in sight.of_kind("site")}
    spots = [
        _spot(one, sight.on, hrefs) for one in entries if one.kind == "site" and _is_placed(one)
    ]
    grid = grid_of([(float(one.lon), float(one.lat)) for one in flashes], spots)
    title, about = (
        _("雷击密度图"),
        _("方格按一年内的地闪次数着色，越深越多；点是登记的场所，北在上。"),
    )
    drawn = density_map(grid, spots, title=title, description=about)
    context = {"map": drawn, "count": len(flashes), "most": grid.most, "side": f"{grid.side:g}"}
    context["is_cut"] = len(sight.entries) >= MOST
    return Panel("雷击密度图", "Where lightning struck", "lightning/strike_map.html", context)


@panel("structure", "site", "inspection", most=MOST)
def inspections_by_class(sight: Sight) -> Panel | None:
    """Structures by class, and whether they are inspected in time."""
    structures = [one for one in _completed(sight) if one.kind == "structure"]
    told = [(one.lightning_class or "", _standing(one, sight.on)) for one in structures]
    rows = [_row(name, [verdict for of, verdict in told if of == name]) for name in (*CLASSES, "")]
    context = {"rows": [one for one in rows if one.whole], "total": _row("", [v for _c, v in told])}
    if not structures:
        return None
    return Panel("分类和检测", "Classes and inspections", "lightning/classes.html", context)


@panel("strike", most=MOST, newest=True)
def strikes_by_month(sight: Sight) -> Panel | None:
    """Ground flashes of the last twelve months, month by month."""
    flashes = _flashes([one.entry for one in sight.entries], sight.on)
    if not flashes:
        return None
    counts = Counter(one.occurred_at.strftime("%Y-%m") for one in flashes)
    bars = [Bar(month, counts[month]) for month in _months(sight.on)]
    title, about = _("各月地闪"), _("最近十二个月每月的地闪次数。")
    drawn = bar_chart(bars, title=title, description=about)
    context = {"chart": drawn, "cloud": sum(not is_ground(one.entry) for one in sight.entries)}
    return Panel("各月地闪", "Flashes by month", "lightning/months.html", context)


def _completed(sight: Sight) -> list[Entry]:
    """The entries with what follows from one another."""
    kinds = ledger("lightning").kinds
    entries = gather(Entry(e.kind, e.id, e.place, e.values) for e in _entries(sight.entries))
    for one in entries:
        one.batch.on = sight.on
        complete_beside(kinds[one.kind], one)
    return entries


def _entries(shown: Sequence[Shown]) -> Iterator[Entry]:
    return (one.entry for one in shown)


def _flashes(entries: Sequence[Entry], on: date) -> list[Entry]:
    strikes = (one for one in entries if one.kind == "strike" and is_ground(one))
    return within_year(strikes, "occurred_at", on)


def _is_placed(entry: Entry) -> bool:
    return entry.lon is not None and entry.lat is not None


def _spot(site: Entry, on: date, hrefs: dict[str, str]) -> Spot:
    verdict = _standing(site, on)
    tone = TONES.get(verdict, "hair") if verdict else "hair"
    name = site.name or site.id
    return Spot(float(site.lon), float(site.lat), name, tone, hrefs.get(site.id, ""))


def _standing(entry: Entry, on: date) -> Verdict | None:
    answer = due(entry, on)
    return None if answer is None else answer.verdict


def _row(name: str, verdicts: Sequence[Verdict | None]) -> ClassRow:
    is_english = (get_language() or "").startswith("en")
    words = CLASSES_EN if is_english else CLASSES
    counts = Counter(verdicts)
    known = counts[Verdict.MET] + counts[Verdict.DUE] + counts[Verdict.OVERDUE]
    return ClassRow(
        term=words.get(name) or _("没有定类"),
        whole=len(verdicts),
        met=counts[Verdict.MET],
        due=counts[Verdict.DUE],
        overdue=counts[Verdict.OVERDUE],
        unknown=len(verdicts) - known,
    )


def _months(on: date) -> list[str]:
    """The twelve months up to the day's own, the oldest first."""
    first = on.replace(day=1)
    return [add_months(first, back - YEAR + 1).strftime("%Y-%m") for back in range(YEAR)]
