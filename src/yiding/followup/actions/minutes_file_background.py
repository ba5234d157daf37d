"""File as background 归为背景: a sentence that asks nothing of anybody."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from yiding.followup.filing import FileAs


class FileBackground(FileAs):
    """归为背景。"""

    name, label = "minutes.file_background", _("归为背景")
    kind, reason = "background", _("归为背景")
    sentence = _("%(actor)s把一段归为背景。")
