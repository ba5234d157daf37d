"""Search 查找: any phrase of two characters or more, with the answers that LIKE would give.

The index only narrows: whether the phrase stands in the text is looked up in the text itself.
"""

# ruff: noqa: S608, S611 - names of our own tables stand in the SQL, what was typed never does
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection, models
from django.db.models import BooleanField, F, Func, Q, Value
from django.db.models.expressions import Combinable, RawSQL
from django.db.models.functions import Collate, Lower, StrIndex
from django.db.models.lookups import GreaterThan

from yiding.followup.bigrams import bigrams, folded, has_letters, phrase_for_sqlite
from yiding.followup.board import Board
from yiding.followup.matter_queries import MatterQuerySet
from yiding.followup.models import Matter, Minutes
from yiding.registry.roles import OF_A_UNIT
from yiding.registry.written import models_of, written

#: The shortest and longest phrase looked for; what is longer is cut.
SHORTEST, LONGEST = 2, 60
#: How many are counted at most, and how many are shown.
COUNTED, SHOWN, PAPERS = 500, 50, 20
#: From so many hits on a phrase is so common that walking back from the newest finds them sooner.
_COMMON = 2_500
#: A phrase is looked for in so many of the newest first.
_NEAR, _NEAR_PAPERS = 5_000, 200
#: In so many of those it is everywhere: to walk on costs less than to gather it from the index.
_EVERYWHERE = _NEAR // 30

_FOR_UNITS = (str(Minutes.State.ISSUED), str(Minutes.State.SUPERSEDED))
_OF_PAPER = ("id", "address", "title", "number", "held_on", "text")


@dataclass(frozen=True)
class Hits:
    """命中: the newest of what was found, and how many there are, counted to a limit."""

    keys: list[int]
    count: int

    @property
    def is_capped(self) -> bool:
        """Are there more than were counted?"""
        return self.count > COUNTED


def phrase_of(given: str) -> str:
    """What is looked for: without space at its ends, on one line, and cut to the longest."""
    return " ".join(given.replace("\0", " ").split())[:LONGEST]


def containing(rows: MatterQuerySet, words: str) -> MatterQuerySet:
    """The rows whose matter has a phrase in its action or its sentence."""
    phrase = phrase_of(words)
    if len(phrase) < SHORTEST:
        return rows.none()
    found = rows.filter(_stands(rows, phrase))
    if connection.vendor == "postgresql":
        return found.filter(_HasPairs(phrase, f"{rows.to_matter}action", f"{rows.to_matter}quote"))
    return found.filter(**{f"{rows.key}__in": _in_sqlite(Matter, phrase)})


def matter_hits(board: Board, phrase: str) -> Hits:
    """The newest matters with a phrase, of those an account sees."""
    if not board.is_whole:
        return _hits_of_few(board, phrase)
    if connection.vendor == "postgresql":
        return _hits_in_postgresql(board, phrase)
    return _hits(_ids(_NEWEST_SQLITE, [phrase_for_sqlite(phrase), *_sought(board, phrase)]))


def minutes_with(board: Board, phrase: str) -> list[Minutes]:
    """The newest minutes with a phrase in their text, of those an account may read."""
    asked = board.jurisdiction.pk, board.account.role in OF_A_UNIT, phrase
    if connection.vendor == "postgresql":
        last = _last_paper()
        near = _near_papers(*asked, last[0][0] - _NEAR_PAPERS if last else 0)
        if len(near) == PAPERS:
            return models_of(Minutes, near, *_OF_PAPER)
    return models_of(Minutes, _papers(*asked), *_OF_PAPER)


@written
def _papers(place: int, is_of_unit: bool, phrase: str) -> Any:
    if connection.vendor == "postgresql":
        shown = _papers_with(place, is_of_unit, phrase)
        return shown.filter(_HasPairs(phrase, "text"))[:PAPERS]
    states = _FOR_UNITS if is_of_unit else tuple(Minutes.State.values)
    sql = _PAPERS_SQLITE.format(
        columns=", ".join(f"m.{name}" for name in _OF_PAPER),
        states=", ".join(f"'{state}'" for state in states),
        small="lower" if has_letters(phrase) else "",
    )
    return sql, (phrase_for_sqlite(phrase), place, folded(phrase))


@written
def _near_papers(place: int, is_of_unit: bool, phrase: str, after: int) -> Any:
    return _papers_with(place, is_of_unit, phrase).filter(pk__gt=after)[:PAPERS]


@written
def _last_paper() -> Any:
    return Minutes.objects.order_by("-pk").values_list("pk")[:1]


def _papers_with(place: int, is_of_unit: bool, phrase: str) -> Any:
    papers = Minutes.objects.filter(_stands_in("text", phrase), jurisdiction=place)
    if is_of_unit:
        papers = papers.filter(state__in=_FOR_UNITS)
    return papers.order_by("-pk").values_list(*_OF_PAPER)


def _stands(rows: MatterQuerySet, phrase: str) -> Q:
    """Does a phrase stand in the action or in the sentence of a row's matter?"""
    action, quote = f"{rows.to_matter}action", f"{rows.to_matter}quote"
    return Q(_stands_in(action, phrase)) | Q(_stands_in(quote, phrase))


