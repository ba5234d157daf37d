"""What stands at the head of every page: the entries a desk may open, who is here, what waits."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from yiding.journal.models import Head
from yiding.registry.models import Account
from yiding.registry.roles import ADMINISTRATORS, OF_A_UNIT, SUPERVISION, Role
from yiding.registry.written import written
from yiding.web.display import size_of, theme_of
from yiding.web.matter.inbox import waiting_of
from yiding.web.parts import Entry, Footer, Masthead
from yiding.web.parts.words import Words

#: Every entry, in the order of the day's work; a desk shows those it may open.
ENTRIES: tuple[tuple[Words, str], ...] = (
    (_("总览"), "/"),
    (_("市长页"), "/mayor/"),
    (pgettext_lazy("nav", "议题"), "/topics/"),
    (pgettext_lazy("nav", "会议"), "/meetings/"),
    (_("纪要"), "/minutes/"),
    (pgettext_lazy("nav", "事项"), "/matters/"),
    (pgettext_lazy("nav", "单位"), "/units/"),
    (pgettext_lazy("nav", "督办单"), "/slips/"),
    (_("台账"), "/ledgers/"),
    (_("法规依据"), "/law/"),
    (pgettext_lazy("nav", "规则包"), "/rulepacks/"),
    (_("登记"), "/registry/"),
    (_("流转记录"), "/journal/"),
)
#: The desk of each of the three administrators: its name and where it is.
DESKS: dict[str, tuple[Words, str]] = {
    Role.SYSTEM_ADMIN: (_("系统管理员"), "/desk/system/"),
    Role.SECURITY_ADMIN: (_("安全管理员"), "/desk/security/"),
    Role.AUDIT_ADMIN: (_("审计管理员"), "/desk/audit/"),
}
_HREFS = frozenset(href for _words, href in ENTRIES)
INBOX, SEARCH = "/inbox/", "/search/"
_FOR_LEADERS = frozenset({"/mayor/"})


def masthead(request: HttpRequest) -> dict[str, object]:
    """``masthead`` and ``footer`` for every template; a page may give its own footer."""
    account = getattr(request, "user", None)
    if not isinstance(account, Account):
        return {"masthead": _of_a_stranger(request)}
    if account.role in ADMINISTRATORS:
        return {"masthead": _of_a_desk(request, account)}
    return {"masthead": _of_business(request, account), "footer": _footer()}


def may_open(role: str, path: str) -> bool:
    """Is there a page at a path, and may the role open it?"""
    return role in _roles_at(path)


@lru_cache(maxsize=64)
def _roles_at(path: str) -> frozenset[str]:
    try:
        view = resolve(path).func
    except Resolver404:
        return frozenset()
    return frozenset(map(str, getattr(view, "desk_roles", ())))


def _of_a_stranger(request: HttpRequest) -> Masthead:
    return Masthead(
        sign_in_href="" if request.path == "/sign-in/" else "/sign-in/",
        language_href="/language/",
        display_href="/display/",
        size=size_of(request),
        theme=theme_of(request),
    )


def _of_a_desk(request: HttpRequest, account: Account) -> Masthead:
    name, home = DESKS[account.role]
    return Masthead(
        home=home,
        desk=name,
        who=account.name,
        who_href="/password/",
        sign_out_href="/sign-out/",
        language_href="/language/",
        display_href="/display/",
        size=size_of(request),
        theme=theme_of(request),
    )


def _of_business(request: HttpRequest, account: Account) -> Masthead:
    jurisdiction = account.jurisdiction
    return Masthead(
        place=gettext("%(place)s人民政府") % {"place": jurisdiction} if jurisdiction else "",
        entries=_entries(request, account),
        who=_who(account),
        who_href="/password/",
        search_href=SEARCH if may_open(account.role, SEARCH) else "",
        sign_out_href="/sign-out/",
        language_href="/language/",
        display_href="/display/",
        inbox_href=INBOX,
        inbox_count=waiting_of(account),
        size=size_of(request),
        theme=theme_of(request),
    )


def _entries(request: HttpRequest, account: Account) -> tuple[Entry, ...]:
    is_of_unit = account.role in OF_A_UNIT and account.unit is not None
    own = f"/units/{account.unit.code}/" if is_of_unit and account.unit else ""
    is_own = bool(own) and request.path.startswith(own)
    current = own if is_own else request.path[: request.path.find("/", 1) + 1] or request.path
    known = current if current == own or current in _HREFS else ""
    return _written_entries(account.role, own, known, get_language() or "")


@lru_cache(maxsize=512)
def _written_entries(role: str, own: str, current: str, language: str) -> tuple[Entry, ...]:  # noqa: ARG001
    """The entries of a role, or of a unit whose desk is ``own``, in the reader's language."""
    entries = []
    for words, href in ENTRIES:
        if href == "/units/" and own:
            if may_open(role, own):
                entries.append(Entry(gettext("我的单位"), own, is_current=current == own))
        elif may_open(role, href) and not _is_left_out(role, href):
            entries.append(Entry(str(words), href, is_current=current == href))
    return tuple(entries)


def _is_left_out(role: str, href: str) -> bool:
    return href in _FOR_LEADERS and role in OF_A_UNIT


def _who(account: Account) -> str:
    if account.unit and account.role in OF_A_UNIT:
        return f"{account.unit} {account.name}"
    if account.role in SUPERVISION:
        return gettext("督查室 %(name)s") % {"name": account.name}
    return f"{account.get_role_display()} {account.name}"


def _footer() -> Footer:
    found = _head()
    return Footer(journal_count=found[0][0], journal_tail=found[0][1]) if found else Footer()


@written
def _head() -> Any:
    return Head.objects.filter(pk=1).values_list("seq", "hash")
