"""Who may open a page, and as of which day it is shown. Every view passes through here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from yiding.registry.models import Account, Jurisdiction
from yiding.registry.roles import ADMINISTRATORS, Role

View = Callable[..., HttpResponseBase]

#: Everyone with business rights.
BUSINESS = frozenset(Role) - ADMINISTRATORS


def desk(*roles: Role) -> Callable[[View], View]:
    """Only for these roles, after signing in; with none named, for all business roles."""
    allowed = frozenset(roles) or BUSINESS

    def guarded(view: View) -> View:
        @login_required
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            account = account_of(request)
            if account.must_change_password and request.path != reverse("password"):
                return redirect("password")
            if account.role not in allowed:
                raise PermissionDenied(_("您的账号没有这个页面。"))
            return view(request, *args, **kwargs)

        checked.desk_roles = allowed  # type: ignore[attr-defined]
        return checked

    return guarded


def open_to_all(view: View) -> View:
    """A page that needs no account; said aloud, so that none is open by accident."""
    view.desk_roles = frozenset(Role)  # type: ignore[attr-defined]
    return view


def account_of(request: HttpRequest) -> Account:
    """The account signed in."""
    account = request.user
    if not isinstance(account, Account):
        raise PermissionDenied(_("请先登录。"))
    return account


def jurisdiction_of(request: HttpRequest) -> Jurisdiction:
    """The jurisdiction the account belongs to; nothing of another is ever shown."""
    jurisdiction = account_of(request).jurisdiction
    if jurisdiction is None:
        raise PermissionDenied(_("您的账号没有归属地区，请系统管理员补上。"))
    return jurisdiction


def day_shown(request: HttpRequest) -> date:
    """The day the page is shown as of: ``?as_of=2026-06-30``, else today."""
    asked = request.GET.get("as_of", "")
    today = timezone.localdate()
    if not asked:
        return today
    try:
        return min(date.fromisoformat(asked), today)
    except ValueError as error:
        raise Http404(_("as_of 请写成 2026-06-30 的样子。")) from error
