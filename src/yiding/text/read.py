"""One way in: any delivered file becomes Text, or says why it cannot."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from yiding.text.delivery import Delivery, take
from yiding.text.errors import UnreadableFile
from yiding.text.kinds import (
    CLAIMS,
    DOCX,
    HTML,
    PLAIN,
    ZIP,
    Kind,
    has_tags,
    is_binary,
    is_certainly_html,
    kind_of,
)
from yiding.text.limits import DEFAULT_LIMITS, Limits
from yiding.text.model import Text


def read_text(
    source: str | Path | bytes, *, name: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Text:
    """Read one file: a path (``str`` or ``Path``) or its bytes.

    ``name`` is what messages call the file; its ending is what the file claims to be. The
    format is told from the content: a file that claims another format than it holds is
    refused. Raises UnreadableFile, and nothing else, whatever the bytes are.
    """
    delivery = take(source, name, limits)
    return _reader(_format(delivery))(delivery)


def _reader(format_name: str) -> Callable[[Delivery], Text]:
    # a format's library is loaded when the first file of that format comes
    read: Callable[[Delivery], Text] = import_module(f"yiding.text.formats.{format_name}").read
    return read


def _format(delivery: Delivery) -> str:
    kind = kind_of(delivery.data)
    claim = CLAIMS.get(delivery.suffix)
    if claim is not None and claim is not kind:
        kind = _settle(delivery, claim, kind)
    if kind.format is None:
        raise delivery.refuse(f"暂不支持{kind.noun}", kind.remedy)
    return kind.format


def _settle(delivery: Delivery, claim: Kind, kind: Kind) -> Kind:
    """The kind to read a file as whose name claims another than its content shows."""
    if claim is PLAIN and kind is HTML and not is_certainly_html(delivery.data):
        return PLAIN
    if claim is HTML and kind is PLAIN:
        return HTML if has_tags(delivery.data) else PLAIN
    if claim is DOCX and kind is ZIP:
        return DOCX  # its reader can tell a damaged package from a foreign one
    raise _mislabelled(delivery, claim, kind)


def _mislabelled(delivery: Delivery, claim: Kind, kind: Kind) -> UnreadableFile:
    found = f"文件名是 {delivery.suffix}，内容却是{kind.noun}"
    if kind.format is None:
        return delivery.refuse(found, kind.remedy)
    if kind is PLAIN and is_binary(delivery.data):
        found = f"不是有效的{claim.noun}，开头已损坏"
        return delivery.refuse(found, "请重新下载或另存后再交")
    return delivery.refuse(found, f"请把文件名改为以 {kind.suffix} 结尾后再交")
