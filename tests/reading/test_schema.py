"""The JSON Schema that ships: it takes every reading we make and refuses what breaks it."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from reading.handmade import ALL, FULL
from yiding.reading import model
from yiding.reading.export.akn import to_akn
from yiding.reading.export.json import dumps, from_json, to_json
from yiding.reading.model import Reading
from yiding.reading.reader import read

Json = dict[str, Any]


@pytest.fixture(scope="module")
def schema() -> Json:
    shipped = files("yiding.reading").joinpath("reading.schema.json")
    plain: Json = json.loads(shipped.read_text("utf-8"))
    Draft202012Validator.check_schema(plain)
    return plain


@pytest.fixture(scope="module")
def validator(schema: Json) -> Draft202012Validator:
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("reading", ALL, ids=lambda reading: reading.address)
def test_hand_made_readings_are_valid(reading: Reading, validator: Draft202012Validator) -> None:
    assert list(validator.iter_errors(to_json(reading))) == []


@pytest.fixture(scope="module")
def readings(samples: Path) -> list[Reading]:
    return [read(path) for path in sorted(samples.rglob("*.txt"))]


def test_every_sample_is_valid(readings: list[Reading], validator: Draft202012Validator) -> None:
    assert len(readings) > 10
    for reading in readings:
        assert list(validator.iter_errors(to_json(reading))) == [], reading.source.name


def test_every_sample_comes_back_exactly(readings: list[Reading]) -> None:
    for reading in readings:
        assert from_json(json.loads(dumps(reading))) == reading, reading.source.name


def test_every_sample_keeps_its_text_as_akoma_ntoso(readings: list[Reading]) -> None:
    for reading in readings:
        (doc,) = etree.fromstring(to_akn(reading))
        parts = ("".join(part.itertext()) for part in doc[1:])
        assert "".join(parts) == reading.text, reading.source.name


def first_duty(plain: Json) -> Json:
    duty: Json = plain["items"][0]["obligations"][0]
    return duty


BREAKS: dict[str, Callable[[Json], object]] = {
    "a key is missing": lambda plain: plain.pop("accounting"),
    "a key is unknown": lambda plain: plain.update(mood="good"),
    "another contract": lambda plain: plain.update(schema="yiding/reading/2"),
    "an unknown kind": lambda plain: plain.update(kind="poem"),
    "half a span": lambda plain: plain["issuer"].update(span=[1]),
    "a day that is none": lambda plain: plain["held_on"].update(date="2025-02-30"),
    "a look-alike with items": lambda plain: plain.update(kind="not_minutes"),
    "a duty without a span": lambda plain: first_duty(plain).pop("span"),
    "a vague word with a day": lambda plain: first_duty(plain)["deadline"].update(
        kind="vague", date="2025-12-31"
    ),
    "a leaf of no kind": lambda plain: plain["accounting"][0].update({"as": "poem"}),
}


@pytest.mark.parametrize("name", BREAKS)
def test_what_breaks_the_contract_is_refused(name: str, validator: Draft202012Validator) -> None:
    plain = to_json(FULL)
    BREAKS[name](plain)
    assert not validator.is_valid(plain)


def enum(schema: Json, noun: str, key: str) -> set[str]:
    properties = schema["$defs"][noun]["properties"] if noun else schema["properties"]
    return set(properties[key]["enum"])


def test_the_words_are_those_of_the_model(schema: Json) -> None:
    assert enum(schema, "", "kind") == set(get_args(model.Kind))
    assert enum(schema, "item", "mode") == set(get_args(model.Mode))
    assert enum(schema, "decision", "outcome") == set(get_args(model.Outcome))
    assert enum(schema, "held_on", "basis") == set(get_args(model.DateBasis))
    assert enum(schema, "obligation", "bearer_basis") == set(get_args(model.BearerBasis))
    assert enum(schema, "obligation", "modality") == set(get_args(model.Modality))
    assert enum(schema, "closing", "kind") == set(get_args(model.ClosingKind))
    assert enum(schema, "leaf", "as") == set(get_args(model.LeafKind))
