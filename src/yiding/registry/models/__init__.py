"""The tables of the registry."""

from yiding.registry.models.accounts import Account, ApiToken
from yiding.registry.models.people import Office, Person, Post
from yiding.registry.models.units import (
    GroupMembership,
    Jurisdiction,
    Unit,
    UnitAlias,
    UnitGroup,
    UnitSuccession,
)

__all__ = [
    "Account",
    "ApiToken",
    "GroupMembership",
    "Jurisdiction",
    "Office",
    "Person",
    "Post",
    "Unit",
    "UnitAlias",
    "UnitGroup",
    "UnitSuccession",
]
