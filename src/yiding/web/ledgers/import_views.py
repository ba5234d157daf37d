"""Bringing files of entries in: all or nothing, unless the good rows are asked for."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from yiding.followup.refusals import Refusal, Refused
from yiding.ledgers.base.import_sheet import refused_workbook
from yiding.ledgers.base.importing import (
    KEPT_FAULTS,
    ImportRefused,
    Outcome,
    import_entries,
    read_for,
)
from yiding.ledgers.base.models import Import
from yiding.ledgers.base.permissions import WRITERS
from yiding.ledgers.base.store import Writing
from yiding.ledgers.template import template
from yiding.web.access import account_of, desk
from yiding.web.ledgers.asking import ledger_asked
from yiding.web.ledgers.importing import batch_page, batch_seen, batch_title, import_page
from yiding.web.ledgers.words import is_english

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@desk()
def show_imports(request: HttpRequest, slug: str) -> HttpResponse:
    """The batches, and the form to bring in another."""
    kept, account = ledger_asked(slug), account_of(request)
    context: dict[str, Any] = {
        "page": import_page(kept, account),
        "limit": settings.FILE_LIMIT // 1024 // 1024,
    }
    if request.method != "POST" or account.role not in WRITERS:
        return render(request, "ledgers/import.html", context)
    upload = request.FILES.get("file")
    if upload is None:
        context["missing"] = gettext("没有选文件。请选一个文件再导入。")
        return render(request, "ledgers/import.html", context, status=422)
    take_good = request.POST.get("take_good") == "on"
    return _brought_in(request, slug, (upload.name or "", upload.read()), take_good, context)


@desk()
def show_batch(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """One batch; posting takes its good rows after all."""
    account, batch = account_of(request), _batch(request, slug, key)
    page = batch_page(ledger_asked(slug), batch, account, _wrongs(request, batch))
    if request.method == "POST" and page.may_take:
        return _brought_in(request, slug, (batch.name, _content(batch)), True, {"page": page})
    return render(request, "ledgers/batch.html", {"page": page})


@desk()
def confirm_batch(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """What taking the good rows alone would do."""
    account, batch = account_of(request), _batch(request, slug, key)
    page = batch_page(ledger_asked(slug), batch, account, _wrongs(request, batch))
    return render(request, "ledgers/take_good.html", {"page": page})


@desk()
def refused_rows(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """The rows that were not taken, as they stood, each with what is wrong."""
    batch = _batch(request, slug, key)
    writing = Writing(account_of(request), slug, batch.at)
    read = read_for(writing, batch.name, _content(batch))
    return _file(refused_workbook(read.wrong), f"{slug}-{key}-refused.xlsx")


@desk()
def download_template(_: HttpRequest, slug: str) -> HttpResponse:
    """The sheets to fill in."""
    return _file(template(ledger_asked(slug)), f"{slug}-template.xlsx")


def _brought_in(
    request: HttpRequest,
    slug: str,
    file: tuple[str, bytes],
    take_good: bool,
    context: dict[str, Any],
) -> HttpResponse:
    account, at = account_of(request), timezone.now()
    try:
        outcome = import_entries(Writing(account, slug, at), *file, take_good=take_good)
    except ImportRefused as refused:
        return _refused(request, refused.refusal, context)
    except Refused as refused:
        return _refused(request, refused.refusal, context)
    _told(request, outcome)
    return redirect("ledgers-batch", slug=slug, key=outcome.batch.pk)


def _refused(request: HttpRequest, refusal: Refusal, context: dict[str, Any]) -> HttpResponse:
    context["refusal"] = refusal
    name = "ledgers/import.html" if "limit" in context else "ledgers/batch.html"
    return render(request, name, context, status=409)


def _told(request: HttpRequest, outcome: Outcome) -> None:
    say = messages.error if outcome.batch.state == Import.State.REFUSED else messages.success
    say(request, batch_title(outcome.batch))


def _batch(request: HttpRequest, slug: str, key: int) -> Import:
    batch = batch_seen(ledger_asked(slug), account_of(request), key)
    if batch is None:
        raise Http404(gettext("没有这一批，或不归您看。"))
    return batch


def _content(batch: Import) -> bytes:
    if batch.file is None:
        raise Http404(gettext("原文件没有留存，请从您自己的文件里改。"))
    with batch.file.path.open("rb") as file:
        return bytes(file.read())


def _wrongs(request: HttpRequest, batch: Import) -> list[dict[str, Any]]:
    """What is wrong, in the reader's language: the batch itself keeps it in Chinese."""
    if not is_english():
        return list(batch.faults)
    writing = Writing(account_of(request), batch.ledger, batch.at)
    wrongs = read_for(writing, batch.name, _content(batch)).wrongs[:KEPT_FAULTS]
    return [{**one.plain(), "words": one.text()} for one in wrongs]


def _file(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
