"""What the panels count: since a day, as known on a day, by place, trade and hour."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from ledgers.accidents.trying import of, read
from yiding.ledgers.accidents.panels import hours, places, since, trades
from yiding.ledgers.panel import Panel, Shown, Sight

ON = date(2019, 12, 31)
ENTRIES = [
    of("accident", "a", occurred_at="2019-08-01 10:20", deaths=2, title="塔机倾覆",
       industry="建筑施工", division="白鹭区", longitude="125.47", latitude="30.62"),
    of("accident", "b", occurred_at="2019-10-10 08:00", deaths=0, severe_injuries=1,
       industry="道路运输", division="望湖区"),
    of("accident", "c", occurred_at="2019-07-31 09:00", deaths=1, industry="道路运输"),
    of("accident", "d", occurred_at="2018-09-20 10:05", deaths=1, industry="建筑施工"),
    of("accident", "e", occurred_at="2019-11-11", deaths=0, severe_injuries=2, division="望湖区"),
    of("supplement", "s", accident="a", at="2019-08-20", deaths_change=1),
]  # fmt: skip


def sight(**query: str) -> Sight:
    """The entries as a reader sees them."""
    shown = [Shown(one, None, f"/entries/{one.id}/") for one in read(ENTRIES)]
    return Sight(ON, "329900", shown, query)


def drawn(panel: Any, **query: str) -> dict[str, Any]:
    """The context of a panel."""
    found = panel.draw(sight(**query))
    assert isinstance(found, Panel)
    return dict(found.context)


def grades(context: dict[str, Any]) -> dict[str, tuple[int, Decimal, int]]:
    """By grade: accidents, deaths, accidents a year before."""
    rows = (one.row for one in context["rows"])
    return {one.grade: (one.now.accidents, one.now.deaths, one.before.accidents) for one in rows}


def test_since_august_beside_the_year_before() -> None:
    """The accident of 31 July is not in it; the death of 20 August is."""
    told = drawn(since)
    assert grades(told)["larger"] == (1, Decimal(3), 0)
    assert grades(told)["general"] == (2, Decimal(0), 1)
    assert (told["whole"].more, told["whole"].more_deaths) == (2, Decimal(2))
    assert told["then"] is None
    assert [one.title for one in told["grave"]] == ["塔机倾覆"]
    assert told["grave"][0].href == "/entries/a/"


def test_as_it_was_known_on_a_day() -> None:
    """On 19 August one accident with two deaths was known; today it is three."""
    told = drawn(since, known_on="2019-08-19")
    assert grades(told)["general"] == (1, Decimal(2), 0)
    assert grades(told)["larger"] == (0, Decimal(0), 0)
    assert (told["then"].accidents, told["then"].deaths) == (1, Decimal(3))


def test_since_another_day_and_words_that_are_no_day() -> None:
    """A day told, a day to come, and nonsense."""
    assert drawn(since, since="2019-07-31")["whole"].now.accidents == 4
    assert drawn(since, since="2031-01-01")["asked"].since == ON
    assert drawn(since, since="上个月")["asked"].since == date(2019, 8, 1)


def test_where_in_which_trade_and_when() -> None:
    """One has coordinates; two of three are in one district; no hour was told of the third."""
    where = drawn(places)
    assert where["missing"] == 2
    assert "白鹭区" in str(where["chart"])
    assert "塔机倾覆" in str(where["map"])
    assert str(drawn(trades)["chart"]).count("<rect") == 3
    assert drawn(hours)["peak"] == "8:00–9:00"


def test_nothing_is_drawn_of_nothing() -> None:
    """No accidents, no panels."""
    empty = Sight(ON, "329900", [], {})
    assert [one.draw(empty) for one in (since, places, trades, hours)] == [None] * 4
