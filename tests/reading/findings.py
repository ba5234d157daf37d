"""What a reading says differently from the truth of a generated document, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from reading.drafting import Duty, Span, Topic, Truth
from reading.layouts import Print
from yiding.reading.model import Item, Obligation, Reading

_FRAME = re.compile("情况$|有关事项$")


def differences(truth: Truth, page: Print, reading: Reading) -> list[str]:
    """Every fact that was read differently; empty when all is exact."""
    found = [*_head(truth, page, reading), *_roll(truth, page, reading), *_tail(truth, reading)]
    if len(reading.items) != len(truth.topics):
        found.append(f"{len(truth.topics)} items, read {len(reading.items)}")
        return found
    for topic, item in zip(truth.topics, reading.items, strict=True):
        found += [f"item {item.no}: {words}" for words in _item(topic, page, item, reading.text)]
    return found


class _Placed(Protocol):
    @property
    def span(self) -> Span | None: ...


def _same(what: str, expected: object, read: object) -> Iterator[str]:
    if expected != read:
        yield f"{what} {expected!r}, read {read!r}"


def _at(what: str, page: Print, place: Span, read: _Placed | None) -> Iterator[str]:
    yield from _same(f"place of {what}", page.place(place), read and read.span)


def _covers(what: str, page: Print, place: Span, found: _Placed | None) -> Iterator[str]:
    read = found.span if found else None
    start, end = page.place(place)
    if read is None or not read[0] <= start < end <= read[1]:
        words = None if read is None else page.text[slice(*read)]
        yield f"{what} “{page.text[start:end]}” not within {words!r}"


def _head(truth: Truth, page: Print, reading: Reading) -> Iterator[str]:
    number, session, held_on, chair = (
        reading.number, reading.session, reading.held_on, reading.chair
    )  # fmt: skip
    yield from _same("kind", "minutes", reading.kind)
    yield from _same("number", truth.number, number and (number.year, number.serial))
    yield from _at("number", page, truth.places["number"], number)
    counted = session and (session.number, session.term, session.year)
    yield from _same("session", truth.session, counted)
    yield from _covers("session", page, truth.places["session"], session)
    day = held_on and (held_on.date, held_on.part_of_day, held_on.basis)
    yield from _same("held on", (truth.held_on, truth.part_of_day, "text"), day)
    yield from _at("held on", page, truth.places["held_on"], held_on)
    name, post = truth.chair  # of 市委副书记、市长 the post that presides is enough
    yield from _same("chair", name, chair and chair.name)
    if chair and chair.post not in {post, post.rpartition("、")[2]}:
        yield from _same("post", post, chair.post)
    yield from _same("acting", "代" in truth.chair[1], chair and chair.acting)
    yield from _at("chair", page, truth.places["chair"], chair)


def _roll(truth: Truth, page: Print, reading: Reading) -> Iterator[str]:
    roll = reading.attendance
    yield from _same("present", truth.present, [person.name for person in roll.present])
    observers = [(observer.unit, observer.names) for observer in roll.observers]
    yield from _same("observers", truth.observers, observers)
    yield from _same("absent", (), roll.absent)
    recorder = roll.recorder
    yield from _same("recorder", truth.recorder, recorder and recorder.name)
    yield from _at("recorder", page, truth.places["recorder"], recorder)
    if len(roll.present) == len(truth.present):
        for index, person in enumerate(roll.present):
            yield from _at(person.name, page, truth.places[f"present {index}"], person)
    if len(roll.observers) == len(truth.observers):
        for index, observer in enumerate(roll.observers):
            place = truth.places[f"observer {index}"]
            yield from _at(str(observer.unit), page, place, observer)


def _tail(truth: Truth, reading: Reading) -> Iterator[str]:
    office = "临湖市人民政府办公室"
    compiled, printed = reading.compiled, reading.printed
    yield from _same("issuer", "临湖市人民政府", reading.issuer and reading.issuer.name)
    yield from _same(
        "compiled", (office, truth.compiled_on), compiled and (compiled.by, compiled.on)
    )
    yield from _same("printed", (office, truth.printed_on), printed and (printed.by, printed.on))
    yield from _same("disclosure", "此件公开发布", reading.disclosure)
    sent = ("各县（市、区）人民政府", "市各有关部门和单位")
    yield from _same("distribution", sent, reading.distribution)


def _item(topic: Topic, page: Print, item: Item, text: str) -> Iterator[str]:
    yield from _same("mode", topic.mode, item.mode)
    # the frame …情况的汇报, …有关事项 may take its first word with it
    read = [(_FRAME.sub("", subject.title), subject.version) for subject in item.subjects]
    yield from _same("subjects", topic.titles, read)
    for place, subject in zip(topic.places, item.subjects, strict=False):
        start, end = page.place(place)
        span = subject.span
        if span is None or not start <= span[0] < span[1] <= end + len("有关事项"):
            yield f"place of subject {page.text[start:end]!r}, read {span}"
    outcomes = sorted({decision.outcome for decision in item.decisions})
    yield from _same("outcomes", sorted(topic.outcomes), outcomes)
    yield from _duties(topic, page, item, text)


def _duties(topic: Topic, page: Print, item: Item, text: str) -> Iterator[str]:
    binding = [duty for duty in item.obligations if duty.binding]
    for duty in topic.duties:
        start, end = page.place(duty.act)
        over = [read for read in binding if read.span[0] < end and start < read.span[1]]
        if len(over) != 1:
            yield f"duty “{text[start:end]}” of {duty.lead} read as {len(over)}"
        for read in over:
            binding.remove(read)
            yield from (f"“{text[slice(*read.span)]}” {words}" for words in _duty(duty, read, page))
    for read in binding:
        yield f"no duty “{text[slice(*read.span)]}”, read of {read.lead}"


def _duty(duty: Duty, read: Obligation, page: Print) -> Iterator[str]:
    yield from _same("lead", duty.lead, list(read.lead))
    yield from _same("assist", duty.assist, list(read.assist))
    yield from _covers("act", page, duty.act, read)
    yield from _same("closing", duty.closing, read.closing.kind)
    if duty.closing == "submit":
        yield from _same("decided by", duty.to, read.closing.to)
    deadline = (read.deadline.kind, read.deadline.date)
    yield from _same("deadline", (duty.term.kind, duty.term.day), deadline)
