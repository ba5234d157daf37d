"""What a web site puts around its texts, told by words and by markup together.

In doubt a line is content: nothing of the minutes may be called noise.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from yiding.text.model import Span

_LONGEST = 160  # a longer line is a paragraph, whatever words it begins with


_LAST_DATE = re.compile(r"\s*[\[【（(]?\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?[\]】）)]?$")


@dataclass(slots=True)
class WebLine:
    """One visible line: characters inside links, how many links, its zone of the page (0: none)."""

    text: str
    linked: int = 0
    links: int = 0
    zone: int = 0

    @property
    def is_linked(self) -> bool:
        """Whether hardly anything of the line stands outside links, but perhaps a date."""
        words = _LAST_DATE.sub("", self.text).replace(" ", "")
        return self.linked > 0 and self.linked >= 0.8 * len(words)


_BAR_WORDS = (
    "打印|关闭|收藏|纠错|返回|顶部|首页|列表|上一页|下一页|本页|此页|页面|文章|正文|窗口|分享|微信|微博|新浪"
    "|朋友圈|空间|更多|下载|全文|朗读|语音播报|无障碍|大|中|小|字体|字号|我要|复制链接|放入收藏夹|加入收藏"
)
_OPENS = re.compile(  # lines told by how they begin, and that nothing else follows
    r"^(?:(?:您|你)?(?:的|当前|现在|目前|所在|所处)*(?:位置|栏目)(?:是|为)?\s*[：:>＞].*"
    r"|(?:信息)?索[ 　]*引[ 　]*号\s*[：:\t].*"
    r"|(?:发布|更新|发稿|录入|创建)(?:时间|日期)\s*[：:]\s*\d.*"
    r"|(?:信息|文章|稿件|新闻)?来[ 　]*源\s*[：:].{0,40}"
    r"|首[ 　]*页[ 　]*[/|\\-].*"
    r"|今天是[：:]?\s*\d{4}\s*年.*|热(?:搜词?|门搜索|门关键词)\s*[：:].*"
    r"|友情链接\s*[：:].*|微信里点.?发现.*"
    rf"|[^\w\n]*(?:(?:QQ|{_BAR_WORDS})[^\w\n]*){{1,12}}"
    r"|[上下]一?[篇条则](?:文章|新闻|信息)?(?:\s*[：:>＞].*)?"
    r"|[（(\[【]?[ 　]*(?:责任编辑|责[ 　]*编|(?:网络|网站)?编[ 　]*辑|本报记者|记[ 　]*者|通讯员"
    r"|撰[ 　]*稿[ 　]*人?|审[ 　]*稿[ 　]*人?|供[ 　]*稿|作[ 　]*者|摄[ 　]*影)"
    r"[ 　]*[：: 　].{0,40})$",
    re.M,
)
_COUNTED = r"(?:量|次数|数|率|人数)[ 　]*(?:[：:]|[（(\[【]?[ 　]*\d+[）)\]】]?[ 　]*次?$)"
_SIZES = r"(?:大小)?\s*[：:]?\s*[【\[（(]?\s*(?:超大|特大|大|小|默认)"
_HOLDS = re.compile(  # lines told by what stands anywhere in them
    rf"访问{_COUNTED}|浏览{_COUNTED}|阅读{_COUNTED}|点击{_COUNTED}|查看{_COUNTED}"
    rf"|字[ 　]*体{_SIZES}|字[ 　]*号{_SIZES}|文字大小"
    r"|首[ 　]*页\s*[>＞»›→]|扫一扫|用手机[打扫看]|分享[到至][ 　]*(?:[：:]|$)"
    r"|网站标识码|ICP备|网安备|版权所有|网站地图|Copyright|©|您是第\s*\d+\s*位",
    re.M,
)
_NUMBER = re.compile(
    r"[ 　]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}[.．、](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,3}[条章])"
)
_DUE = re.compile(r"[要由请].*(?:月|年|季度|日)(?:底|末|初)?(?:之?前|内|完成)|；$")
_SITE = re.compile(r"网站标识码|ICP备|网安备|版权所有|网站地图|Copyright|©")
_BESIDE_SITE = re.compile(
    r"(?:主办|承办|维护|技术支持|协办|地\s*址|邮\s*编|邮\s*箱|(?:联系)?电话|传真|联系我们|关于我们|网站声明|备案)"
)
_FIELD = re.compile(
    r"(?:索引号|信息分类|主题分类|发布机构|公开日期|生成日期|发布日期)(?=\S)|(?:(?:信息)?索\s*引\s*号|名\s*称|标\s*题|文\s*号|发\s*文\s*字\s*号|发文(?:机关|机构|单位|日期)"
    r"|(?:信息)?(?:发布|公开|生成|成文|生效|失效|废止)(?:机构|单位|日期|时间|方式|形式|范围|时限|程序|责任部门)"
    r"|(?:主题|体裁|组配|信息|服务对象)(?:分类|类别|名称|来源)|主\s*题\s*词|关\s*键\s*词|内容概述"
    r"|有\s*效\s*性|是否有效|时\s*效(?:性)?|语\s*种)\s*[：:\t]"
)
_BOX = re.compile(
    r"索\s*引\s*号|公开(?:方式|形式|范围|时限)|(?:主题|体裁|组配|信息)分类|发布机构|信息类别"
)
_RELATED = re.compile(
    r"(?:最新(?:文件|信息|公开|发布|政策)|相关(?:链接|阅读|新闻|报道|信息|推荐|稿件|解读)|(?:推荐|延伸)阅读|热门\w{2}|友情链接|网站导航)\s*[：:]?"
)
_TURN = re.compile(r"[上下]一?[篇条则](?:文章|新闻|信息)?")
_DISCLAIMER = re.compile(r"[【\[]?\s*(?:免责|版权|网站)声明\s*[】\]]?[：:]?")
_DISCLAIMED = re.compile(r"\s*[（(]?\d{1,2}[、.．)）]|.*(?:本网|本站|转载|版权)")
_MINUTES = re.compile(
    r"会议|纪要|审议|议定|出席|列席|主持|记录|分送|抄送|主送|印发|签发|主题词|附件|[《〔。]"
)
_ZONE_WORDS = 150  # a zone with more words outside links is no navigation


def noise_of(lines: Sequence[WebLine]) -> list[Span]:
    """The spans of the lines outside the main text, each line counted with its newline."""
    noise = _by_words(lines)
    noise.update(_zones(lines), _menus(lines))
    return _spans([line.text for line in lines], noise)


def web_noise(characters: str) -> list[Span]:
    """The same by words alone, for plain text that was copied from a web page."""
    lines = characters.splitlines(keepends=True)
    stripped = [WebLine(line.strip()) for line in lines]
    return _spans([line.removesuffix("\n") for line in lines], _by_words(stripped))


def _by_words(lines: Sequence[WebLine]) -> set[int]:
    """The lines that words tell. All short lines are searched at once: most pages hold few."""
    texts = [line.text if _is_short(line.text) else "" for line in lines]
    together = "\n".join(texts)
    at = _LineNumbers(texts)
    noise = {at(found.start()) for found in _OPENS.finditer(together)}
    noise.update(at(found.start()) for found in _HOLDS.finditer(together))
    if _BOX.search(together):
        noise.update(_boxes(texts))
    if "声明" in together:
        noise.update(_disclaimers(lines))
    for found in _SITE.finditer(together):
        noise.update(_beside(texts, at(found.start())))
    return noise


class _LineNumbers:
    """Which of the joined lines a place in their text is in."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))

    def __call__(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1


def _is_short(text: str) -> bool:
    """Whether a line can be furniture: no sentence stands in it and it is no paragraph.

    二、关于推行“扫一扫”亮证执法工作 and 市大数据局要在9月底前完成网站ICP备案清查 are content.
    """
    if len(text) > _LONGEST or "。" in text:
        return False
    return _NUMBER.match(text) is None and _DUE.search(text) is None


def _spans(lines: Sequence[str], noise: set[int]) -> list[Span]:
    """Noise lines as spans; neighbours make one."""
    spans: list[Span] = []
    start = 0
    for index, line in enumerate(lines):
        end = start + len(line) + 1
        if index in noise and spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
        elif index in noise:
            spans.append((start, end))
        start = end
    return spans


def _boxes(texts: Sequence[str]) -> Iterator[int]:
    """The box of catalogue fields: neighbouring fields, one of which only a catalogue has."""
    for start, end in _runs([_FIELD.match(text) is not None for text in texts]):
        run = "\n".join(texts[start:end])
        if _BOX.search(run) and len(_FIELD.findall(run)) > 1:
            yield from range(start, end)


def _zones(lines: Sequence[WebLine]) -> Iterator[int]:
    """The lines of navigation bars, side bars and feet that hold no words of minutes."""
    by_zone: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if line.zone:
            by_zone.setdefault(line.zone, []).append(index)
    for indices in by_zone.values():
        unlinked = [lines[index] for index in indices if not lines[index].is_linked]
        if sum(len(line.text) for line in unlinked) <= _ZONE_WORDS and not any(
            _MINUTES.search(line.text) for line in unlinked
        ):
            yield from indices


def _menus(lines: Sequence[WebLine]) -> Iterator[int]:
    """Lines of nothing but links: several in one line, or several lines, or after 相关链接."""
    is_link = [line.is_linked for line in lines]
    for index, line in enumerate(lines):
        if is_link[index] and line.links > 2 and not _MINUTES.search(line.text):
            yield index
        if line.linked and _TURN.match(line.text):
            yield index
        if len(line.text) < 12 and _RELATED.fullmatch(line.text):
            yield index
    for start, end in _runs(is_link):
        is_related = start > 0 and _RELATED.fullmatch(lines[start - 1].text)
        has_minutes = any(_MINUTES.search(line.text) for line in lines[start:end])
        if is_related or (end - start > 2 and not has_minutes):
            yield from range(start, end)


def _disclaimers(lines: Sequence[WebLine]) -> Iterator[int]:
    """免责声明 and the list under it, whose numbers are no items."""
    is_inside = False
    for index, line in enumerate(lines):
        if _DISCLAIMER.match(line.text):
            is_inside = True
        else:
            is_inside = is_inside and _DISCLAIMED.match(line.text) is not None
        if is_inside:
            yield index


def _beside(texts: Sequence[str], site: int) -> Iterator[int]:
    """主办, 地址, 电话 are furniture in the foot of a page, beside the site's registration."""
    for step in (-1, 1):
        index = site + step
        while 0 <= index < len(texts) and _BESIDE_SITE.match(texts[index]):
            yield index
            index += step


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The stretches of neighbours that are all true."""
    start = None
    for index, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = index
        elif not flag and start is not None:
            yield start, index
            start = None
