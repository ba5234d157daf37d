"""Keeping delivered bytes, once each, under their hash."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile

from yiding.followup.action import Context
from yiding.followup.models import StoredFile


def kept_file(context: Context, upload: UploadedFile[Any]) -> StoredFile:
    """The stored file of an upload; the same bytes are stored once in a jurisdiction."""
    content = upload.read()
    return kept_bytes(context, content, upload.name or "file", upload.content_type or "")


def kept_bytes(context: Context, content: bytes, name: str, media_type: str) -> StoredFile:
    """The stored file of some bytes."""
    digest = hashlib.sha256(content).hexdigest()
    jurisdiction = context.account.jurisdiction
    known = StoredFile.objects.filter(jurisdiction=jurisdiction, sha256=digest).first()
    if known is not None:
        return known
    stored = StoredFile(
        jurisdiction=jurisdiction,
        sha256=digest,
        name=name[-200:],
        media_type=media_type[:100],
        size=len(content),
        added_at=context.at,
        added_by=context.account,
    )
    stored.path.save(f"{digest[:16]}-{name[-80:]}", ContentFile(content), save=False)
    stored.save()
    return stored
