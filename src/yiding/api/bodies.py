"""Bodies: an act's fields from JSON or a form, and the version that the caller had seen."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from yiding.api.problems import Problem, invalid, unreadable
from yiding.followup.names_fields import UnitNamesField

#: The version looked at; no act has a field of this name.
SEEN = "seen"
_OF_THE_PAGES = frozenset({"csrfmiddlewaretoken"})
_FORM_TYPES = {"multipart/form-data", "application/x-www-form-urlencoded"}
_ENTITY_TAG = re.compile(r'(?:W/)?"(\d{1,18})"')
_NUMBER = re.compile(r"\d{1,18}")
Fields = dict[str, forms.Field]


@dataclass(frozen=True)
class Body:
    """What a write brings: fields as a form takes them, files, the version seen, its digest."""

    data: dict[str, Any]
    seen: int | None = None
    files: MultiValueDict[str, Any] = field(default_factory=MultiValueDict)

    def digest(self, request: HttpRequest) -> str:
        """What makes two writes the same: where to, which fields, which version, which bytes."""
        files = [
            [name, upload.name, _digest_of(upload)]
            for name in sorted(self.files)
            for upload in self.files.getlist(name)
        ]
        said = [request.method, request.path, self.data, self.seen, files]
        written = json.dumps(said, ensure_ascii=True, sort_keys=True)
        return hashlib.sha256(written.encode()).hexdigest()


def body_of(request: HttpRequest, fields: Fields) -> Body:
    """The body of a write, as far as these fields know it."""
    if request.content_type in _FORM_TYPES:
        given, files = _form(request, fields), request.FILES
    elif request.content_type in {"application/json", ""} or not request.body:
        given, files = object_of(request), MultiValueDict()
    else:
        raise Problem(
            "media-type",
            _("收不了 %(type)s。") % {"type": str(request.content_type)[:60]},
            _("请用 application/json；有附件的，用 multipart/form-data。"),
        )
    seen = seen_of(request, given.pop(SEEN, None))
    _refuse_unknown({*given, *files}, fields)
    return Body({name: _plain(name, given[name], fields) for name in given}, seen, files)


def _form(request: HttpRequest, fields: Fields) -> dict[str, Any]:
    names = [name for name in request.POST if name not in _OF_THE_PAGES]
    return {
        name: request.POST.getlist(name) if _takes_many(fields.get(name)) else request.POST[name]
        for name in names
    }


def object_of(request: HttpRequest) -> dict[str, Any]:
    """The JSON object a body is; what is null in it is not said."""
    if not request.body:
        return {}
    try:
        given = json.loads(request.body)
        json.dumps(given, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise unreadable(_("请求的内容不是 JSON。")) from error
    if not isinstance(given, dict):
        raise unreadable(_("请求的内容要是一个 JSON 对象。"))
    return {name: value for name, value in given.items() if value is not None}


def seen_of(request: HttpRequest, given: Any) -> int | None:
    """The version the caller looked at: ``If-Match``, else what the body says under ``seen``."""
    tag = request.headers.get("If-Match", "").strip()
    if tag and tag != "*":
        found = _ENTITY_TAG.fullmatch(tag)
        if found is None:
            raise invalid({"If-Match": [str(_('请照 ETag 写，例如 "3"。'))]})
        return int(found[1])
    if given is None or given == "":
        return None
    if isinstance(given, bool) or not _NUMBER.fullmatch(str(given)):
        raise invalid({SEEN: [str(_("请填整数。"))]})
    return int(given)


def _refuse_unknown(names: set[str], fields: Fields) -> None:
    unknown = sorted(names - set(fields))
    if unknown:
        words = _("没有这个字段。可以填的是：%(known)s。")
        known = "、".join(fields) or "—"
        raise invalid({name: [str(words % {"known": known})] for name in unknown})


def _plain(name: str, value: Any, fields: Fields) -> Any:
    """Text, yes or no, or a list of text: what a form can judge."""
    if isinstance(value, list) and _takes_many(fields[name]):
        return [_text(name, one) for one in value]
    if isinstance(value, bool):
        return value if isinstance(fields[name], forms.BooleanField) else str(value).lower()
    return _text(name, value)


def _text(name: str, value: Any) -> str:
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value)
    raise invalid({name: [str(_("这里要一个值，不是一列，也不是对象。"))]})


def _takes_many(one: forms.Field | None) -> bool:
    is_many = isinstance(one, forms.MultipleChoiceField | forms.ModelMultipleChoiceField)
    return is_many or isinstance(one, UnitNamesField)


def _digest_of(upload: Any) -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()
