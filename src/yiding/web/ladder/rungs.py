"""What a slip is called and which colour it has, by the pack it was issued under."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import get_language, gettext

from yiding.followup.models import Slip
from yiding.followup.packs import pack_named
from yiding.followup.rulepack import Reason, RulePack, RulePackError, Rung
from yiding.followup.wording import in_one
from yiding.web.parts.marks import Slip as SlipMark


def language() -> str:
    """The reader's language, for names that packs keep in both."""
    return get_language() or "zh"


def rung_of(slip: Slip) -> Rung | None:
    """The rung of a slip in the pack it was issued under; none where the pack is gone."""
    try:
        return pack_named(slip.pack).rung(slip.rung)
    except RulePackError:
        return None


def rung_words(rung: Rung) -> str:
    """The rung's name."""
    return rung.name.said(language())


def name_of(slip: Slip) -> str:
    """The name of a slip's rung."""
    rung = rung_of(slip)
    return rung_words(rung) if rung else slip.rung


def mark_of(rung: Rung | None) -> SlipMark | None:
    """The mark of a rung that has a colour."""
    if rung is None or rung.colour is None:
        return None
    return SlipMark(rung.colour, rung_words(rung), rung.bars)


def number_of(slip: Slip) -> str:
    """蓝单〔2026〕3号."""
    values = {"name": name_of(slip), "year": slip.year, "serial": slip.serial}
    return gettext("%(name)s〔%(year)s〕%(serial)s号") % values


def pack_words(pack: RulePack) -> str:
    """The pack's name."""
    return pack.name.said(language())


def reason_words(reasons: Iterable[Reason]) -> str:
    """Why, each thing once: a date that was never moved is late twice over for one reason."""
    return in_one(dict.fromkeys(one.said(gettext, language()) for one in reasons))
