"""What no file may say, and that the words of the lexicon are stated once."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

# the patterns are written so that they do not match themselves
REGISTRY = re.compile(
    r"(?i)\b(?:files\.pythonhosted|(?:test\.)?pypi|rubygems)[.]org\b"
    r"|\bregistry\.(?:npmjs[.]org|npmmirror[.]com)|\bdeb\.debian[.]org|\bcrates[.]io"
    r"|\bproxy\.golang[.]org|\b(?:mirrors|pypi)\.(?:aliyun|tuna|ustc|cloud|huaweicloud|doubanio)\b"
)
MACHINE_PATH = re.compile(r"(?:^|[^\w.])/(?:work|root|farm)\b", re.MULTILINE)
FOREIGN = re.compile(r"(?i)\b(?:sub-?agent[s]?|claud[e]|as an a[i]|farm-(?:studio|bench))\b")


def lines_matching(pattern: re.Pattern[str], texts: dict[Path, str]) -> list[str]:
    return [
        f"{path}:{text.count(chr(10), 0, hit.start()) + 1} {hit.group()}"
        for path, text in texts.items()
        for hit in pattern.finditer(text)
    ]


def test_no_file_names_a_package_registry(texts: dict[Path, str]) -> None:
    assert lines_matching(REGISTRY, texts) == []


def test_no_file_names_a_path_of_one_machine(texts: dict[Path, str]) -> None:
    assert lines_matching(MACHINE_PATH, texts) == []


def test_no_file_speaks_of_how_it_came_about(texts: dict[Path, str]) -> None:
    assert lines_matching(FOREIGN, texts) == []


def test_pins_have_hashes_and_no_address(texts: dict[Path, str]) -> None:
    pins = {path: text for path, text in texts.items() if path.match("requirements/*.txt")}
    assert {path.stem for path in pins} == {"runtime", "server", "dev", "bench"}
    assert [path for path, text in pins.items() if "://" in text] == []
    for text in pins.values():
        rows = re.split(r"\n(?=\w)", text)
        assert [row for row in rows if "==" not in row or "--hash=sha256:" not in row] == []


def word_lists(table: object, name: str) -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a lexicon file, with the dotted name of its class."""
    if isinstance(table, dict):
        for key, value in table.items():
            yield from word_lists(value, f"{name}.{key}" if name else key)
    elif isinstance(table, list) and all(isinstance(word, str) for word in table):
        yield name, table


def test_no_class_of_the_lexicon_states_a_word_twice(root: Path) -> None:
    files = sorted((root / "src/yiding/reading/lexicon").rglob("*.toml"))
    twice = [
        (file.name, name, word)
        for file in files
        for name, words in word_lists(tomllib.loads(file.read_text("utf-8")), "")
        for word, count in Counter(words).items()
        if count > 1
    ]
    assert twice == []
