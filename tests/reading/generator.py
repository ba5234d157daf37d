"""Minutes written by a seed, with every fact and its place known: what the reader must find.

A document is built from phrases of the genre and words of the lexicon; ``terms.py`` computes the
days of its deadlines by itself, ``layouts.py`` prints it. The places of the facts count
characters of the plain draft, and the print maps them into the delivered text.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random

from reading.drafting import Draft, Duty, Topic, Truth
from reading.terms import Term, term
from reading.vocabulary import (
    ACTS,
    AGREED,
    BACKGROUND,
    COLLECTIVES,
    DECIDED,
    EXHORTATIONS,
    KINDS,
    POSTS,
    TOPICS,
    VERSIONS,
    Act,
    chinese,
)


def _may_preside(name: str) -> bool:
    # open point: 市长单于远川主持召开 has no chair; 由于嘉树副市长牵头 is led by 由于嘉树
    return not re.match("于|於|由|.于", name)


def _may_stand_after_a_unit(name: str) -> bool:
    # open point: 市文体所长孙晓棠 is 所长 or 长孙; 市口岸办司空景行 is read as 市口岸办司
    return not name.startswith(("长孙", "司空", "司寇", "澹台", "和"))


def document(seed: int) -> tuple[str, Truth]:
    """The plain draft and its facts."""
    draft = Draft(seed)
    random = draft.random
    held_on = date(random.randint(2016, 2024), 1, 1) + timedelta(days=random.randint(0, 364))
    people = draft.people(random.randint(3, 9), _may_preside)
    topics = _topics(draft)
    number = (held_on.year, random.randint(1, 99))
    draft.line("临湖市人民政府")
    draft.line("常务会议纪要")
    draft.places["number"] = draft.line(f"〔{number[0]}〕{number[1]}号")
    part, post, session = _opening(draft, held_on, people[0], topics)
    for index, topic in enumerate(topics):
        _section(draft, index, topic, held_on, people)
    if random.random() < 0.5:
        draft.line("会议还研究了其他事项。")
    observers, recorder = _roll(draft, people)
    compiled_on = held_on + timedelta(days=random.randint(1, 9))
    printed_on = compiled_on + timedelta(days=random.randint(0, 9))
    _tail(draft, compiled_on, printed_on)
    truth = Truth(
        number, session, held_on, part, (people[0], post), topics, people, observers,
        recorder, compiled_on, printed_on, draft.places,
    )  # fmt: skip
    return draft.text, truth


def _topics(draft: Draft) -> list[Topic]:
    """Three to eight items; titles differ."""
    random = draft.random
    names = random.sample(TOPICS, random.randint(3, 8) + 1)
    spare = names.pop()
    topics = []
    for name in names:
        mode = random.choice(["审议"] * 5 + ["听取"] * 2 + ["研究", "讨论", "传达"])
        titles = [_title(draft, name, mode)]
        if mode == "审议" and spare and random.random() < 0.2:
            titles.append(_title(draft, spare, mode))
            spare = ""
        topics.append(Topic(mode, titles))
    return topics


def _title(draft: Draft, name: str, mode: str) -> tuple[str, str | None]:
    random = draft.random
    if mode in {"审议", "讨论"}:
        return f"临湖市{name}{random.choice(KINDS)}", random.choice(VERSIONS)
    if mode == "传达":
        return f"全省{name}工作会议精神", None
    return (f"全市{name}" if mode == "听取" else name), None


def _quoted(title: tuple[str, str | None]) -> str:
    name, version = title
    return f"《{name}（{version}）》" if version else f"《{name}》"


def _heading(topic: Topic) -> list[tuple[str, bool]]:
    """Pieces of an item's heading; True marks a subject."""
    name = topic.titles[0][0]
    if topic.mode == "听取":
        return [("听取", False), (name, True), ("情况的汇报", False)]
    if topic.mode == "研究":
        return [("研究", False), (name, True), ("有关事项", False)]
    if topic.mode == "传达":
        return [("传达学习", False), (name, True)]
    pieces = [(topic.mode, False), (_quoted(topic.titles[0]), True)]
    for title in topic.titles[1:]:
        pieces += [("和", False), (_quoted(title), True)]
    return pieces


