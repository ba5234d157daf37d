"""Every worked example of every ledger gives its finding, in the shape of the contract."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from yiding.ledgers.catalogue import Ledger, ledgers
from yiding.ledgers.checking import as_json, check
from yiding.rules.cases import Case

SCHEMA = json.loads((files("yiding.ledgers") / "check.schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(
    SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)
ALL = [
    pytest.param(ledger, case, id=f"{ledger.slug}/{case.rule}/{case.id}")
    for ledger in ledgers()
    for case in ledger.cases
]


@pytest.mark.parametrize(("ledger", "case"), ALL)
def test_a_worked_example_gives_its_finding(ledger: Ledger, case: Case) -> None:
    """At least one finding of the rule bears all that the case expects; ``{}`` expects none."""
    document = as_json(
        ledger, check(ledger, [case.entry, *case.others], case.on, "100000"), case.on
    )
    VALIDATOR.validate(document)
    address = f"{ledger.slug}/{case.rule}"
    found = [one for one in document["entries"][0]["findings"] if one["rule"] == address]
    if case.expect:
        assert any(bears(one, case.expect) for one in found), found
    else:
        assert found == []


def bears(finding: dict[str, Any], expected: Any) -> bool:
    """Whether a finding has every value that is expected of it."""
    return all(finding[name] == _told(value) for name, value in expected.items())


def _told(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


@pytest.mark.parametrize("ledger", ledgers(), ids=lambda one: one.slug)
def test_every_rule_has_a_case_and_every_case_a_rule(ledger: Ledger) -> None:
    """A rule that no example shows is a rule nobody has tried."""
    rules = {one.source.slug for one in ledger.rules}
    assert {one.rule for one in ledger.cases} == rules


@pytest.mark.parametrize("ledger", ledgers(), ids=lambda one: one.slug)
def test_no_two_cases_bear_one_name(ledger: Ledger) -> None:
    """A case is cited by rule and id."""
    names = [(one.rule, one.id) for one in ledger.cases]
    assert len(names) == len(set(names))
