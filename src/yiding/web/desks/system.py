"""The system administrator's desk: accounts are opened, stopped, given a new password; no roles."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.validators import RegexValidator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yiding.registry.accounts import (
    AccountRefused,
    NewAccount,
    Opened,
    accounts_kept_by,
    change_account,
    idle_accounts,
    open_account,
    reset_password,
    restart_account,
    stop_account,
)
from yiding.registry.models import Account, Person, Unit
from yiding.registry.roles import Role
from yiding.web.access import account_of, desk, jurisdiction_of
from yiding.web.desks.lists import account_list

#: The acts on an account: the word, what it does, and the warning.
ACTS = {
    "stop": (_("停用"), _("停用后不能登录，在线的立即退出；办过的事仍记在名下。")),
    "restart": (_("启用"), _("启用后可以用原来的密码登录。")),
    "reset": (_("重设密码"), _("原密码和在线的登录立即作废；新密码只显示一次，登录后必须改。")),
}


class OpenForm(forms.Form):
    """What a new account is to be; its role is the security administrator's to give."""

    username = forms.CharField(
        label=_("账号"),
        max_length=60,
        help_text=_("字母、数字、@ . - _"),
        validators=[RegexValidator(r"^[\w.@-]+$", _("只用字母、数字、@ . - _。"))],
    )
    name = forms.CharField(label=_("姓名"), max_length=40)
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("单位"), required=False)
    person = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("登记的人"),
        required=False,
        help_text=_("领导和单位负责人要选，三员不兼任也靠它查。"),
    )

    def __init__(self, *args: Any, by: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["unit"].empty_label = fields["person"].empty_label = _("没有")
        fields["unit"].queryset = Unit.objects.filter(jurisdiction=by.jurisdiction_id)
        people = Person.objects.filter(jurisdiction=by.jurisdiction_id)
        fields["person"].queryset = people.order_by("name")


class ChangeForm(OpenForm):
    """Whose account it is; what it signs in with stays."""

    def __init__(self, *args: Any, by: Account, **kwargs: Any) -> None:
        super().__init__(*args, by=by, **kwargs)
        del self.fields["username"]


@desk(Role.SYSTEM_ADMIN)
def show_desk(request: HttpRequest) -> HttpResponse:
    """The accounts."""
    jurisdiction_of(request)
    page = account_list(account_of(request), request.GET, timezone.now())
    return render(request, "desks/system.html", {"page": page})


@desk(Role.SYSTEM_ADMIN)
def open_one(request: HttpRequest) -> HttpResponse:
    """Open an account; its first password is shown on the answer and nowhere else."""
    by = account_of(request)
    jurisdiction_of(request)
    form = OpenForm(request.POST or None, by=by)
    if request.method == "POST" and form.is_valid():
        try:
            opened = open_account(by, NewAccount(**form.cleaned_data), timezone.now())
        except AccountRefused as refused:
            form.add_error("username", refused.text())
        else:
            return _password_shown(request, opened)
    status = 422 if request.method == "POST" else 200
    return render(request, "desks/open.html", {"form": form}, status=status)


@desk(Role.SYSTEM_ADMIN)
def show_account(request: HttpRequest, key: int) -> HttpResponse:
    """One account."""
    account = get_object_or_404(accounts_kept_by(account_of(request)), pk=key)
    return render(request, "desks/account.html", _context(request, account))


@desk(Role.SYSTEM_ADMIN)
def change_one(request: HttpRequest, key: int) -> HttpResponse:
    """Set an account's name, unit and person."""
    by = account_of(request)
    account = get_object_or_404(accounts_kept_by(by), pk=key)
    known = {"name": account.name, "unit": account.unit_id, "person": account.person_id}
    form = ChangeForm(request.POST or None, by=by, initial=known)
    if request.method == "POST" and form.is_valid():
        wish = NewAccount(account.username, **form.cleaned_data)
        try:
            change_account(by, account, wish, timezone.now())
        except AccountRefused as refused:
            form.add_error(None, refused.text())
        else:
            messages.success(request, gettext("已改，写入流转记录。"))
            return redirect("desk-account", key)
    status = 422 if request.method == "POST" else 200
    return render(request, "desks/change.html", {"form": form, "account": account}, status=status)


@desk(Role.SYSTEM_ADMIN)
def act_on_account(request: HttpRequest, key: int, verb: str) -> HttpResponse:
    """Confirm and do one act on an account."""
    if verb not in ACTS:
        raise Http404(gettext("没有“%(verb)s”这一种办理。") % {"verb": verb})
    by = account_of(request)
    account = get_object_or_404(accounts_kept_by(by), pk=key)
    context = {"account": account, "label": ACTS[verb][0], "warning": ACTS[verb][1]}
    if request.method != "POST":
        return render(request, "desks/confirm.html", context)
    try:
        return _done(request, account, verb)
    except AccountRefused as refused:
        context["refused"] = refused.text()
        return render(request, "desks/confirm.html", context, status=409)


def _done(request: HttpRequest, account: Account, verb: str) -> HttpResponse:
    by, at = account_of(request), timezone.now()
    if verb == "reset":
        return _password_shown(request, reset_password(by, account, at))
    (stop_account if verb == "stop" else restart_account)(by, account, at)
    words = gettext("已办“%(verb)s”，写入流转记录。")
    messages.success(request, words % {"verb": ACTS[verb][0]})
    return redirect("desk-account", account.pk)


def _context(request: HttpRequest, account: Account) -> dict[str, Any]:
    kept = accounts_kept_by(account_of(request)).filter(pk=account.pk)
    verbs = ("stop" if account.is_active else "restart", "reset")
    return {
        "account": account,
        "is_own": account.pk == account_of(request).pk,
        "is_idle": idle_accounts(kept, timezone.now()).exists(),
        "acts": [(verb, ACTS[verb][0]) for verb in verbs],
    }


def _password_shown(request: HttpRequest, opened: Opened) -> HttpResponse:
    answer = render(request, "desks/password.html", {"opened": opened})
    answer["Cache-Control"] = "no-store"
    return answer
