"""The numbers of a product, from whichever field they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiding.ledgers.biomedicine import identifiers
from yiding.ledgers.biomedicine.identifiers import UNKNOWN, Number, numbers_in
from yiding.ledgers.biomedicine.provinces import SHORTS
from yiding.rules import Entry

FIELDS = {
    "approval_no": identifiers.APPROVAL,
    "certificate_no": identifiers.CERTIFICATE,
    "filing_no": identifiers.FILING,
    "acceptance_no": identifiers.ACCEPTANCE,
    "ctr_no": identifiers.TRIAL,
    "udi": identifiers.UDI,
}
"""What each field is meant for; what stands there may be another number all the same."""
_NUMBERED = re.compile(rf"^(?:国药|CTR\d|[国{SHORTS}].{{0,2}}械[注备]|[CJ][A-Z]{{3}}\d|\(01\))")
"""An entry's own id that is a number of these."""
WRONG = {
    identifiers.APPROVAL: "不是药品批准文号",
    identifiers.CERTIFICATE: "不是注册证编号",
    identifiers.FILING: "不是备案编号",
    identifiers.ACCEPTANCE: "不是受理号",
    identifiers.TRIAL: "不是登记平台的CTR号",
    identifiers.UDI: "不是产品标识",
}


def numbers_of(product: Entry) -> Iterator[Number]:
    """Every number, those of the named fields first; the entry's own id where there is no other."""
    told = [*_in_fields(product), *_in_list(product)]
    return iter(told) if told or not _NUMBERED.match(product.id) else numbers_in(product.id)


def _in_fields(product: Entry) -> Iterator[Number]:
    for name, kind in FIELDS.items():
        for one in numbers_in(str(product.values.get(name) or "")):
            yield _as_meant(one, kind)


def _as_meant(one: Number, kind: str) -> Number:
    """A number of no form at all is a wrong one of the kind its field is for."""
    if one.kind != UNKNOWN:
        return one
    return Number(one.text, kind, fault=WRONG[kind], fault_en="not a number of its kind")


def _in_list(product: Entry) -> Iterator[Number]:
    for written in product.ids or ():
        yield from numbers_in(written)
