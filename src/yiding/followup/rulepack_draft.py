"""One rule pack's file, read and checked but not yet joined with the pack it extends."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from yiding.followup.rulepack_errors import (
    BAD_VALUE,
    NO_SOURCE,
    UNKNOWN_KEY,
    UNKNOWN_SOURCE,
    UNREADABLE,
    WRONG_SLUG,
    RulePackError,
    Where,
)
from yiding.followup.rulepack_fields import (
    GROUPS,
    HEAD,
    INSTRUMENT,
    PROVENANCE,
    SECTIONS,
    Fields,
    as_table,
    check_table,
)
from yiding.followup.rulepack_model import Instrument, Origin, SetAside

OWN = "default"
NEEDED = {"slug", "name", "place"}


class Value(NamedTuple):
    """A value and where it comes from."""

    value: Any
    origin: Origin


Table = dict[str, Value]


@dataclass
class Draft:
    """A file's own values: tables by dotted key, what is set aside, the head."""

    where: Where
    head: dict[str, Any]
    instruments: dict[str, Instrument]
    tables: dict[str, Table] = field(default_factory=dict)
    set_aside: list[SetAside] = field(default_factory=list)

    def origin(self, where: Where, source: str, article: str | None) -> Origin:
        """Where a value comes from, by the key of its instrument; ``default`` is our own."""
        pack = str(self.head["slug"])
        if source == OWN:
            return Origin(pack, None, article)
        if source not in self.instruments:
            known = "、".join([OWN, *self.instruments])
            raise where.error(UNKNOWN_SOURCE, value=source, known=known)
        return Origin(pack, self.instruments[source], article)


def read_draft(path: Path, instruments: dict[str, Instrument]) -> Draft:
    """The draft of a file; it may name the instruments of the pack it extends."""
    where = Where(path.name)
    head = check_table(where, read_toml(path), HEAD, NEEDED)
    if head["slug"] != path.stem:
        raise where.error(WRONG_SLUG, value=head["slug"], wanted=path.stem)
    own = _instruments(where.below("instruments"), head.get("instruments", {}))
    draft = Draft(where, head, {**instruments, **own})
    for place, fields, raw in _tables(where, head):
        _add(draft, place, fields, raw)
    return draft


def read_toml(path: Path) -> dict[str, Any]:
    """The file's table; raises RulePackError where it is no TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RulePackError(UNREADABLE, file=path.name, detail=str(error)) from error


def _instruments(where: Where, raw: dict[str, Any]) -> dict[str, Instrument]:
    if OWN in raw:
        raise where.below(OWN).error(BAD_VALUE, value=OWN, wanted="别的代号，default 表示系统自拟")
    return {
        key: Instrument(key, **check_table(where.below(key), table, INSTRUMENT, {"title"}))
        for key, table in raw.items()
    }


def _tables(where: Where, head: dict[str, Any]) -> Iterator[tuple[Where, Fields, Any]]:
    for name, fields in SECTIONS.items():
        if name in head:
            yield where.below(name), fields, head[name]
    for group, (fields, names) in GROUPS.items():
        for name, raw in head.get(group, {}).items():
            place = where.below(group).below(name)
            if names is not None and name not in names:
                raise place.error(UNKNOWN_KEY, known="、".join(names))
            yield place, fields, raw


def _add(draft: Draft, where: Where, fields: Fields, raw: Any) -> None:
    if "source" not in as_table(where, raw):
        raise where.error(NO_SOURCE)
    values = check_table(where, raw, {**PROVENANCE, **fields}, set())
    origin = draft.origin(where, values.pop("source"), values.pop("article", None))
    own = Origin(origin.pack)
    proposed = _proposed(where, values)
    if not values.pop("confirmed", True):
        note = values.pop("note", None)
        draft.set_aside.append(SetAside(where.key, values, origin, note))
        return
    draft.tables[where.key] = {
        name: Value(value, own if name in proposed else origin) for name, value in values.items()
    }


def _proposed(where: Where, values: dict[str, Any]) -> tuple[str, ...]:
    proposed: tuple[str, ...] = values.pop("proposed", ())
    for name in proposed:
        if name not in values:
            known = "、".join(sorted(values))
            raise where.below("proposed").error(BAD_VALUE, value=name, wanted=f"本表的项：{known}")
    return proposed
