"""The page of the API says what the code does, and its commands work as written."""

from __future__ import annotations

import json
import re
from pathlib import Path

from django.test import Client
from jsonschema import Draft202012Validator

from api.conftest import ROOT, Program
from world import World
from yiding.api.application import description
from yiding.api.description import KINDS_OF, SUMMARIES
from yiding.api.page import page


def test_the_page_is_what_the_code_says(root: Path) -> None:
    written = (root / "docs/reference/api.md").read_text(encoding="utf-8")
    assert written == page(), "run `make docs`"


def test_the_description_is_open_and_in_the_readers_language(db: None) -> None:
    for language, title in {"zh": "zh-hans", "en": "en"}.items():
        answer = Client().get(f"{ROOT}/openapi.json", headers={"Accept-Language": language})
        assert answer.headers["Content-Language"] == title
        assert answer.json()["openapi"].startswith("3.1")


def test_every_schema_of_the_description_is_one() -> None:
    said = description(f"{ROOT}/")
    for schema in said["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    for methods in said["paths"].values():
        for operation in methods.values():
            for kind in operation.get("requestBody", {}).get("content", {}).values():
                Draft202012Validator.check_schema(kind["schema"])
    names = [one["operationId"] for methods in said["paths"].values() for one in methods.values()]
    assert len(names) == len(set(names))
    references = set(re.findall(r"#/components/schemas/([^\"]+)", json.dumps(said)))
    assert references - set(said["components"]["schemas"]) == set()


def test_every_request_has_its_own_words() -> None:
    said = description(f"{ROOT}/")
    places = [(path, one) for path, each in said["paths"].items() for one in each.values()]
    own = {one["operationId"] for path, one in places if "/acts" not in path}
    assert own == set(SUMMARIES)
    assert {tag for _, one in places for tag in one["tags"]} <= set(KINDS_OF)


def test_an_answer_is_as_described(world: World) -> None:
    matter = world.under_way()
    said = description(f"{ROOT}/")
    schema = said["paths"][f"{ROOT}/matters/{{address}}"]["get"]["responses"][200]
    whole = {**schema["content"]["application/json"]["schema"], "components": said["components"]}
    answer = Program(world, "supervisor").get(f"/matters/{matter.address}").json()
    assert list(Draft202012Validator(whole).iter_errors(answer)) == []


def test_the_page_to_try_draws_from_this_server_alone(db: None) -> None:
    answer = Client().get(f"{ROOT}/docs")
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "http" not in re.sub(r"http-equiv", "", text)
    assert "<script>" not in text
    assert "style=" not in text
