"""Every worked example of every ledger gives its finding, in the shape of the contract."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest

from yiding.ledgers.catalogue import Ledger, ledgers
from yiding.ledgers.checking import as_json, finding_as_json
from yiding.ledgers.trying import bears, try_case
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
    checked = try_case(ledger, case)
    VALIDATOR.validate(as_json(ledger, [checked], case.on))
    told = [finding_as_json(one) for one in checked.findings]
    assert bears(ledger, case, checked), told


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
