"""The metadata of an Akoma Ntoso document: what it is, whose, and who is named in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from yiding.reading.export.meetings import meetings, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from yiding.reading.model import Meeting, Reading

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
SOFTWARE = "yiding"
UNDATED = "0001-01-01"
"""The date of a work that carries none: the schema wants a day."""

# XML has no place for these, not even escaped.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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
    """The ``<meta>`` of the document: identification, references, what a person should check."""
    root = etree.Element(f"{{{AKN}}}meta")
    author = organizations.reference([reading.issuer.name] if reading.issuer else [])
    root.append(_identification(reading, author or f"#{SOFTWARE}"))
    root.append(_references(reading, organizations))
    if reading.warnings:
        root.append(_notes(reading))
    return root


def legal(words: str) -> str:
    """Words that XML can hold: any other character becomes U+FFFD, one for one."""
    return _ILLEGAL.sub("\ufffd", words)


def _identification(reading: Reading, author: str) -> etree._Element:
    part = etree.Element(f"{{{AKN}}}identification", source=f"#{SOFTWARE}")
    held_on = reading.held_on.date if reading.held_on else None
    published = reading.printed.on if reading.printed else None
    work = f"/akn/cn/doc/minutes/{_day(held_on)}/{reading.address}"
    expression = f"{work}/zho@{_day(published) if published else ''}"
    days = [meeting.held_on.date for meeting in meetings(reading) if meeting.held_on]
    level = _level(part, "FRBRWork", work, (days or [None], "meeting", author))
    _leaf(level, "FRBRcountry", value="cn")
    _leaf(level, "FRBRsubtype", value="minutes")
    numbers = (meeting.number.text for meeting in meetings(reading) if meeting.number)
    for number in dict.fromkeys(numbers):
        _leaf(level, "FRBRnumber", value=number, showAs=number)
    level = _level(part, "FRBRExpression", expression, ([published or held_on], "issue", author))
    _leaf(level, "FRBRlanguage", language="zho")
    manifestation = f"{expression}.xml"
    software = f"#{SOFTWARE}"
    level = _level(
        part, "FRBRManifestation", manifestation, ([published or held_on], "markup", software)
    )
    _leaf(level, "FRBRformat", value="application/akn+xml")
    return part


def _level(
    part: etree._Element, name: str, uri: str, made: tuple[Sequence[date | None], str, str]
) -> etree._Element:
    """One level of the FRBR: its address, days and author, in the order of the schema."""
    days, event, author = made
    level = etree.SubElement(part, f"{{{AKN}}}{name}")
    _leaf(level, "FRBRthis", value=f"{uri}/!main" if name != "FRBRManifestation" else uri)
    _leaf(level, "FRBRuri", value=uri)
    for day in days:
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
    if reading.more_meetings:
        for index, meeting in enumerate(meetings(reading)):
            _reference(part, "TLCEvent", event_id(index), _name(meeting))
    return part


def event_id(index: int) -> str:
    """The eId of a meeting, where a text holds several."""
    return f"meeting-{index + 1}"


def _name(meeting: Meeting) -> str:
    """第112次 2018-12-20 谷雨生: the session, the day, who was in the chair."""
    chair = meeting.chair.name if meeting.chair else ""
    return f"{name_of(meeting)} {chair}".strip()


def _people(reading: Reading) -> dict[str, None]:
    chairs = [meeting.chair.name for meeting in meetings(reading) if meeting.chair]
    return dict.fromkeys(chairs + [person.name for person in reading.attendance.present])


def _reference(part: etree._Element, name: str, eid: str, shown: str) -> None:
    kind = name.removeprefix("TLC").lower()
    href = f"/akn/ontology/{kind}/cn/{eid}"
    _leaf(part, name, eId=eid, href=href, showAs=shown)


def _notes(reading: Reading) -> etree._Element:
    notes = etree.Element(f"{{{AKN}}}notes", source=f"#{SOFTWARE}")
    for count, warning in enumerate(reading.warnings, 1):
        eid = f"note-{count}"
        note = etree.SubElement(notes, f"{{{AKN}}}note", {"eId": eid, "class": warning.code})
        paragraph = etree.SubElement(note, f"{{{AKN}}}p", eId=f"{eid}__p_1")
        paragraph.text = legal(warning.message)
    return notes


def _leaf(parent: etree._Element, element: str, **attributes: str) -> None:
    plain = {name: legal(value) for name, value in attributes.items()}
    etree.SubElement(parent, f"{{{AKN}}}{element}", plain)


def _day(day: date | None) -> str:
    return day.isoformat() if day else UNDATED
