"""How days, counts, shares and hashes are written. What is not known is a word, never 0."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

Number = int | float | Decimal
Day = date | datetime

MINUS = "−"
HASH_ENDS = 4

#: A count with its measure word, by the Chinese word.
MEASURES: dict[str, Callable[[int], str]] = {
    "件": lambda n: ngettext("%(count)s 件", "%(count)s 件", n),
    "家": lambda n: ngettext("%(count)s 家", "%(count)s 家", n),
    "次": lambda n: ngettext("%(count)s 次", "%(count)s 次", n),
    "天": lambda n: ngettext("%(count)s 天", "%(count)s 天", n),
    "个工作日": lambda n: ngettext("%(count)s 个工作日", "%(count)s 个工作日", n),
    "人": lambda n: ngettext("%(count)s 人", "%(count)s 人", n),
    "份": lambda n: ngettext("%(count)s 份", "%(count)s 份", n),
    "项": lambda n: ngettext("%(count)s 项", "%(count)s 项", n),
    "条": lambda n: ngettext("%(count)s 条", "%(count)s 条", n),
    "句": lambda n: ngettext("%(count)s 句", "%(count)s 句", n),
    "字": lambda n: ngettext("%(count)s 字", "%(count)s 字", n),
    "行": lambda n: ngettext("%(count)s 行", "%(count)s 行", n),
    "处": lambda n: ngettext("%(count)s 处", "%(count)s 处", n),
    "间": lambda n: ngettext("%(count)s 间", "%(count)s 间", n),
    "辆": lambda n: ngettext("%(count)s 辆", "%(count)s 辆", n),
}


def nothing() -> str:
    """The word for a value that is not there."""
    return gettext("无")


def number(value: Number | None, places: int = 0) -> str:
    """1,044; −0.40; 无."""
    if value is None:
        return nothing()
    return f"{value:,.{places}f}".replace("-", MINUS)


def signed(value: Number | None, places: int = 0) -> str:
    """A difference with its sign: +7.20, −0.40, 0.00."""
    if value is None:
        return nothing()
    shown = number(value, places)
    return f"+{shown}" if value > 0 else shown


def counted(value: int | None, measure: str) -> str:
    """A count with its measure word: 1,044 件."""
    if value is None:
        return nothing()
    return MEASURES[measure](value) % {"count": number(value)}


def percent(share: Number | None) -> str:
    """A share of 1 as per cent with one decimal; 100% is only said of the whole."""
    if share is None:
        return nothing()
    if share == 1:
        return "100%"
    shown = f"{share * 100:.1f}%".replace("-", MINUS)
    return "99.9%" if shown == "100.0%" and share < 1 else shown


def short_hash(digest: str) -> str:
    """``7f3a…c91e``: the first and last four of a hash."""
    if len(digest) <= 2 * HASH_ENDS:
        return digest
    return f"{digest[:HASH_ENDS]}…{digest[-HASH_ENDS:]}"


def _local(value: Day) -> Day:
    return timezone.localtime(value) if isinstance(value, datetime) and value.tzinfo else value


def _as_day(value: Day) -> date:
    local = _local(value)
    return local.date() if isinstance(local, datetime) else local


def _time(value: Day | None, form: str) -> SafeString | str:
    if value is None:
        return nothing()
    local = _local(value)
    stamp = local.isoformat("T", "minutes") if isinstance(local, datetime) else local.isoformat()
    return format_html('<time datetime="{}">{}</time>', stamp, date_format(local, form))


def prose_day(value: Day | None) -> SafeString | str:
    """2026年10月31日, in prose."""
    # gettext: letters of Django's date filter
    return _time(value and _as_day(value), gettext("Y年n月j日"))


def month_day(value: Day | None) -> SafeString | str:
    """10月31日, where the year is plain."""
    return _time(value and _as_day(value), gettext("n月j日"))


def table_day(value: Day | None, today: Day | None = None) -> SafeString | str:
    """10-31 in a table, 2025-10-31 where it is not this year's; 31 Oct in English."""
    if value is None:
        return nothing()
    day = _as_day(value)
    is_plain = today is not None and day.year == today.year
    # gettext: letters of Django's date filter
    return _time(day, gettext("n-j") if is_plain else "Y-m-d")


def moment(value: datetime | None) -> SafeString | str:
    """2026年11月20日 8:00."""
    return _time(value, gettext("Y年n月j日 G:i"))


def timeline_day(value: Day | None, today: Day) -> SafeString | str:
    """10月31日 of this year, 2025-10-31 of another: the column is narrow."""
    is_plain = value is not None and _as_day(value).year == _as_day(today).year
    return month_day(value) if is_plain else table_day(value)
