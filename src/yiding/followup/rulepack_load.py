"""Rule packs from their TOML files: each joined with the pack it extends, complete and checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from yiding.followup.rulepack_draft import Draft, Table, Value, read_draft, read_toml
from yiding.followup.rulepack_errors import (
    BAD_VALUE,
    MISSING,
    NO_FALLBACK,
    NO_FOLDER,
    NOT_ON_LADDER,
    UNKNOWN_PACK,
    RulePackError,
    Where,
)
from yiding.followup.rulepack_fields import RUNG_NEEDS
from yiding.followup.rulepack_model import (
    Approval,
    ApprovalName,
    Bilingual,
    Cadence,
    Clock,
    ClockName,
    DueSoon,
    Instrument,
    Origin,
    Quorum,
    RulePack,
    Rung,
    Scoring,
    Silence,
    Term,
    Trigger,
)

#: The pack that every other extends, and that holds where none was chosen.
NEUTRAL = "default"
LAST_DAYS = {"monthly": 31, "weekly": 7, "every_days": 366, "by_stage": 366}
PACKAGE = Path(__file__).resolve().parent.parent


def rulepacks_folder(package: Path = PACKAGE) -> Path:
    """The folder of packs: inside the installed package, else at the repository's root."""
    for folder in (package / "rulepacks", package.parent.parent / "rulepacks"):
        if folder.is_dir():
            return folder
    raise RulePackError(NO_FOLDER, file=str(package / "rulepacks"))


def load_rulepacks(folder: Path | None = None) -> dict[str, RulePack]:
    """Every pack of the folder by its slug, the neutral one first; raises RulePackError."""
    files = {path.stem: path for path in sorted((folder or rulepacks_folder()).glob("*.toml"))}
    names = sorted(files, key=lambda name: (name != NEUTRAL, name))
    return {name: _complete(_joined(files, name, ())) for name in names}


def load_rulepack(slug: str, folder: Path | None = None) -> RulePack:
    """One pack of the folder; raises RulePackError."""
    files = {path.stem: path for path in sorted((folder or rulepacks_folder()).glob("*.toml"))}
    if slug not in files:
        raise _unknown(Where(f"{slug}.toml"), slug, files)
    return _complete(_joined(files, slug, ()))


def _unknown(where: Where, slug: str, files: dict[str, Path]) -> RulePackError:
    return where.error(UNKNOWN_PACK, value=slug, known="、".join(files))


def _joined(files: dict[str, Path], slug: str, below: tuple[str, ...]) -> Draft:
    path = files[slug]
    extends = read_toml(path).get("extends")
    if extends is None:
        return read_draft(path, {})
    if extends not in files or extends in (*below, slug):
        raise _unknown(Where(path.name), str(extends), files)
    base = _joined(files, extends, (*below, slug))
    draft = read_draft(path, base.instruments)
    draft.tables = dict(_merged(base.tables, draft.tables))
    draft.head.setdefault("ladder", base.head.get("ladder"))
    return draft


# a rung keeps what the pack does not say; every other table is replaced whole
def _merged(base: dict[str, Table], own: dict[str, Table]) -> Iterator[tuple[str, Table]]:
    for key in [*base, *(key for key in own if key not in base)]:
        is_rung = key.startswith("rungs.")
        yield key, {**(base.get(key, {}) if is_rung or key not in own else {}), **own.get(key, {})}


def _complete(draft: Draft) -> RulePack:
    head, tables = draft.head, draft.tables
    for each in draft.set_aside:
        if each.key not in tables:
            raise Where(draft.where.file, each.key).error(NO_FALLBACK)
    return RulePack(
        head["slug"], head["name"], head["place"], _main_instrument(draft),
        head.get("in_force_from"), head.get("extends"), head.get("note"),
        tuple(_clock(draft, name) for name in get_args(ClockName)),
        _cadence(draft),
        DueSoon(**_section(draft, "due_soon", "days")),
        Silence(**_section(draft, "silence", "grace")),
        _ladder(draft),
        tuple(_approval(draft, name) for name in get_args(ApprovalName)),
        Quorum(**_section(draft, "quorum", "share", "is_strict")),
        Scoring(**_section(draft, "scoring", "points", "weights")) if "scoring" in tables else None,
        tuple(draft.set_aside), _origins(tables),
    )  # fmt: skip


