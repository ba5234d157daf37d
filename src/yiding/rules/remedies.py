"""What to write instead: marked for translation here, translated by whoever shows it."""

from __future__ import annotations

from yiding.rules.entries import Type


def gettext_noop(message: str) -> str:
    """Mark a message; the pure rooms speak Chinese, the pages their reader's language."""
    return message


NUMBER = gettext_noop("请写一个数")
WHOLE_NUMBER = gettext_noop("请写一个整数")
UNIT = gettext_noop("单位“%(unit)s”不认识，请用“%(own)s”")
NO_WAY = gettext_noop("不能把“%(unit)s”换算成“%(own)s”")
DAY = gettext_noop("请写成 2025-03-01 这样的日期")
MOMENT = gettext_noop("请写成 2025-03-01 08:00 这样的时间")
YES_OR_NO = gettext_noop("请写“是”或“否”")
ONE_OF = gettext_noop("请从这些里选一个：%(terms)s")
SHARE = gettext_noop("请写成 8/9 这样的两个整数")
OBJECTS = gettext_noop("请写成一列对象")
MEASURED = gettext_noop("请写一个数，或 <0.02 这样的界限")
MONEY = gettext_noop("请写一个数，以元为单位")
DAYS = gettext_noop("请写成 2025-03-01 这样的日期，每行一个")
LINES = gettext_noop("请每行写一条，各项用 | 隔开")

BY_TYPE = {
    Type.INTEGER: WHOLE_NUMBER,
    Type.NUMBER: NUMBER,
    Type.MEASURED: MEASURED,
    Type.MONEY: MONEY,
    Type.DATE: DAY,
    Type.DATES: DAYS,
    Type.MOMENT: MOMENT,
    Type.SHARE: SHARE,
    Type.RECORDS: LINES,
}
"""What a field of a type has to look like on a form, where it has no unit of its own."""
