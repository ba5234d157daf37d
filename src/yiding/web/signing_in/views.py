"""Signing in: one desk an account, every attempt in the journal."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import PasswordChangeForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from yiding.demo.accounts import demo_accounts
from yiding.registry.authors import record
from yiding.registry.models import Account
from yiding.registry.roles import Role
from yiding.web.access import account_of, desk, open_to_all
from yiding.web.signing_in.forms import DESKS, SignInForm

_BACKEND = "yiding.registry.signing_in.AccountBackend"


@open_to_all
def sign_in(request: HttpRequest) -> HttpResponse:
    """The page, and what is sent from it."""
    form = SignInForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid() and form.account is not None:
        return _enter(request, form.account)
    if request.method == "POST":
        _record_failure(form)
    context = {"form": form, "desks": DESKS, "demo": demo_accounts()}
    return render(request, "signing_in/sign_in.html", context, status=_status(request))


@open_to_all
@require_POST
def sign_in_demo(request: HttpRequest) -> HttpResponse:
    """One click into a demonstration account; there is no such thing in an office."""
    if not settings.DEMO:
        raise Http404
    username = request.POST.get("username", "")
    return _enter(request, get_object_or_404(Account, username=username, is_active=True))


@open_to_all
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave."""
    if isinstance(request.user, Account):
        record(request.user, "account.sign_out", request.user.username, timezone.now())
    logout(request)
    return redirect("sign-in")


@desk(*Role)
@login_required
def change_password(request: HttpRequest) -> HttpResponse:
    """A new password, by whoever knows the old one."""
    account = account_of(request)
    form = PasswordChangeForm(account, request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        Account.objects.filter(pk=account.pk).update(must_change_password=False)
        update_session_auth_hash(request, account)
        record(account, "account.change_password", account.username, timezone.now())
        messages.success(request, _("密码已改。"))
        return redirect("home")
    return render(request, "signing_in/password.html", {"form": form}, status=_status(request))


def _enter(request: HttpRequest, account: Account) -> HttpResponse:
    login(request, account, backend=_BACKEND)
    record(account, "account.sign_in", account.username, timezone.now())
    if account.must_change_password:
        return redirect("password")
    return redirect(_next_page(request))


def _next_page(request: HttpRequest) -> str:
    asked = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}):
        return asked
    return "home"


def _record_failure(form: SignInForm) -> None:
    username = str(form.data.get("username", ""))[:60]
    account = Account.objects.filter(username=username).first()
    if account is not None:
        record(account, "account.sign_in", username, timezone.now(), done=False)


def _status(request: HttpRequest) -> int:
    return 422 if request.method == "POST" else 200
