"""How the command begins and ends: its streams, what stops it, the exit code it leaves with."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, NoReturn

from yiding.cli.messages import said_by_system, speaker, usual_language
from yiding.cli.usage import BROKEN_PIPE, INTERRUPTED, OUTPUT_FAILED, TERMINATED

# What writing to a stream fails with; opening a file fails under a name.
_OUTPUT_ERRORS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF}


class Terminated(KeyboardInterrupt):
    """Told by the system to end (SIGTERM): done as when the keyboard says so."""


def ended(job: Callable[[], int | None]) -> int:
    """Do the job; its exit code, or that of what stopped it, told on standard error."""
    try:
        status = job()
        sys.stdout.flush()
    except KeyboardInterrupt as stop:
        tell("interrupted")
        return TERMINATED if isinstance(stop, Terminated) else INTERRUPTED
    except BrokenPipeError:
        _give_up_stdout()
        return BROKEN_PIPE
    except OSError as error:
        if error.filename is not None or error.errno not in _OUTPUT_ERRORS:
            raise
        _give_up_stdout()
        tell("output-failed", error)
        return OUTPUT_FAILED
    return status or 0


def tell(key: str, error: OSError | None = None) -> None:
    """A sentence on standard error, unless that is lost too."""
    say = speaker(usual_language())
    values = {"problem": said_by_system(error, say)} if error else {}
    with suppress(OSError):
        print(say(key, **values), file=sys.stderr, flush=True)


def open_closed_streams() -> None:
    """Streams that the caller closed: nothing comes in, results fail as on a full disk."""
    # one after the other, so that each gets its own number and no file gets it later
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY))
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")


def interrupt_at_once() -> None:
    """Ctrl-C before any work has begun: there is nothing to put in order."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)


def interrupt_in_order() -> None:
    """From here on Ctrl-C is an exception, and what is under way is put in order."""
    if signal.getsignal(signal.SIGINT) is _leave:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def terminated_in_order() -> Iterator[None]:
    """Within, SIGTERM is an exception as Ctrl-C is."""
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _leave(*_: Any) -> NoReturn:
    tell("interrupted")
    os._exit(INTERRUPTED)


def _terminate(*_: Any) -> NoReturn:
    raise Terminated


def _give_up_stdout() -> None:
    """What is left in the buffer goes nowhere, so that the flush at exit is quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