def _opening(
    draft: Draft, held_on: date, chair: str, topics: list[Topic]
) -> tuple[str | None, str, tuple[int, int | None, int | None]]:
    random = draft.random
    part = random.choice(["上午", "下午", "晚上", None])
    day = f"{held_on.year}年{held_on.month}月{held_on.day}日"
    draft.places["held_on"] = draft.write(day + (part or ""))
    post = random.choice(POSTS)
    draft.write("，")
    before = random.random() < 0.5
    named = post + chair if before or "、" in post else chair + post
    draft.places["chair"] = draft.write(named)
    draft.write("主持召开市政府")
    words, session = _session(random, held_on.year)
    draft.places["session"] = draft.write(words)
    draft.write(random.choice(["常务会议，", "常务（扩大）会议，"]))
    agenda = ["".join(words for words, _ in _heading(topic)) for topic in topics]
    draft.line("，".join(agenda) + "。")
    draft.line(random.choice(["会议议定以下意见：", "现纪要如下：", "会议议定如下事项："]))
    return part, post, session


def _session(random: Random, year: int) -> tuple[str, tuple[int, int | None, int | None]]:
    """A session in one of its forms: (words, (number, term, year))."""
    number, term = random.randint(2, 119), random.randint(5, 19)
    return random.choice(
        [
            (f"第{number}次", (number, None, None)),
            (f"第{chinese(number)}次", (number, None, None)),
            (f"{chinese(term)}届{number}次", (number, term, None)),
            (f"{chinese(term)}届{chinese(number)}次", (number, term, None)),
            (f"{year}年第{number}次", (number, None, year)),
        ]
    )


def _section(draft: Draft, index: int, topic: Topic, held_on: date, people: list[str]) -> None:
    random = draft.random
    draft.write(chinese(index + 1) + "、")
    for words, is_subject in _heading(topic):
        span = draft.write(words)
        if is_subject:
            topic.places.append(span)
    draft.end()
    draft.write("（一）")
    _verdict(draft, topic, held_on)
    draft.end()
    for clause in range(2, 2 + random.randint(1, 3)):
        draft.write(f"（{chinese(clause)}）")
        for _ in range(random.randint(1, 3)):
            _sentence(draft, topic, held_on, people)
        draft.end()


def _verdict(draft: Draft, topic: Topic, held_on: date) -> None:
    """The conclusion on the item, and the next step where a text was approved."""
    random = draft.random
    if topic.mode == "听取":
        draft.write(f"会议听取了{draft.unit()}关于{topic.titles[0][0]}情况的汇报。")
        topic.outcomes = ["heard"]
        return
    if topic.mode == "传达":
        draft.write(f"会议传达学习了{topic.titles[0][0]}。")
        return
    if topic.mode == "讨论":
        draft.write(f"会议讨论了{_quoted(topic.titles[0])}。")
        topic.outcomes = ["discussed"]
        return
    if topic.mode == "研究":
        draft.write("会议明确，")
        topic.outcomes = ["decided"]
        _commission(draft, topic, held_on, "由")
        return
    both = "和".join(f"《{name}》" for name, _ in topic.titles)
    outcome, form = random.choice(DECIDED if random.random() < 0.25 else AGREED)
    draft.write(form.format(both) + "。")
    topic.outcomes = [outcome]
    if outcome.startswith("approved"):
        _next_step(draft, topic, held_on)


def _next_step(draft: Draft, topic: Topic, held_on: date) -> None:
    """由X根据本次会议讨论意见作进一步修改完善后…"""
    random = draft.random
    lead = draft.unit()
    draft.write(f"由{lead}")
    start = len(draft.text)
    draft.write("根据本次会议讨论意见作进一步修改完善后")
    if random.random() < 0.2:
        draft.write("，经市司法局合法性审核后")
    due = term(random, held_on) if random.random() < 0.3 else Term()
    if due.kind == "by" or due.words.startswith("会后"):
        draft.write(f"，于{due.words}")
    else:  # 修改完善后，于30日内: a length may be meant to count from that
        due = Term()
    act = random.choice(
        [
            Act("提请市委常委会审议", "submit", "市委常委会"),
            Act("报市人大常委会审议", "submit", "市人大常委会"),
            Act("按程序印发实施", "issue"),
            Act("按程序发布", "issue"),
        ]
    )
    end = draft.write(act.words)[1]
    draft.write("。")
    topic.duties.append(Duty([lead], [], (start, end), act.closing, act.to, due))


