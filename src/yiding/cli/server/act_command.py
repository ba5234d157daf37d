"""``yiding act``: do one act on a matter, a paper, a topic, a meeting or a slip."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yiding.cli.messages import Say, speaker
from yiding.cli.server.start import account_named, start
from yiding.cli.usage import DONE, REFUSED, WRONG_USAGE, UsageError


def act_command(
    address: str, verb: str | None, rest: list[str], username: str | None, language: str
) -> int:
    """Do the act; without a verb, list what this account can do here."""
    say = speaker(language)
    start(say)
    from django.utils import timezone, translation  # noqa: PLC0415 - after start

    account = account_named(username, say)
    with translation.override("en" if language == "en" else "zh-hans"):
        if verb is None:
            return _list_offers(address, account, timezone.now(), say)
        return _act(_Wish(address, verb, rest), account, timezone.now(), say)


class _Wish:
    """What was written on the command line."""

    def __init__(self, address: str, verb: str, rest: list[str]) -> None:
        self.address, self.verb, self.rest = address, verb, rest


def _act(wish: _Wish, account: Any, at: Any, say: Say) -> int:
    from yiding.followup.act import act  # noqa: PLC0415 - after start
    from yiding.followup.refusals import (  # noqa: PLC0415 - after start
        InvalidFields,
        Refused,
        UnknownSubject,
    )

    try:
        done = act(_call(wish, account, say), account, at)
    except Refused as refused:
        refusal = refused.refusal
        found, remedy = refusal.found_text(), refusal.remedy_text()
        print(say("refused", guard=refusal.guard, found=found, remedy=remedy), file=sys.stderr)
        return REFUSED
    except InvalidFields as invalid:
        return _tell_fields(invalid.form, say)
    except UnknownSubject as error:
        raise UsageError(say, "unknown-address", address=error.address) from error
    state = done.subject.get_state_display()
    print(say("acted", address=wish.address, state=state, seq=done.event.seq))
    return DONE


def _call(wish: _Wish, account: Any, say: Say) -> Any:
    from django.utils.datastructures import MultiValueDict  # noqa: PLC0415 - after start

    from yiding.followup.act import Call  # noqa: PLC0415 - after start

    action = _action_for(wish, account, say)
    data: MultiValueDict[str, Any] = MultiValueDict()
    files: MultiValueDict[str, Any] = MultiValueDict()
    for name, value in fields_of(wish.rest, say):
        is_file = value.startswith("@") and Path(value[1:]).is_file()
        target = files if is_file else data
        target.appendlist(name, _upload(Path(value[1:])) if is_file else value)
    return Call(action.name, wish.address, data, files)


def fields_of(rest: list[str], say: Say) -> Iterator[tuple[str, str]]:
    """``--words 已印发 --file @方案.pdf``: names and values, in order; a name alone is yes."""
    words = list(rest)
    while words:
        word = words.pop(0)
        if not word.startswith("--"):
            raise UsageError(say, "not-a-field", given=word)
        name, _, value = word[2:].partition("=")
        if not value and "=" not in word:
            value = words.pop(0) if words and not words[0].startswith("--") else "on"
        yield name.replace("-", "_"), value


def _upload(path: Path) -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415 - after start

    return SimpleUploadedFile(path.name, path.read_bytes())


def _action_for(wish: _Wish, account: Any, say: Say) -> Any:
    from yiding.followup.act import subject_at  # noqa: PLC0415 - after start
    from yiding.followup.action import Action  # noqa: PLC0415 - after start
    from yiding.followup.refusals import UnknownSubject  # noqa: PLC0415 - after start

    verb = wish.verb.replace("-", "_")
    fitting = [one for name, one in sorted(Action.registered.items()) if verb in (name, one.verb)]
    if not fitting:
        known = " ".join(sorted({one.verb for one in Action.registered.values()}))
        raise UsageError(say, "unknown-verb", given=wish.verb, known=known)
    for action in fitting:
        try:
            subject_at(action, wish.address, account)
        except UnknownSubject:
            continue
        return action
    raise UsageError(say, "unknown-address", address=wish.address)


def _tell_fields(form: Any, say: Say) -> int:
    print(say("fields"), file=sys.stderr)
    for name, errors in form.errors.items():
        option = f"--{name.replace('_', '-')}"
        label = form.fields[name].label if name in form.fields else ""
        print(f"  {option}  {label}  {' '.join(errors)}", file=sys.stderr)
    return WRONG_USAGE


def _list_offers(address: str, account: Any, at: Any, say: Say) -> int:
    from yiding.followup.act import offers  # noqa: PLC0415 - after start

    subject = _subject(address, account, say)
    print(say("stands", address=address, state=subject.get_state_display()))
    for offer in offers(subject, account, at):
        reason = f"  ✕ {offer.refusal.found_text()}" if offer.refusal else ""
        print(f"  {offer.action.verb:<18}{offer.action.label}{reason}")
    return DONE


def _subject(address: str, account: Any, say: Say) -> Any:
    from yiding.followup.action import Action  # noqa: PLC0415 - after start

    for model in dict.fromkeys(one.model for one in Action.registered.values()):
        rows = model._default_manager.filter(jurisdiction=account.jurisdiction_id)
        found = rows.filter(address=address).select_related("jurisdiction").first()
        if found is not None:
            return found
    raise UsageError(say, "unknown-address", address=address)
