"""Laws of the reading: what is written is read, every text is tiled, and none takes long.

Documents and their damage come from fixed seeds; ``generator.py`` knows the truth of each.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from reading.findings import differences
from reading.generator import document
from reading.laws import broken_laws
from reading.layouts import ENCODINGS, LAYOUTS, printed
from reading.mangling import mangled, mangled_at_length
from yiding.reading.export.json import dumps, to_json
from yiding.reading.lexicon import WORDS
from yiding.reading.model import Reading
from yiding.reading.reader import read
from yiding.text import UnreadableFile

SEEDS = range(60)
HEAD = (
    "临湖市人民政府\n常务会议纪要\n〔2024〕12号\n2024年5月13日上午，沈亦清市长主持召开市政府"
    "第80次常务会议，审议《临湖市供水办法》。\n会议议定以下意见：\n一、审议《临湖市供水办法》\n（一）"
)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_fact_of_a_document_is_read(seed: int) -> None:
    draft, truth = document(seed)
    page = printed(draft, list(LAYOUTS)[seed % len(LAYOUTS)])
    encoding = ENCODINGS[seed // len(LAYOUTS) % len(ENCODINGS)]
    reading = read(page.text.encode(encoding))
    assert reading.text == page.text
    assert differences(truth, page, reading) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_fact_is_read_however_it_is_printed(layout: str) -> None:
    for seed in range(100, 115):
        draft, truth = document(seed)
        page = printed(draft, layout)
        assert differences(truth, page, read(page.text.encode())) == [], seed


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    shipped = files("yiding.reading").joinpath("reading.schema.json")
    return Draft202012Validator(json.loads(shipped.read_text("utf-8")))


def read_or_refused(text: str) -> Reading | None:
    """The reading; None of a text that the text room takes for no text."""
    try:
        return read(text.encode("utf-8", "surrogatepass"), name="minutes.txt")
    except UnreadableFile:
        return None


def test_a_text_without_a_character_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        read(b"", name="minutes.txt")


MARKS = "，。；：、！？（）《》〔〕“”‘’【】,.;:!?()[]<>\"'·—-…"
GENRE = "会议要由请责成各于前关审听取同意原则报提办局委市县区年月日第次届一二三十百两0123456789１２"
OTHERS = "\n\n\n\r\t\v\f \u3000\u00a0\u200b\ufeff\u2028\x85\x1b\x00\x01\u0301\ud800𠮷😀🏛aZ區議"
PHRASES = [
    "会议议定以下意见：", "一、审议《", "》", "（一）", "由市水务局", "市财政局要", "于6月底前",
    "完成", "提请市委常委会审议", "按程序印发", "原则同意", "各地各部门要", "牵头，", "配合，",
    "出席：", "列席：", "记录：", "分送：", "2024年5月13日上午，", "沈亦清市长主持召开",
    "市政府第80次常务会议，", "常务会议纪要\n", "〔2024〕12号\n", "印发", "整理\n", "— 3 —\n",
    "会议听取了", "的汇报", "暂缓", "每月5日前", "尽快", "责成", "。\n", "\n\n", "；", "\t",
]  # fmt: skip
words = st.sampled_from([word for name in sorted(WORDS) for word in WORDS[name]])
pieces = st.one_of(st.sampled_from(PHRASES), words, st.sampled_from(MARKS + GENRE + OTHERS))
texts = st.one_of(
    st.lists(pieces, max_size=60).map("".join),
    st.text(alphabet=MARKS + GENRE + OTHERS, max_size=120),
    st.text(max_size=60),
    st.lists(pieces, max_size=40).map(lambda drawn: HEAD + "".join(drawn)),
)
seeded = settings(derandomize=True, deadline=None, max_examples=1500, database=None)


@seeded
@given(texts)
def test_any_text_is_read_and_tiled(text: str) -> None:
    reading = read_or_refused(text)
    assert reading is None or broken_laws(reading) == []


@pytest.mark.parametrize("first", range(0, 300, 50))
def test_a_spoilt_document_is_read_and_tiled(first: int, validator: Draft202012Validator) -> None:
    for seed in range(first, first + 50):
        reading = read_or_refused(mangled(seed))
        if reading is None:
            continue
        assert broken_laws(reading) == [], seed
        if seed % 3 == 0:  # the validator is slower than the reader
            assert list(validator.iter_errors(to_json(reading))) == [], seed


def test_generated_documents_keep_the_laws(validator: Draft202012Validator) -> None:
    for seed in range(20):
        reading = read(printed(document(seed)[0], "wrapped").text.encode())
        assert broken_laws(reading) == []
        assert list(validator.iter_errors(to_json(reading))) == []


READ = """
import sys
from reading.mangling import mangled
from yiding.reading.export.json import dumps
from yiding.reading.reader import read
for seed in range(0, 30, 3):
    sys.stdout.buffer.write(dumps(read(mangled(seed).encode(), name="a.txt")).encode() + b"\\n")
