"""Reading: the one deadline that a text is asked about."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from yiding.dates.answer import Asked
from yiding.dates.lengths import duration
from yiding.dates.model import NO_DEADLINE, Deadline
from yiding.dates.patterns import ARABIC, COUNTING, NUMBER, UNIT, W
from yiding.dates.resolve import deadline_of, phrased
from yiding.dates.scan import scan
from yiding.dates.timeword import TimeWord
from yiding.text import simplified

# Traditional characters that stand in or beside words of time.
TRADITIONAL = "內會後個週時節號間從現開學終點慶陽兩單雙結當歲農曆為將應報達於儘進請確實"
WEIGHTS = {"by": 5, "within": 5, "span": 5, "recurring": 4, "event": 3, "vague": 2, "none": 0}
EXPLICIT, LATEST, ASIDE = 6, 12, 10
NEAR = 40  # so far back a word is looked for that says what a time is
LATEST_MARK = re.compile(r"(?:最[迟晚]|至迟|不[迟晚]于)[于在\s]*$")
ACT = re.compile(
    r"\s*(?:$|[，,。；;、]|前|完成|建成|实现|达到|落实|开工|动工|竣工|完工|投用|投产|启动|印发|出台|全面|基本|力争)"
)
TOLD = re.compile(
    r"[^，。；、]{0,16}(?:(?:印发|发布|公布|下发|召开|举行|签订|签署|通过|批准|批复|作出|下达)的|会议精神)|开[学业园馆渔]前"
)
HEARD = re.compile(r"(?:听取|通报|回顾|总结)了?[^，。；]{0,8}$")
IN_BRACKETS = re.compile(r"[（(][^（）()]*$")
SO_FAR = re.compile(r"[^。；]{0,6}(?:已|共|累计|仍|尚|完成了)")
SOME_EVENT = re.compile(
    r"[一-龥](?<![以之此目当提日从])[之以]?(?:前|后)(?=$|[，,。；;、]|完成|报|提|送|形成|出台|印发|启动|开[工展始]|实施|交付|投用|召开)"
)
# trap: 5日 alone may be the fifth of the month
BARE_LENGTH = re.compile(
    rf"(?:(?:原则上)?不[得准能]?超过)?(?![{ARABIC}]{{4}}年)(?P<count>{NUMBER}|半){W}(?P<unit>(?!日){UNIT})(?P<more>半)?(?:时间)?(?![{COUNTING}])"
)


def read_deadline(text: str, held_on: date | None, place: str | None = None) -> Deadline:
    """The deadline of ``text``, all of which is asked about; kind none where there is none.

    ``held_on`` is the meeting's day, ``place`` its 区划代码. Of several deadlines the first full
    one is read, or the one that 最迟 marks. Never raises.
    """
    if isinstance(held_on, datetime):
        held_on = held_on.date()
    if not any(character in text for character in TRADITIONAL):
        return _read(text, held_on, place)
    answer = _read(simplified(text), held_on, place)
    worded = text[slice(*answer.span)] if answer.span else text
    return replace(answer, text=answer.text and worded)


def _read(text: str, held_on: date | None, place: str | None) -> Deadline:
    words = [word for word in scan(text) if _is_asked(word, text)]
    if not words:
        return _bare_length(text, held_on) or _some_event(text)
    answers = [deadline_of(word, held_on, place) for word in words]
    if len(answers) == 1:
        return answers[0]
    weights = [_weight(word, answer, text) for word, answer in zip(words, answers, strict=True)]
    chosen = weights.index(max(weights))
    return _from_its_start(words[chosen], answers, chosen, place)


# 半个月: asked about by itself, a length counts from the meeting
def _bare_length(text: str, held_on: date | None) -> Deadline | None:
    bare = BARE_LENGTH.fullmatch(text.strip())
    if bare is None:
        return None
    parts = {name: value for name, value in bare.groupdict().items() if value is not None}
    start = text.index(bare[0])
    return phrased(duration(Asked(parts, held_on)), bare[0], (start, start + len(bare[0])))


def _weight(word: TimeWord, answer: Deadline, text: str) -> int:
    near = max(0, word.span[0] - NEAR)
    is_latest = LATEST_MARK.search(text, near, word.span[0]) is not None
    return (
        WEIGHTS[answer.kind] - (answer.rule == "after-meeting")  # 会后立即: 立即 says more
        + EXPLICIT * word.is_explicit
        + LATEST * is_latest * (answer.date is not None)
        - ASIDE * (IN_BRACKETS.search(text, near, word.span[0]) is not None)
    )  # fmt: skip


# trap: 2025年度工作要点 names a year, not an end; 3月5日印发的方案, 截至9月底已完成,
# 听取了前三季度工作汇报 tell
def _is_asked(word: TimeWord, text: str) -> bool:
    if "bound" not in word.parts and TOLD.match(text, word.span[1]):
        return False  # and 9月开学前 hangs on an event
    if text.endswith(("截至", "截止"), 0, word.span[0]) and SO_FAR.match(text, word.span[1]):
        return False
    if not word.is_explicit and HEARD.search(text, max(0, word.span[0] - NEAR), word.span[0]):
        return False
    if word.kind != "year" or word.is_explicit:
        return True
    return not word.text.endswith("度") and ACT.match(text, word.span[1]) is not None


# 从明年1月起，每月5日前: the first occurrence is counted from there
def _from_its_start(
    word: TimeWord, answers: list[Deadline], chosen: int, place: str | None
) -> Deadline:
    answer = answers[chosen]
    begin = next((a.start for a in answers if a.rule == "effective-from" and a.start), None)
    if answer.kind != "recurring" or answer.date is None or begin is None or answer.date >= begin:
        return answer
    return deadline_of(word, begin - timedelta(days=1), place)


# 市人大批准后，提交省政府审定前: an event the lexicon does not know
def _some_event(text: str) -> Deadline:
    found = SOME_EVENT.search(text)
    if found is None:
        return Deadline(NO_DEADLINE.kind, text or None)
    return Deadline(
        "event",
        text[: found.end()],
        rule="before-event" if found[0].endswith("前") else "after-event",
        warning="以另一事项为限，事项发生之日未定。",
        span=(0, found.end()),
    )
