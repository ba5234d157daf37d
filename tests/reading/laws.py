"""What holds for the reading of any text whatever, told as the laws it breaks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from yiding.reading.export.json import dumps, from_json, to_json
from yiding.reading.model import Item, Reading

# open point: a stop inside brackets or quotation marks ends no sentence for the reader, even where
# the closing one is pages away because another was lost: （一由市水务局完成改造。二）由市财政局拨付
_BRACKETED = re.compile("（[^）]*）|《[^》]*》|“[^”]*”|〔[^〕]*〕|\\[[^]]*\\]")
_DOCUMENT = "[a-z0-9]+(?:-[a-z0-9]+)*"


def broken_laws(reading: Reading) -> list[str]:
    """Every law the reading breaks; empty for a sound one."""
    return [*_tiling(reading), *_spans(reading), *_duties(reading), *_addresses(reading),
            *_coming_back(reading)]  # fmt: skip


def _tiling(reading: Reading) -> Iterator[str]:
    """The leaves are the text: in order, none empty, no gap, nothing twice."""
    position = 0
    for leaf in reading.accounting:
        start, end = leaf.span
        if start != position or end <= start:
            yield f"leaf {leaf} after {position}"
        position = end
    if position != len(reading.text):
        yield f"leaves end at {position} of {len(reading.text)}"
    leaves = "".join(reading.text[slice(*leaf.span)] for leaf in reading.accounting)
    if leaves != reading.text:
        yield "the leaves do not join to the text"
    if reading.source.characters != len(reading.text):
        yield "characters miscounted"


def _spans_in(plain: Any, path: str = "") -> Iterator[tuple[str, list[int]]]:
    if isinstance(plain, dict):
        for key, value in plain.items():
            if key == "span" and value is not None:
                yield path, value
            else:
                yield from _spans_in(value, f"{path}.{key}")
    elif isinstance(plain, list):
        for index, value in enumerate(plain):
            yield from _spans_in(value, f"{path}[{index}]")


def _spans(reading: Reading) -> Iterator[str]:
    for path, (start, end) in _spans_in(to_json(reading)):
        if not 0 <= start < end <= len(reading.text):
            yield f"span {start}:{end} of {path} in {len(reading.text)} characters"


def _duties(reading: Reading) -> Iterator[str]:
    """A duty lies in its item, in one sentence, in one leaf of kind obligation."""
    leaves = [leaf.span for leaf in reading.accounting if leaf.kind == "obligation"]
    for item in reading.items:
        for duty in item.obligations:
            start, end = duty.span
            words = reading.text[start:end]
            if not _within(duty.span, item.span):
                yield f"duty {words!r} outside its item"
            if "。" in _BRACKETED.sub("", _both_widths(words)):
                yield f"duty over two sentences {words!r}"
            if not any(_within(duty.span, leaf) for leaf in leaves):
                yield f"duty {words!r} in no leaf of its own"


def _both_widths(words: str) -> str:
    return words.replace("(", "（").replace(")", "）")


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _addresses(reading: Reading) -> Iterator[str]:
    if not re.fullmatch(_DOCUMENT, reading.address):
        yield f"address {reading.address!r}"
    seen: set[str] = set()
    for index, item in enumerate(reading.items):
        if item.no != index + 1 or item.address != f"{reading.address}:{item.no}":
            yield f"item {index + 1} is {item.no} at {item.address}"
        for address in _addresses_of(item):
            if address in seen:
                yield f"{address} twice"
            seen.add(address)


def _addresses_of(item: Item) -> Iterator[str]:
    yield item.address
    for duty in item.obligations:
        ending = duty.address.removeprefix(item.address)
        yield duty.address if re.fullmatch(r"\.\d+\.[1-9]\d*", ending) else f"{duty.address}, odd"


def _coming_back(reading: Reading) -> Iterator[str]:
    if from_json(json.loads(dumps(reading))) != reading:
        yield "does not come back from JSON"
