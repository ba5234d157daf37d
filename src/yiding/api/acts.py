"""Acts 办理: one address for every verb there is, made from the actions themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from yiding.api.access import Caller, at_business, caller_of
from yiding.api.bodies import Body, body_of
from yiding.api.form_schema import schema_of
from yiding.api.once import Answer, once
from yiding.api.problems import absent, invalid, of_refusal
from yiding.api.schemas import ActDone, ActForm, Offered
from yiding.api.seen import one_seen, seen_by
from yiding.followup.act import (
    Call,
    Done,
    act,
    context_of,
    offers,
    refusal_of,
)
from yiding.followup.action import Action
from yiding.followup.refusals import InvalidFields, Refusal, Refused, UnknownSubject
from yiding.registry.tokens import Scope

#: What a kind of subject is called in an address, where it is no plain plural.
_PLURALS = {"minutes": "minutes"}


def collection_of(action: Action) -> str:
    """``matters`` for ``matter.close``: the kind of thing it is done to, whatever it makes."""
    kind = str(action.model._meta.model_name)
    return _PLURALS.get(kind, f"{kind}s")


def place_of(action: Action) -> str:
    """Where an act is done: ``/matters/{address}/acts/close``, ``/topics/acts/draft``."""
    of_one = "" if action.begins_anew else "/{address}"
    return f"/{collection_of(action)}{of_one}/acts/{action.verb}"


def act_routes() -> Router:
    """Every verb of every kind of subject."""
    router = Router()
    for name, action in sorted(Action.registered.items()):
        said: dict[str, Any] = {"tags": [collection_of(action)]}
        operation = name.replace(".", "_")
        router.post(place_of(action), operation_id=operation, response=ActDone, **said)(
            _anew(action) if action.begins_anew else _on_one(action)
        )
        router.get(place_of(action), operation_id=f"{operation}_form", response=ActForm, **said)(
            _form_anew(action) if action.begins_anew else _form(action)
        )
    for collection, model in _kinds().items():
        path, tags = f"/{collection}/{{address}}/acts", [collection]
        router.get(path, tags=tags, operation_id=f"{collection}_acts", response=list[Offered])(
            _offered(model)
        )
    return router


def offered(subject: Any, caller: Caller) -> list[dict[str, Any]]:
    """What the account may think of doing here, open or with the reason why not."""
    found = offers(subject, caller.account, caller.at)
    return [
        {
            "verb": one.action.verb,
            "label": str(one.action.label),
            "is_grave": one.action.is_grave,
            "refusal": refusal_plain(one.refusal),
        }
        for one in found
    ]


def refusal_plain(refusal: Refusal | None) -> dict[str, str] | None:
    """A refusal as a value."""
    if refusal is None:
        return None
    said = {"detail": refusal.found_text(), "remedy": refusal.remedy_text()}
    return {"guard": refusal.guard, **said}


def _kinds() -> dict[str, Any]:
    anywhere = (one for _, one in sorted(Action.registered.items()))
    return {collection_of(one): one.model for one in anywhere}


def _on_one(action: Action) -> Callable[..., HttpResponse]:
    def do(request: HttpRequest, address: str) -> HttpResponse:
        return _do(request, action, address)

    return do


def _anew(action: Action) -> Callable[..., HttpResponse]:
    def do(request: HttpRequest) -> HttpResponse:
        return _do(request, action, "")

    return do


def _form(action: Action) -> Callable[..., dict[str, Any]]:
    def show(request: HttpRequest, address: str) -> dict[str, Any]:
        caller = caller_of(request)
        return _form_of(action, one_seen(caller.account, action.model, address), caller)

    return show


def _form_anew(action: Action) -> Callable[..., dict[str, Any]]:
    def show(request: HttpRequest) -> dict[str, Any]:
        caller = at_business(request)
        return _form_of(action, action.begin(caller.account, caller.at), caller)

    return show


def _form_of(action: Action, subject: Any, caller: Caller) -> dict[str, Any]:
    form = action.form(context=context_of(subject, caller.account, caller.at))
    return {
        "verb": action.verb,
        "label": str(action.label),
        "version": subject.version,
        "refusal": refusal_plain(refusal_of(action, subject, caller.account, caller.at)),
        "fields": schema_of(form.fields, with_choices=True),
        "initial": {name: _initial(value) for name, value in form.initial.items()},
    }


def _offered(model: Any) -> Callable[..., list[dict[str, Any]]]:
    def show(request: HttpRequest, address: str) -> list[dict[str, Any]]:
        caller = caller_of(request)
        return offered(one_seen(caller.account, model, address), caller)

    return show


def _initial(value: Any) -> Any:
    if isinstance(value, bool | int | None):
        return value
    if isinstance(value, list | tuple):
        return [_initial(one) for one in value]
    return str(getattr(value, "code", value))


def _do(request: HttpRequest, action: Action, address: str) -> HttpResponse:
    caller = caller_of(request, Scope.ACT)
    body = body_of(request, action.form.base_fields)
    digest = body.digest(request)
    return once(request, caller, digest, lambda: _answer(action, address, body, caller))


def _answer(action: Action, address: str, body: Body, caller: Caller) -> Answer:
    call = Call(action.name, address, body.data, body.files, body.seen)
    try:
        return Answer(200, _done(act(call, caller.account, caller.at)))
    except UnknownSubject as unknown:
        raise absent() from unknown
    except InvalidFields as wrong:
        errors = {name: [str(one) for one in said] for name, said in wrong.form.errors.items()}
        raise invalid(errors) from wrong
    except Refused as refused:
        return _refused(action, address, refused.refusal, caller)


def _refused(action: Action, address: str, refusal: Refusal, caller: Caller) -> Answer:
    """What a guard said; of a thing the account cannot see it says no more than that."""
    is_open = refusal.guard == "role" or action.begins_anew
    seen = is_open or seen_by(caller.account, action.model).filter(address=address).exists()
    problem = of_refusal(refusal) if seen else absent()
    return Answer(problem.status, problem.plain())


def _done(done: Done) -> dict[str, Any]:
    subject, event = done.subject, done.event
    return {
        "address": subject.address,
        "state": str(subject.state),
        "state_label": str(subject.get_state_display()),
        "version": subject.version,
        "event": {"seq": event.seq, "at": event.at.isoformat(), "hash": event.hash},
    }
