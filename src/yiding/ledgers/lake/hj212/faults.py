"""What may be wrong with a message: a stable code, a Chinese and an English sentence."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files

_WORDS: dict[str, tuple[str, str, str]] = {
    code: (title, chinese, english)
    for code, (title, chinese, english) in tomllib.loads(
        files(__package__).joinpath("faults.toml").read_text(encoding="utf-8")
    ).items()
}

CODES = frozenset(_WORDS)
#: With one of these the bytes may not be those that were sent: no answer, no reading taken.
DAMAGING = frozenset({"crc_missing", "crc_mismatch"})
SHOWN = 40

_SECRET = re.compile(r"(PW)[=:：]?[^;&,]*")
_SECRET_BYTES = re.compile(rb"(PW)[=:]?[^;&,]*")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its code (a key of faults.toml) and what was found, without any password."""

    code: str
    found: str = ""

    @property
    def title(self) -> str:
        """A few Chinese words: DataTime格式."""
        return _WORDS[self.code][0]

    @property
    def sentence(self) -> str:
        """What was found, the provision, what to do, in Chinese."""
        return _WORDS[self.code][1].replace("{found}", self.found)

    @property
    def sentence_en(self) -> str:
        """The same in English."""
        return _WORDS[self.code][2].replace("{found}", self.found)


def quoted(found: str | bytes) -> str:
    """“…”: the first characters of what was found, printable, passwords covered."""
    raw = found.decode("utf-8", "backslashreplace") if isinstance(found, bytes) else found
    text = _SECRET.sub(r"\1=***", raw)
    short = text[:SHOWN] + "…" if len(text) > SHOWN else text
    return f"“{''.join(each if each.isprintable() else ascii(each)[1:-1] for each in short)}”"


def without_password(raw: bytes) -> bytes:
    """The bytes with every password covered: ``PW=***``."""
    return _SECRET_BYTES.sub(rb"\1=***", raw)
