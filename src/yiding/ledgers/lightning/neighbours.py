"""What an entry takes from those checked together with it: last inspection, class, grade."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from yiding.ledgers.catalogue import ledger
from yiding.ledgers.lightning.choices import CLASSES as CHOICES
from yiding.ledgers.lightning.completing import environment
from yiding.rules.entries import Entry
from yiding.rules.judging import judge
from yiding.rules.places import chain

CLASS_RULES = frozenset({"class-of-structure", "class-of-tower", "class-of-housing"})
CLASSES = {Decimal(at): one.name for at, one in enumerate((CHOICES[-1], *CHOICES[:-1]))}
"""Which class a number is; 0 is none."""
OF_STRUCTURE = ("environment", "height_m", "commissioned_on", "category")
OF_SITE = ("category", "supervising_department")
OF_BODY = ("body_grade", "licence_valid_to", "has_joint_licence")


def related_site(site: Entry) -> dict[str, Any]:
    """Its last inspection."""
    return _last_inspection(site, ("site", site.id), ("site", site.name), ("site", site.uscc))


def related_structure(structure: Entry) -> dict[str, Any]:
    """Category, department and environment of its site; its own last inspection."""
    told = related_project(structure)
    return {
        **environment(told),
        **told,
        **_thunder_days(structure),
        **_last_inspection(structure, ("structure", structure.id), ("structure", structure.name)),
    }


def _thunder_days(structure: Entry) -> dict[str, Any]:
    """Those of the place, where the structure states neither them nor a density."""
    if structure.thunder_days is not None or structure.ng is not None:
        return {}
    found = _row(structure, "thunder_days", ())
    return {} if found is None else {"thunder_days": found, "has_place_days": True}


def _day_of(entry: Entry) -> date:
    """The day of the check; before one begins, the last there is."""
    on = entry.batch.on
    return date.max if on is None else on


def _row(entry: Entry, table: str, key: tuple[str, ...]) -> Any:
    """The dated value beside a key at the entry's place; none where there is none."""
    rows = ledger("lightning").values.tables[table]
    found = rows.find(key, chain(entry.place), _day_of(entry))
    return None if found is None else found[1]


def related_project(project: Entry) -> dict[str, Any]:
    """Category and department of the site it names; who reviews works of the category."""
    site = named(project, "site", project.site, ("uscc", "name"))
    told = _taken(site, OF_SITE)
    category = project.category or told.get("category")
    found = _row(project, "authority", (category,)) if category else None
    return told if found is None else {**told, "reviewer": found}


def related_device(device: Entry) -> dict[str, Any]:
    """Class and environment of its structure; the last inspection of either."""
    structure = named(device, "structure", device.structure, ("name",))
    told = _taken(structure, OF_STRUCTURE)
    if structure is not None:
        told |= {**related_structure(structure), **told, **_class_of(structure)}
    of = [("device", device.id)]
    if device.structure is not None:
        of.append(("structure", device.structure))
    own = _last_inspection(device, *of)
    known = {name: one for name, one in told.items() if name in _OF_DEVICE}
    return {**known, **own}


_OF_DEVICE = frozenset({*OF_STRUCTURE, "lightning_class", "last_inspected_on"})


def related_inspection(inspection: Entry) -> dict[str, Any]:
    """Grade and licence of the body, class and environment of the structure."""
    called = named(inspection, "inspection_body", inspection.body, ("name",))
    numbered = named(inspection, "inspection_body", inspection.licence_no, ("licence_no",))
    structure = named(inspection, "structure", inspection.structure, ("name",))
    return {
        **_taken(structure, ("category",)),
        **_class_of(structure),
        **_taken(called or numbered, OF_BODY),
    }


def _class_of(structure: Entry | None) -> dict[str, Any]:
    """The class on record, else the one the criteria give."""
    if structure is None or structure.lightning_class is not None:
        return _taken(structure, ("lightning_class",))
    lightning, on = ledger("lightning"), _day_of(structure)
    told = {**related_structure(structure), **structure.values}
    asked = Entry(structure.kind, structure.id, structure.place, told, batch=structure.batch)
    rules = (one for one in lightning.rules if one.source.slug in CLASS_RULES)
    found = (one.answer.value for rule in rules for one in judge(rule, lightning.values, asked, on))
    name = next((CLASSES[one] for one in found if isinstance(one, Decimal)), None)
    return {} if name is None else {"lightning_class": name}


def _taken(entry: Entry | None, names: Iterable[str]) -> dict[str, Any]:
    if entry is None:
        return {}
    return {name: entry.values[name] for name in names if entry.values.get(name) is not None}


def named(entry: Entry, kind: str, name: str | None, fields: Iterable[str]) -> Entry | None:
    """The entry of a kind that a name means: by its id, else by one of its fields."""
    if name is None:
        return None
    batch = entry.batch
    by_field = (one for field in fields for one in batch.referring(kind, field, name))
    return batch.look_up(kind, name) or next(by_field, None)


def _last_inspection(entry: Entry, *of: tuple[str, str | None]) -> dict[str, Any]:
    """The latest day, up to the day of the check, of a report that names the entry."""
    on = _day_of(entry)
    days = [day for field, name in of if name for day in reported_days(entry, field, name, on)]
    return {"last_inspected_on": max(days)} if days else {}


def reported_days(entry: Entry, field: str, name: str, on: date) -> Iterator[date]:
    """The days up to a day of the reports whose field names the entry."""
    for one in entry.batch.referring("inspection", field, name):
        if one.inspected_on is not None and one.inspected_on <= on:
            yield one.inspected_on
