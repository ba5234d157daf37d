"""Any paper on tour: brought into the demonstration, under the registry of its own place.

A place that is new gets its units from the workbook, and one account that may open the paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from yiding.demo.city import CITY
from yiding.demo.load import PASSWORD
from yiding.followup.importing import ImportRefused, import_file
from yiding.followup.models import Minutes
from yiding.reading import Reading, read_characters
from yiding.reading.address import place_code, place_slug
from yiding.registry.importing import import_registry
from yiding.registry.models import Account, Jurisdiction
from yiding.registry.roles import Role
from yiding.text import read_text

#: What an issuer's name says after its place.
_OFFICES = ("人民政府办公室", "人民政府办公厅", "人民政府", "政府")
#: A code for a place that the table of places does not know; it begins with no province.
_NOWHERE = "99"


@dataclass(frozen=True)
class Visit:
    """The paper, and who may open it."""

    minutes: Minutes
    account: Account


def visit(name: str, content: bytes, registry: bytes | None, at: datetime) -> Visit:
    """Bring a paper in, or find it where it was brought in before.

    Raises UnreadableFile, ImportRefused for what is no minutes, ImportFaults for the workbook.
    """
    reading = read_characters(read_text(content, name=name))
    with transaction.atomic():
        city = _place_of(reading) if registry else Jurisdiction.objects.get(slug=CITY)
        account = _account_in(city)
        if registry:
            import_registry(account, registry, at)
    try:
        return Visit(import_file(name, content, account, at), account)
    except ImportRefused as refused:
        if refused.known is None or refused.may_correct:
            raise
        return Visit(refused.known, account)


def _place_of(reading: Reading) -> Jurisdiction:
    issuer = reading.issuer.name if reading.issuer else ""
    slug = place_slug(issuer) or "visitor"
    known = Jurisdiction.objects.filter(slug=slug).first()
    if known is not None:
        return known
    code = place_code(slug) or f"{_NOWHERE}{Jurisdiction.objects.count():04}"
    return Jurisdiction.objects.create(code=code, slug=slug, name=_name_of(issuer) or slug)


def _name_of(issuer: str) -> str:
    ending = next((one for one in _OFFICES if issuer.endswith(one)), "")
    return issuer.removesuffix(ending)


def _account_in(city: Jurisdiction) -> Account:
    """The director of supervision there; one for visitors where the place has none."""
    role = Role.SUPERVISION_DIRECTOR
    known = Account.objects.filter(jurisdiction=city, role=role, is_active=True).first()
    if known is not None:
        return known
    account = Account(username=f"{city.slug}-{role}", name="督查室主任", role=role)
    account.jurisdiction, account.password = city, make_password(PASSWORD)
    account.save()
    return account
