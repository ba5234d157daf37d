"""The head: number, session, place, issuer and genre of a meeting, from letterhead and opening."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yiding.dates import parse_number
from yiding.reading.imprint import is_office
from yiding.reading.lexicon import alternation
from yiding.reading.model import Issuer, Number, Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.reading.outline import Paragraph
    from yiding.reading.parts import Parts
    from yiding.reading.sheet import Sheet
    from yiding.reading.tail import Tail
    from yiding.text import Span

_NUM = "[\\d一二三四五六七八九十百〇零]{1,6}"
# 〔2019〕41号, 澄府常纪〔2024〕7号 　2024年6月1日, 第17期; 〔20185号 has lost its bracket
_NUMBER = re.compile(
    "(?P<prefix>[一-鿿]{0,24}?)[ \u3000]*[〔（]"
    "(?P<year>\\d{4}|[二〇○零一三四五六七八九]{4})年?[〕）]?"
    "[ \u3000]*第?[ \u3000]*(?P<serial>\\d{1,4})[ \u3000]*[号期]?[）]?"
    "(?=$|[ \u3000]+(?:\\d{4}年|签发)|[ \u3000]*（?总第)"
    "|(?P<damaged>[〔（]\\d{5,8}号)$"
    "|（?(?:(?P<issued>\\d{4}|[二〇○零一三四五六七八九]{4})年)?"
    "第[ \u3000]*(?P<issue>[\\d一二三四五六七八九十百]{1,5})[ \u3000]*[期号]）?"
    "(?=$|[ \u3000]*（?总第|[ \u3000]+\\d{4}年)"
)
# 第80次常务会议, 十三届市政府第35次…, 2024年第4次…, 六届三十二次…
SESSION = re.compile(
    f"(?:第?(?P<term>{_NUM})届(?:[^，。；：第\\d届]{{0,14}}?)?)?"
    "(?:(?P<year>20\\d\\d|19\\d\\d)年(?:度)?(?:[^，。；：第\\d]{0,8})?)?"
    f"第?[ \u3000]*(?P<number>{_NUM})[ \u3000]*次(?=[^，。；：、]{{0,20}}?(?:会|办公))"
)
# 茉湾市卫生健康委员会【2022】第9号: the body itself is no 代字
_NO_PREFIX = ("图文解读", "会议", "印", "办公室", "委员会", "人民政府", "管委会", "局")
# （2024年第3次） alone under the title
_COUNTED = re.compile(
    "[（〔]?(?P<words>(?:(?P<year>(?:19|20)\\d\\d)年)?(?:度)?"
    f"第[ \u3000]*(?P<number>{_NUM})[ \u3000]*次)[）〕]?$"
)
_OTHER_BODY = re.compile("省|国务院|全国")
_EXPANDED_STOP = re.compile("会议?(?!（)")
_CONVENED = re.compile("主持召开|主持了?(?!人)|召开|召集(?!人)|(?<=[一-鿿])现场办公(?=[。，])")
# 在市政府二楼会议室主持召开…; 并在滁江大桥项目部召开…
_PLACE = re.compile(
    "在(?P<place>[^，。；：]{2,30}?"
    "(?:[室厅楼堂院馆所场区镇村部站处]|中心|大厦|现场|工地|政府|局|会场|基地|[一二三四五六七八九十\\d]楼[^，。]{0,8}?))"
    "(?:主持召开|召开|主持|举行|，召开|，主持|，(?=[^，。]{2,24}主持))"
)
_CPPCC = "中国人民政治协商会议"
# 临湖市人民政府常务会议纪要, 青屏县第十八届人民政府第106次…, 云洲经济开发区管委会主任办公会…
_ISSUER = re.compile(
    "(?:〔[^〔〕]{2,8}〕|[—－-]{1,4}|[图视][文频]直播：)?"
    f"(?P<name>(?:中共|政协|{_CPPCC})?"
    "(?:[^，。：；〔（·|>—\\d第]|第[一二三四五六七八九十](?=人民医院|医院|中学|附属|实验)){2,22}?"
    f"(?:第{_NUM}届)?"
    "(?:领导小组|人民政府办公室|人民政府|管理委员会|管委会|委员会|行政公署|局|厅|办公室|政府|公司|指挥部|办事处"
    "|医院|大学|学院|学校)(?:党组(?=会|（扩大）会))?)"
    "(?=[ \u3000]*(?:文件)?$|[ \u3000]*[^，。：；]{0,30}(?:会议|纪要|会|公报)"
    "|[ \u3000]+[一-鿿]{0,8}(?:政府|委员会)$)"
)
# 主持召开青屏县第十八届人民政府第106次常务会议; 市六届人民政府 names no place
_OPENED_BY = re.compile(
    "召开(?P<name>[^，。：；会第\\d一二三四五六七八九十]{2,12}[市县区州旗盟镇乡]"
    f"(?:第?{_NUM}届)?(?:人民政府|政府))"
)
# 石渡县青浦镇镇长办公会议纪要, 平陵县2023年第14次县长办公会议纪要: a government by its head
_TOWN = re.compile(
    "(?P<name>[^，。：；第\\d]{1,20}[市县区州旗镇乡])(?:(?:19|20)\\d\\d年)?(?:度)?(?:第[^次，。]{1,4}次)?"
    "[市县区州旗镇乡]长办公会"
)
_POSTED_BY = re.compile(
    "(?:发布机构|发布单位|公开机构)[ \u3000：:\t]*(?P<name>[^，。：；\\s]{2,24}?政府)"
    "|来源[ \u3000]*[：:][ \u3000]*(?P<source>[^，。：；\\s]{2,16}?人民政府)"
    "|(?:^|\\n)(?P<top>[^，。：；\\s]{2,12}人民政府)(?:办公室|办公厅)?[ \u3000]+\\d{4}[-年]"
)
# 临湖市人民政府公报　2021年第8期; 临湖市人民政府网　> 会议公开
_GAZETTE = re.compile("[（《]?(?P<name>[一-鿿]{2,16}?人民政府)公报")
_SITE = re.compile("(?P<name>[一-鿿]{2,12}?[省市县区州旗]人民政府)(?:门户|公众信息|信息)?网")
# 青屏县召开第十七届人民政府第42次…
_PAGE_OPEN = re.compile(
    "公开(?:方式|属性|形式)[ \u3000：\t]*(?P<words>主动公开|依申请公开|不予公开)"
)
# 市人民政府常务会议: which, the opening tells
_PLACELESS = re.compile("[市县区旗州]?(?:人民)?政府")
_NOT_NAME = re.compile(f"第?{_NUM}届|(?<=.)主持召开.*|(?<=.)召开[市县区州旗]?")
_GENRE = re.compile(
    f"(?:{alternation('meeting')})(?:会议)?纪要|会议纪要|(?:{alternation('meeting')})"
)


class Opened(NamedTuple):
    """What the opening tells, still in places of the sheet."""

    start: int
    end: int
    convened: int


def opened(flat: str, parts: Parts) -> Opened:
    """The opening sentence: where it starts, ends, and says 主持召开."""
    for paragraph in [*parts.opening, *parts.body[:2]]:
        found = _CONVENED.search(flat, paragraph.start, paragraph.end)
        if found:
            return Opened(paragraph.start, paragraph.end, found.start())
    for paragraph in (parts.opening or parts.body or parts.letterhead)[:1]:
        return Opened(paragraph.start, paragraph.end, paragraph.end)
    return Opened(0, 0, 0)


def number_of(sheet: Sheet, parts: Parts) -> Number | None:
    """The document number: a line of its own in the letterhead or at the foot."""
    for paragraph in [*parts.letterhead, *parts.opening[:1], *parts.tail]:
        if paragraph.end - paragraph.start > 80:
            continue
        match = _NUMBER.search(sheet.flat, paragraph.start, paragraph.end)
        if match and _stands_alone(sheet.flat, paragraph.start, match):
            return _number(sheet, match, paragraph)
    return None


def _stands_alone(flat: str, start: int, match: re.Match[str]) -> bool:
    """Whether a number opens its line, names its year, or has blanks around it."""
    at = match.start()
    if at == start or match["year"] or match[0][0] == "（":
        return True
    return flat[at - 1] in " \u3000" and not match["issued"]  # 临湖市公报　2021年第8期


def _number(sheet: Sheet, match: re.Match[str], paragraph: Paragraph) -> Number | None:
    begin, stop = match.span()
    stop -= match[0].count("）") > match[0].count("（")  # （〔2020〕第7号） as a whole in brackets
    text, span = sheet.words(begin, stop), sheet.span(begin, stop)
    if match["damaged"]:
        digits = match["damaged"][1:-1]
        return Number(text, None, int(digits[:4]), int(digits[4:]), span)
    if match["issue"]:
        issued = parse_number(match["issued"].replace("○", "〇")) if match["issued"] else None
        return Number(text, None, issued, parse_number(match["issue"]), span)
    prefix = match["prefix"].strip(" \u3000") or None
    if prefix and (len(prefix) > 14 or prefix.endswith(_NO_PREFIX)):
        prefix = None
        begin = match.end("prefix")
        text, span = sheet.words(begin, stop), sheet.span(begin, stop)
    if "期" in match.group() and "年" in match.group() and match.start() != paragraph.start:
        return None
    year = parse_number(match["year"].replace("○", "〇"))
    return Number(text, prefix, year, int(match["serial"]), span)


def session_of(sheet: Sheet, parts: Parts, opening: Opened) -> Session | None:
    """The session tied to 主持召开; where its number is lost, the title's."""
    beside = None
    for start, end in _session_places(parts, opening):
        if "次" not in sheet.flat[start:end]:
            continue
        for match in SESSION.finditer(sheet.flat, start, end):
            if found := _session(sheet, match, end):
                if sheet.flat.find("暨", start, match.start()) < 0:
                    return found
                beside = beside or found  # 市长办公会议暨工程指挥部第一次会议
    if beside:
        return beside
    for paragraph in parts.letterhead:
        if counted := _COUNTED.match(sheet.flat, paragraph.start, paragraph.end):
            return _counted(sheet, counted)
    return None


