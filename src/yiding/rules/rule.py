"""``@rule``: a provision, the fields it needs, and three to eight lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yiding.rules.entries import Entry, Kind
from yiding.rules.expression import FieldOf, Limit, Scope, Term, every_part
from yiding.rules.finding import Answer
from yiding.rules.values import Values

Answers = Answer | Iterable[Answer] | None


class Amounts:
    """Dated values as a rule that runs entry by entry reads them: ``amounts["plan_parts"]``."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def __getitem__(self, named: str | tuple[Any, ...]) -> Any:
        name, *keys = (named,) if isinstance(named, str) else named
        return self._scope.limit(name, tuple(keys))


class Fields:
    """The fields of a kind as an expression names them: ``office.area_m2``."""

    def __init__(self, kind: Kind) -> None:
        self._fields = kind.by_name

    def __getattr__(self, name: str) -> FieldOf:
        try:
            return FieldOf(name, self._fields[name].unit)
        except KeyError:
            raise AttributeError(f"no field {name!r} in entries.py") from None


Expression = Callable[[Fields, Values], Term]
Steps = Callable[[Entry, Amounts, date], Answers]


@dataclass(frozen=True, slots=True)
class RuleSource:
    """A rule as its file has it, before a ledger gives it kinds and values."""

    slug: str
    title: str
    title_en: str
    cites: str
    kinds: tuple[str, ...]
    needs: tuple[str, ...]
    dated_by: str | None
    is_sequence: bool
    lines: Callable[..., Any]
    or_else: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of one kind of a ledger; `root` is its expression, none where it is a sequence.

    `terms` are the Chinese terms of the kind's fields, for messages.
    """

    ledger: str
    source: RuleSource
    kind: str
    terms: Mapping[str, str]
    root: Term | None

    @property
    def address(self) -> str:
        """Its one address: ``premises/area-within-limit``."""
        return f"{self.ledger}/{self.source.slug}"

    @property
    def tables(self) -> frozenset[str]:
        """The tables of dated values its expression reads."""
        parts = every_part(self.root) if self.root is not None else ()
        return frozenset(one.table for one in parts if isinstance(one, Limit))


def rule(  # noqa: PLR0913 - one parameter a thing every rule must say
    *,
    cites: str,
    kind: str | tuple[str, ...],
    english: str,
    needs: Iterable[str] = (),
    dated_by: str | None = None,
    sequence: bool = False,
    or_else: str | None = None,
) -> Callable[[Callable[..., Any]], RuleSource]:
    """Make a rule of a function of ``(entry, values)``, or ``(entry, amounts, on)`` for a sequence.

    `cites` is the address of a provision, `kind` the kinds it judges, `needs` the fields without
    which it answers no_data, `dated_by` the field whose day chooses the version in force
    (else the day of the check), `or_else` the provision it is judged by where `cites` is not law.
    Refused: a docstring that is not one sentence ending in 。
    """

    def made(lines: Callable[..., Any]) -> RuleSource:
        title = (lines.__doc__ or "").strip()
        if not title.endswith("。") or title.count("。") != 1:
            raise TypeError(f"{lines.__name__}: 说明须是一句以“。”结尾的话")
        return RuleSource(
            slug=lines.__name__.replace("_", "-"),
            title=title,
            title_en=english,
            cites=cites,
            kinds=(kind,) if isinstance(kind, str) else kind,
            needs=tuple(needs),
            dated_by=dated_by,
            is_sequence=sequence,
            lines=lines,
            or_else=or_else,
        )

    return made


def rules_of(ledger: str, module: Any, kinds: dict[str, Kind], values: Values) -> tuple[Rule, ...]:
    """Every rule of a ledger's ``rules.py``, in the order it stands there, one a kind."""
    sources = [one for one in vars(module).values() if isinstance(one, RuleSource)]
    return tuple(
        _bound(ledger, source, kinds[kind], values) for source in sources for kind in source.kinds
    )


def _bound(ledger: str, source: RuleSource, kind: Kind, values: Values) -> Rule:
    if unknown := set(source.needs) - kind.by_name.keys():
        raise TypeError(f"{ledger}/{source.slug}: {kind.name} has no {sorted(unknown)}")
    root = None if source.is_sequence else source.lines(Fields(kind), values)
    terms = {one.name: one.term for one in kind.fields}
    return Rule(ledger, source, kind.name, terms, root)