"""


def test_the_same_bytes_give_the_same_reading_anywhere() -> None:
    here = [dumps(read(mangled(seed).encode(), name="a.txt")) for seed in range(0, 30, 3)]
    again = [dumps(read(mangled(seed).encode(), name="a.txt")) for seed in range(0, 30, 3)]
    assert here == again
    for salt in ("1", "4242"):
        env = {**os.environ, "PYTHONHASHSEED": salt, "PYTHONPATH": os.pathsep.join(sys.path)}
        run = subprocess.run([sys.executable, "-c", READ], env=env, capture_output=True, check=True)
        assert run.stdout.decode().removesuffix("\n").split("\n") == here


def seconds(text: str) -> float:
    """Processor time of reading the text, the better of two."""
    data = text.encode()
    times = []
    for _ in range(2):
        begun = time.process_time()
        read(data, name="minutes.txt")
        times.append(time.process_time() - begun)
    return min(times)


def growth(short: str, long: str) -> float:
    """How many times longer the long text takes; 0 of what is over at once."""
    took = seconds(long)
    return 0.0 if took < 0.15 else took / seconds(short)


@pytest.mark.parametrize("seed", [1000, 2000])
def test_time_grows_with_the_length_of_a_spoilt_text(seed: int) -> None:
    short = mangled_at_length(seed, 25_000)
    assert growth(short, short * 4) <= 6


PLACES = {
    "body": HEAD,
    "roll": HEAD + "原则同意《临湖市供水办法》。\n列席：",
    "opening": HEAD[: HEAD.index("审议")],
    "bare": "纪",  # blanks alone are no text
}
REPEATED = [
    "要", "（", "《", "、", "，", "。", "“", "会议", "市市市市市局", "各", "1", "一", " ", "\n",
    "（）", "《》", "6月底前", "2024年6月30日前，", "市水务局要于6月底前完成改造，", "听取",
    "市水务局、", "列席：", "一、", "（一）", "— 3 —\n", "沈亦清 ", "市长沈", "〔2024〕", "的",
    "甲乙丙丁", "由", "由市", "市水务局",
]  # fmt: skip
STEP = 3_000


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("words", REPEATED)
def test_no_repetition_takes_long(place: str, words: str) -> None:
    short, long = (PLACES[place] + (words * size)[:size] for size in (STEP, 4 * STEP))
    assert growth(short, long) <= 8


def test_a_line_without_a_mark_and_open_brackets_are_read_at_once() -> None:
    line = HEAD + "".join(c for c in mangled_at_length(7, 80_000) if c.isalpha())[:50_000]
    assert seconds(line) < 5
    assert seconds(HEAD + "（" * 10_000) < 1
    assert seconds(HEAD + "《" * 10_000) < 1


def test_repeated_heads_and_runs_of_blanks_are_read_at_once() -> None:
    assert seconds(HEAD + "序号\n任务\n责任单位\n1\n" * 2_500) < 3
    blanks = " " * 9_000
    assert seconds(f"{HEAD}序号\n{blanks}任务\n{blanks}x\n") < 1
