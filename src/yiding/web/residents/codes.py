"""Codes 答题码: made, handed out once, kept as digests, spent once."""

from __future__ import annotations

import secrets

from django.utils.crypto import salted_hmac

from yiding.ledgers.base.models import Entry
from yiding.web.residents.models import AnswerCode

#: Neither 0 nor O, neither 1 nor I nor L: a code is copied from paper.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GROUPS, SIGNS = 3, 4
_SALT = "yiding.web.residents.codes"


class UnknownCode(LookupError):
    """A code that was never handed out for this community."""


class SpentCode(LookupError):
    """A code with which somebody has answered already."""


def new_code() -> str:
    """Twelve signs in groups of four: K7MQ-2XFA-9PHD."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(SIGNS)) for _ in range(GROUPS))
    return "-".join(groups)


def digest_of(written: str) -> str:
    """What is kept of a code, however it was typed: with or without hyphens, in small letters."""
    plain = "".join(sign for sign in written.upper() if sign.isalnum())
    return salted_hmac(_SALT, plain, algorithm="sha256").hexdigest()


def hand_out(survey: Entry, number: int) -> list[str]:
    """So many new codes of a survey; they are shown now and can never be shown again."""
    codes = [new_code() for _ in range(number)]
    AnswerCode.objects.bulk_create(
        AnswerCode(survey=survey, digest=digest) for digest in sorted(map(digest_of, codes))
    )
    return codes


def spend(surveys: list[Entry], written: str) -> Entry:
    """Use a code up, and say which of the surveys it is for; two at once cannot both use it."""
    code = AnswerCode.objects.filter(survey__in=surveys, digest=digest_of(written)).first()
    if code is None:
        raise UnknownCode
    if not AnswerCode.objects.filter(pk=code.pk, is_used=False).update(is_used=True):
        raise SpentCode
    return next(one for one in surveys if one.pk == code.survey_id)