def _counted(sheet: Sheet, match: re.Match[str]) -> Session | None:
    number = parse_number(match["number"])
    year = int(match["year"]) if match["year"] else None
    words, span = sheet.words(*match.span("words")), sheet.span(*match.span("words"))
    return Session(words, number, None, year, False, span) if number else None


def _session_places(parts: Parts, opening: Opened) -> Iterator[Span]:
    yield opening.convened, min(opening.end, opening.convened + 70)
    yield opening.start, opening.end
    for paragraph in [*parts.letterhead, *parts.form.values()]:
        yield paragraph.start, paragraph.end


def _session(sheet: Sheet, match: re.Match[str], end: int) -> Session | None:
    flat = sheet.flat
    number = parse_number(match["number"])
    if number is None or _OTHER_BODY.search(flat, max(0, match.start() - 6), match.end()):
        return None
    after = flat[match.end() : min(end, match.end() + 14)]
    return Session(
        text=sheet.words(*match.span()),
        number=number,
        term=parse_number(match["term"]) if match["term"] else None,
        year=int(match["year"]) if match["year"] else None,
        expanded="扩大" in after[:10] or "扩大" in _EXPANDED_STOP.split(after)[0],
        span=sheet.span(*match.span()),
    )


def place_of(sheet: Sheet, parts: Parts, opening: Opened) -> str | None:
    """Where the meeting was held, if the opening or a form field says so."""
    labelled = parts.form.get("地点")
    if labelled:
        return sheet.words(labelled.body, labelled.end).rstrip("。；") or None
    match = _PLACE.search(sheet.flat, opening.start, opening.end)
    return sheet.words(*match.span("place")) if match else None


