"""A file as it was delivered: its name, its bytes, and how it is refused or becomes Text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from yiding.text.errors import UnreadableFile
from yiding.text.limits import DEFAULT_LIMITS, MIB, Limits
from yiding.text.marks import LineMarks
from yiding.text.model import Span, Text

UNNAMED = "标准输入"


@dataclass(frozen=True, slots=True)
class Delivery:
    """The bytes of one file under the name its owner knows it by."""

    name: str
    data: bytes = field(repr=False)
    limits: Limits = DEFAULT_LIMITS

    @property
    def suffix(self) -> str:
        """What the name claims: ``.docx``, or nothing."""
        return Path(self.name).suffix.lower()

    def refuse(self, found: str, remedy: str) -> UnreadableFile:
        """The error that names this file, what was found in it and what helps."""
        return UnreadableFile(self.name, found, remedy)

    def text(
        self,
        media_type: str,
        characters: str,
        noise: Iterable[Span] = (),
        byte_of: Callable[[int], int] | None = None,
    ) -> Text:
        """The Text of this file, its places in lines; refused when nothing or too much was read."""
        self._must_be_readable(characters)
        return Text(
            name=self.name,
            sha256=hashlib.sha256(self.data).hexdigest(),
            media_type=media_type,
            characters=characters,
            noise=tuple(noise),
            marks=LineMarks(characters),
            byte_of=byte_of,
        )

    def _must_be_readable(self, characters: str) -> None:
        if not characters or characters.isspace():
            raise self.refuse("文件里没有文字", "请确认交来的是写好内容的文件")
        if len(characters) > self.limits.characters:
            found = f"文字有 {len(characters)} 个字符，超过上限 {self.limits.characters} 个"
            raise self.refuse(found, "请拆成几个文件后再交")


def take(source: str | Path | bytes, name: str | None, limits: Limits) -> Delivery:
    """The bytes of a path (or the bytes themselves), never more than the limit."""
    if isinstance(source, bytes):
        delivery = Delivery(name or UNNAMED, source, limits)
    else:
        path = Path(source)
        delivery = Delivery(name or path.name or str(path), b"", limits)
        delivery = Delivery(delivery.name, _bytes_of(path, delivery), limits)
    if len(delivery.data) > limits.file_bytes:
        found = f"文件超过 {limits.file_bytes / MIB:g} MB 的上限"
        raise delivery.refuse(found, "请拆成几个文件，或去掉图片后再交")
    if not delivery.data:
        raise delivery.refuse("文件是空的（0 字节）", "请重新下载或另存后再交")
    return delivery


def _bytes_of(path: Path, delivery: Delivery) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(delivery.limits.file_bytes + 1)
    except FileNotFoundError:
        raise delivery.refuse(f"找不到文件 {path}", "请检查路径和文件名") from None
    except IsADirectoryError:
        raise delivery.refuse("这是文件夹，不是文件", "请给出其中文件的路径") from None
    except PermissionError:
        raise delivery.refuse("没有读取权限", "请改文件权限，或复制到可读的位置") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL inside the path
        reason = getattr(error, "strerror", None) or "路径无效"
        raise delivery.refuse(f"文件打不开（{reason}）", "请检查路径，或复制到本机后再试") from None
