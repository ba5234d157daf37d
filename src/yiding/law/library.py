"""The instruments that ship with the package, read once from ``instruments/*.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from yiding.law.instrument import Instrument, Provision, Tag


class UnknownProvision(LookupError):
    """An address that no shipped instrument holds."""


@cache
def instruments() -> Mapping[str, Instrument]:
    """Every instrument by its slug, in the order of the slugs."""
    folder = files("yiding.law") / "instruments"
    found = [_read(one.name, one.read_bytes()) for one in folder.iterdir() if _is_data(one.name)]
    return {one.slug: one for one in sorted(found, key=lambda one: one.slug)}


def instrument(slug: str) -> Instrument:
    """One instrument; `UnknownProvision` says which slug is not kept."""
    try:
        return instruments()[slug]
    except KeyError:
        raise UnknownProvision(f"没有收录文件“{slug}”。 No instrument {slug!r} is kept.") from None


@cache
def provision(address: str) -> tuple[Provision, ...]:
    """Every version of the provision at an address such as ``ndrc-2014-2674:annex-1``."""
    slug, _, article = address.partition(":")
    found = instrument(slug).versions_of(article)
    if not found:
        raise UnknownProvision(f"“{slug}”没有条款“{article}”。 {slug!r} holds no {article!r}.")
    return found


@lru_cache(maxsize=65536)
def provision_on(address: str, on: date) -> Provision | None:
    """The version in force on a day; none before it began or after it ended."""
    return next((one for one in provision(address) if one.is_in_force(on)), None)


def _is_data(name: str) -> bool:
    return name.endswith(".toml")


def _read(name: str, raw: bytes) -> Instrument:
    data = tomllib.loads(raw.decode())
    slug = name.removesuffix(".toml")
    rows = _in_order(_provision(slug, data, row) for row in data.get("provisions", ()))
    return Instrument(
        slug=slug,
        title=data["title"],
        title_en=data["title_en"],
        number=data.get("number", ""),
        issuer=data["issuer"],
        place=data.get("place", "100000"),
        starts_on=data["from"],
        ends_on=data.get("to"),
        tag=Tag(data["tag"]),
        note=data.get("note", ""),
        provisions=rows,
    )


def _in_order(rows: Iterable[Provision]) -> tuple[Provision, ...]:
    """As the file has the provisions, with the versions of each one the oldest first."""
    versions: dict[str, list[Provision]] = {}
    for row in rows:
        versions.setdefault(row.slug, []).append(row)
    ordered = (sorted(each, key=lambda one: one.starts_on) for each in versions.values())
    return tuple(one for each in ordered for one in each)


def _provision(slug: str, whole: Mapping[str, Any], row: Mapping[str, Any]) -> Provision:
    starts_on: date = row.get("from", whole["from"])
    ends_on: date | None = row.get("to", whole.get("to"))
    return Provision(
        instrument=slug,
        slug=row["id"],
        article=row["article"],
        gist=row["gist"],
        gist_en=row["gist_en"],
        tag=Tag(row.get("tag", whole["tag"])),
        starts_on=starts_on,
        ends_on=ends_on,
    )
