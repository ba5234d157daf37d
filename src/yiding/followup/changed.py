"""What an act changed of its subject: that alone is written.

Columns that stay cost nothing: an unchanged text is not indexed anew, and triggers that watch
other columns do not run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Model


def columns_of(subject: Model) -> dict[str, Any]:
    """Every column as it is now; one that was never read stands as none."""
    fields = subject._meta.concrete_fields
    return {one.attname: vars(subject).get(one.attname) for one in fields if not one.generated}


def save_changed(subject: Model, stood: Mapping[str, Any]) -> None:
    """Write the columns that differ from how they stood; everything of what is new.

    A list or an object may have been changed in place, so it is always written.
    """
    if stood[subject._meta.pk.attname] is None:
        subject.save()
        return
    now = columns_of(subject)
    changed = [name for name, value in now.items() if _may_differ(value, stood[name])]
    subject.save(update_fields=changed)


def _may_differ(value: Any, stood: Any) -> bool:
    return isinstance(value, list | dict) or bool(value != stood)