def _main_instrument(draft: Draft) -> Instrument | None:
    source = draft.head.get("source")
    return source and draft.origin(draft.where.below("source"), source, None).instrument


def _section(draft: Draft, key: str, *needed: str) -> dict[str, Any]:
    table = draft.tables.get(key, {})
    for name in needed:
        if name not in table:
            raise Where(draft.where.file, f"{key}.{name}").error(MISSING, wanted="它的值")
    plain = {name: value for name, (value, _) in table.items()}
    return {**plain, "origin": table[needed[0]].origin}


def _cadence(draft: Draft) -> Cadence:
    found = Cadence(**_section(draft, "reports", "kind", "day", "early_days"))
    if found.day > LAST_DAYS[found.kind]:
        wanted = f"1 至 {LAST_DAYS[found.kind]} 的整数"
        raise draft.where.below("reports.day").error(BAD_VALUE, value=found.day, wanted=wanted)
    return found


def _clock(draft: Draft, name: ClockName) -> Clock:
    found = _section(draft, f"clocks.{name}", "amount", "unit", "counted_from")
    length = Term(found.pop("amount"), found.pop("unit"))
    return Clock(name=name, term=length, **found)


def _approval(draft: Draft, name: ApprovalName) -> Approval:
    return Approval(name=name, **_section(draft, f"approvals.{name}", "role"))


def _ladder(draft: Draft) -> tuple[Rung, ...]:
    place = draft.where.below("ladder")
    if not draft.head.get("ladder"):
        raise place.error(MISSING, wanted="各档次由低到高的代号")
    slugs = draft.head["ladder"]
    for slug in slugs:
        if f"rungs.{slug}" not in draft.tables:
            raise draft.where.below("rungs").below(slug).error(MISSING, wanted="这一档的规定")
    return tuple(_rung(draft, slug, slugs) for slug in slugs)


def _rung(draft: Draft, slug: str, ladder: tuple[str, ...]) -> Rung:
    key = f"rungs.{slug}"
    found = _section(draft, key, *sorted(RUNG_NEEDS))
    table, colour = draft.tables[key], found.get("colour", "none")
    triggers = tuple(_triggers(draft, key, table["triggers"], ladder))
    return Rung(
        slug, Bilingual(found["zh"], found["en"]), None if colour == "none" else colour,
        found.get("bars", 0), triggers, found["needs_no_good_reason"], found["signed_by"],
        found.get("reply_within"), {name: origin for name, (_, origin) in table.items()},
        found.get("note"),
    )  # fmt: skip


def _triggers(draft: Draft, key: str, found: Value, ladder: tuple[str, ...]) -> Iterator[Trigger]:
    for at, row in enumerate(found.value):
        where = Where(draft.where.file, f"{key}.triggers[{at}]")
        values, origin = dict(row), found.origin
        for name in ("rung", "following"):
            if values.get(name, ladder[0]) not in ladder:
                known = "、".join(ladder)
                raise where.below(name).error(NOT_ON_LADDER, value=values[name], known=known)
        article = values.pop("article", None)
        if "source" in values:
            own = draft.origin(where, values.pop("source"), article)
            origin = replace(own, pack=found.origin.pack)
        yield Trigger(origin=origin, **values)


def _origins(tables: dict[str, Table]) -> dict[str, Origin]:
    fields = {f"{key}.{name}": value.origin for key, table in tables.items()
              for name, value in table.items()}  # fmt: skip
    wholes = {key: next(iter(table.values())).origin for key, table in tables.items()
              if not key.startswith("rungs.") and table}  # fmt: skip
    return {**fields, **wholes}
