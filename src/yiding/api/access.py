"""Who calls: a token, or a session of the same origin; and what the call may be used for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import check_csrf

from yiding.api.problems import Problem
from yiding.registry.models import Account, Jurisdiction
from yiding.registry.roles import ADMINISTRATORS, Role
from yiding.registry.tokens import Scope, token_in_force


@dataclass(frozen=True)
class Caller:
    """调用者: an account, the scopes of this call, and the moment it came in."""

    account: Account
    scopes: frozenset[str]
    at: datetime

    @property
    def jurisdiction(self) -> Jurisdiction:
        """The one jurisdiction this caller sees anything of."""
        found = self.account.jurisdiction
        if found is None:
            raise Problem("forbidden", _("您的账号没有归属地区。"), _("请系统管理员补上。"))
        return found


class TokenAuth(HttpBearer):
    """``Authorization: Bearer yiding_…``."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:  # noqa: ARG002
        """The caller behind a token in force."""
        at = timezone.now()
        found = token_in_force(token.strip(), at)
        if found is None:
            return None
        return _admitted(Caller(found.account, frozenset(found.scopes), at))


class SessionAuth(APIKeyCookie):
    """The session of the pages, with the token against forged requests on every write."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Caller | None:
        """A request that names a token is never taken for a session."""
        if "Authorization" in request.headers:
            return None
        return self.authenticate(request, None)

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:  # noqa: ARG002
        """The caller behind a session."""
        account = request.user
        if not isinstance(account, Account) or not account.is_active:
            return None
        if check_csrf(request) is not None:
            raise Problem(
                "forbidden",
                _("此请求没有带防伪标记，或来自别的网站。"),
                _("请在 X-CSRFToken 里写上 csrftoken 的值，或改用令牌。"),
                guard="csrf",
            )
        return _admitted(Caller(account, frozenset(Scope.values), timezone.now()))


def caller_of(request: HttpRequest, scope: Scope = Scope.READ) -> Caller:
    """The caller, if this call may be used for that."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    if scope not in caller.scopes:
        values = {"scope": scope.label}
        raise Problem(
            "forbidden",
            _("此令牌不能用来%(scope)s。") % values,
            _("请另领一个准许%(scope)s的令牌。") % values,
            guard="scope",
        )
    return caller


def at_business(request: HttpRequest, *roles: Role) -> Caller:
    """The reader at a desk with business rights, or in one of these roles."""
    caller = caller_of(request)
    allowed = frozenset(roles) or frozenset(Role) - ADMINISTRATORS
    if caller.account.role not in allowed:
        raise Problem(
            "forbidden",
            _("%(role)s看不到这些内容。") % {"role": caller.account.get_role_display() or "—"},
            _("请由有权的人查询。"),
            guard="role",
        )
    return caller


def _admitted(caller: Caller) -> Caller:
    """Count the call; an account has so many a minute, in each process that serves."""
    minute = f"{caller.at:%Y%m%d%H%M}"
    name = f"api:{caller.account.pk}:{minute}"
    if _counted(name) > settings.API_CALLS_A_MINUTE:
        wait = 60 - caller.at.second
        raise Problem(
            "too-many",
            _("一分钟内请求超过%(limit)s次。") % {"limit": settings.API_CALLS_A_MINUTE},
            _("请%(wait)s秒后再试。") % {"wait": wait},
            headers={"Retry-After": str(wait)},
        )
    return caller


def _counted(name: str) -> int:
    cache.add(name, 0, timeout=90)
    try:
        return cache.incr(name)
    except ValueError:  # the cache made room meanwhile
        return 1
