"""Whether a worked example still holds: for the tests, the rule's page and the mutants."""

from __future__ import annotations

from datetime import date
from typing import Any

from yiding.ledgers.catalogue import Ledger
from yiding.ledgers.checking import Checked, check, finding_as_json
from yiding.rules.cases import Case


def try_case(ledger: Ledger, case: Case) -> Checked:
    """The case's entry under every rule of its kind, beside the others it comes with."""
    return check(ledger, [case.entry, *case.others], case.on, "100000")[0]


def holds(ledger: Ledger, case: Case) -> bool:
    """Whether a finding of the rule bears all that is expected; ``{}`` expects none at all."""
    return bears(ledger, case, try_case(ledger, case))


def bears(ledger: Ledger, case: Case, checked: Checked) -> bool:
    """Whether what was found is what the case expects."""
    address = f"{ledger.slug}/{case.rule}"
    found = [finding_as_json(one) for one in checked.findings if one.rule == address]
    if not case.expect:
        return not found
    return any(all(one[key] == _told(want) for key, want in case.expect.items()) for one in found)


def _told(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