def _stands_in(column: str, phrase: str) -> GreaterThan:
    """Letters of ASCII count as small ones, in either database; without any there is no need."""
    text: Combinable = F(column)
    if connection.vendor == "postgresql":
        text = Collate(text, "C")
    if has_letters(phrase):
        text = Lower(text)
    return GreaterThan(StrIndex(text, Value(folded(phrase))), 0)


class _HasPairs(Func):
    """Has a text every pair of a phrase? Written as PostgreSQL's index is, so that it is used."""

    function = "followup_pairs"
    arg_joiner = " || chr(10) || "
    output_field = BooleanField()

    def __init__(self, phrase: str, *columns: str, **extra: Any) -> None:
        super().__init__(*columns, **extra)
        self.pairs = bigrams(phrase)

    def as_sql(self, *args: Any, **extra: Any) -> tuple[str, Any]:
        sql, values = super().as_sql(*args, **extra)
        return f"{sql} @> %s::text[]", (*values, self.pairs)


_NEWEST_SQLITE = f"""
    SELECT m.id FROM followup_matter_words w JOIN followup_matter m ON m.id = w.rowid
    WHERE w.pairs MATCH %s AND m.jurisdiction_id = %s
        AND (instr(lower(m.action), %s) OR instr(lower(m.quote), %s))
    ORDER BY w.rowid DESC LIMIT {COUNTED + 1}"""
#: The newest first is the order of the index: it is walked back, and nothing is sorted.
_PAPERS_SQLITE = f"""
    SELECT {{columns}} FROM followup_minutes_words w JOIN followup_minutes m ON m.id = w.rowid
    WHERE w.pairs MATCH %s AND m.jurisdiction_id = %s AND m.state IN ({{states}})
        AND instr({{small}}(m.text), %s)
    ORDER BY w.rowid DESC LIMIT {PAPERS}"""
_STANDS_POSTGRESQL = """jurisdiction_id = %s AND (
    strpos({small}(action COLLATE "C"), %s) > 0 OR strpos({small}(quote COLLATE "C"), %s) > 0)"""
_INDEXED_POSTGRESQL = f"""
    SELECT id FROM followup_matter
    WHERE followup_pairs(action || chr(10) || quote) @> %s::text[] AND {_STANDS_POSTGRESQL}
    LIMIT %s"""
_WALKED_POSTGRESQL = f"""
    SELECT id FROM followup_matter WHERE {_STANDS_POSTGRESQL} AND id <= %s
    ORDER BY id DESC LIMIT %s"""
_NEAR_POSTGRESQL = f"""
    SELECT id FROM followup_matter WHERE {_STANDS_POSTGRESQL} AND id > %s
    ORDER BY id DESC"""


def _hits_in_postgresql(board: Board, phrase: str) -> Hits:
    """GIN knows no order: what is rare is sorted, what is common is met soon walking back."""
    sought, pairs = _sought(board, phrase), bigrams(phrase)
    near, walked, indexed = (
        sql.format(small="lower" if has_letters(phrase) else "")
        for sql in (_NEAR_POSTGRESQL, _WALKED_POSTGRESQL, _INDEXED_POSTGRESQL)
    )
    far = (_ids("SELECT max(id) FROM followup_matter", [])[0] or 0) - _NEAR
    newest = _ids(near, [*sought, far])
    if len(newest) > _EVERYWHERE:
        missing = max(COUNTED + 1 - len(newest), 0)
        return _hits(newest + _ids(walked, [*sought, far, missing]))
    if len(newest) >= SHOWN:
        found = _ids(indexed, [pairs, *sought, COUNTED + 1])
        return Hits(newest[:SHOWN], len(found))
    found = _ids(indexed, [pairs, *sought, _COMMON + 1])
    if len(found) <= _COMMON:
        return _hits(sorted(found, reverse=True))
    older = _ids(walked, [*sought, far, SHOWN - len(newest)])
    return Hits(newest + older, COUNTED + 1)


def _sought(board: Board, phrase: str) -> list[Any]:
    return [board.jurisdiction.pk, folded(phrase), folded(phrase)]


def _ids(sql: str, values: list[Any]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [row[0] for row in cursor.fetchall()]


def _hits_of_few(board: Board, phrase: str) -> Hits:
    """A unit's own are few: each is looked at, and no index of the whole city is walked."""
    own = [board.rows()]
    if board.unit is not None:
        own.append(board.assisted_by(board.unit.pk))
    keys: set[int] = set()
    for rows in own:
        found = rows.filter(_stands(rows, phrase))
        # sorted, and not met walking back over the whole city: a plan cannot know how rare it is
        found = found.order_by((F(rows.key) + 0).desc())
        keys |= set(found.values_list(rows.key, flat=True)[: COUNTED + 1])
    return _hits(sorted(keys, reverse=True))


def _hits(keys: list[int]) -> Hits:
    return Hits(keys[:SHOWN], min(len(keys), COUNTED + 1))


def _in_sqlite(model: type[models.Model], phrase: str) -> RawSQL:
    """The keys its index has for a phrase: all that contain it, and few that do not."""
    sql = f"SELECT rowid FROM {model._meta.db_table}_words WHERE pairs MATCH %s"
    return RawSQL(sql, [phrase_for_sqlite(phrase)])
