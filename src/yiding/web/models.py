"""What the pages keep of their own."""

from __future__ import annotations

from yiding.web.residents.models import AnswerCode

__all__ = ["AnswerCode"]