def issuer_of(sheet: Sheet, parts: Parts, opening: Opened, tail: Tail) -> Issuer | None:
    """The body whose meeting this is: the letterhead's, the opening's, else who printed it."""
    titled = _in_letterhead(sheet, parts)
    if titled and _PLACELESS.fullmatch(titled.name):
        return _in_opening(sheet, opening) or _by_office(sheet, parts, tail) or titled
    if titled and not _is_short(titled.name):
        return titled
    signed = _by_office(sheet, parts, tail) if titled else None
    if titled and signed and signed.name == titled.name.replace("政府", "人民政府"):
        return signed
    return (
        titled
        or _in_opening(sheet, opening)
        or _by_office(sheet, parts, tail)
        or _of_town(sheet, parts, opening)
        or _posted_by(sheet)
        or _by_gazette(sheet, parts)
    )


def _is_short(name: str) -> bool:
    """青屿区政府, whose full name the office that signs may give."""
    return name.endswith("政府") and not name.endswith("人民政府")


def _in_letterhead(sheet: Sheet, parts: Parts) -> Issuer | None:
    named = parts.form.get("名称")
    for paragraph in [*parts.letterhead, *([named] if named else [])]:
        match = _ISSUER.match(
            sheet.flat, paragraph.body if named is paragraph else paragraph.start, paragraph.end
        )
        if (
            match
            and "主持" not in match["name"]
            and "会议" not in match["name"].removeprefix(_CPPCC)
        ):
            return _issuer(sheet, match.span("name"))
    return None


