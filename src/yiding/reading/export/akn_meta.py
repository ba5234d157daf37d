"""The metadata of an Akoma Ntoso document: what it is, whose, and who is named in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from yiding.reading.model import Reading

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
SOFTWARE = "yiding"
UNDATED = "0001-01-01"
"""The date of a work that carries none: the schema wants a day."""


class Organizations:
    """Every body that acts, in order of appearance, each with an eId of its own."""

    def __init__(self, reading: Reading) -> None:
        issuer = [reading.issuer.name] if reading.issuer else []
        leads = [lead for item in reading.items for duty in item.obligations for lead in duty.lead]
        names = dict.fromkeys(issuer + leads)
        self.eids = {name: f"organization-{count}" for count, name in enumerate(names, 1)}

    def reference(self, names: Iterable[str]) -> str | None:
        """``#organization-3``, the first of these bodies."""
        return next((f"#{self.eids[name]}" for name in names), None)


def meta(reading: Reading, organizations: Organizations) -> etree._Element:
    """The ``<meta>`` of the document: identification and references."""
    root = etree.Element(f"{{{AKN}}}meta")
    author = organizations.reference([reading.issuer.name] if reading.issuer else [])
    root.append(_identification(reading, author or f"#{SOFTWARE}"))
    root.append(_references(reading, organizations))
    return root


def _identification(reading: Reading, author: str) -> etree._Element:
    part = etree.Element(f"{{{AKN}}}identification", source=f"#{SOFTWARE}")
    held_on = reading.held_on.date if reading.held_on else None
    published = reading.printed.on if reading.printed else None
    work = f"/akn/cn/doc/minutes/{_day(held_on)}/{reading.address}"
    expression = f"{work}/zho@{_day(published) if published else ''}"
    level = _level(part, "FRBRWork", work, (held_on, "meeting", author))
    _leaf(level, "FRBRcountry", value="cn")
    _leaf(level, "FRBRsubtype", value="minutes")
    if reading.number:
        _leaf(level, "FRBRnumber", value=reading.number.text, showAs=reading.number.text)
    level = _level(part, "FRBRExpression", expression, (published or held_on, "issue", author))
    _leaf(level, "FRBRlanguage", language="zho")
    manifestation = f"{expression}.xml"
    software = f"#{SOFTWARE}"
    level = _level(
        part, "FRBRManifestation", manifestation, (published or held_on, "markup", software)
    )
    _leaf(level, "FRBRformat", value="application/akn+xml")
    return part


def _level(
    part: etree._Element, name: str, uri: str, made: tuple[date | None, str, str]
) -> etree._Element:
    """One level of the FRBR: its address, day and author, in the order of the schema."""
    day, event, author = made
    level = etree.SubElement(part, f"{{{AKN}}}{name}")
    _leaf(level, "FRBRthis", value=f"{uri}/!main" if name != "FRBRManifestation" else uri)
    _leaf(level, "FRBRuri", value=uri)
    _leaf(level, "FRBRdate", date=_day(day), name=event)
    _leaf(level, "FRBRauthor", href=author)
    return level


def _references(reading: Reading, organizations: Organizations) -> etree._Element:
    part = etree.Element(f"{{{AKN}}}references", source=f"#{SOFTWARE}")
    _reference(part, "TLCOrganization", SOFTWARE, "Yiding 议定")
    for name, eid in organizations.eids.items():
        _reference(part, "TLCOrganization", eid, name)
    for count, name in enumerate(_people(reading), 1):
        _reference(part, "TLCPerson", f"person-{count}", name)
    return part


def _people(reading: Reading) -> dict[str, None]:
    chair = [reading.chair.name] if reading.chair else []
    return dict.fromkeys(chair + [person.name for person in reading.attendance.present])


def _reference(part: etree._Element, name: str, eid: str, shown: str) -> None:
    kind = name.removeprefix("TLC").lower()
    href = f"/akn/ontology/{kind}/cn/{eid}"
    _leaf(part, name, eId=eid, href=href, showAs=shown)


def _leaf(parent: etree._Element, element: str, **attributes: str) -> None:
    etree.SubElement(parent, f"{{{AKN}}}{element}", attributes)


def _day(day: date | None) -> str:
    return day.isoformat() if day else UNDATED
