"""``yiding powers``'s place in the command line."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from yiding.cli.keeping_commands import SERVER
from yiding.cli.messages import usual_language
from yiding.cli.options import Language, argument, option
from yiding.cli.usage import Job

Verb = Annotated[
    str,
    argument("VERB", "send 送出推送，letters 看待送，again 重送，peer 登记对端。 What to do."),
]
Name = Annotated[
    str | None,
    argument("NAME", "peer：部门名称；again：报文编号。 A department, or the id of a message."),
]
Slug = Annotated[
    str | None,
    option("--slug", metavar="SLUG", words="peer：代号，写在接收地址里。 Its name in addresses."),
]
Url = Annotated[
    str | None,
    option("--url", metavar="URL", words="peer：对方的接收地址。 Where it listens."),
]
Secret = Annotated[
    str | None,
    option(
        "--secret",
        metavar="SECRET",
        words="peer：对方给的密钥；不写就新生成一个。 The secret it gave; none makes a new one.",
    ),
]
New = Annotated[
    bool,
    option("--rotate", words="peer：换新密钥，旧的再用七天。 A new secret; the old holds a week."),
]
Dead = Annotated[
    bool, option("--dead", words="letters：只看送不到的。 Only what could not be delivered.")
]
As = Annotated[
    str | None,
    option("--as", metavar="ACCOUNT", words="以哪个账号办理。 The account that acts."),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "powers",
        rich_help_panel=SERVER,
        help="部门之间点对点推送：签名送出，凭回执销账；每分钟运行一次 send。 "
        "Push to departments point to point, signed and receipted; run send every minute.",
    )(do_powers)


def do_powers(  # noqa: PLR0913 - one parameter an option
    verb: Verb,
    name: Name = None,
    *,
    slug: Slug = None,
    url: Url = None,
    secret: Secret = None,
    rotate: New = False,
    dead: Dead = False,
    username: As = None,
    lang: Language = None,
) -> Job:
    """One thing done with the exchange."""
    from yiding.cli.server.powers_command import Wish, powers_command  # noqa: PLC0415 - start-up

    wish = Wish(verb, name, slug, url, secret, username, is_new=rotate, is_dead=dead)
    return partial(powers_command, wish, lang or usual_language())
