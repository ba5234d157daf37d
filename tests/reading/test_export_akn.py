"""The reading as Akoma Ntoso 3.0: well-formed, in the order of its schema, the text whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reading.handmade import ALL, BARE, FULL, TWO
from yiding.reading.export.akn import to_akn
from yiding.reading.export.akn_text import Mark, blocks
from yiding.reading.model import Closing, Decision, Reading

NAMESPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
PARTS = ["meta", "preface", "preamble", "mainBody", "conclusions"]
# The children each element may have, in the order of the schema.
ORDER = {
    "FRBRWork": ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRcountry", "FRBRsubtype",
                 "FRBRnumber"],
    "FRBRExpression": ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRlanguage"],
    "FRBRManifestation": ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRformat"],
    "identification": ["FRBRWork", "FRBRExpression", "FRBRManifestation"],
    "meta": ["identification", "references", "notes"],
    "references": ["TLCOrganization", "TLCPerson", "TLCEvent"],
    "notes": ["note"],
    "note": ["p"],
    "section": ["content"],
    "content": ["p"],
    "preface": ["p"],
    "preamble": ["p"],
    "conclusions": ["p"],
    "mainBody": ["section", "p"],
    "doc": PARTS,
    "p": ["inline"],
    "inline": ["inline"],
}  # fmt: skip


def opened(reading: Reading) -> etree._Element:
    return etree.fromstring(to_akn(reading))


def name(element: etree._Element) -> str:
    return str(element.tag).removeprefix(NAMESPACE)


def whole(reading: Reading) -> str:
    """The text of the document without its metadata."""
    (doc,) = opened(reading)
    return "".join("".join(part.itertext()) for part in doc[1:])


def many(element: etree._Element, tag: str) -> list[etree._Element]:
    return list(element.iter(f"{NAMESPACE}{tag}"))


@pytest.mark.parametrize("reading", ALL, ids=lambda reading: reading.address)
def test_elements_stand_in_the_order_of_the_schema(reading: Reading) -> None:
    for element in many(opened(reading), "doc")[0].iter():
        order = ORDER.get(name(element), [])
        places = [order.index(name(child)) for child in element]
        assert places == sorted(places), name(element)


@pytest.mark.parametrize("reading", ALL, ids=lambda reading: reading.address)
def test_ids_are_unique_and_references_lead_somewhere(reading: Reading) -> None:
    root = opened(reading)
    ids = [each.get("eId") for each in root.iter() if each.get("eId")]
    assert len(ids) == len(set(ids))
    links = [each.get("refersTo") or each.get("source") for each in root.iter()]
    links += [each.get("href") for each in many(root, "FRBRauthor")]
    assert {link[1:] for link in links if link} <= set(ids)


def test_the_text_is_whole() -> None:
    assert whole(FULL) == FULL.text
    assert whole(replace(FULL, accounting=())) == FULL.text
    assert whole(replace(FULL, items=())) == FULL.text


def test_what_xml_cannot_hold_is_replaced_one_for_one() -> None:
    assert whole(BARE) == BARE.text.replace("\x0c", "\ufffd")


def test_the_parts_begin_where_the_paper_does() -> None:
    (doc,) = opened(FULL)
    assert [name(part) for part in doc] == PARTS
    first = {name(part): "".join(part.itertext())[:3] for part in doc[1:]}
    assert first == {
        "preface": "临湖市", "preamble": "202", "mainBody": "一、审", "conclusions": "出席："
    }  # fmt: skip


def test_decisions_and_duties_are_marked_where_they_stand() -> None:
    inlines = many(opened(FULL), "inline")
    marked = [(each.get("name"), "".join(each.itertext())) for each in inlines]
    decisions = [("decision", d.span) for item in FULL.items for d in item.decisions]
    duties = [("obligation", d.span) for item in FULL.items for d in item.obligations]
    expected = [(kind, FULL.text[slice(*span)]) for kind, span in decisions + duties]
    assert sorted(marked) == sorted(expected)
    assert [each.get("class") for each in inlines].count("standing") == 1


def test_a_mark_over_a_line_end_keeps_its_lines_in_one_paragraph() -> None:
    paragraphs = ["".join(each.itertext()) for each in many(opened(FULL), "p")]
    assert any("市水利\n局修改完善后" in each for each in paragraphs)


def test_overlapping_marks_are_nested_and_cut() -> None:
    item = FULL.items[0]
    start = item.obligations[0].span[0]
    late = Decision("decided", None, (start + 3, item.obligations[0].span[1] + 5))
    twin = replace(item.obligations[0], address="linhu-2025-7:1.0.4", closing=Closing("report"))
    reading = replace(
        FULL,
        items=(replace(item, decisions=(late,), obligations=(*item.obligations, twin)),),
    )
    assert whole(reading) == FULL.text
    assert len(many(opened(reading), "inline")) == len(item.obligations) + 2


def test_the_work_is_named_by_its_address_and_day() -> None:
    work = many(opened(FULL), "FRBRWork")[0]
    assert work[1].get("value") == "/akn/cn/doc/minutes/2025-03-18/linhu-2025-7"
    assert many(opened(FULL), "FRBRlanguage")[0].get("language") == "zho"


def test_the_metadata_tells_every_meeting_and_its_items_say_which() -> None:
    root = opened(TWO)
    work = many(root, "FRBRWork")[0]
    days = [each.get("date") for each in work.findall(f"{NAMESPACE}FRBRdate")]
    assert days == ["2025-03-18", "2025-04-02"]
    numbers = [each.get("value") for each in many(root, "FRBRnumber")]
    assert numbers == ["〔2025〕7号", "〔2025〕8号"]
    events = {f"#{each.get('eId')}": each.get("showAs") for each in many(root, "TLCEvent")}
    told = [events[each.get("refersTo", "")] for each in many(root, "section")]
    assert told == ["第41次 2025-03-18 何清源", "第42次 2025-04-02 沈亦文"]
    assert "沈亦文" in {each.get("showAs") for each in many(root, "TLCPerson")}


def test_what_a_person_should_check_is_a_note() -> None:
    notes = ["".join(each.itertext()) for each in many(opened(FULL), "note")]
    assert notes == [warning.message for warning in FULL.warnings]


def test_a_name_xml_cannot_hold_is_replaced_too() -> None:
    duty = replace(FULL.items[0].obligations[0], lead=("市\x1b林业局",))
    item = replace(FULL.items[0], obligations=(duty,))
    names = {
        each.get("showAs") for each in many(opened(replace(FULL, items=(item,))), "TLCOrganization")
    }
    assert "市\ufffd林业局" in names


@given(
    st.text("一二\n", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=6),
)
def test_any_marks_leave_the_text_whole(text: str, spans: list[tuple[int, int]]) -> None:
    inside = [(start, start + length) for start, length in spans if start + length <= len(text)]
    marks = [Mark(span, "decision", "decided", None) for span in inside]
    paragraphs = list(blocks(text, (0, len(text)), "part", marks))
    assert "".join("".join(each.itertext()) for each in paragraphs) == text
    assert sum(len(many(each, "inline")) for each in paragraphs) == len(marks)
