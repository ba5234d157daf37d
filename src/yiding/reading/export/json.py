"""The reading as JSON: the public contract yiding/reading/1, and the way back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from yiding.dates import NO_DEADLINE, Deadline
from yiding.reading import model
from yiding.reading.export.back import from_json

if TYPE_CHECKING:
    from datetime import date

    from yiding.text import Span

__all__ = ["deadline_to_json", "dumps", "from_json", "to_json"]

Json = dict[str, Any]
SpanJson = list[int] | None


def to_json(reading: model.Reading) -> Json:
    """The reading as plain dicts and lists, keys in the order of the contract.

    Spans are ``[start, end]``, days ISO 8601; an absent fact is None, an absent list ``[]``.
    """
    return {
        "schema": model.SCHEMA,
        "source": _source(reading.source),
        "text": reading.text,
        "kind": reading.kind,
        "address": reading.address,
        "issuer": _issuer(reading.issuer),
        "genre": reading.genre,
        "number": _number(reading.number),
        "session": _session(reading.session),
        "held_on": _held_on(reading.held_on),
        "place": reading.place,
        "chair": _chair(reading.chair),
        "items": [_item(item) for item in reading.items],
        "attendance": _attendance(reading.attendance),
        "compiled": _imprint(reading.compiled),
        "disclosure": reading.disclosure,
        "distribution": list(reading.distribution),
        "printed": _imprint(reading.printed),
        "more_meetings": [_meeting(meeting) for meeting in reading.more_meetings],
        "accounting": [{"span": list(leaf.span), "as": leaf.kind} for leaf in reading.accounting],
        "warnings": [_warning(warning) for warning in reading.warnings],
    }


def dumps(reading: model.Reading, indent: int | None = None) -> str:
    """The reading as JSON text: one line, or indented; the same reading gives the same text."""
    separators = (",", ":") if indent is None else None
    return json.dumps(to_json(reading), ensure_ascii=False, indent=indent, separators=separators)


def deadline_to_json(deadline: Deadline) -> Json:
    """A deadline without its span: every key present, ``refused`` and ``warning`` when set."""
    plain: Json = {
        "text": deadline.text,
        "kind": deadline.kind,
        "date": _day(deadline.date),
        "start": _day(deadline.start),
        "base": deadline.base,
        "rule": deadline.rule,
        "confidence": deadline.confidence,
    }
    if deadline.refused is not None:
        plain["refused"] = deadline.refused
    if deadline.warning is not None:
        plain["warning"] = deadline.warning
    return plain


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _span(span: Span | None) -> SpanJson:
    return None if span is None else [span[0], span[1]]


def _source(source: model.Source) -> Json:
    return {
        "name": source.name,
        "sha256": source.sha256,
        "media_type": source.media_type,
        "characters": source.characters,
    }


def _issuer(issuer: model.Issuer | None) -> Json | None:
    return None if issuer is None else {"name": issuer.name, "span": _span(issuer.span)}


def _number(number: model.Number | None) -> Json | None:
    if number is None:
        return None
    return {
        "text": number.text,
        "prefix": number.prefix,
        "year": number.year,
        "serial": number.serial,
        "span": _span(number.span),
    }


def _session(session: model.Session | None) -> Json | None:
    if session is None:
        return None
    return {
        "text": session.text,
        "number": session.number,
        "term": session.term,
        "year": session.year,
        "expanded": session.expanded,
        "span": _span(session.span),
    }


def _held_on(held_on: model.HeldOn | None) -> Json | None:
    if held_on is None:
        return None
    return {
        "date": _day(held_on.date),
        "part_of_day": held_on.part_of_day,
        "basis": held_on.basis,
        "span": _span(held_on.span),
    }


def _chair(chair: model.Chair | None) -> Json | None:
    if chair is None:
        return None
    return {
        "name": chair.name,
        "post": chair.post,
        "acting": chair.acting,
        "on_behalf_of": chair.on_behalf_of,
        "span": _span(chair.span),
    }


def _item(item: model.Item) -> Json:
    return {
        "address": item.address,
        "no": item.no,
        "meeting": item.meeting,
        "mode": item.mode,
        "title": item.title,
        "subjects": [_subject(subject) for subject in item.subjects],
        "span": _span(item.span),
        "decisions": [_decision(decision) for decision in item.decisions],
        "obligations": [_obligation(duty) for duty in item.obligations],
    }


def _subject(subject: model.Subject) -> Json:
    return {"title": subject.title, "version": subject.version, "span": _span(subject.span)}


def _decision(decision: model.Decision) -> Json:
    return {
        "outcome": decision.outcome,
        "object": decision.object,
        "span": _span(decision.span),
    }


def _obligation(duty: model.Obligation) -> Json:
    return {
        "address": duty.address,
        "lead": list(duty.lead),
        "assist": list(duty.assist),
        "group": duty.group,
        "bearer_basis": duty.bearer_basis,
        "action": duty.action,
        "modality": duty.modality,
        "deadline": _deadline(duty.deadline),
        "closing": {"kind": duty.closing.kind, "to": duty.closing.to},
        "binding": duty.binding,
        "conditions": list(duty.conditions),
        "span": _span(duty.span),
    }


def _deadline(deadline: Deadline) -> Json:
    if deadline == NO_DEADLINE:
        return {"kind": "none"}
    plain = deadline_to_json(deadline)
    plain["span"] = _span(deadline.span)
    return plain


def _attendance(roll: model.Attendance) -> Json:
    return {
        "present": [_person(person) for person in roll.present],
        "absent": [_person(person) for person in roll.absent],
        "observers": [_observer(observer) for observer in roll.observers],
        "recorder": _recorder(roll.recorder),
    }


def _person(person: model.Person) -> Json:
    return {
        "name": person.name,
        "post": person.post,
        "unit": person.unit,
        "span": _span(person.span),
    }


def _observer(observer: model.Observer) -> Json:
    return {
        "unit": observer.unit,
        "names": list(observer.names),
        "representative": observer.representative,
        "span": _span(observer.span),
    }


def _recorder(recorder: model.Recorder | None) -> Json | None:
    return None if recorder is None else {"name": recorder.name, "span": _span(recorder.span)}


def _imprint(imprint: model.Imprint | None) -> Json | None:
    return None if imprint is None else {"by": imprint.by, "on": _day(imprint.on)}


def _meeting(meeting: model.Meeting) -> Json:
    return {
        "number": _number(meeting.number),
        "session": _session(meeting.session),
        "held_on": _held_on(meeting.held_on),
        "chair": _chair(meeting.chair),
    }


def _warning(warning: model.Warning) -> Json:
    return {"code": warning.code, "message": warning.message, "span": _span(warning.span)}
