"""What an entry 条目 is: kinds, fields, and the reading of what people write in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any


class Type(StrEnum):
    """What a field holds; `yiding.rules.parsing` reads each."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"  # an exact decimal, in the field's unit
    MEASURED = "measured"  # a laboratory's result: a number, or a bound such as <0.02
    MONEY = "money"  # 元, exact to the 分
    DATE = "date"
    MOMENT = "moment"  # +08:00
    FLAG = "flag"  # 是/否
    CHOICE = "choice"
    SHARE = "share"  # part and whole, whole numbers
    LIST = "list"  # of texts
    DATES = "dates"
    RECORDS = "records"  # things with fields of their own


@dataclass(frozen=True, slots=True)
class Censored:
    """A result known by a bound only: ``<0.02``, ``>24000``; 未检出 is ``<`` without a bound.

    It is never a number: an expression finds such a field unknown, and a rule that can say
    something all the same looks at `sign` and `bound`.
    """

    sign: str
    bound: Decimal | None = None

    def __str__(self) -> str:
        return "未检出" if self.bound is None else f"{self.sign}{self.bound:f}"


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a choice: its name in English, Chinese term, other ways it is written."""

    name: str
    term: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One field: English name, Chinese column head, type, unit, other heads it comes under.

    `options` are those of a choice; `fields` those of its records. A choice that `is_open` leaves
    out a word it does not know and says so, where a closed one refuses the entry. `joins` names the
    fields whose words, with strokes between, a worked-out field is (a room's place in one piece).
    """

    name: str
    term: str
    type: Type = Type.TEXT
    unit: str | None = None
    aliases: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    fields: tuple[Field, ...] = ()
    is_open: bool = False
    joins: tuple[str, ...] = ()

    @property
    def head(self) -> str:
        """The head of its column, unit and all: ``使用面积(m²)``."""
        return f"{self.term}({self.unit})" if self.unit else self.term

    @property
    def names(self) -> tuple[str, ...]:
        """Everything the field may be called."""
        return (self.name, self.term, *self.aliases)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: ``office`` 办公室, with its fields and the heads its key comes under.

    `complete` takes what an entry says and gives what follows from it (a toilet of 4 m² is a
    toilet); it never changes what was said. `odd` says in Chinese what is strange in it; `recast`
    names the kind that given fields are really of; before it, `unfold` writes out
    as plain fields what is given nested or joined (``{"factors": {"TP": "0.05"}}``); `related`
    gives what follows from the entries checked together with it (a reading's water is its
    station's). `by_name` holds the fields by their English names.
    """

    name: str
    term: str
    fields: tuple[Field, ...]
    aliases: tuple[str, ...] = ()
    key_heads: tuple[str, ...] = ("编号", "序号")
    complete: Callable[[Mapping[str, Any]], Mapping[str, Any]] | None = None
    odd: Callable[[Mapping[str, Any]], Iterable[str]] | None = None
    recast: Callable[[Mapping[str, Any]], str | None] | None = None
    unfold: Callable[[Mapping[str, Any]], Mapping[str, Any]] | None = None
    related: Callable[[Entry], Mapping[str, Any]] | None = None
    by_name: Mapping[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work the names out once: every cell of a sheet asks for its field."""
        object.__setattr__(self, "by_name", {one.name: one for one in self.fields})

    @property
    def names(self) -> tuple[str, ...]:
        """Everything the kind may be called."""
        return (self.name, self.term, *self.aliases)


@dataclass(slots=True)
class Entry:
    """One entry, read: values by field name in Python's own types, none where not given.

    `place` is a 区划代码; `faults` are Chinese sentences about what was odd but readable.
    """

    kind: str
    id: str
    place: str
    values: Mapping[str, Any]
    faults: tuple[str, ...] = ()
    batch: Batch = field(default_factory=lambda: Batch(()), repr=False)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.values.get(name)


class Batch:
    """The entries checked together, for a rule that must look at others.

    `on` is the day they are checked on, none before a check begins.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.on: date | None = None
        self._entries = tuple(entries)
        self._found: dict[tuple[str, str], dict[Any, list[Entry]]] = {}

    def of_kind(self, kind: str) -> Iterator[Entry]:
        """Every entry of a kind."""
        return (one for one in self._entries if one.kind == kind)

    def look_up(self, kind: str, id_: str | None) -> Entry | None:
        """The entry of a kind with an id."""
        return next(iter(self._index(kind, "").get(id_, ())), None)

    def referring(self, kind: str, field_name: str, to: str) -> Iterator[Entry]:
        """The entries of a kind whose field names another entry."""
        return iter(self._index(kind, field_name).get(to, ()))

    def _index(self, kind: str, field_name: str) -> dict[Any, list[Entry]]:
        """The entries of a kind by one field (by id where none is named), made when first asked."""
        if (kind, field_name) not in self._found:
            index = self._found.setdefault((kind, field_name), {})
            for one in self.of_kind(kind):
                key = one.values.get(field_name) if field_name else one.id
                index.setdefault(key, []).append(one)
        return self._found[kind, field_name]


def gather(entries: Iterable[Entry]) -> list[Entry]:
    """Entries that know of one another."""
    listed = list(entries)
    batch = Batch(listed)
    for one in listed:
        one.batch = batch
    return listed
