"""The pages of law, for everyone who has signed in."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from yiding.law import UnknownProvision
from yiding.registry.roles import Role
from yiding.web.access import day_shown, desk
from yiding.web.law.contexts import instrument_page, law_list, provision_page


@desk(*Role)
def list_law(request: HttpRequest) -> HttpResponse:
    """Every instrument."""
    page = law_list(request.GET.get("view", ""), day_shown(request))
    return render(request, "law/list.html", {"page": page})


@desk(*Role)
def show_instrument(request: HttpRequest, slug: str) -> HttpResponse:
    """One instrument."""
    try:
        page = instrument_page(slug, day_shown(request))
    except UnknownProvision as error:
        raise Http404(gettext("没有收录这件文件。")) from error
    return render(request, "law/instrument.html", {"page": page})


@desk(*Role)
def show_provision(request: HttpRequest, slug: str, article: str) -> HttpResponse:
    """One provision."""
    try:
        page = provision_page(slug, article, day_shown(request))
    except UnknownProvision as error:
        raise Http404(gettext("没有收录这一条。")) from error
    return render(request, "law/provision.html", {"page": page})
