"""Numbers taken apart, whatever they are written like, and run together."""

from __future__ import annotations

import random

import pytest

from ledgers.biomedicine.trying import of, read, say
from yiding.ledgers.biomedicine.check_signs import SIGNS, credit_check_sign, item_check_digit
from yiding.ledgers.biomedicine.credit_codes import credit_fault
from yiding.ledgers.biomedicine.identifiers import number, numbers_in
from yiding.ledgers.biomedicine.provinces import PROVINCES


@pytest.mark.parametrize(
    ("written", "apart"),
    [
        ("苏械注准20162400001苏械注准20152400002", 2),
        ("苏械注准20162400001、苏械注准20152400002；国械注准20243131618", 3),
        ("国药准字H20210001国药准字H20210002", 2),
        ("CTR20211858CTR20252324", 2),
        ("苏苏械备20190012号苏锡械备20190013号", 2),
        ("CXHL2300123 CXHL2300124", 2),
        ("苏械注准20162400001", 1),
        ("", 0),
    ],
)
def test_numbers_in_one_cell_are_separated(written: str, apart: int) -> None:
    found = list(numbers_in(written))
    assert len(found) == apart
    assert not [one.fault for one in found if one.fault]


def test_every_province_registers_class_two_and_no_other() -> None:
    """Thirty-one of them."""
    assert len(PROVINCES) == 31
    for _, short, name in PROVINCES:
        assert name in number(f"{short}械注准20242042183").told
        assert number(f"{short}械注准20243042183").fault


@pytest.mark.parametrize("seed", range(20))
def test_one_wrong_sign_of_a_credit_code_is_found(seed: int) -> None:
    """At every place, and for every other sign."""
    chance = random.Random(seed)  # noqa: S311
    body = "91320500" + "".join(chance.choice(SIGNS) for _ in range(9))
    code = body + credit_check_sign(body)
    assert credit_fault(code) == ("", "")
    at = chance.randrange(18)
    pool = "0123456789" if 2 <= at < 8 else SIGNS
    other = chance.choice([sign for sign in pool if sign != code[at]])
    assert credit_fault(code[:at] + other + code[at + 1 :]) != ("", "")


@pytest.mark.parametrize("seed", range(10))
def test_one_wrong_digit_of_an_item_number_is_found(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    body = "".join(chance.choice("0123456789") for _ in range(13))
    code = body + item_check_digit(body)
    assert not number(code).fault
    at = chance.randrange(14)
    other = chance.choice([sign for sign in "0123456789" if sign != code[at]])
    assert number(code[:at] + other + code[at + 1 :]).fault


def test_a_product_is_a_drug_or_a_device_as_its_numbers_show() -> None:
    """Said, by its number, by a number in a list, or neither."""
    entries = [
        of("product", "a", type="医疗器械"),
        of("product", "b", registration_no="国药准字H20210001"),
        of("identifier", "c", ids=["国械注准20243131618"]),
        of("product", "d", name="甲"),
        of("药品", "e", name="乙"),
    ]
    assert [one.kind for one in read(entries)] == ["device", "drug", "device", "product", "drug"]


def test_what_is_wrong_is_said_in_both_languages() -> None:
    (found,) = say(
        "device-certificate-number-right", of("device", certificate_no="苏械注准20243042183")
    )
    assert "省级只注册境内第二类" in found["message"]
    assert found["label"] == "编号有误"