def _sentence(draft: Draft, topic: Topic, held_on: date, people: list[str]) -> None:
    """One sentence: a duty of one of the wordings, an exhortation or background."""
    random = draft.random
    kind = random.choice(
        ["由", "要", "要", "牵头", "牵头", "责成", "请", "chain", "leader", "calm", "calm", "told"]
    )
    if kind == "calm":
        collective, topical = random.choice(COLLECTIVES), topic.titles[0][0]
        draft.write(f"{collective}要{random.choice(EXHORTATIONS).format(topical)}。")
    elif kind == "told":
        draft.write(random.choice(BACKGROUND))
    elif kind == "chain":
        _chain(draft, topic, held_on)
    elif kind == "leader":
        _under_a_leader(draft, topic, held_on, people)
    elif kind == "牵头":
        _with_help(draft, topic, held_on)
    else:
        _commission(draft, topic, held_on, kind)


def _act(draft: Draft, topic: Topic, held_on: date, lead: list[str], assist: list[str]) -> None:
    """The term, the act and the duty they make."""
    random = draft.random
    act = random.choice(ACTS)
    due = term(random, held_on) if random.random() < 0.7 else Term()
    if due.kind in {"by", "within"}:
        draft.write(random.choice(["于", "在", ""]))
    if due.kind == "recurring" and act.closing != "report":
        due = Term()
    draft.write(due.words)
    span = draft.write(act.words)
    topic.duties.append(Duty(lead, assist, span, act.closing, act.to, due))


def _commission(draft: Draft, topic: Topic, held_on: date, kind: str) -> None:
    """由X… 责成X… 请X… X要…"""
    lead = draft.unit()
    words = f"{lead}{draft.random.choice('要要需须')}" if kind == "要" else f"{kind}{lead}"
    draft.write(words)
    _act(draft, topic, held_on, [lead], [])
    draft.write("。")


def _with_help(draft: Draft, topic: Topic, held_on: date) -> None:
    """X牵头，Y、Z配合，… or 由X会同Y、Z…"""
    random = draft.random
    lead, *assist = draft.units(random.randint(2, 4))
    if random.random() < 0.3:
        draft.write(f"由{lead}会同{'、'.join(assist)}")
    else:
        draft.write(f"{random.choice(['', '由'])}{lead}牵头，{'、'.join(assist)}配合，")
    _act(draft, topic, held_on, [lead], assist)
    draft.write("。")


def _chain(draft: Draft, topic: Topic, held_on: date) -> None:
    """Two bodies in one sentence, each with its own act."""
    for lead, mark in zip(draft.units(2), "；。", strict=True):
        draft.write(f"{lead}要")
        _act(draft, topic, held_on, [lead], [])
        draft.write(mark)


def _under_a_leader(draft: Draft, topic: Topic, held_on: date, people: list[str]) -> None:
    """由陆怀瑾副市长牵头，X具体负责，…: both are leads."""
    leader, lead = draft.random.choice(people[1:]), draft.unit()
    draft.write(f"由{leader}副市长牵头，{lead}具体负责，")
    _act(draft, topic, held_on, [f"{leader}副市长", lead], [])
    draft.write("。")


def _roll(draft: Draft, people: list[str]) -> tuple[list[tuple[str, tuple[str, ...]]], str]:
    random = draft.random
    draft.write("出席：")
    for index, name in enumerate(people):
        draft.write(" " if index else "")
        draft.places[f"present {index}"] = draft.write(name)
    draft.end()
    draft.write("列席：")
    observers = []
    for index, unit in enumerate(draft.units(random.randint(2, 10))):
        names = draft.people(random.choice([1, 1, 1, 2]), _may_stand_after_a_unit)
        draft.write(" " if index else "")
        draft.places[f"observer {index}"] = draft.write(unit + "、".join(names))
        observers.append((unit, tuple(names)))
    draft.end()
    recorder = draft.person()
    draft.write("记录：")
    draft.places["recorder"] = draft.write(recorder)
    draft.end()
    return observers, recorder


def _tail(draft: Draft, compiled_on: date, printed_on: date) -> None:
    draft.line("临湖市人民政府办公室整理")
    draft.line(f"{compiled_on.year}年{compiled_on.month}月{compiled_on.day}日")
    draft.line("（此件公开发布）")
    draft.line("分送：各县（市、区）人民政府，市各有关部门和单位。")
    draft.line("临湖市人民政府办公室")
    draft.line(f"{printed_on.year}年{printed_on.month}月{printed_on.day}日印发")
