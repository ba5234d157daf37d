"""What the page of proofs of a paper shows: item by item, and one count at its head."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, gettext

from yiding.followup.models import Minutes
from yiding.followup.review_action import CLOSING_KINDS
from yiding.followup.visibility import matters_seen_by
from yiding.ledgers.base.proving_minutes import (
    ProofLine,
    ProvenItem,
    Tested,
    counted,
    proven_items,
)
from yiding.ledgers.base.saying import shown_words, source_of, target_words, test_title
from yiding.reading.export.terms import terms
from yiding.registry.models import Account
from yiding.web.matter.addresses import clause_of, matter_href
from yiding.web.matter.ledger_says import TONES, href_of
from yiding.web.minutes.addresses import LIST_HREF, minutes_href
from yiding.web.parts import Crumb

_CLOSING = dict(CLOSING_KINDS)


@dataclass(frozen=True)
class ProofTest:
    """检验: where it is read, what has to stand there, what does, and what that comes to."""

    source: str
    title: str
    href: str
    target: str
    shown: str
    result: str
    tone: str
    why: str


@dataclass(frozen=True)
class ProofOfDuty:
    """One duty of the paper."""

    clause: str
    href: str
    action: str
    lead: str
    due_on: date | None
    due_words: str
    closing: str
    state: str
    tests: tuple[ProofTest, ...]


@dataclass(frozen=True)
class ProofOfItem:
    """议题 with its duties; ``general`` is what its ledgers show at large."""

    no: int
    title: str
    outcome: str
    general: tuple[ProofTest, ...]
    duties: tuple[ProofOfDuty, ...]


@dataclass(frozen=True)
class ProofPage:
    """逐项佐证."""

    minutes: Minutes
    crumbs: tuple[Crumb, ...]
    title: str
    on: date
    items: tuple[ProofOfItem, ...]


def proof_page(minutes: Minutes, account: Account, on: date) -> ProofPage:
    """A paper with what would prove each of its duties and what stands in the ledgers."""
    items = proven_items(minutes, matters_seen_by(account), on)
    steps = (
        Crumb(gettext("纪要"), LIST_HREF),
        Crumb("", minutes_href(minutes.address), minutes.address),
        Crumb(gettext("逐项佐证")),
    )
    return ProofPage(minutes, steps, _title(items), on, tuple(_item(one) for one in items))


def _title(items: tuple[ProvenItem, ...]) -> str:
    """How many duties, and how many of them the ledgers bear out or deny."""
    found = counted(items)
    values = {"duties": found.duties, "proven": found.proven, "against": found.against}
    return (
        gettext("%(duties)s 件事项，台账印证 %(proven)s 件，不符或到期未达 %(against)s 件") % values
    )


def _item(item: ProvenItem) -> ProofOfItem:
    outcome = terms()["outcome"].get(item.outcome, {})
    return ProofOfItem(
        no=item.no,
        title=item.title,
        outcome=outcome.get("en" if get_language() == "en" else "zh", ""),
        general=tuple(_test(one) for one in item.general),
        duties=tuple(_duty(line) for line in item.lines),
    )


def _duty(line: ProofLine) -> ProofOfDuty:
    return ProofOfDuty(
        clause=clause_of(line.address),
        href=matter_href(line.address) if line.state else "",
        action=line.action,
        lead=line.lead,
        due_on=line.due_on,
        due_words=line.due_words,
        closing=str(_CLOSING.get(line.closing, "")),
        state=line.state,
        tests=tuple(_test(one) for one in line.tests),
    )


def _test(one: Tested) -> ProofTest:
    shown, test = one.shown, one.test
    return ProofTest(
        source=source_of(test),
        title=test_title(test, shown),
        href=href_of(test),
        target=target_words(test, shown.unit if shown else "", shown.better if shown else "more"),
        shown=shown_words(test, shown),
        result=str(one.result.label),
        tone=TONES[one.result],
        why=one.why,
    )
