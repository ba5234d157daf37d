"""Words that parts hold: text, or text that waits for the reader's language."""

from __future__ import annotations

from django.utils.functional import Promise

Words = str | Promise
