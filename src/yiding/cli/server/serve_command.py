"""``yiding serve``: bring the database up to date, then serve the application."""

from __future__ import annotations

import os
import socket
import sys
from typing import Any

from yiding.cli.messages import Say
from yiding.cli.server.start import start
from yiding.cli.usage import DONE, UNSERVED, UsageError, language_of

#: A worker's threads; requests wait for the database more than for the processor.
THREADS = 4
#: Seconds until a worker that does not answer is replaced: reading a long paper takes a while.
TIMEOUT = 120


def serve_command(host: str, port: int, workers: int | None, language: str) -> int:
    """Serve until told to stop."""
    say = language_of(language)
    count = workers_of(workers, say)
    if not 0 < port < 65536:
        raise UsageError(say, "bad-port", given=port)
    start(say)
    if not is_free(host, port):
        print(say("port-taken", host=host, port=port), file=sys.stderr)
        return UNSERVED
    bring_up_to_date(say)
    print(say("serving", address=address_of(host, port)), flush=True)
    serve_until_told(host, port, count)
    return DONE


def workers_of(given: int | None, say: Say) -> int:
    """How many processes serve: as many as there are processors when not given."""
    if given is None:
        return max(os.cpu_count() or 1, 1)
    if given < 1:
        raise UsageError(say, "bad-workers", given=given)
    return given


def is_free(host: str, port: int) -> bool:
    """Can this address be listened on?"""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def address_of(host: str, port: int) -> str:
    """Where a browser on this machine finds it."""
    return f"http://{_shown(host)}:{port}/"


def _shown(host: str) -> str:
    """The host as a browser on this machine is told it."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104 - only shown
    return f"[{shown}]" if ":" in shown and not shown.startswith("[") else shown


def bring_up_to_date(say: Say) -> None:
    """Migrate what is not migrated, and say how much."""
    from django.conf import settings  # noqa: PLC0415 - after start
    from django.core.management import call_command  # noqa: PLC0415 - after start
    from django.db import connection  # noqa: PLC0415 - after start
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 - after start

    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        print(say("migrating", count=len(plan)), flush=True)
        call_command("migrate", interactive=False, verbosity=0)
    connection.close()


def serve_until_told(host: str, port: int, workers: int) -> None:
    """Serve in the foreground, with so many processes."""
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 - after start
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415 - after start

    settings: dict[str, Any] = {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "workers": workers,
        "worker_class": "gthread",
        "threads": THREADS,
        "timeout": TIMEOUT,
        "graceful_timeout": 10,
        "loglevel": "warning",
        "control_socket_disable": True,
    }

    class Server(BaseApplication):  # type: ignore[misc]
        """Gunicorn with these settings and no file of its own."""

        def load_config(self) -> None:
            """Take the settings."""
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            """The application, in each worker."""
            return get_wsgi_application()

    Server().run()
