"""What a household says becomes part of an entry: counts alone, through the ledger's own store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from yiding.ledgers.base.models import Entry, LedgerKeeper
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing, change_entry, put_entry
from yiding.registry.authors import record
from yiding.registry.models import Account, Jurisdiction
from yiding.registry.roles import Role
from yiding.web.residents.codes import hand_out, spend

LEDGER = "renewal"
WILL, SATISFACTION = "will_survey", "satisfaction"
#: What a yes and a no add to, by the kind of survey.
COUNTED = {WILL: ("agree", "against"), SATISFACTION: ("satisfied", "dissatisfied")}
#: What is offered where the community's own needs are not known.
OFFERED = (
    "供水排水",
    "道路",
    "外墙和屋面",
    "加装电梯",
    "停车",
    "充电",
    "绿化和活动场地",
    "养老托育",
)


class NotOpen(LookupError):
    """Nobody keeps this ledger here, so that nobody can answer."""


@dataclass(frozen=True)
class Answer:
    """One household's answer: yes or no, and what it would have done first."""

    is_yes: bool
    wants: tuple[str, ...] = ()


def answer(surveys: list[Entry], code: str, given: Answer, at: datetime) -> Entry:
    """Count an answer once; `UnknownCode` or `SpentCode` where the code is none or was used."""
    with transaction.atomic():
        survey = spend(surveys, code)
        held = Entry.objects.select_for_update().get(pk=survey.pk)
        writing = Writing(residents_of(held.jurisdiction), LEDGER, at)
        return change_entry(writing, held, counted(held.kind, held.fields, given))


def counted(kind: str, fields: Mapping[str, Any], given: Answer) -> dict[str, Any]:
    """The fields of a survey with one answer more."""
    yes, no = COUNTED[kind]
    said = yes if given.is_yes else no
    more: dict[str, Any] = {
        name: int(fields.get(name) or 0) + (name in {"answered", said})
        for name in ("answered", yes, no)
    }
    if kind == WILL:
        more["choices"] = [
            {**one, "households": int(one.get("households") or 0) + (one["choice"] in given.wants)}
            for one in fields.get("choices") or ()
        ]
    return more


def residents_of(jurisdiction: Jurisdiction) -> Account:
    """The account under which residents' answers are written down; nobody can sign in with it."""
    keeper = LedgerKeeper.objects.filter(jurisdiction=jurisdiction, ledger=LEDGER).first()
    if keeper is None:
        raise NotOpen
    account, _made = Account.objects.get_or_create(
        username=f"residents-{jurisdiction.code}",
        defaults={"name": "居民填报", "role": Role.LIAISON, "jurisdiction": jurisdiction,
                  "is_active": False, "unit": keeper.unit},
    )  # fmt: skip
    if account.unit_id != keeper.unit_id:
        account.unit = keeper.unit
        account.save(update_fields=["unit"])
    return account


def open_survey(
    account: Account, community: Entry, kind: str, number: int
) -> tuple[Entry, list[str]]:
    """A survey of a community with so many codes; one opened the same day gets more codes."""
    at = timezone.now()
    with transaction.atomic():
        survey = put_entry(Writing(account, LEDGER, at), _begun(community, kind, number, at))
        record(account, "residents.codes", survey.address, at, number=number)
        return survey, hand_out(survey, number)


def _begun(community: Entry, kind: str, number: int, at: datetime) -> Given:
    on = timezone.localdate(at)
    key = f"{'YY' if kind == WILL else 'MY'}-{community.key}-{on:%Y%m%d}"[:80]
    stands = Entry.objects.filter(
        jurisdiction=community.jurisdiction, ledger=LEDGER, kind=kind, key=key
    ).first()
    if stands is not None:
        fields = {**stands.fields, "asked": int(stands.fields.get("asked") or 0) + number}
        return Given(kind, key, fields, place=stands.place)
    return Given(kind, key, _first(community, kind, number, on), place=community.place)


def _first(community: Entry, kind: str, number: int, on: date) -> dict[str, Any]:
    yes, no = COUNTED[kind]
    told: dict[str, Any] = {"community": community.fields.get("name") or community.key,
                            "asked": number, "answered": 0, yes: 0, no: 0,
                            "surveyed_on": on.isoformat()}  # fmt: skip
    if kind == WILL:
        wanted = community.fields.get("needs") or OFFERED
        told["topic"] = "愿不愿改、先改什么"
        told["choices"] = [{"choice": one, "households": 0} for one in wanted]
    return told
