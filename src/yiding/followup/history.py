"""The history 全部经过: every event as a sentence in the reader's language, newest first.

The sentence is the action's own; what the event recorded fills it in: codes of units and choices
become their names, days are written as in prose. What the sentence does not use is said below it,
so that nothing recorded is left out. A receipt is no moment of its own: it stands with what was
received.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django import forms
from django.db.models import Field
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from yiding.followup.action import Action
from yiding.followup.wording import listed
from yiding.journal.models import Event
from yiding.registry.models import Jurisdiction, Unit
from yiding.registry.roles import SUPERVISION, Role

#: The verb of a receipt: who opened which notice, and when.
RECEIPT = "inbox.receive"
#: What an assisting unit is told of the lead's life with the duty, without the words in it.
SHARED = frozenset(
    f"matter.{verb}"
    for verb in (
        "assign", "sign", "answer_objection", "excuse_part", "decide_extension", "suspend",
        "resume", "change", "verify", "close", "make_standing", "reopen", "archive",
    )
)  # fmt: skip
#: Who sees attempts that were not let through.
SEES_DENIALS = SUPERVISION | {Role.AUDITOR, Role.INSPECTOR}

_KINDS = {
    "matter.verify": "proof",
    "matter.close": "proof",
    "matter.send_back": "back",
    "matter.reopen": "back",
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ENDS = "。！？.!?…"
_LOOSE = " ，、：,:；;"
_SPECIAL = {"from", "to", "stands"}


@dataclass(frozen=True)
class Told:
    """经过: one event: what happened, what else was recorded, who has received word of it."""

    seq: int
    at: datetime
    words: str
    notes: tuple[str, ...] = ()
    kind: str = ""
    receipts: tuple[str, ...] = ()
    is_denied: bool = False


@dataclass(frozen=True)
class Reader:
    """Whose eyes: an assisting unit reads its own acts whole, and of the others only that they were
    done; attempts that were refused are for those who supervise."""

    assisting_unit: str = ""
    sees_denials: bool = False

    def reads(self, event: Event) -> bool:
        """Is this event for these eyes?"""
        if event.outcome == Event.Outcome.DENIED:
            return self.sees_denials
        return self.reads_whole(event) or event.verb in SHARED

    def reads_whole(self, event: Event) -> bool:
        """With its words and details?"""
        return not self.assisting_unit or event.unit == self.assisting_unit


EVERYTHING = Reader(sees_denials=True)


def history_of(
    events: Sequence[Event],
    names: dict[str, str],
    reader: Reader = EVERYTHING,
) -> list[Told]:
    """What happened, newest first, as far as the reader may know.

    ``events`` come oldest first; ``names`` are the units' (:func:`unit_names`).
    """
    receipts = _receipts(events, names)
    told: list[Told] = []
    stood: dict[str, Any] = {}
    for event in events:
        if event.verb != RECEIPT and reader.reads(event):
            told.append(_told(event, names, stood, reader, receipts[event.seq]))
        stood = event.data.get("stands") or stood
    return told[::-1]


def sentence_of(event: Event, names: dict[str, str]) -> str:
    """An event as one sentence: what was done, or tried and not let through."""
    if event.outcome == Event.Outcome.DENIED:
        return _denial(event, names)
    if event.verb == RECEIPT:
        what = verb_label(str(event.data.get("verb", "")))
        return gettext("%(actor)s收到“%(what)s”的通知。") % {
            "actor": actor_of(event, names),
            "what": what,
        }
    action = Action.registered.get(event.verb)
    if action is None:
        return _brief(event, names)
    values = _Values(_values(event, action, names))
    return _tidy(_sentence(event, action) % values)


def verb_label(verb: str) -> str:
    """The word of a verb: 交办 for ``matter.assign``."""
    if verb == RECEIPT:
        return gettext("收件")
    action = Action.registered.get(verb)
    return str(action.label) if action else verb


def unit_names(jurisdiction: Jurisdiction, events: Iterable[Event]) -> dict[str, str]:
    """The short names of every unit that the events name, by code: one query."""
    codes: set[str] = set()
    for event in events:
        codes.update(_codes(event))
    units = Unit.objects.filter(jurisdiction=jurisdiction, code__in=sorted(codes)).values_list(
        "code", "short_name", "name"
    )
    return {str(code): short or name for code, short, name in units}


def actor_of(event: Event, names: dict[str, str]) -> str:
    """Who did it: the unit it was done for, or the post and the name."""
    if event.unit and event.role in {Role.LIAISON, Role.UNIT_HEAD}:
        return names.get(event.unit, event.unit)
    return person_of(event)


def person_of(event: Event) -> str:
    """The post and the name: 联络员 宋霁."""
    label = str(Role(event.role).label) if event.role in set(Role) else event.role
    return f"{label} {event.name}".strip()


def day_words(day: date | datetime) -> str:
    """2026年10月31日."""
    local = timezone.localdate(day) if isinstance(day, datetime) else day
    # gettext: letters of Django's date filter
    return date_format(local, gettext("Y年n月j日"))


def _told(
    event: Event,
    names: dict[str, str],
    stood: dict[str, Any],
    reader: Reader,
    receipts: list[str],
) -> Told:
    is_denied = event.outcome == Event.Outcome.DENIED
    whole = reader.reads_whole(event)
    words = sentence_of(event, names) if whole else _brief(event, names)
    notes = [*_by_whom(event), *_details(event, names)] if whole else []
    return Told(
        seq=event.seq,
        at=event.at,
        words=words,
        notes=(*notes, *_movements(event, names, stood)),
        kind="back" if is_denied else _kind(event),
        receipts=tuple(receipts) if whole else (),
        is_denied=is_denied,
    )


def _kind(event: Event) -> str:
    if event.verb == "matter.decide_extension":
        return "more" if event.data.get("decision") == "granted" else "back"
    if event.verb.startswith("slip.") or "slip" in event.verb.partition(".")[2]:
        return "slip"
    return _KINDS.get(event.verb, "")


class _Values(dict[str, str]):
    """What was not filled in leaves no trace in the sentence."""

    def __missing__(self, key: str) -> str:
        return ""


def _values(event: Event, action: Action, names: dict[str, str]) -> dict[str, str]:
    stands = event.data.get("stands") or {}
    recorded = {**stands, **{k: v for k, v in event.data.items() if k not in _SPECIAL}}
    said = {key: _said(action, key, value, names) for key, value in recorded.items()}
    return {**said, "actor": actor_of(event, names)}


def _said(action: Action, key: str, value: Any, names: dict[str, str]) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return gettext("是") if value else gettext("否")
    if isinstance(value, list):
        return listed(_said(action, key, one, names) for one in value)
    text = str(value)
    field = action.form.base_fields.get(key)
    if key == "lead" or isinstance(field, forms.ModelChoiceField):
        return names.get(text, text)
    if isinstance(field, forms.ChoiceField):
        return str(dict(_flat(field)).get(text, text))
    return day_words(date.fromisoformat(text)) if _DAY.fullmatch(text) else text


def _flat(field: forms.ChoiceField) -> Iterator[tuple[str, Any]]:
    for value, label in cast("Iterable[tuple[Any, Any]]", field.choices):
        yield str(value), label


def _sentence(event: Event, action: Action) -> str:
    stands = event.data.get("stands") or {}
    if event.verb == "matter.sign" and event.role in SUPERVISION:
        return gettext("%(actor)s记为视为签收：牵头单位逾期没有签收。")
    if event.verb == "matter.assign" and not stands.get("due_on"):
        return gettext("%(actor)s交%(lead)s办理，没有完成时限。")
    return str(action.sentence)


def _brief(event: Event, names: dict[str, str]) -> str:
    values = {"actor": actor_of(event, names), "what": verb_label(event.verb)}
    return gettext("%(actor)s：%(what)s。") % values


def _denial(event: Event, names: dict[str, str]) -> str:
    values = {
        "actor": actor_of(event, names),
        "what": verb_label(event.verb),
        "found": event.data.get("found", ""),
    }
    return _tidy(gettext("%(actor)s要办“%(what)s”，没有准：%(found)s") % values)


def _tidy(words: str) -> str:
    text = words.strip().rstrip(_LOOSE)
    if text and text[-1] not in _ENDS:
        text += "。" if (get_language() or "zh").startswith("zh") else "."
    return text


def _by_whom(event: Event) -> list[str]:
    if event.role not in {Role.LIAISON, Role.UNIT_HEAD}:
        return []
    endorser = event.data.get("endorsed_by")
    if event.outcome == Event.Outcome.DENIED or not endorser:
        return [gettext("%(who)s经办。") % {"who": person_of(event)}]
    values = {"who": person_of(event), "head": endorser}
    return [gettext("%(who)s经办，%(head)s审签。") % values]


def _details(event: Event, names: dict[str, str]) -> list[str]:
    if event.outcome == Event.Outcome.DENIED:
        return [str(event.data.get("remedy", ""))] if event.data.get("remedy") else []
    action = Action.registered.get(event.verb)
    if action is None:
        return []
    template = _sentence(event, action)
    pairs = [
        gettext("%(label)s：%(value)s") % {"label": field.label, "value": value}
        for key, field in action.form.base_fields.items()
        if key != "endorsed_by"
        and f"%({key})s" not in template
        and event.data.get(key) is not False
        if (value := _said(action, key, event.data.get(key), names))
    ]
    return [gettext("；").join(pairs)] if pairs else []


def _movements(event: Event, names: dict[str, str], stood: dict[str, Any]) -> list[str]:
    if event.outcome == Event.Outcome.DENIED:
        return []
    stands = event.data.get("stands") or {}
    notes = (
        _due_moved(stood, stands),
        _lead_moved(stood, stands, names),
        _state_moved(event),
    )
    return [note for note in notes if note]


def _state_moved(event: Event) -> str:
    before, after = str(event.data.get("from", "")), str(event.data.get("to", ""))
    action = Action.registered.get(event.verb)
    if action is None or not before or not after or before == after:
        return ""
    values = {"before": state_label(action, before), "after": state_label(action, after)}
    return gettext("由“%(before)s”转为“%(after)s”。") % values


def _due_moved(stood: dict[str, Any], stands: dict[str, Any]) -> str:
    before, after = stood.get("due_on"), stands.get("due_on")
    if not before or not after or before == after:
        return ""
    original = stands.get("original_due_on") or before
    values = {
        "before": day_words(date.fromisoformat(before)),
        "after": day_words(date.fromisoformat(after)),
        "original": day_words(date.fromisoformat(original)),
    }
    moved = _("现定时限由%(before)s改为%(after)s，原定%(original)s不变。")
    return str(moved) % values


def _lead_moved(stood: dict[str, Any], stands: dict[str, Any], names: dict[str, str]) -> str:
    before, after = stood.get("lead"), stands.get("lead")
    if not before or not after or before == after:
        return ""
    values = {"before": names.get(before, before), "after": names.get(after, after)}
    return gettext("牵头单位由%(before)s改为%(after)s。") % values


def _receipts(events: Iterable[Event], names: dict[str, str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for event in events:
        if event.verb == RECEIPT and event.outcome == Event.Outcome.DONE:
            found[int(event.data["event"])].append(_receipt(event, names))
    return found


def _receipt(event: Event, names: dict[str, str]) -> str:
    unit = names.get(event.unit, event.unit)
    # gettext: letters of Django's date filter
    when = date_format(timezone.localtime(event.at), gettext("n月j日 G:i"))
    return gettext("%(who)s %(when)s收到。") % {
        "who": f"{unit} {person_of(event)}".strip(),
        "when": when,
    }


def _codes(event: Event) -> Iterator[str]:
    yield event.unit
    yield str((event.data.get("stands") or {}).get("lead") or "")
    action = Action.registered.get(event.verb)
    for key in action.form.base_fields if action else ():
        value = event.data.get(key)
        if isinstance(action.form.base_fields[key] if action else None, forms.ModelChoiceField):
            yield from map(str, value if isinstance(value, list) else [value] if value else [])


def state_label(action: Action, state: str) -> str:
    """The word of a state of the action's subject."""
    column = cast("Field[Any, Any]", action.model._meta.get_field("state"))
    return str(dict(column.flatchoices).get(state, state))
