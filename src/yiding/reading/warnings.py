"""Warnings: what a person must look at before anything is made of a reading 请核对."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiding.reading.model import Warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.reading.model import Item, Obligation
    from yiding.text import Text


def page_warnings(text: Text) -> Iterator[Warning]:
    """Pages that are pictures: nobody has read what stands on them."""
    if text.unread_pages:
        pages = "、".join(str(page) for page in text.unread_pages)
        message = f"第{pages}页是图片，没有文字，未能读取；请先做文字识别（OCR）后再读。"
        yield Warning("unread-pages", message)


def duty_warnings(items: list[Item]) -> list[Warning]:
    """Of each duty: a collective without a list, a deadline in doubt."""
    duties = (duty for item in items for duty in item.obligations)
    return [warning for duty in duties for warning in _warnings_of(duty)]


def _warnings_of(duty: Obligation) -> Iterator[Warning]:
    deadline = duty.deadline
    if duty.binding and duty.group:
        names = "、".join(duty.lead)
        message = f"“{names}”是集体称谓，文中没有名单，请明确责任单位。"
        yield Warning("collective-without-list", message, duty.span)
    if deadline.warning:
        yield Warning("deadline", f"“{deadline.text}”：{deadline.warning}", deadline.span)
    if deadline.refused:
        message = f"“{deadline.text}”所在年份的放假安排尚未公布，不作推算。"
        yield Warning(deadline.refused, message, deadline.span)
