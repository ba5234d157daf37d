"""``/parts/``: every part once, with made-up values; only where DEBUG or DEMO is on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from yiding.followup.standing import Clock
from yiding.web.access import open_to_all
from yiding.web.parts.account import Account, Key, Tile
from yiding.web.parts.acts import Act
from yiding.web.parts.evidence import Check, Moment, Proof
from yiding.web.parts.fields import DayInput
from yiding.web.parts.figures import Bar, Columns, Pair, Ratio, Series, Share, Strip, Total
from yiding.web.parts.lines import Line
from yiding.web.parts.marks import LIGHTS, SLIPS, STATES, VERDICTS, Slip, lights_mark, mark
from yiding.web.parts.matters import MatterRow, MatterTable
from yiding.web.parts.navigation import Crumb, Pages, View
from yiding.web.parts.quotes import Quote

TODAY = date(2026, 11, 20)
MATTER = "linhu-2026-20:3.2.1"
DIGEST = "7f3a" + "0" * 56 + "c91e"
KINDS = [("issue", "印发文件"), ("deliver", "交付"), ("standing", "长期坚持")]


class Extension(forms.Form):
    """A form with every kind of field, filled in wrongly."""

    due_on = forms.DateField(label="新时限", help_text="原定10月31日，不会删除", widget=DayInput())
    reason = forms.ChoiceField(label="理由", choices=[("outside", "外部条件未到")])
    closing = forms.ChoiceField(label="销号凭什么", choices=KINDS, widget=forms.RadioSelect)
    note = forms.CharField(label="说明", widget=forms.Textarea({"rows": 2}), required=False)
    is_told = forms.BooleanField(label="已告知配合单位", required=False)

    def clean_due_on(self) -> date:
        """A day before today is no deadline."""
        given: date = self.cleaned_data["due_on"]
        if given < TODAY:
            raise ValidationError("11月15日早于今天。请填11月20日以后的日期。")
        return given


class Filter(forms.Form):
    """A filter bar."""

    unit = forms.ChoiceField(label="单位", choices=[("", "全部 61 家")], required=False)
    on = forms.DateField(label="日期", widget=DayInput(), initial=TODAY, required=False)


def lines() -> list[Line]:
    """Promises kept, moved, broken and proved."""
    day = date.fromisoformat
    return [
        Line(day("2026-09-29"), TODAY, "未到期。", day("2026-12-15")),
        Line(
            day("2026-08-18"),
            TODAY,
            "延期两次，未到期。",
            day("2026-10-15"),
            (day("2026-10-31"), day("2026-11-28")),
        ),
        Line(day("2026-06-16"), TODAY, "没有延期，逾期51天。", day("2026-09-30")),
        Line(
            day("2026-05-19"),
            TODAY,
            "延期后办成。",
            day("2026-08-31"),
            (day("2026-09-20"),),
            day("2026-09-18"),
        ),
        Line(day("2026-09-15"), TODAY, "没有时限。"),
    ]


def row(number: int, line: Line, state: str, clock: Clock, slip: Slip | None = None) -> MatterRow:
    """A row of the table of matters."""
    return MatterRow(
        address=f"linhu-2026-20:{number}.2.1",
        href="#",
        words="完成全市校车停靠点安全评估，公布整改清单。",
        lead="市教育局",
        units=number,
        state=state,
        light="back" if number == 1 else "said",
        clock=clock,
        line=line,
        due_on=line.due_on,
        undated_words="" if line.due_on else "尽快",
        extensions=len(line.extended_to),
        slip=slip,
    )


def table() -> MatterTable:
    """Five rows, one of each promise."""
    clocks = [
        Clock("ahead", 25),
        Clock("ahead", 8),
        Clock("late", 51),
        Clock("soon", 0),
        Clock("silent", 33),
    ]
    states = ["under_way", "under_way", "submitted", "closed", "standing"]
    given = zip(range(1, 6), lines(), states, clocks, strict=True)
    rows = [row(*each, slip=Slip("red") if each[0] == 3 else None) for each in given]
    return MatterTable("十日内到期和已经逾期的事项", tuple(rows), TODAY)


def proofs() -> list[Proof]:
    """Evidence verified, sent back and awaited."""
    return [
        Proof(
            "公交合用站点评估报告",
            "proved",
            "文件",
            on=date(2026, 11, 9),
            checks=(
                Check("yes", "出具单位是配合单位市交通局。"),
                Check("yes", "日期晚于会议日。"),
            ),
            sha256=DIGEST,
            verifier="白知远",
        ),
        Proof(
            "停靠点整改清单",
            "back",
            "公告，市教育局网站",
            on=date(2026, 11, 13),
            checks=(Check("no", "应列 1,123 个，实列 1,109 个，缺西洲区 14 个。", "#", "看缺项"),),
        ),
        Proof(
            "评估完成率",
            "unsaid",
            "台账指标，实时",
            on_words="今天 8:00",
            checks=(Check("wait", "98.8%，1,109 / 1,123。目标 100%。"),),
        ),
    ]


def history() -> list[Moment]:
    """A history with a slip, a refusal, an extension and a proof."""
    return [
        Moment(
            date(2026, 11, 18),
            "发出黄单〔2026〕督黄31号，市教育局当日签收。",
            "规则包第 9 条：延期后仍逾期，第 3 日。",
            "slip",
        ),
        Moment(
            date(2026, 11, 17),
            "核查退回：公布的清单缺西洲区 14 个停靠点。",
            "核查人 白知远。",
            "back",
        ),
        Moment(date(2026, 10, 29), "批准第一次延期，时限由10月31日改为11月15日。", kind="more"),
        Moment(date(2026, 9, 30), "市教育局签收。", "联络员 宋霁，用时 1 个工作日。", "proof"),
        Moment(date(2025, 12, 8), "去年的纪要第一次提到这件事。"),
    ]


def figures() -> dict[str, Any]:
    """The loud number, the pair, the bar, the columns, the strips."""
    shares = [
        Share("closed", "已销号", 688, "#"),
        Share("standing", "长期坚持", 67, "#"),
        Share("under-way", "办理中", 289, "#"),
    ]
    months = tuple(f"{month}月" for month in range(1, 12))
    counts = (24, 33, 50, 45, 54, 63, 47, 42, 50, 44, 21), (0, 0, 1, 1, 2, 3, 3, 5, 9, 11, 12)
    return {
        "total": Total("1,044", "件，", "688 件已核实"),
        "pair": Pair(
            Ratio("61.3%", "按原定时限", "473 / 772 件"),
            Ratio("78.4%", "按延期后时限", "576 / 735 件"),
        ),
        "bar": Bar(tuple(shares), "各状态占比，数值见下表。", 1044),
        "bad_bar": Bar(tuple(shares), "各状态占比，数值见下表。", 1043),
        "columns": Columns(
            months,
            (Series("closed", "按原定核实", counts[0]), Series("late", "逾期", counts[1])),
            "按原定时限到期月份统计的事项，数值见下表。",
            "件",
            "到期",
            "合计",
        ),
        "strips": [
            Strip("按限额使用的房间", "97.8%", 0.978, 1, "1,642 / 1,679 间", "目标 100%，12月31日"),
            Strip("借用房间按期收回", "3", 0.6, 1, "/ 5 间", "逾期 51 天", "late", is_late=True),
        ],
    }


def paper() -> dict[str, Any]:
    """The account of a paper and a quotation from it."""
    kinds = ["other", "decision", "background", "obligation", "unread", "obligation", "other"]
    tiles = [
        Tile(kind, length, f"#{kind}", kind)
        for kind, length in zip(kinds, (40, 22, 90, 51, 9, 60, 30), strict=True)
    ]
    keys = Key("decision", "议定 1 句"), Key("unread", "未归类 1 句，9 字")
    return {
        "account": Account(
            tuple(tiles), keys, "302 字中已归类 293 字，占 97.0%。", "归类满 100% 才能送签。"
        ),
        "quote": Quote(
            "由市教育局牵头，会同市公安局、市交通局，10月底前把全市停靠点评估一遍，整改清单向社会公布。",
            "（二）停靠点是校车安全最薄弱的一环。",
            "清单要写到站、写到人。",
            "linhu-2026-20:3.2",
            "#",
            1203,
            1251,
            agrees=True,
        ),
    }


def marks() -> dict[str, Any]:
    """Every word of every mark."""
    return {
        "states": STATES,
        "clocks": [
            Clock("ahead", 8),
            Clock("soon", 3),
            Clock("soon", 0),
            Clock("late", 5),
            Clock("silent", 41),
        ],
        "slips": SLIPS,
        "light_words": LIGHTS,
        "verdicts": VERDICTS,
    }


def context() -> dict[str, Any]:
    """Everything the page shows."""
    wrong = Extension({"due_on": "2026-11-15", "reason": "outside"})
    return {
        **marks(),
        **figures(),
        **paper(),
        "title": "部件，每样一次，都是假设的数。",
        "crumbs": [Crumb("", "#", MATTER), Crumb("〔2026〕20号纪要", "#"), Crumb("部件")],
        "acts": [Act("打印本页", href="#"), Act("送审", "first", reason="还有 2 句没有归类。")],
        "lines": lines(),
        "table": table(),
        "proofs": proofs(),
        "moments": history(),
        "form": wrong,
        "filter": Filter(),
        "today": TODAY,
        "day": TODAY - timedelta(days=20),
        "instant": datetime(2026, 11, 20, 0, 0, tzinfo=UTC),
        "digest": DIGEST,
        "views": [View("逾期和临期", "#", 59, True), View("未归类", "#", 2, is_bad=True)],
        "pages": Pages(
            "第 51 至 100 件，共 1,044 件。",
            previous_href="?page=1",
            next_href="?page=3",
            last_href="?page=21",
            numbers=((1, "?page=1", False), (2, "?page=2", True), (3, "?page=3", False)),
        ),
        "changes": [
            (_("状态"), mark("submitted"), mark("closed")),
            (_("两灯"), lights_mark("said"), lights_mark("proved")),
        ],
        "facts": [("谁来办", "市教育局 宋霁"), ("谁来核", "白知远，不是报送人")],
        "steps": ["原文「10月底前」，按开会日 2026年9月15日 起算。", "规则「月底」。"],
        "todo": [(4, "件佐证待核查。", "最早一件已等 2 个工作日。", "#", "去核查")],
    }


@open_to_all
def show_parts(request: HttpRequest) -> HttpResponse:
    """The page of parts."""
    if not (settings.DEBUG or getattr(settings, "DEMO", False)):
        raise Http404
    return render(request, "parts.html", context())
