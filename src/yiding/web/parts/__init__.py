"""The parts of the pages: what each is given, and the marks small enough to be made in Python.

A row of a table holds six or seven marks, so those are functions that return safe markup; whatever
is larger is a template under ``templates/parts`` with a dataclass here that says what it is given.
"""

from __future__ import annotations

from yiding.web.parts.account import Account, Key, Tile
from yiding.web.parts.acts import Act
from yiding.web.parts.evidence import Check, Moment, Proof
from yiding.web.parts.fields import DayInput
from yiding.web.parts.figures import Bar, Columns, Pair, Ratio, Series, Share, Strip, Total
from yiding.web.parts.lines import Axis, Line
from yiding.web.parts.marks import Slip
from yiding.web.parts.matters import MatterRow, MatterTable
from yiding.web.parts.navigation import Crumb, Entry, Footer, Head, Masthead, Pages, View, pages_of
from yiding.web.parts.quotes import Quote

__all__ = [
    "Account",
    "Act",
    "Axis",
    "Bar",
    "Check",
    "Columns",
    "Crumb",
    "DayInput",
    "Entry",
    "Footer",
    "Head",
    "Key",
    "Line",
    "Masthead",
    "MatterRow",
    "MatterTable",
    "Moment",
    "Pages",
    "Pair",
    "Proof",
    "Quote",
    "Ratio",
    "Series",
    "Share",
    "Slip",
    "Strip",
    "Tile",
    "Total",
    "View",
    "pages_of",
]
