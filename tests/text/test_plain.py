"""Plain text in the encodings that arrive: characters unchanged, places in bytes and lines."""

from __future__ import annotations

import pytest

from text.minutes import OPENING, PARAGRAPHS, TEXT
from yiding.text import Place, UnreadableFile, read_text

TRADITIONAL = "會議議定以下意見：由市檔案局根據本次會議討論意見作進一步修改完善後，按程序發佈實施。"


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "gb18030",
        "gbk",
        "gb2312",
        "utf-32",
    ],
)
def test_every_encoding_gives_the_same_characters(encoding: str) -> None:
    text = read_text(TEXT.encode(encoding))
    assert text.characters == TEXT
    assert text.media_type == "text/plain"
    assert text.noise == ()


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-16-le"])
def test_traditional_characters(encoding: str) -> None:
    assert read_text(TRADITIONAL.encode(encoding)).characters == TRADITIONAL


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "utf-16-le"])
@pytest.mark.parametrize("words", ["市政府", "常务会议纪要", "〔2025〕7号"])
def test_a_few_characters_are_enough(encoding: str, words: str) -> None:
    assert read_text(words.encode(encoding)).characters == words


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_indents_stay(end: str) -> None:
    delivered = end.join(["\u3000\u3000" + line for line in PARAGRAPHS]) + end * 2
    assert read_text(delivered.encode()).characters == delivered


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_place_is_a_byte_and_a_line(encoding: str) -> None:
    delivered = "\r\n\r\n".join(PARAGRAPHS)
    data = delivered.encode(encoding)
    text = read_text(data)
    index = delivered.index("由市水利局牵头")
    at = data.index("由市水利局牵头".encode(encoding.replace("-sig", "").replace("16", "16-le")))
    paragraph = next(n for n, line in enumerate(PARAGRAPHS, 1) if "由市水利局牵头" in line)
    assert text.place_of(index) == Place(page=None, paragraph=paragraph, byte=at)


def test_places_before_and_after_blank_lines() -> None:
    text = read_text("\n \n一\n\n二".encode())
    assert [text.place_of(index).paragraph for index in range(7)] == [None] * 3 + [1, 1, 1, 2]


def test_the_name_and_the_hash_are_of_the_file() -> None:
    text = read_text(b"abc", name="纪要.txt")
    assert text.name == "纪要.txt"
    assert text.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_text_may_mention_tags() -> None:
    delivered = f"<p> 是段落标签。\n{OPENING}"
    assert read_text(delivered.encode(), name="说明.md").characters == delivered


def test_a_character_cut_in_two_is_told() -> None:
    with pytest.raises(UnreadableFile, match="在一个字的中间断开"):
        read_text(OPENING.encode()[:-1])


def test_a_damaged_byte_is_told() -> None:
    data = bytearray(TEXT.encode())
    data[301] = 0xFF
    with pytest.raises(UnreadableFile, match="文字编码已损坏"):
        read_text(bytes(data))


def test_damage_in_gb_is_told_from_binary_data() -> None:
    whole = TEXT.encode("gbk")
    with pytest.raises(UnreadableFile, match="文字编码已损坏"):
        read_text(whole[:300] + b"\x80" + whole[300:])
    with pytest.raises(UnreadableFile, match="在一个字的中间断开"):
        read_text(OPENING.encode("gbk")[:-1])


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_a_nul_is_damage_in_any_encoding(encoding: str) -> None:
    with pytest.raises(UnreadableFile, match="文字编码已损坏"):
        read_text((TEXT + "\0").encode(encoding))


def test_a_mark_that_lies_is_told() -> None:
    with pytest.raises(UnreadableFile, match="开头标明 UTF-8"):
        read_text(b"\xef\xbb\xbf" + TEXT.encode("gbk"))


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\0" * 500, b"\x01\x02ab" * 99])
def test_binary_data_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="二进制数据"):
        read_text(data)
