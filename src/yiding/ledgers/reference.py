"""The reference page of a ledger, written from its own data.

``python -m yiding.ledgers.reference FOLDER`` writes one page a ledger; a test holds page and data
alike.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from yiding.law import instrument, provision
from yiding.ledgers.catalogue import Ledger, ledgers
from yiding.rules.entries import Field, Kind
from yiding.rules.finding import plain
from yiding.rules.indicator import Indicator
from yiding.rules.rule import Rule
from yiding.rules.values import Table

Row = tuple[str, ...]


def page(ledger: Ledger) -> str:
    """The whole page, in Markdown."""
    card = ledger.card
    parts = [
        f"# {card.english} {card.term}",
        f"`{card.slug}`. {card.purpose_en}\n{card.purpose}",
        "Written from the ledger's own folder by `make docs`; a test holds page and data alike.",
        "## Rules 规则",
        table(("Rule", "What it says", "Provision", "Kinds"), rule_rows(ledger)),
        "## Dated values 限值",
        *(dated(one) for one in ledger.values.tables.values()),
        "## Indicators 指标",
        table(("Indicator", "指标", "Unit", "Period", "Formula"), map(figure, ledger.indicators)),
        "## Entries 条目",
        *(entry(one) for one in ledger.kinds.values()),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def rule_rows(ledger: Ledger) -> Iterator[Row]:
    """One row a rule, with every kind it judges."""
    kinds: dict[str, list[str]] = {}
    first: dict[str, Rule] = {}
    for one in ledger.rules:
        kinds.setdefault(one.address, []).append(f"`{one.kind}`")
        first.setdefault(one.address, one)
    for address, one in first.items():
        source = one.source
        said = f"{source.title} {source.title_en.rstrip('.')}."
        yield f"`{address}`", said, cited(source.cites), " ".join(kinds[address])


def cited(address: str) -> str:
    """The instrument's title, number and article, and whether the text was read."""
    last = provision(address)[-1]
    of = instrument(last.instrument)
    number = f"（{of.number}）" if of.number else ""
    mark = "" if last.is_confirmed else "，未核原文"
    return f"《{of.title}》{number}{last.article}{mark}"


def dated(one: Table) -> str:
    """A table of dated values: every figure with its day, place and source."""
    unit = f", {one.unit}" if one.unit else ""
    rows = (
        (
            " / ".join(key) or "—",
            amount_words(amount),
            f"{row.starts_on.isoformat()}–{row.ends_on.isoformat() if row.ends_on else ''}",
            row.place,
            f"`{row.provision}`" + ("" if row.is_confirmed else f" ({row.tag})"),
        )
        for row in one.rows
        for key, amount in row.amounts.items()
    )
    head = (" / ".join(one.keys) or "Value", "Amount", "In force", "Place", "Provision")
    return f"### {one.term} {one.english}{unit}\n\n" + table(head, rows)


def amount_words(amount: object) -> str:
    """A figure, a word, or several."""
    if isinstance(amount, tuple):
        return ", ".join(amount_words(one) for one in amount)
    return str(plain(amount)) if not isinstance(amount, bool) else str(amount).lower()  # type: ignore[arg-type]


def figure(one: Indicator) -> Row:
    """One indicator."""
    return f"`{one.slug}`", one.title, one.unit, one.period, one.formula


def entry(kind: Kind) -> str:
    """A kind with its fields."""
    rows = ((f"`{one.name}`", one.head, str(one.type), choices(one)) for one in kind.fields)
    return f"### `{kind.name}` {kind.term}\n\n" + table(("Field", "表头", "Type", "Choices"), rows)


def choices(field: Field) -> str:
    """The options of a choice."""
    return ", ".join(f"`{one.name}` {one.term}" for one in field.options)


def table(head: Row, rows: Iterable[Row]) -> str:
    """A Markdown table; nothing where there is no row."""
    lines = [f"| {' | '.join(cell.replace('|', '／') for cell in row)} |" for row in rows]
    if not lines:
        return ""
    return "\n".join([f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *lines])


def main(folder: Path) -> None:
    """Write every page."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in ledgers():
        (folder / f"{one.slug}.md").write_text(page(one), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
