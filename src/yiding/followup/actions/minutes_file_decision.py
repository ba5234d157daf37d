"""File as a decision 归为议定: a verdict that asks nothing more."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from yiding.followup.filing import FileAs


class FileDecision(FileAs):
    """归为议定。"""

    name, label = "minutes.file_decision", _("归为议定")
    kind, reason = "decision", _("归为议定")
    sentence = _("%(actor)s把一段归为议定。")
