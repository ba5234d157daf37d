"""Documents spoilt by a seed: what scanning, pasting and mailing do to them."""

from __future__ import annotations

from random import Random

from reading.generator import document

_NOISE = (
    "，。；：、（）《》“”〔〕()[]{}—…·\t \u3000\r\n\v\f\x85\u2028\u200b\ufeff\x01𠮷😀é\u0301éA1１一"
)
_BRACKETS = "（）《》〔〕“”()[]【】"
_NARROW = str.maketrans("，。；：（）１２３　", ",.;:()123 ")
_WIDE = str.maketrans(",.;:()123 ", "，。；：（）１２３　")


def _delete_lines(random: Random, text: str) -> str:
    return "\n".join(line for line in text.split("\n") if random.random() < 0.7)


def _double_lines(random: Random, text: str) -> str:
    return "\n".join(line for line in text.split("\n") for _ in range(random.choice([1, 1, 2])))


def _shuffle_lines(random: Random, text: str) -> str:
    lines = text.split("\n")
    random.shuffle(lines)
    return "\n".join(lines)


def _cut(random: Random, text: str) -> str:
    start, end = sorted(random.sample(range(len(text) + 2), 2))
    return text[start:end]


def _sprinkle(random: Random, text: str) -> str:
    return "".join(c + (random.choice(_NOISE) if random.random() < 0.03 else "") for c in text)


def _drop_brackets(random: Random, text: str) -> str:
    return "".join(c for c in text if c not in _BRACKETS or random.random() < 0.5)


def _swap_widths(random: Random, text: str) -> str:
    tables = (_NARROW, _WIDE)
    return "".join(c.translate(random.choice(tables)) if random.random() < 0.3 else c for c in text)


def _join_lines(random: Random, text: str) -> str:
    return "".join("" if c == "\n" and random.random() < 0.6 else c for c in text)


def _drop_stops(random: Random, text: str) -> str:
    return "".join(c for c in text if c not in "，。；" or random.random() < 0.4)


_WAYS = (
    _delete_lines, _double_lines, _shuffle_lines, _cut, _sprinkle, _drop_brackets, _swap_widths,
    _join_lines, _drop_stops,
)  # fmt: skip


def mangled(seed: int) -> str:
    """A generated document spoilt in one to three ways."""
    random = Random(seed)  # noqa: S311 - a fixed seed is the point
    text = document(seed)[0]
    for way in random.sample(_WAYS, random.randint(1, 3)):
        text = way(random, text)
    return text or "。"


def mangled_at_length(seed: int, length: int) -> str:
    """So many characters of spoilt documents, one after the other."""
    text = ""
    while len(text) < length:
        text += mangled(seed) + "\n"
        seed += 1
    return text[:length]
