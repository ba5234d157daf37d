"""A ZIP package opened with its ceilings: no bomb, no damaged part, no traceback."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from yiding.text.delivery import Delivery
from yiding.text.limits import MIB

AGAIN = "请重新下载，或用 Word、WPS 打开后另存为 DOCX 再交"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
_BOMB = "可能是压缩炸弹"
_PICTURES = re.compile(
    r"(?:word/media|docProps)/[^/]+\.(?:bmp|dib|emf|wmf|tiff?|png|gif|jpe?g)", re.I
)
"""Parts that are never unpacked: a bitmap of one colour is packed as hard as a bomb."""
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)


class Package:
    """The parts of a delivered ZIP package, each read and parsed within the limits."""

    def __init__(self, delivery: Delivery) -> None:
        """Raises UnreadableFile for a package that is damaged, locked or too large."""
        self._delivery = delivery
        try:
            self._zip = zipfile.ZipFile(BytesIO(delivery.data))
        except _DAMAGED:
            raise delivery.refuse("压缩包已损坏或不完整", AGAIN) from None
        self._parts = {part.filename: part for part in self._zip.infolist()}
        self._check()

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    @property
    def names(self) -> list[str]:
        """Every part, in the order of the package."""
        return list(self._parts)

    def bytes_of(self, name: str) -> bytes:
        """One part unpacked; whatever size it declares, the limit holds."""
        part = self._parts[name]
        try:
            with self._zip.open(part) as file:
                data = file.read(self._delivery.limits.unpacked_bytes + 1)
        except _DAMAGED:
            raise self._delivery.refuse(f"压缩包里的 {name} 已损坏", AGAIN) from None
        except RuntimeError:  # zipfile's word for a part under a password
            raise self._delivery.refuse("压缩包加了密码", "请取消密码后再交") from None
        if len(data) > self._delivery.limits.unpacked_bytes:
            raise self._delivery.refuse(f"{name} 解压后过大，{_BOMB}", AGAIN)
        return data

    def parse(self, name: str, data: bytes | None = None) -> etree._Element:
        """The root element of one XML part."""
        data = self.bytes_of(name) if data is None else data
        try:
            root = etree.fromstring(data, _PARSER)
        except (etree.XMLSyntaxError, ValueError):
            raise self._delivery.refuse(f"{name} 不是完好的 XML，或嵌套过深", AGAIN) from None
        if _DTD.search(data, 0, 1024) or root.getroottree().docinfo.internalDTD is not None:
            raise self._delivery.refuse(f"{name} 里有不该有的实体定义（DTD），不予读取", AGAIN)
        return root

    def _check(self) -> None:
        limits = self._delivery.limits
        if len(self._parts) > limits.parts:
            raise self._delivery.refuse(f"压缩包里有 {len(self._parts)} 个文件，{_BOMB}", AGAIN)
        parts = [part for part in self._parts.values() if not _PICTURES.fullmatch(part.filename)]
        total = sum(part.file_size for part in parts)
        if total > limits.unpacked_bytes:
            ceiling = limits.unpacked_bytes // MIB
            raise self._delivery.refuse(f"解压后超过 {ceiling} MB 的上限，{_BOMB}", AGAIN)
        for part in parts:
            if part.file_size > max(limits.ratio_from_bytes, limits.ratio * part.compress_size):
                raise self._delivery.refuse(f"{part.filename} 的压缩比过高，{_BOMB}", AGAIN)
