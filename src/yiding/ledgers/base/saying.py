"""What a test asks and what a ledger shows, in words."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import get_language, gettext

from yiding.followup.ledger_sources import Shown
from yiding.followup.models import ClosingTest
from yiding.ledgers.catalogue import SLUGS, ledger


def test_title(test: ClosingTest, shown: Shown | None) -> str:
    """What is looked at: the figure or entry by name, a document by its title."""
    if test.kind == ClosingTest.Kind.DOCUMENT:
        return f"《{test.address}》"
    return shown.title if shown else test.address


def source_of(test: ClosingTest) -> str:
    """Where it is read: the ledger's name, or that it is a document."""
    slug = test.address.replace(":", "/").partition("/")[0]
    if test.kind == ClosingTest.Kind.DOCUMENT or slug not in SLUGS:
        return gettext("文件")
    card = ledger(slug).card
    return card.english if get_language() == "en" else card.term


def target_words(test: ClosingTest, unit: str, better: str) -> str:
    """What has to stand there: 「不低于 95 %」."""
    if test.kind == ClosingTest.Kind.DOCUMENT:
        return gettext("已印发并附上文件")
    if test.target is None:
        return gettext("在册，且没有不符和逾期")
    values = {"target": plain(test.target), "unit": unit}
    if better == "less":
        return gettext("不高于 %(target)s %(unit)s") % values
    return gettext("不低于 %(target)s %(unit)s") % values


def shown_words(test: ClosingTest, shown: Shown | None) -> str:
    """What stands there: a figure with its counts, or whether the document or entry is there."""
    if shown is None or shown.value is None:
        return gettext("无数据")
    if test.kind == ClosingTest.Kind.DOCUMENT:
        return gettext("已有文件") if shown.holds else gettext("还没有文件")
    if test.kind == ClosingTest.Kind.ENTRY:
        return gettext("在册，没有不符") if shown.holds else gettext("在册，有不符或逾期")
    return amount_words(shown.value, shown.part, shown.whole, shown.unit)


def amount_words(
    value: Decimal | None, part: Decimal | None, whole: Decimal | None, unit: str
) -> str:
    """「88.89 %（8 / 9）」: a share never without its counts."""
    if value is None:
        return gettext("无数据")
    told = f"{plain(value)} {unit}".strip()
    if part is None or whole is None:
        return told
    return gettext("%(told)s（%(part)s / %(whole)s）") % {
        "told": told,
        "part": plain(part),
        "whole": plain(whole),
    }


def plain(number: Decimal) -> str:
    """A number with at most two decimals and no trailing zeros."""
    rounded = number.quantize(Decimal("0.01"))
    return f"{rounded.normalize():f}" if rounded else "0"
