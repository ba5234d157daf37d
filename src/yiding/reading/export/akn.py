"""The reading as Akoma Ntoso 3.0: ``<doc name="minutes">``, its text whole and marked inline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from yiding.reading.export.akn_meta import AKN, Organizations, event_id, legal, meta
from yiding.reading.export.akn_text import Mark, blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.reading.model import Item, Reading
    from yiding.text import Span

TAIL = {"attendance", "distribution", "imprint"}
BEFORE_OPENING = {"letterhead", "noise"}


def to_akn(reading: Reading) -> bytes:
    """A UTF-8 document; preface, preamble, mainBody and conclusions joined give the text.

    Characters that XML cannot hold (form feeds, lone surrogates) become U+FFFD.
    """
    root = etree.fromstring(f'<akomaNtoso xmlns="{AKN}"/>')
    doc = etree.SubElement(root, f"{{{AKN}}}doc", name="minutes")
    organizations = Organizations(reading)
    doc.append(meta(reading, organizations))
    for part in _Parts(reading, organizations).all():
        doc.append(part)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


class _Parts:
    """The four parts of the document, each a stretch of the text."""

    def __init__(self, reading: Reading, organizations: Organizations) -> None:
        self.items = sorted(reading.items, key=lambda item: item.span)
        self.text = legal(reading.text)
        self.reading = reading
        self.organizations = organizations

    def all(self) -> Iterator[etree._Element]:
        opening, first, tail = _borders(self.reading, self.items)
        if opening:
            yield self._part("preface", (0, opening))
        if first > opening:
            yield self._part("preamble", (opening, first))
        yield self._body((first, tail))
        if tail < len(self.text):
            yield self._part("conclusions", (tail, len(self.text)))

    def _part(self, name: str, span: Span) -> etree._Element:
        part = etree.Element(f"{{{AKN}}}{name}", eId=name)
        part.extend(blocks(self.text, span, name, ()))
        return part

    def _body(self, span: Span) -> etree._Element:
        body = etree.Element(f"{{{AKN}}}mainBody", eId="mainBody")
        if not self.items:
            body.extend(blocks(self.text, span, "mainBody", ()))
            return body
        ends = [item.span[0] for item in self.items[1:]] + [span[1]]
        start = span[0]
        for item, end in zip(self.items, ends, strict=True):
            body.append(self._section(item, (start, max(start, end))))
            start = max(start, end)
        return body

    def _section(self, item: Item, span: Span) -> etree._Element:
        eid = f"sec_{item.no}" if item.meeting == 0 else f"sec_{item.meeting}-{item.no}"
        section = etree.Element(f"{{{AKN}}}section", eId=eid)
        if self.reading.more_meetings:
            section.set("refersTo", f"#{event_id(item.meeting)}")
        content = etree.SubElement(section, f"{{{AKN}}}content", eId=f"{eid}__content")
        content.extend(blocks(self.text, span, f"{eid}__content", self._marks(item)))
        return section

    def _marks(self, item: Item) -> tuple[Mark, ...]:
        decisions = (
            Mark(decision.span, "decision", decision.outcome, None) for decision in item.decisions
        )
        duties = (
            Mark(
                duty.span,
                "obligation",
                "binding" if duty.binding else "standing",
                self.organizations.reference(duty.lead),
            )
            for duty in item.obligations
        )
        return (*decisions, *duties)


def _borders(reading: Reading, items: list[Item]) -> tuple[int, int, int]:
    """Where the opening, the first item and the tail begin."""
    leaves = reading.accounting
    opening = next((leaf.span[0] for leaf in leaves if leaf.kind not in BEFORE_OPENING), 0)
    first = max(opening, items[0].span[0]) if items else opening
    last = max((item.span[0] + 1 for item in items), default=first)
    after = (leaf.span[0] for leaf in leaves if leaf.kind in TAIL and leaf.span[0] >= last)
    return opening, first, next(after, len(reading.text))
