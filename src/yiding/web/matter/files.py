"""Files handed in: given only to whoever may see what they belong to, and never opened in place."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext

from yiding.followup.models import Evidence, Minutes, StoredFile, Topic
from yiding.followup.visibility import matters_seen_by
from yiding.registry.models import Account
from yiding.registry.roles import OF_A_UNIT, SEES_ALL
from yiding.web.access import account_of, desk

#: Kinds whose name may stand in the answer; anything else is bytes.
KNOWN = frozenset(
    {
        "application/pdf",
        "application/msword",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "image/jpeg",
        "image/png",
        "text/plain",
    }
)
_ISSUED = (Minutes.State.ISSUED, Minutes.State.SUPERSEDED)


@desk()
def download(request: HttpRequest, sha256: str) -> HttpResponseBase:
    """The bytes under a hash, as a download."""
    account = account_of(request)
    files = StoredFile.objects.filter(jurisdiction=account.jurisdiction_id, sha256=sha256)
    stored = files.first()
    if stored is None or not may_read(account, stored):
        raise Http404(gettext("没有这个文件，或者不归您看。"))
    try:
        content = stored.path.open("rb")
    except FileNotFoundError as missing:
        raise Http404(gettext("文件已不在存储里，请系统管理员查备份。")) from missing
    kind = stored.media_type if stored.media_type in KNOWN else "application/octet-stream"
    answer = FileResponse(content, as_attachment=True, filename=stored.name, content_type=kind)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, no-store"
    return answer


def may_read(account: Account, stored: StoredFile) -> bool:
    """May the account read this file: as evidence, as minutes, or as a topic's material?"""
    return (
        _evidence(account, stored).exists() or _minutes(account, stored) or _topics(account, stored)
    )


def _evidence(account: Account, stored: StoredFile) -> QuerySet[Evidence]:
    rows = Evidence.objects.filter(file=stored, matter__in=matters_seen_by(account))
    if account.role not in OF_A_UNIT:
        return rows
    unit = account.unit_id
    return rows.filter(Q(matter__lead=unit) | Q(submitted_by__unit=unit))


def _minutes(account: Account, stored: StoredFile) -> bool:
    rows = Minutes.objects.filter(file=stored)
    if account.role in OF_A_UNIT:
        rows = rows.filter(state__in=_ISSUED)
    return rows.exists()


def _topics(account: Account, stored: StoredFile) -> bool:
    rows = Topic.objects.filter(materials=stored)
    if account.role not in SEES_ALL:
        rows = rows.filter(unit=account.unit_id)
    return rows.exists()
