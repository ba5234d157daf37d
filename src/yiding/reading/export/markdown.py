"""The reading as a page of Markdown: head, items, decisions, duties, roll."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiding.reading.export.meetings import items_of, meetings
from yiding.reading.export.terms import closing, due, listed, matter, part_of_day, speaker
from yiding.reading.model import SCHEMA
from yiding.text import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yiding.dates.explain import Language
    from yiding.reading.export.terms import Say
    from yiding.reading.model import Item, Meeting, Obligation, Observer, Reading

    Facts = Iterable[tuple[str, str | None]]

MARK = f"<!-- {SCHEMA} -->"
"""The last line, which no reader of the page sees: by it a result of ours is known."""
DUTY_HEAD = ("no", "lead", "assist", "duty", "due", "closing")
"""The labels over the columns of a table of duties."""
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
_BLANK = re.compile(r"\s*\n\s*")


def to_markdown(reading: Reading, *, language: Language = "zh") -> str:
    """A page with headings and labels in this language, ending in a comment that says whose it is.

    What is quoted from the document, and the messages of its warnings, stay as they stand.
    """
    say = speaker(language)
    blocks = [*_head(reading, say), *_meetings(reading, say), *_roll(reading, say)]
    return "\n\n".join([*blocks, *_warnings(reading, say), MARK]) + "\n"


def _plain(words: str) -> str:
    """Words that Markdown takes as words, on one line, and nothing that steers a terminal."""
    return _SPECIAL.sub(r"\\\1", harmless(_BLANK.sub("", words)))


def _head(reading: Reading, say: Say) -> Iterator[str]:
    yield f"# {_plain(_title(reading, say))}"
    facts = *_facts(meetings(reading)[0], say), *_facts_of_the_paper(reading)
    yield from _fact_lines(facts, say)


def _title(reading: Reading, say: Say) -> str:
    """The name of the paper; where it bears none, what kind of paper it is."""
    issuer = reading.issuer.name if reading.issuer else ""
    if reading.genre:
        return issuer + reading.genre
    kind = say(f"kind-{reading.kind}")
    return say("phrase-paper", issuer=issuer, kind=kind) if issuer else kind[0].upper() + kind[1:]


def _fact_lines(facts: Facts, say: Say) -> Iterator[str]:
    """Each fact that is known on its line, behind its label."""
    between = say("joint-fact")
    lines = [f"- {say(f'label-{label}')}{between}{_plain(fact)}" for label, fact in facts if fact]
    if lines:
        yield "\n".join(lines)


def _facts(meeting: Meeting, say: Say) -> Iterator[tuple[str, str | None]]:
    if meeting.number:
        yield "number", meeting.number.text
    if meeting.session:
        yield "session", meeting.session.text
    if (held_on := meeting.held_on) and held_on.date:
        yield "held", _joined(held_on.date.isoformat(), part_of_day(held_on, say), say)
    if meeting.chair:
        yield "presided", _joined(meeting.chair.name, meeting.chair.post, say)


def _joined(first: str, then: str | None, say: Say) -> str:
    """Two words that Chinese writes as one."""
    return first + say("joint-words") + then if then else first


def _facts_of_the_paper(reading: Reading) -> Iterator[tuple[str, str | None]]:
    yield "place", reading.place
    yield "disclosure", reading.disclosure
    yield "source", reading.source.name


def _meetings(reading: Reading, say: Say) -> Iterator[str]:
    for index, meeting in enumerate(meetings(reading)):
        if index:
            count = say("phrase-meeting", count=index + 1)
            session = meeting.session.text if meeting.session else count
            yield f"# {_plain(_joined(_title(reading, say), session, say))}"
            yield from _fact_lines(_facts(meeting, say), say)
        for item in items_of(reading, index):
            yield from _item(item, say)


def _item(item: Item, say: Say) -> Iterator[str]:
    yield f"## {item.no}. {_plain(item.title or _name(item, say))}"
    verdicts = [
        f"- **{say(f'outcome-{decision.outcome}')}** {_plain(matter(item, decision, say))}"
        for decision in item.decisions
    ]
    if verdicts:
        yield _under("decisions", verdicts, say)
    yield from _duties(item, say)


def _under(label: str, lines: Iterable[str], say: Say, level: int = 3) -> str:
    """Lines under a heading."""
    return f"{'#' * level} {say(f'label-{label}')}\n\n" + "\n".join(lines)


def _name(item: Item, say: Say) -> str:
    """What an item without a title is called."""
    return listed((subject.title for subject in item.subjects), say) or say("label-untitled")


def _duties(item: Item, say: Say) -> Iterator[str]:
    binding = [duty for duty in item.obligations if duty.binding]
    if binding:
        head = [say(f"label-{label}") for label in DUTY_HEAD]
        rows = [head, ["---"] * len(head), *(_duty(duty, say) for duty in binding)]
        yield _under("duties", (f"| {' | '.join(row)} |" for row in rows), say)
    standing = [f"- {_plain(duty.action)}" for duty in item.obligations if not duty.binding]
    if standing:
        yield _under("standing", standing, say)


def _duty(duty: Obligation, say: Say) -> list[str]:
    basis = say("phrase-inferred") if duty.bearer_basis == "inferred" else ""
    cells = (
        duty.address.partition(":")[2] or duty.address,
        listed(duty.lead, say) + basis,
        listed(duty.assist, say),
        duty.action,
        due(duty),
        closing(duty, say),
    )
    return [_plain(cell) for cell in cells]


def _roll(reading: Reading, say: Say) -> Iterator[str]:
    roll, between = reading.attendance, say("joint-clauses")
    facts = (
        ("present", listed((person.name for person in roll.present), say)),
        ("absent", listed((person.name for person in roll.absent), say)),
        ("observing", between.join(_observer(one, say) for one in roll.observers)),
        ("recorder", roll.recorder.name if roll.recorder else ""),
        ("distribution", between.join(reading.distribution)),
    )
    for lines in _fact_lines(facts, say):
        yield _under("roll", [lines], say, level=2)


def _observer(observer: Observer, say: Say) -> str:
    """A unit and who came for it; a person without a unit alone."""
    names = listed(observer.names, say) or say("label-representative")
    return say("phrase-observer", unit=observer.unit, names=names) if observer.unit else names


def _warnings(reading: Reading, say: Say) -> Iterator[str]:
    messages = [f"- {_plain(warning.message)}" for warning in reading.warnings]
    if messages:
        yield _under("to_check", messages, say, level=2)
