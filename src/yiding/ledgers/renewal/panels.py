"""What the ledger draws beside its list: stages, money by source, mechanisms, satisfaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from yiding.ledgers.base.drawing import Bar, bar_chart
from yiding.ledgers.panel import Panel, Shown, Sight, panel
from yiding.ledgers.renewal.choices import ASIDE, SOURCES, STAGES
from yiding.ledgers.renewal.standing import NONE, saying, sum_of
from yiding.rules.entries import Entry, Option

TENTH = Decimal("0.1")
#: Communities whose satisfaction is shown, the least content first.
_SHOWN = 20
#: From which share on residents count as content, for the colour alone.
_CONTENT, _HARDLY = 90, 85


@dataclass(frozen=True)
class StageRow:
    """阶段: how many communities stand there, and their households."""

    term: str
    communities: int
    households: int


@dataclass(frozen=True)
class MoneyRow:
    """资金: one source, its sums in 元, and what has come of what was planned."""

    term: str
    planned: Decimal
    in_place: Decimal
    paid: Decimal

    @property
    def share(self) -> str:
        """Per cent, to one place; empty where nothing was planned."""
        return share_of(self.in_place, self.planned)

    @property
    def sums(self) -> tuple[str, str, str]:
        """Planned, in place and paid, exact to the 分."""
        return yuan(self.planned), yuan(self.in_place), yuan(self.paid)


@dataclass(frozen=True)
class MechanismRow:
    """机制: its name, document, days, and whether it came in time."""

    number: str
    name: str
    owner: str
    document: str
    issued_on: date | None
    due_on: date | None
    verdict: str
    href: str


@dataclass(frozen=True)
class SurveyRow:
    """满意度: of one community."""

    name: str
    href: str
    asked: int
    answered: int
    satisfied: int

    @property
    def share(self) -> str:
        """Per cent of the answers."""
        return share_of(Decimal(self.satisfied), Decimal(self.answered))


def yuan(amount: Decimal) -> str:
    """元 with thousands apart: 19,979,500.00."""
    return f"{amount:,.2f}"


def share_of(part: Decimal, whole: Decimal) -> str:
    """Per cent to one place; empty over nothing."""
    return f"{(part * 100 / whole).quantize(TENTH, ROUND_HALF_UP)}" if whole else ""


def term_of(option: Option) -> str:
    """The trade's word in Chinese, the code's own words in English."""
    if not (get_language() or "").startswith("en"):
        return option.term
    return option.name.replace("_", " ").capitalize()


@panel("community")
def stages(sight: Sight) -> Panel | None:
    """How many communities stand at which stage."""
    told = [one.entry for one in sight.entries if one.entry.stage]
    rows = [_stage_row(option, told) for option in STAGES]
    rows = [one for one in rows if one.communities]
    if not rows:
        return None
    aside = {term_of(one) for one in STAGES if one.name in ASIDE}
    drawn = bar_chart(
        [Bar(one.term, one.communities, "late" if one.term in aside else "under-way")
         for one in rows],
        title=_("小区所处的阶段"),
        description=_("每个阶段有几个小区。"),
        unit=_("个"),
    )  # fmt: skip
    context = {"chart": drawn, "rows": rows, "communities": sum(one.communities for one in rows),
               "households": sum(one.households for one in rows)}  # fmt: skip
    return Panel("小区进展", "Communities by stage", "renewal/stages.html", context)


def _stage_row(option: Option, communities: Sequence[Entry]) -> StageRow:
    inside = [one for one in communities if one.stage == option.name]
    return StageRow(term_of(option), len(inside), int(sum_of(inside, "households")))


@panel("funding")
def money(sight: Sight) -> Panel | None:
    """What is planned, has come and was paid, by source, to the cent."""
    rows = [one.entry for one in sight.entries]
    told = [_money_row(term_of(option), _of(rows, option.name)) for option in SOURCES]
    told = [one for one in told if one.planned or one.in_place or one.paid]
    if not told:
        return None
    context = {"rows": told, "total": _money_row(_("合计"), rows)}
    return Panel("资金来源", "Money by source", "renewal/money.html", context)


def _of(rows: Iterable[Entry], source: str) -> list[Entry]:
    return [one for one in rows if one.source == source]


def _money_row(term: str, rows: Sequence[Entry]) -> MoneyRow:
    return MoneyRow(term, *(sum_of(rows, name) for name in ("planned", "in_place", "paid")))


@panel("mechanism")
def mechanisms(sight: Sight) -> Panel | None:
    """The mechanisms one by one: how many of how many are issued, and on which day."""
    told = [one for one in sight.entries if one.entry.issued_count is None]
    if not told:
        return None
    rows = sorted((_mechanism_row(one, sight.on) for one in told), key=lambda one: one.number)
    issued = sum(one.issued_on is not None for one in rows)
    totals = (one.entry.total for one in told if one.entry.total is not None)
    total = int(max(totals, default=Decimal(len(rows))))
    context = {"rows": rows, "issued": issued, "total": total}
    return Panel("九项机制", "Mechanisms", "renewal/mechanisms.html", context)


def _mechanism_row(one: Shown, on: date) -> MechanismRow:
    entry = one.entry
    issued = entry.issued_on if entry.issued_on and entry.issued_on <= on else None
    return MechanismRow(
        number=str(entry.no or entry.id),
        name=str(entry.name or entry.title or ""),
        owner=str(entry.owner or ""),
        document=str(entry.number or ""),
        issued_on=issued,
        due_on=entry.due_on,
        verdict=_mechanism_verdict(issued, entry.due_on, on),
        href=one.href,
    )


def _mechanism_verdict(issued: date | None, due_on: date | None, on: date) -> str:
    """By its own day; the day itself is not late."""
    if due_on is None:
        return "met" if issued else "undetermined"
    is_late = (issued or on) > due_on
    return "overdue" if is_late else "met" if issued else "due"


@panel("satisfaction")
def satisfaction(sight: Sight) -> Panel | None:
    """How content residents are, the least content communities first."""
    told = [one for one in sight.entries if saying([one.entry], "answered", "satisfied")]
    rows = sorted((_survey_row(one) for one in told), key=_content)
    if not rows:
        return None
    answered = sum(one.answered for one in rows)
    satisfied = sum(one.satisfied for one in rows)
    drawn = bar_chart(
        [Bar(one.name, Decimal(one.share), _tone(one.share), one.href)
         for one in rows[:_SHOWN] if one.share],
        title=_("各小区的满意度"),
        description=_("满意户数占收回户数的百分比，低的在上。"),
        unit="%",
    )  # fmt: skip
    context = {"chart": drawn, "answered": answered, "satisfied": satisfied,
               "asked": sum(one.asked for one in rows), "left": len(rows) - _SHOWN,
               "share": share_of(Decimal(satisfied), Decimal(answered))}  # fmt: skip
    return Panel("居民满意度", "Satisfaction", "renewal/satisfaction.html", context)


def _survey_row(one: Shown) -> SurveyRow:
    asked, answered, satisfied = (
        int(one.entry.values.get(name) or 0) for name in ("asked", "answered", "satisfied")
    )
    return SurveyRow(str(one.entry.community or one.entry.id), one.href, asked, answered, satisfied)


def _content(row: SurveyRow) -> tuple[Decimal, str]:
    return (Decimal(row.share) if row.share else NONE, row.name)


def _tone(share: str) -> str:
    value = Decimal(share)
    return "closed" if value >= _CONTENT else "soon" if value >= _HARDLY else "late"
