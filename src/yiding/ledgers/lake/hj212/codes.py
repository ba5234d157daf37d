"""The tables of codes of HJ 212-2017, each code with its Chinese name; no Django, no clock."""

from __future__ import annotations

import tomllib
from importlib.resources import files

_TABLES: dict[str, dict[str, str]] = tomllib.loads(
    files(__package__).joinpath("codes.toml").read_text(encoding="utf-8")
)

#: ST, table 5.
SYSTEMS = _TABLES["systems"]
#: CN, table 9.
COMMANDS = _TABLES["commands"]
#: Data flags, table 8.
FLAGS = _TABLES["flags"]
#: QnRtn, table 7.
REQUEST_ANSWERS = {int(code): name for code, name in _TABLES["request_answers"].items()}
#: ExeRtn, table 6.
EXECUTION_RESULTS = {int(code): name for code, name in _TABLES["execution_results"].items()}
#: What a value states: Rtd, Avg, Min, Max, Cou.
STATISTICS = _TABLES["statistics"]
#: Factor codes with an instrument behind them, or alike in several systems in use.
FACTORS_CONFIRMED = _TABLES["factors"] | _TABLES["factors_in_use"]
#: Every factor code held, those of a single list too.
FACTORS = FACTORS_CONFIRMED | _TABLES["factors_unconfirmed"]

#: DataTime is the start of the measuring period (table 4).
OF_A_PERIOD = frozenset({"2031", "2041", "2051", "2061"})
#: DataTime is the moment of collection (table 4).
OF_A_MOMENT = frozenset({"2011", "2021"})
#: What a station sends of its own accord, answered by 9014.
DATA = OF_A_PERIOD | OF_A_MOMENT | {"2081"}
#: Answers, which are never answered.
ANSWERS = frozenset({"9011", "9012", "9013", "9014"})
