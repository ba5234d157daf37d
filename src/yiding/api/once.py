"""Once 只办一次: a write sent again under its Idempotency-Key gets the first answer again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext_lazy as _

from yiding.api.access import Caller
from yiding.api.models import StoredAnswer
from yiding.api.problems import Problem, invalid, problem_response

#: How long a first answer is kept.
KEPT = timedelta(days=30)
_KEY = re.compile(r"[\x21-\x7e]{1,200}")


@dataclass(frozen=True)
class Answer:
    """What a write is answered: a status and a body; a refusal is an answer too."""

    status: int
    body: dict[str, Any]

    def response(self) -> HttpResponse:
        """The answer on its way."""
        if self.status >= 400:
            return problem_response(self.body)
        said = {"ensure_ascii": False}
        return JsonResponse(self.body, status=self.status, json_dumps_params=said)


def once(
    request: HttpRequest, caller: Caller, digest: str, do: Callable[[], Answer]
) -> HttpResponse:
    """Do the write, or answer as it was answered; the key is kept in the write's transaction.

    What was not taken at all (a field amiss, nothing under the address) is not kept: the same key
    may bring it again, mended.
    """
    key = _key_of(request)
    if key is None:
        return do().response()
    with transaction.atomic():
        stored, is_new = _claim(caller, key, digest)
        if not is_new:
            return _again(stored, digest)
        answer = do()
        stored.status, stored.body = answer.status, answer.body
        stored.save(update_fields=["status", "body"])
    return answer.response()


def _key_of(request: HttpRequest) -> str | None:
    key = request.headers.get("Idempotency-Key")
    if key is None or _KEY.fullmatch(key):
        return key
    words = _("幂等键是1至200个可见的 ASCII 字符。")
    raise invalid({"Idempotency-Key": [str(words)]})


def _claim(caller: Caller, key: str, digest: str) -> tuple[StoredAnswer, bool]:
    """The key's row: made now, or there already; a second caller waits here for the first."""
    mine = StoredAnswer.objects.filter(account=caller.account)
    mine.filter(at__lt=caller.at - KEPT).delete()
    try:
        with transaction.atomic():
            made = StoredAnswer.objects.create(
                account=caller.account, key=key, digest=digest, at=caller.at
            )
            return made, True
    except IntegrityError:
        return mine.get(key=key), False


def _again(stored: StoredAnswer, digest: str) -> HttpResponse:
    if stored.digest != digest:
        raise Problem(
            "key-reused",
            _("这个幂等键已用于另一件事。"),
            _("一件事一个键；内容改过的，请换一个键。"),
            guard="idempotency_key",
        )
    response = Answer(stored.status, stored.body).response()
    response.headers["Idempotency-Replayed"] = "true"
    return response
