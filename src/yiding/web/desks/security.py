"""The security administrator's desk: roles, locks, tokens, and the policy in force."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from yiding.registry.accounts import (
    AccountRefused,
    accounts_kept_by,
    give_role,
    locked_accounts,
    release_lock,
)
from yiding.registry.models import Account, ApiToken
from yiding.registry.roles import ADMINISTRATORS, Role
from yiding.registry.tokens import Scope, TokenWish, issue, revoke
from yiding.web.access import account_of, desk, jurisdiction_of
from yiding.web.desks.lists import account_list
from yiding.web.parts import DayInput


class RoleForm(forms.Form):
    """The one role of an account."""

    role = forms.ChoiceField(
        label=_("角色"), choices=[("", _("没有角色")), *Role.choices], required=False
    )


class TokenForm(forms.Form):
    """For which account, for what, how far, until when."""

    account = forms.ModelChoiceField(
        Account.objects.none(),
        label=_("代哪个账号办"),
        empty_label=_("请选账号"),
        help_text=_("令牌能办的不多于这个账号。"),
    )
    name = forms.CharField(label=_("用途"), max_length=60)
    scopes = forms.MultipleChoiceField(
        label=_("范围"), choices=Scope.choices, widget=forms.CheckboxSelectMultiple
    )
    expires_on = forms.DateField(label=_("用到哪天"), widget=DayInput())

    def __init__(self, *args: Any, by: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["account"]
        business = accounts_kept_by(by).filter(is_active=True).exclude(role="")
        field.queryset = business.exclude(role__in=sorted(ADMINISTRATORS))
        field.label_from_instance = _account_words

    def clean_expires_on(self) -> Any:
        """A day to come."""
        given = self.cleaned_data["expires_on"]
        if given < timezone.localdate():
            raise forms.ValidationError(_("这一天已经过了。请填以后的日期。"))
        return given


@desk(Role.SECURITY_ADMIN)
def show_desk(request: HttpRequest) -> HttpResponse:
    """Who is locked, who has which role, and what the policy is."""
    jurisdiction_of(request)
    by, at = account_of(request), timezone.now()
    context = {
        "page": account_list(by, request.GET, at),
        "locked": locked_accounts(by, at),
        "policy": _policy(),
    }
    return render(request, "desks/security.html", context)


@desk(Role.SECURITY_ADMIN)
def give_one(request: HttpRequest, key: int) -> HttpResponse:
    """Give an account its role."""
    by = account_of(request)
    account = get_object_or_404(accounts_kept_by(by), pk=key)
    form = RoleForm(request.POST or None, initial={"role": account.role})
    if request.method == "POST" and form.is_valid():
        try:
            give_role(by, account, form.cleaned_data["role"], timezone.now())
        except AccountRefused as refused:
            form.add_error("role", refused.text())
        else:
            messages.success(request, gettext("角色已给，写入流转记录。"))
            return redirect("desk-security")
    status = 422 if request.method == "POST" else 200
    return render(request, "desks/role.html", {"form": form, "account": account}, status=status)


@desk(Role.SECURITY_ADMIN)
@require_POST
def release_one(request: HttpRequest, key: int) -> HttpResponse:
    """Open a locked account."""
    by = account_of(request)
    account = get_object_or_404(accounts_kept_by(by), pk=key)
    release_lock(by, account, timezone.now())
    words = gettext("%(name)s 已解锁，写入流转记录。")
    messages.success(request, words % {"name": account.username})
    return redirect("desk-security")


@desk(Role.SECURITY_ADMIN)
def show_tokens(request: HttpRequest) -> HttpResponse:
    """The tokens, and the form of a new one; its clear text is shown once."""
    by = account_of(request)
    city = jurisdiction_of(request)
    form = TokenForm(request.POST or None, by=by)
    context: dict[str, Any] = {"form": form}
    status = 200
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        wish = TokenWish(given["name"], given["scopes"], given["expires_on"])
        context["issued"] = issue(given["account"], wish, by, timezone.now())
        context["form"] = TokenForm(by=by)
    elif request.method == "POST":
        status = 422
    tokens = ApiToken.objects.filter(account__jurisdiction=city).select_related("account")
    context["tokens"] = tokens.order_by("revoked_at", "-created_at")[:200]
    context["today"] = timezone.localdate()
    answer = render(request, "desks/tokens.html", context, status=status)
    answer["Cache-Control"] = "no-store"
    return answer


@desk(Role.SECURITY_ADMIN)
@require_POST
def revoke_one(request: HttpRequest, key: int) -> HttpResponse:
    """End a token."""
    tokens = ApiToken.objects.filter(account__jurisdiction=jurisdiction_of(request))
    revoke(get_object_or_404(tokens, pk=key), account_of(request), timezone.now())
    messages.success(request, gettext("令牌已作废，写入流转记录。"))
    return redirect("desk-tokens")


def _account_words(account: Any) -> str:
    values = {"username": account.username, "name": account.name}
    words = gettext("%(username)s（%(name)s，%(role)s）")
    return words % {**values, "role": account.get_role_display()}


def _policy() -> list[tuple[str, object]]:
    """What the settings of this deployment say."""
    minutes = settings.SESSION_COOKIE_AGE // 60
    return [
        (gettext("锁账号"), gettext("连错 %(times)s 次") % {"times": settings.AXES_FAILURE_LIMIT}),
        (
            gettext("自动解锁"),
            gettext("%(hours)s 小时后") % {"hours": settings.AXES_COOLOFF_TIME},
        ),
        (gettext("无操作退出"), gettext("%(minutes)s 分钟") % {"minutes": minutes}),
        (gettext("首次登录"), gettext("必须改密码")),
        (gettext("长期不用"), gettext("九十天没有登录的列出来，由系统管理员停用")),
    ]
