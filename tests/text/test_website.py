"""What a copied web page brings along is told in plain text by words alone."""

from __future__ import annotations

from text.minutes import PARAGRAPHS, TEXT
from yiding.text.website import web_noise


def test_minutes_hold_no_noise() -> None:
    assert web_noise(TEXT) == []
    assert web_noise("\r\n\r\n".join(PARAGRAPHS)) == []


def test_furniture_around_the_text() -> None:
    before = "当前位置：首页 > 政务公开\r\n\r\n浏览次数：12\r\n"
    after = "【打印本页】\n版权所有：办公室\n地址：中山路1号"
    copied = before + TEXT + after
    noise = ["".join(copied[start:end].split()) for start, end in web_noise(copied)]
    assert noise == ["当前位置：首页>政务公开", "浏览次数：12", "".join(after.split())]
