"""The command line: what may be written after ``yiding``, and the exit code it ends with."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import typer
from typer.main import get_command

from yiding import __version__
from yiding.cli import check_options, ending, keeping_commands, options, screen, server_commands
from yiding.cli.messages import LANGUAGES, speaker, usual_language
from yiding.cli.usage import WRONG_USAGE, UsageError, folder_of, jobs_of, known_language
from yiding.cli.wordings import usage
from yiding.text import harmless

# typer does not name the base of its usage errors; BadParameter is its child.
TyperUsageError: Any = typer.BadParameter.__mro__[1]

Job = Callable[[], int]
"""What a command line asks for: done when called, after typer, which has its own idea of errors."""

COMMANDS = "命令 Commands"

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="议定：会议定了什么，谁在什么时候办什么，出处在哪里。\n\n"
    "Yiding reads the minutes of a government's meeting: decisions, duties, dates, each with its "
    "place in the text.",
)


@app.callback(invoke_without_command=True)
def yiding(version: options.Version = False) -> None:
    """Answer ``--version`` where it stands behind another option."""
    if version:
        print(f"yiding {__version__}")
        raise typer.Exit


@app.command(
    "read",
    rich_help_panel=COMMANDS,
    help="读取会议纪要，列出议定事项和任务。 Read minutes: decisions and duties.",
)
def read_files(  # noqa: PLR0913 - one parameter an option
    files: options.Files = None,
    *,
    form: options.ReadFormat = None,
    out: options.Out = None,
    jobs: options.Jobs = None,
    with_standing: options.All = False,
    lang: options.Language = None,
) -> Job:
    """Show or write the readings of some files."""
    from yiding.cli.read_command import Wish, read_command  # noqa: PLC0415 - start-up

    language = known_language(lang or usual_language())
    say = speaker(language)
    count = jobs_of((os.cpu_count() or 1) if jobs is None else jobs, say)
    wish = Wish(language, say, count, form, folder_of(out, say), with_standing)
    return partial(read_command, files or [], wish)


@app.command(
    "deadline",
    rich_help_panel=COMMANDS,
    help="解释一个时限是哪一天、为什么。 Say which day a deadline is, and why.",
)
def read_words(
    words: options.Words,
    *,
    held: options.Held,
    form: options.DeadlineFormat = "text",
    lang: options.Language = None,
) -> Job:
    """Resolve one expression of time."""
    from yiding.cli.deadline_command import deadline_command  # noqa: PLC0415 - start-up

    return partial(deadline_command, words, held, form, lang or usual_language())


check_options.register(app)
server_commands.register(app)
keeping_commands.register(app)


@cache
def _parser() -> Any:
    """What takes an argv apart, made once: making it reads every annotation anew."""
    return get_command(app)


def run(arguments: list[str]) -> int:
    """Run the command line and return its exit code (usage.py names them)."""
    screen.speak_utf8()
    return ending.ended(partial(_run, arguments))


def _run(arguments: list[str]) -> int:
    try:
        job = _job(arguments)
        ending.interrupt_in_order()
        return (job() if callable(job) else job) or 0
    except (UsageError, TyperUsageError) as error:
        return _wrong_usage(error, arguments)
    except typer.Abort:
        raise KeyboardInterrupt from None


def _job(arguments: list[str]) -> Job | int | None:
    """What is asked for; help and the version are printed here, and then it is an exit code."""
    try:
        job: Job | int | None = _parser()(arguments, prog_name="yiding", standalone_mode=False)
    except SystemExit:  # typer's answer when whoever reads the help has gone
        raise BrokenPipeError from None
    return job


def _wrong_usage(error: Any, arguments: list[str]) -> int:
    if isinstance(error, UsageError):
        say, told = error.say, str(error)
    else:
        language = _language(arguments)
        say, told = speaker(language), usage(error.format_message(), language)
    if told:
        sentences = say("usage", problem=harmless(told)), say("see-help")
        print(*sentences, sep="\n", file=sys.stderr)
    return WRONG_USAGE


def _language(arguments: list[str]) -> str:
    """The language of a command line that could not be taken apart."""
    for name, value in zip(arguments, [*arguments[1:], ""], strict=True):
        given = name.removeprefix("--lang=") if name.startswith("--lang=") else value
        if name.startswith("--lang") and given in LANGUAGES:
            return given
    return usual_language()
