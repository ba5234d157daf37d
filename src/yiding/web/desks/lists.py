"""The list of accounts on the two desks that keep them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext, ngettext

from yiding.registry.accounts import accounts_kept_by, idle_accounts
from yiding.registry.models import Account
from yiding.web.parts import Pages, View, pages_of

SIZE = 60


@dataclass(frozen=True)
class AccountList:
    """账号清单."""

    title: str
    views: tuple[View, ...]
    rows: list[Account]
    idle: frozenset[int]
    links: Pages
    asked: str


def account_list(by: Account, query: QueryDict, at: datetime) -> AccountList:
    """The accounts of the administrator's jurisdiction, chosen and found."""
    accounts, asked = accounts_kept_by(by), query.get("q", "").strip()[:40]
    idle = frozenset(idle_accounts(accounts, at).values_list("pk", flat=True))
    groups = {
        "active": Q(is_active=True),
        "stopped": Q(is_active=False),
        "idle": Q(pk__in=idle),
        "roleless": Q(role="", is_active=True),
    }
    show = query.get("show", "")
    totals = {name: Count("pk", filter=test) for name, test in groups.items()}
    counts = accounts.order_by().aggregate(all=Count("pk"), **totals)
    rows = _found(accounts.filter(groups[show]) if show in groups else accounts, asked)
    page = Paginator(rows, SIZE).get_page(query.get("page"))
    return AccountList(
        title=_title(counts),
        views=_views(counts, show),
        rows=list(page.object_list),
        idle=idle,
        links=pages_of(page, query),
        asked=asked,
    )


def _found(accounts: QuerySet[Account], asked: str) -> QuerySet[Account]:
    if not asked:
        return accounts
    unit = Q(unit__name__contains=asked) | Q(unit__short_name__contains=asked)
    return accounts.filter(Q(username__icontains=asked) | Q(name__contains=asked) | unit)


def _title(counts: dict[str, int]) -> str:
    head = ngettext("%(active)s 个账号在用，", "%(active)s 个账号在用，", counts["active"])
    tail = ngettext("%(idle)s 个九十天没有登录。", "%(idle)s 个九十天没有登录。", counts["idle"])
    return (head + tail) % counts


def _views(counts: dict[str, int], show: str) -> tuple[View, ...]:
    words = (
        ("", gettext("全部"), "all"),
        ("active", gettext("在用"), "active"),
        ("stopped", gettext("已停用"), "stopped"),
        ("idle", gettext("九十天没有登录"), "idle"),
        ("roleless", gettext("没有角色"), "roleless"),
    )
    return tuple(
        View(said, f"?show={slug}" if slug else "?", counts[key], show == slug)
        for slug, said, key in words
    )
