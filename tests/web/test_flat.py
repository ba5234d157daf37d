"""The flat stylesheet: equal to its sources, and in words that Chromium 86 knows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from yiding.web import flat

NEWER_THAN_86 = re.compile(
    r"@layer|@container|light-dark\(|color-mix\(|:is\(|:where\(|:has\(|::target-text|\d[dsl]vh\b"
    r"|(?<![\w-])(?:inset(?:-\w+)*|(?:margin|padding|border)-(?:inline|block)):|(?<![\w-])rotate:"
    r"|overflow: clip|aspect-ratio|oklch\(|:not\([^)]*,|\d\s*<=?\s*width|&"
)


def layered(rules: str, order: str = "tokens, base, layout, parts") -> str:
    return f"@supports {flat.KNOWN_BY_NEW} {{ @layer {order}; {rules} }}"


def flattened(rules: str) -> str:
    return flat.flatten([layered(rules)]).strip()


def test_the_file_is_what_its_sources_say() -> None:
    assert (flat.STYLES / flat.FLAT).read_text("utf-8") == flat.build(), (
        "run python -m yiding.web.flat"
    )


def test_nothing_newer_than_chromium_86_is_left() -> None:
    rules = flat.flatten((flat.STYLES / name).read_text("utf-8") for name in flat.SOURCES)
    assert NEWER_THAN_86.findall(rules) == []


def test_old_and_new_rules_never_meet() -> None:
    assert f"\n@supports not {flat.KNOWN_BY_NEW} {{\n" in flat.build()
    for name in flat.SOURCES:
        text = (flat.STYLES / name).read_text("utf-8")
        rules = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).strip()
        assert rules.startswith(f"@supports {flat.KNOWN_BY_NEW} {{")
        assert rules.endswith("}")


def test_every_class_of_the_sources_is_in_it() -> None:
    sources = "".join((flat.STYLES / name).read_text("utf-8") for name in flat.SOURCES)
    classes = set(re.findall(r"\.([a-z][\w-]*)(?=[^{}]*\{)", sources))
    assert len(classes) > 100
    built = flat.build()
    assert {name for name in classes if f".{name}" not in built} == set()


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("color: light-dark(#fff, #000)", "color: #fff"),
        ("border: 1px solid light-dark(rgb(1, 2, 3), #000)", "border: 1px solid rgb(1, 2, 3)"),
        ("color: color-mix(in srgb, currentcolor 40%, transparent)", "color: currentcolor"),
        ("height: calc(100dvh - 5rem)", "height: calc(100vh - 5rem)"),
        ("padding-inline: 1px 2px", "padding-inline-start: 1px; padding-inline-end: 2px"),
        ("margin-block: 0", "margin-block-start: 0; margin-block-end: 0"),
        ("inset-block-end: -5pt", "bottom: -5pt"),
        ("inset-inline: 0 !important", "left: 0 !important; right: 0 !important"),
        (
            "border-block: 1px solid var(--x)",
            "border-block-start: 1px solid var(--x); border-block-end: 1px solid var(--x)",
        ),
        ("color-scheme: light dark", "color-scheme: light"),
        ("overflow: clip", "overflow: hidden"),
    ],
)
def test_a_newer_word_becomes_an_older_one(given: str, plain: str) -> None:
    assert flattened(f"@layer base {{ a {{ {given} }} }}") == f"a {{ {plain} }}"


def test_a_later_layer_outweighs_an_earlier_one() -> None:
    rules = flattened("@layer parts { a::before { top: 0 } } @layer base { #x .y a { top: 1px } }")
    assert rules.splitlines() == [
        "#x .y a { top: 1px }",
        "a:not(#z):not(#z)::before { top: 0 }",
    ]


def test_one_of_several_becomes_several() -> None:
    rules = flattened("@layer base { .t :is(th, td):first-child, p { top: 0 } }")
    assert rules == ".t th:first-child, .t td:first-child, p { top: 0 }"


def test_a_query_on_a_container_becomes_one_on_the_window() -> None:
    rules = flattened(
        "@layer base { @container sec (min-width: 30rem) and (max-width: 40rem) { a { top: 0 } } }"
    )
    assert rules.splitlines()[0] == "@media (min-width: 53.5rem) and (max-width: 63.5rem) {"


@pytest.mark.parametrize(
    "rules",
    [
        "@layer base { a:not(.b, .c) { top: 0 } }",
        "a { top: 0 }",
        "@layer base { @starting-style { a { top: 0 } } }",
        "@layer base { a { top 0 } }",
    ],
)
def test_what_cannot_be_said_in_older_words_is_refused(rules: str) -> None:
    with pytest.raises(flat.NotFlat):
        flattened(rules)


def test_writing_gives_the_same_file(tmp_path: Path) -> None:
    for name in flat.SOURCES:
        (tmp_path / name).write_text((flat.STYLES / name).read_text("utf-8"), "utf-8")
    assert flat.build(tmp_path) == flat.build()
