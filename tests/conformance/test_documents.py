"""The documents against the project: links, targets, options, exit codes."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import typer.main

from yiding.cli import usage
from yiding.cli.app import app

LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)\s]*)?\)")
MAKE = re.compile(r"`make ([a-z-]+)`|^make ([a-z-]+)", re.MULTILINE)
COMMAND_LINE = re.compile(r"^ *\$ (?:.*\| )?yiding ([a-z]+)(.*)$", re.MULTILINE)
COMMAND_PAGE = Path("docs/reference/command.md")
EXIT_PAGE = Path("docs/reference/exit-codes.md")


def test_every_link_to_a_file_resolves(root: Path, documents: dict[Path, str]) -> None:
    links = [(page, link) for page, text in documents.items() for link in LINK.findall(text)]
    local = [(page, link) for page, link in links if "://" not in link]
    assert len(local) > 20
    broken = [each for each in local if not (root / each[0].parent / unquote(each[1])).exists()]
    assert broken == []


def test_every_page_of_docs_is_reached_from_the_index(documents: dict[Path, str]) -> None:
    pages = {path.relative_to("docs") for path in documents if path.parts[0] == "docs"}
    linked = {Path(link) for link in LINK.findall(documents[Path("docs/index.md")])}
    assert pages - {Path("index.md")} == {path for path in linked if path in pages}


def test_every_make_target_in_the_documents_exists(root: Path, documents: dict[Path, str]) -> None:
    makefile = (root / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {one or other for text in documents.values() for one, other in MAKE.findall(text)}
    assert {"run", "test", "setup"} <= named
    assert named - targets == set()


def options_of_the_command() -> dict[str, set[str]]:
    """``{"read": {"--format", "-f", …}, …}``; the command itself under the empty name."""
    group = typer.main.get_command(app)
    commands = {"": group, **group.commands}
    return {name: flags_of(command, with_others=bool(name)) for name, command in commands.items()}


def flags_of(command: Any, *, with_others: bool) -> set[str]:
    """The flags of a command, and of those that stand under it."""
    under = command.commands.values() if with_others and hasattr(command, "commands") else ()
    flags = {flag for option in command.params for flag in option.opts if flag.startswith("-")}
    return flags.union(*(flags_of(one, with_others=True) for one in under))


def options_on_the_page(text: str) -> dict[str, set[str]]:
    """The flags at the head of each row, by the command of the section they stand in."""
    found = {}
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        name = re.match(r"`yiding ?([a-z]*)", section).group(1)
        rows = re.findall(r"^\| (`-.*?) \|", section, re.MULTILINE)
        found[name] = {flag for row in rows for flag in re.findall(r"`(-[^`]+)`", row)}
    return found


def test_the_command_page_has_every_command_and_option(documents: dict[Path, str]) -> None:
    assert options_on_the_page(documents[COMMAND_PAGE]) == options_of_the_command()


def test_every_command_line_in_the_documents_is_one_we_have(documents: dict[Path, str]) -> None:
    have = options_of_the_command()
    lines = [hit for text in documents.values() for hit in COMMAND_LINE.findall(text)]
    assert lines
    for command, rest in lines:
        assert command in have
        assert set(re.findall(r"(?<= )--[a-z]+", rest)) <= have[command]


def test_help_names_every_command(yiding: list[str]) -> None:
    answer = subprocess.run([*yiding, "--help"], capture_output=True, text=True, check=True)
    assert all(name in answer.stdout for name in options_of_the_command())


def test_the_exit_codes_are_those_of_the_code(documents: dict[Path, str]) -> None:
    codes = {value for name, value in vars(usage).items() if name.isupper() and type(value) is int}
    rows = re.findall(r"^\| (\d+) \|", documents[EXIT_PAGE], re.MULTILINE)
    assert {int(row) for row in rows} == codes


def test_the_readmes_name_the_same_exit_codes(documents: dict[Path, str]) -> None:
    english = re.findall(r"^\| (\d+) \|", documents[Path("README.md")], re.MULTILINE)
    chinese = re.findall(r"^\| (\d+) \|", documents[Path("README.zh-CN.md")], re.MULTILINE)
    assert english == chinese == ["0", "2", "64"]
