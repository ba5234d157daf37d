"""The glossary against the models: one row a noun, one row a word, both ways."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Literal, get_args, get_origin

import pytest
from django.apps import apps

from yiding.dates import model as dates_model
from yiding.reading import model as reading_model
from yiding.text import model as text_model

MODELS = {"text": text_model, "dates": dates_model, "reading": reading_model}
ROOMS_WITH_TABLES = ("registry", "journal", "followup", "ledgers", "powers")
#: The nouns of law and rules: what a reader of the ledgers meets, and not every part of the kit.
KIT = {
    ("Instrument", "law"),
    ("Provision", "law"),
    *(
        (name, "rules")
        for name in ("Finding", "Answer", "Indicator", "Figure", "Case", "DatedValue")
    ),
}
ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|", re.MULTILINE)
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def glossary(root: Path) -> str:
    return (root / "docs/glossary.md").read_text("utf-8")


def nouns(room: str, model: ModuleType) -> set[tuple[str, str]]:
    """The dataclasses defined in this model, each with its room."""
    classes = (each for each in vars(model).values() if isinstance(each, type))
    own = (each for each in classes if each.__module__ == model.__name__)
    return {(each.__name__, room) for each in own if is_dataclass(each)}


def kept(room: str) -> set[tuple[str, str]]:
    """The models of a room whose rows the database keeps."""
    models = apps.get_app_config(room).get_models()
    return {(each.__name__, room) for each in models}


def words() -> dict[str, list[str]]:
    """The words of every Literal of the models, by its name."""
    return {
        name: list(get_args(value))
        for model in MODELS.values()
        for name, value in vars(model).items()
        if get_origin(value) is Literal
    }


def test_every_noun_has_a_row_and_every_row_a_noun(glossary: str) -> None:
    table = glossary.partition("## Nouns")[2].partition("## Words")[0]
    stated = [(noun, room.strip()) for noun, _, room in ROW.findall(table)]
    coded = set().union(*(nouns(room, model) for room, model in MODELS.items()))
    coded |= set().union(*map(kept, ROOMS_WITH_TABLES))
    assert len(stated) == len(set(stated))
    assert set(stated) == coded | KIT


def test_the_nouns_of_the_kit_are_there() -> None:
    found = {room: import_module(f"yiding.{room}") for room in ("law", "rules.finding")}
    found |= {
        name: import_module(f"yiding.rules.{name}") for name in ("indicator", "cases", "values")
    }
    assert [name for name, _ in KIT if not any(hasattr(one, name) for one in found.values())] == []


def test_every_word_has_a_row_and_every_row_a_word(glossary: str) -> None:
    sections = re.split(r"^### ", glossary.partition("## Words")[2], flags=re.MULTILINE)[1:]
    stated = {each.split()[0]: [word for word, _, _ in ROW.findall(each)] for each in sections}
    assert {name: sorted(rows) for name, rows in stated.items()} == {
        name: sorted(each) for name, each in words().items()
    }


def test_every_row_has_its_chinese_term(glossary: str) -> None:
    rows = ROW.findall(glossary)
    assert len(rows) > 60
    assert [word for word, chinese, _ in rows if not HAN.search(chinese)] == []


def test_the_reading_page_names_every_field(root: Path) -> None:
    page = (root / "docs/reference/reading.md").read_text("utf-8")
    classes = [each for each in vars(reading_model).values() if isinstance(each, type)]
    names = {field.name for each in classes if is_dataclass(each) for field in fields(each)}
    assert len(names) > 40
    assert {name for name in names if f"`{name}`" not in page} == set()
