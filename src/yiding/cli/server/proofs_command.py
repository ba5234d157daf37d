"""``yiding proofs``: keep what the ledgers show on the due days, and list what they deny."""

from __future__ import annotations

import sys

from yiding.cli.messages import speaker
from yiding.cli.server.start import start
from yiding.cli.usage import DONE


def proofs_command(language: str) -> int:
    """Every jurisdiction: due readings, a fresh look at each ledger, and the list that remains."""
    say = speaker(language)
    start(say)
    from django.utils import timezone  # noqa: PLC0415 - after start

    from yiding.followup.proving import (  # noqa: PLC0415 - after start
        disagreeing,
        look_again,
        read_what_is_due,
    )
    from yiding.registry.models import Jurisdiction  # noqa: PLC0415 - after start

    at = timezone.now()
    for city in Jurisdiction.objects.order_by("pk"):
        kept = read_what_is_due(city, at)
        changed = look_again(city, None, timezone.localdate(at))
        print(say("proofs-looked", city=city, kept=len(kept), changed=changed), file=sys.stderr)
        for test in disagreeing(city):
            lead = str(test.matter.lead or "")
            print(test.matter.address, lead, test.address, test.matter.action, sep="\t")
    return DONE