def _issuer(sheet: Sheet, span: Span) -> Issuer:
    return Issuer(_NOT_NAME.sub("", sheet.words(*span)), sheet.span(*span))


def _in_opening(sheet: Sheet, opening: Opened) -> Issuer | None:
    match = _OPENED_BY.search(sheet.flat, opening.convened, opening.end)
    return _issuer(sheet, match.span("name")) if match else None


def _by_office(sheet: Sheet, parts: Parts, tail: Tail) -> Issuer | None:
    """The government whose office printed, compiled or signed the paper."""
    by = tail.printed.by if tail.printed else tail.compiled.by if tail.compiled else None
    for paragraph in parts.tail if by is None else ():
        words = sheet.flat[paragraph.start : paragraph.end]
        if is_office(words) and "政府" in words:
            by = sheet.words(paragraph.start, paragraph.end)
            break
    if by is None or not is_office(by):
        return None
    return Issuer(by.removesuffix("办公室") if "政府办公室" in by else by)


def _of_town(sheet: Sheet, parts: Parts, opening: Opened) -> Issuer | None:
    """A government called by its head's meeting, where the text speaks of it; else the place."""
    for paragraph in parts.letterhead:
        if match := _TOWN.match(sheet.flat, paragraph.start, paragraph.end):
            name = sheet.words(*match.span("name"))
            told = sheet.flat[:600] + sheet.flat[opening.start : opening.end]
            governed = f"{name[-1]}政府" in told
            return Issuer(name + "人民政府" * governed, sheet.span(*match.span("name")))
    return None


def _posted_by(sheet: Sheet) -> Issuer | None:
    """The government a web page names as 发布机构."""
    top = min(len(sheet.raw), 1500)
    match = _POSTED_BY.search(sheet.raw, 0, top) or _SITE.search(sheet.raw, 0, min(top, 300))
    if match is None or match.lastgroup is None:
        return None
    return Issuer(match[match.lastgroup], match.span(match.lastgroup))


def _by_gazette(sheet: Sheet, parts: Parts) -> Issuer | None:
    """The government in whose gazette the text stands."""
    for paragraph in [*parts.letterhead, *parts.tail]:
        if match := _GAZETTE.match(sheet.flat, paragraph.start, paragraph.end):
            return Issuer(sheet.words(*match.span("name")), sheet.span(*match.span("name")))
    return None


def disclosed_on(raw: str) -> str | None:
    """What a web page says above the text: 公开方式：主动公开."""
    match = _PAGE_OPEN.search(raw, 0, 1500) if "公开" in raw[:1500] else None
    return match["words"] if match else None


def genre_of(sheet: Sheet, parts: Parts, opening: Opened) -> str | None:
    """常务会议纪要, 专题会议纪要 …: the title's words, else the meeting's."""
    named: re.Match[str] | None = None
    for paragraph in parts.letterhead:
        for match in _GENRE.finditer(sheet.flat, paragraph.start, paragraph.end):
            if match.group().endswith("纪要"):
                return sheet.words(*match.span())
            named = named or match
    named = named or _GENRE.search(sheet.flat, opening.convened, opening.end)
    return sheet.words(*named.span()) if named else None
