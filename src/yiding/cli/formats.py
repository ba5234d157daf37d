"""What a reading can be written as: the suffix, the bytes, and whether stdout may carry it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from yiding.cli.usage import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiding.cli.messages import Say
    from yiding.dates.explain import Language
    from yiding.reading.model import Reading

TABLE = "table"


@dataclass(frozen=True, slots=True)
class Format:
    """``stdout`` says how many readings may follow one another on standard output.

    ``render`` takes the language of headings and labels, where the format has any.
    """

    suffix: str
    stdout: Literal["many", "one", "never"]
    render: Callable[[Reading, Language], bytes]


def _json(reading: Reading, _: Language) -> bytes:
    from yiding.reading.export.json import dumps  # noqa: PLC0415 - start-up

    # A lone surrogate (an odd file name) becomes its JSON escape.
    return dumps(reading).encode("utf-8", "backslashreplace") + b"\n"


def _markdown(reading: Reading, language: Language) -> bytes:
    from yiding.reading.export.markdown import to_markdown  # noqa: PLC0415 - start-up

    return to_markdown(reading, language=language).encode("utf-8", "backslashreplace")


def _xlsx(reading: Reading, language: Language) -> bytes:
    from yiding.reading.export.xlsx import to_xlsx  # noqa: PLC0415 - start-up

    return to_xlsx(reading, language=language)


def _akn(reading: Reading, _: Language) -> bytes:
    from yiding.reading.export.akn import to_akn  # noqa: PLC0415 - start-up

    return to_akn(reading)


FORMATS = {
    "json": Format(".json", "many", _json),
    "markdown": Format(".md", "many", _markdown),
    "xlsx": Format(".xlsx", "never", _xlsx),
    "akn": Format(".xml", "one", _akn),
}


def format_name(given: str | None, has_folder: bool, say: Say) -> str:
    """The format asked for: a table on the screen, JSON into a folder when none is named."""
    name = given or ("json" if has_folder else TABLE)
    if name != TABLE and name not in FORMATS:
        known = " ".join([TABLE, *FORMATS])
        raise UsageError(say, "unknown-format", given=name, known=known)
    if name == TABLE and has_folder:
        raise UsageError(say, "table-is-shown", known=" ".join(FORMATS))
    return name


def check_stdout(name: str, count: int, say: Say) -> None:
    """Refuse what standard output cannot carry: a workbook, several XML documents."""
    stdout = FORMATS[name].stdout
    if stdout == "never":
        raise UsageError(say, "needs-out", format=name)
    if stdout == "one" and count > 1:
        raise UsageError(say, "one-at-a-time", format=name, count=count)
