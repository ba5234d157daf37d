"""What the sign-in page asks for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from yiding.registry.models import Account
from yiding.registry.roles import ADMINISTRATORS, Role

BUSINESS = "business"

#: The desks: what each is for, and what it may not do.
DESKS = (
    (BUSINESS, _("业务"), _("办事项。不能开账号、给角色，不能改流转记录。")),
    (Role.SYSTEM_ADMIN, _("系统管理员"), _("开账号、停账号。不能给角色，不能看业务。")),
    (Role.SECURITY_ADMIN, _("安全管理员"), _("给角色、定策略。不能开账号，不能看业务。")),
    (Role.AUDIT_ADMIN, _("审计管理员"), _("看流转记录。什么也不能改。")),
)


def desk_of(account: Account) -> str:
    """The one desk of an account."""
    return account.role if account.role in ADMINISTRATORS else BUSINESS


class SignInForm(forms.Form):
    """Account, password, desk; whatever is wrong, the words are the same."""

    username = forms.CharField(
        label=_("账号"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    password = forms.CharField(
        label=_("密码"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    desk = forms.ChoiceField(
        label=_("进哪个台"),
        choices=[(value, label) for value, label, _not in DESKS],
        initial=BUSINESS,
        required=False,
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.account: Account | None = None

    def clean(self) -> dict[str, Any]:
        """The account, if name, password and desk all fit."""
        cleaned = super().clean() or self.cleaned_data
        found = authenticate(
            self.request,
            username=cleaned.get("username", ""),
            password=cleaned.get("password", ""),
        )
        wanted = cleaned.get("desk") or BUSINESS
        if not isinstance(found, Account) or desk_of(found) != wanted:
            raise ValidationError(
                _("账号、密码或所选的台不对。请核对后再试；多次不对会暂时锁住账号。")
            )
        self.account = found
        return cleaned
