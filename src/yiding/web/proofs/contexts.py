"""What the list of proofs shows: the claim, the test, and the ledger's word as last looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yiding.followup.models import ClosingTest, ProofResult
from yiding.followup.proving import last_day_of, look_at_what_waits
from yiding.followup.visibility import matters_seen_by
from yiding.ledgers.base.saying import plain
from yiding.registry.models import Account
from yiding.web.matter.addresses import matter_href
from yiding.web.matter.ledger_says import TONES, href_of
from yiding.web.parts import View

PAGE = 50
WORDS = {
    ProofResult.CONTRADICTED: _("报来办结、台账不符"),
    ProofResult.MISSED: _("到期未达"),
    ProofResult.PROVEN: _("台账印证"),
    ProofResult.AHEAD: _("未到期"),
    ProofResult.NO_DATA: _("台账无数据"),
}


@dataclass(frozen=True)
class ProofRow:
    """One matter: what it is, who leads, the test, and what the ledger said when."""

    address: str
    href: str
    action: str
    lead: str
    state: str
    test: str
    test_href: str
    target: str
    by_on: date | None
    result: str
    tone: str
    looked_on: date | None


@dataclass(frozen=True)
class ProofsPage:
    """对账: the rows of one page, and how many there are of each result."""

    views: list[View]
    rows: list[ProofRow]
    page: Page[ClosingTest]
    query: str
    today: date


def proofs_page(account: Account, asked: Mapping[str, str], today: date) -> ProofsPage:
    """One page of tests, the newest matter first; those whose ledger has changed are looked at."""
    if account.jurisdiction is not None:
        look_at_what_waits(account.jurisdiction, today)
    result = asked.get("result", "")
    tests = ClosingTest.objects.filter(matter__in=matters_seen_by(account).order_by())
    chosen = tests.filter(result=result) if result in WORDS else tests
    ordered = chosen.select_related("matter", "matter__lead").order_by("-matter_id")
    page = Paginator(ordered, PAGE).get_page(asked.get("page"))
    query = f"result={result}&" if result in WORDS else ""
    return ProofsPage(_views(tests, result), [row_of(one) for one in page], page, query, today)


def rows_shown_by(address: str, account: Account) -> list[ProofRow]:
    """The matters that an entry or indicator is to prove, of those the account may see."""
    tests = ClosingTest.objects.filter(jurisdiction=account.jurisdiction_id, address=address)
    seen = tests.filter(matter__in=matters_seen_by(account).order_by())
    ordered = seen.select_related("matter", "matter__lead").order_by("-named_at")
    return [row_of(one) for one in ordered]


def row_of(test: ClosingTest) -> ProofRow:
    """A test as a row of the list."""
    matter = test.matter
    return ProofRow(
        address=matter.address,
        href=matter_href(matter.address),
        action=matter.action,
        lead=str(matter.lead or ""),
        state=matter.state,
        test=test.address,
        test_href=href_of(test),
        target=plain(test.target) if test.target is not None else "",
        by_on=last_day_of(test),
        result=test.get_result_display(),
        tone=TONES.get(test.result, "muted"),
        looked_on=test.looked_on,
    )


def _views(tests: QuerySet[ClosingTest], result: str) -> list[View]:
    counted = tests.order_by().values_list("result").annotate(count=Count("pk"))
    counts: dict[str, int] = dict(counted)
    every = View(gettext("全部"), "/proofs/", sum(counts.values()), result not in WORDS)
    return [
        every,
        *(
            View(
                words,
                f"/proofs/?result={name}",
                counts.get(name, 0),
                result == name,
                name == ProofResult.CONTRADICTED,
            )
            for name, words in WORDS.items()
        ),
    ]
