"""Problems 问题答复: every answer that is no success, by RFC 9457, in the caller's language."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError

from yiding.followup.refusals import Refusal

MEDIA_TYPE = "application/problem+json"
logger = logging.getLogger("yiding.api")

Words = str | Promise

#: Each kind of problem: its status and its title.
KINDS: dict[str, tuple[int, Words]] = {
    "unauthenticated": (401, _("没有登录")),
    "forbidden": (403, _("不准办理")),
    "absent": (404, _("没有这一件")),
    "method": (405, _("此处不能这样请求")),
    "refused": (409, _("现在不能办理")),
    "stale": (409, _("此件已有人办理过")),
    "too-large": (413, _("内容过大")),
    "media-type": (415, _("内容的格式收不了")),
    "invalid": (422, _("填写有误")),
    "key-reused": (422, _("同一幂等键用于两件事")),
    "too-many": (429, _("请求过于频繁")),
    "failed": (500, _("系统出错")),
}


@dataclass(frozen=True)
class Said:
    """What a problem says besides its kind."""

    detail: Words
    remedy: Words = ""
    guard: str = ""
    errors: dict[str, list[str]] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


class Problem(Exception):
    """An answer that is no success; raised anywhere in a request, it ends it."""

    def __init__(self, kind: str, detail: Words, remedy: Words = "", **more: Any) -> None:
        super().__init__(kind)
        self.kind = kind
        self.said = Said(detail, remedy, **more)

    @property
    def status(self) -> int:
        """The status of the answer."""
        return KINDS[self.kind][0]

    def plain(self) -> dict[str, Any]:
        """The body of the answer, in the language in use."""
        said = self.said
        body: dict[str, Any] = {
            "type": f"urn:yiding:problem:{self.kind}",
            "title": str(KINDS[self.kind][1]),
            "status": self.status,
            "detail": str(said.detail),
        }
        more = {"guard": said.guard, "remedy": str(said.remedy), "errors": said.errors}
        return body | {name: value for name, value in more.items() if value}


def response_to(problem: Problem) -> HttpResponse:
    """The answer to a problem."""
    return problem_response(problem.plain(), problem.said.headers)


def problem_response(body: dict[str, Any], headers: dict[str, str] | None = None) -> HttpResponse:
    """An answer from the body of a problem, new or kept."""
    response = JsonResponse(body, status=body["status"], json_dumps_params={"ensure_ascii": False})
    response.headers["Content-Type"] = MEDIA_TYPE
    for name, value in (headers or {}).items():
        response.headers[name] = value
    return response


def of_refusal(refusal: Refusal) -> Problem:
    """What a guard said: the wrong role is 403, everything else conflicts with how things stand."""
    kind = {"role": "forbidden", "version": "stale"}.get(refusal.guard, "refused")
    return Problem(kind, refusal.found_text(), refusal.remedy_text(), guard=refusal.guard)


def invalid(errors: dict[str, list[str]]) -> Problem:
    """What was filled in cannot be taken; every field says why."""
    return Problem(
        "invalid",
        _("有的内容填得不对，什么都没有改动。"),
        _("请按各字段的说明改好再交。"),
        errors=errors,
    )


def absent() -> Problem:
    """Nothing under this address, or not for this account."""
    return Problem(
        "absent", _("没有这个地址，或您的账号看不到。"), _("请核对地址；它和页面上的编号相同。")
    )


def too_large(limit: int) -> Problem:
    """More than is taken in."""
    words = _("内容超过%(limit)s兆字节。") % {"limit": limit // 1024 // 1024}
    return Problem("too-large", words, _("请压缩或分开上传。"))


def unauthenticated() -> Problem:
    """No token, or none in force."""
    return Problem(
        "unauthenticated",
        _("没有有效的令牌，也没有登录。"),
        _("请在 Authorization 里写 Bearer 和令牌；令牌过期或作废的，请另领一个。"),
        headers={"WWW-Authenticate": 'Bearer realm="yiding"'},
    )


def unreadable(detail: Words) -> Problem:
    """A body that cannot be parsed."""
    return Problem("invalid", detail, _("请按接口说明写好再发。"))


def answer_with_problems(api: NinjaAPI) -> None:
    """Let the API answer every exception as a problem."""

    def handle(kind: type[Exception], make: Any) -> None:
        api.add_exception_handler(kind, lambda _request, error: response_to(make(error)))

    handle(Problem, lambda problem: problem)
    handle(AuthenticationError, lambda _error: unauthenticated())
    handle(ValidationError, _of_parameters)
    handle(Http404, lambda _error: absent())
    handle(RequestDataTooBig, lambda _error: too_large(10 * 1024 * 1024))
    for kind in (BadRequest, SuspiciousOperation, MultiPartParserError, UnreadablePostError):
        handle(kind, lambda _error: unreadable(_("请求的内容读不出来。")))
    api.add_exception_handler(Exception, _failed)


def _failed(request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
    logger.error("%s %s", request.method, request.path, exc_info=error)  # type: ignore[arg-type]
    words = _("这是系统的错，没有办成，什么都没有改动。")
    return response_to(
        Problem("failed", words, _("请稍后再试；仍不成的，请告诉系统管理员时间和地址。"))
    )


def _of_parameters(error: ValidationError) -> Problem:
    errors: dict[str, list[str]] = {}
    for one in error.errors:
        name = str(one["loc"][-1]) if one.get("loc") else "—"
        errors.setdefault(name, []).append(_in_words(one))
    return invalid(errors)


def _in_words(error: dict[str, Any]) -> str:
    bounds = error.get("ctx", {})
    for start, words in _PARAMETER_WORDS.items():
        if str(error.get("type", "")).startswith(start):
            return str(words) % {name: str(bounds.get(name, "")) for name in _BOUNDS}
    return str(_("这个值不能用。"))


_BOUNDS = ("expected", "max_length", "min_length", "ge", "le")
_PARAMETER_WORDS: dict[str, Words] = {
    "missing": _("请填写。"),
    "string_too_long": _("最多%(max_length)s个字。"),
    "string_too_short": _("至少%(min_length)s个字。"),
    "literal_error": _("请从这些里选：%(expected)s。"),
    "enum": _("请从这些里选：%(expected)s。"),
    "int_": _("请填整数。"),
    "greater_than_equal": _("不能小于%(ge)s。"),
    "less_than_equal": _("不能大于%(le)s。"),
    "date": _("请按 2026-11-20 的样子填日期。"),
    "bool": _("请填 true 或 false。"),
}
