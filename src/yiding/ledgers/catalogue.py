"""The ledgers there are, and everything pure that each is made of (no Django here)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files

from yiding.ledgers.card import Card
from yiding.ledgers.sheet import Columns
from yiding.rules.cases import Case, read_cases
from yiding.rules.entries import Kind
from yiding.rules.indicator import Indicator, indicators_of
from yiding.rules.parsing import tidy
from yiding.rules.rule import Rule, rules_of
from yiding.rules.values import Values, read_values

SLUGS = (
    "premises",
    "lake",
    "inspections",
    "accidents",
    "renewal",
    "fleet",
    "powers",
    "biomedicine",
    "lightning",
)
"""Every ledger, in the order a reader meets them."""


class UnknownLedger(LookupError):
    """A slug that names no ledger."""


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """A ledger 台账: its card, kinds by name, rules, dated values, cases, indicators, ways in.

    Loaded once and equal to itself alone: what is worked out of it can be kept by it.
    """

    card: Card
    kinds: Mapping[str, Kind]
    rules: tuple[Rule, ...]
    values: Values
    cases: tuple[Case, ...]
    indicators: tuple[Indicator, ...]
    columns: Columns

    @property
    def slug(self) -> str:
        """Its address."""
        return self.card.slug

    def rules_for(self, kind: str) -> tuple[Rule, ...]:
        """The rules that judge a kind."""
        return tuple(one for one in self.rules if one.kind == kind)

    def kind_named(self, written: str) -> Kind | None:
        """The kind that bears a name, English or Chinese."""
        wanted = tidy(written)
        kinds = self.kinds.values()
        return next((one for one in kinds if wanted in map(tidy, one.names)), None)

    def rule_named(self, slug: str) -> tuple[Rule, ...]:
        """A rule by its slug, once for each kind it judges."""
        return tuple(one for one in self.rules if one.source.slug == slug)


@cache
def ledger(slug: str) -> Ledger:
    """One ledger, loaded when first asked for; `UnknownLedger` names those there are."""
    if slug not in SLUGS:
        names = "、".join(SLUGS)
        raise UnknownLedger(f"没有台账“{slug}”，有：{names}。 No ledger {slug!r}: {names}.")
    package = f"yiding.ledgers.{slug}"
    folder = files(package)
    kinds: Mapping[str, Kind] = {one.name: one for one in import_module(f"{package}.entries").KINDS}
    values = read_values((folder / "values.toml").read_bytes())
    return Ledger(
        card=import_module(f"{package}.card").CARD,
        kinds=kinds,
        rules=rules_of(slug, import_module(f"{package}.rules"), dict(kinds), values),
        values=values,
        cases=read_cases((folder / "cases.toml").read_bytes()),
        indicators=indicators_of(import_module(f"{package}.indicators")),
        columns=import_module(f"{package}.columns").COLUMNS,
    )


def ledgers() -> tuple[Ledger, ...]:
    """Every ledger."""
    return tuple(ledger(slug) for slug in SLUGS)
