"""From the JSON of a reading back to the reading: the same object, to the last field."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from yiding.dates import NO_DEADLINE, Deadline
from yiding.reading import model

if TYPE_CHECKING:
    from yiding.text import Span

Json = dict[str, Any]
Noun = TypeVar("Noun")


def from_json(plain: Json) -> model.Reading:
    """The reading that ``to_json`` wrote; keys it does not know are ignored.

    Raises ValueError when ``schema`` is another contract, KeyError when a key is missing.
    """
    if plain["schema"] != model.SCHEMA:
        raise ValueError(f"这不是 {model.SCHEMA} 的读取结果：{plain['schema']}。")
    return model.Reading(
        source=_same(model.Source, plain["source"]),
        text=plain["text"],
        kind=plain["kind"],
        address=plain["address"],
        genre=plain["genre"],
        place=plain["place"],
        items=tuple(_item(item) for item in plain["items"]),
        attendance=_attendance(plain["attendance"]),
        compiled=_imprint(plain["compiled"]),
        disclosure=plain["disclosure"],
        distribution=tuple(plain["distribution"]),
        printed=_imprint(plain["printed"]),
        issuer=_spanned(model.Issuer, plain["issuer"]),
        **_head(plain),
        more_meetings=tuple(model.Meeting(**_head(more)) for more in plain["more_meetings"]),
        accounting=tuple(
            model.Leaf(_some_span(leaf["span"]), leaf["as"]) for leaf in plain["accounting"]
        ),
        warnings=tuple(_known(model.Warning, warning) for warning in plain["warnings"]),
    )


def _head(plain: Json) -> Json:
    """The four facts that every meeting of a text has."""
    return {
        "number": _spanned(model.Number, plain["number"]),
        "session": _spanned(model.Session, plain["session"]),
        "held_on": _held_on(plain["held_on"]),
        "chair": _spanned(model.Chair, plain["chair"]),
    }


def _same(noun: type[Noun], plain: Json, **changed: Any) -> Noun:
    """The noun whose fields carry the same names, some of them changed."""
    known = noun.__dataclass_fields__  # type: ignore[attr-defined]
    return noun(**{key: value for key, value in plain.items() if key in known} | changed)


def _known(noun: type[Noun], plain: Json, **changed: Any) -> Noun:
    return _same(noun, plain, span=_span(plain["span"]), **changed)


def _spanned(noun: type[Noun], plain: Json | None) -> Noun | None:
    return None if plain is None else _known(noun, plain)


def _span(span: list[int] | None) -> Span | None:
    return None if span is None else _some_span(span)


def _some_span(span: list[int]) -> Span:
    return span[0], span[1]


def _day(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)


def _held_on(plain: Json | None) -> model.HeldOn | None:
    return None if plain is None else _known(model.HeldOn, plain, date=_day(plain["date"]))


def _imprint(plain: Json | None) -> model.Imprint | None:
    return None if plain is None else model.Imprint(plain["by"], _day(plain["on"]))


def _item(plain: Json) -> model.Item:
    return _known(
        model.Item,
        plain,
        subjects=tuple(_known(model.Subject, subject) for subject in plain["subjects"]),
        decisions=tuple(_known(model.Decision, decision) for decision in plain["decisions"]),
        obligations=tuple(_obligation(duty) for duty in plain["obligations"]),
    )


def _obligation(plain: Json) -> model.Obligation:
    return _known(
        model.Obligation,
        plain,
        lead=tuple(plain["lead"]),
        assist=tuple(plain["assist"]),
        conditions=tuple(plain["conditions"]),
        deadline=_deadline(plain["deadline"]),
        closing=_same(model.Closing, plain["closing"]),
    )


def _deadline(plain: Json) -> Deadline:
    if plain == {"kind": "none"}:
        return NO_DEADLINE
    return _known(Deadline, plain, date=_day(plain["date"]), start=_day(plain["start"]))


def _attendance(plain: Json) -> model.Attendance:
    return model.Attendance(
        present=tuple(_known(model.Person, person) for person in plain["present"]),
        absent=tuple(_known(model.Person, person) for person in plain["absent"]),
        observers=tuple(
            _known(model.Observer, observer, names=tuple(observer["names"]))
            for observer in plain["observers"]
        ),
        recorder=_spanned(model.Recorder, plain["recorder"]),
    )
