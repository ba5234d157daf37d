"""The pages of rules, for everyone who has signed in."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from yiding.registry.roles import Role
from yiding.web.access import desk
from yiding.web.ledgers.asking import day_asked, ledger_asked, place_asked
from yiding.web.ledgers.rules import rule_list, rule_page


@desk(*Role)
def list_rules(request: HttpRequest, slug: str) -> HttpResponse:
    """Every rule of a ledger."""
    return render(request, "ledgers/rules.html", {"page": rule_list(ledger_asked(slug))})


@desk(*Role)
def show_rule(request: HttpRequest, slug: str, rule: str) -> HttpResponse:
    """One rule, tried on what the address holds."""
    kept = ledger_asked(slug)
    if not kept.rule_named(rule):
        raise Http404(gettext("没有这条规则。"))
    asked = request.GET
    page = rule_page(kept, rule, asked, day_asked(request), place_asked(request))
    return render(request, "ledgers/rule.html", {"page": page})
