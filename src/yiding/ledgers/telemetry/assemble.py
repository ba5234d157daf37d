"""Packets of one message joined again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, Protocol, Self, TypeVar


class Message(Protocol):
    """A message as joining and taking see it.

    ``pno`` of ``pnum`` packets, both none of a message that came whole; a joined one has ``pnum``
    and no ``pno``. ``key`` is the same for all its packets.
    """

    @property
    def pno(self) -> int | None:
        """Its number among the packets."""

    @property
    def pnum(self) -> int | None:
        """How many packets there are."""

    @property
    def key(self) -> Hashable:
        """What the packets have in common."""

    @property
    def is_damaged(self) -> bool:
        """Whether its bytes may not be those that were sent."""


M = TypeVar("M", bound=Message)


@dataclass(slots=True)
class Assembler(Generic[M]):
    """Joins packets; holds at most ``capacity`` unfinished messages, the oldest goes first.

    ``join`` makes a message of its packets by their numbers, whether or not all are there.
    """

    join: Callable[[dict[int, M]], M]
    capacity: int = 1000
    _open: dict[Hashable, dict[int, M]] = field(default_factory=dict)

    def add(self, message: M) -> list[M]:
        """What is complete with this packet: itself when it stands alone, a joined message, or
        the oldest unfinished one where no more may be held."""
        if message.pno is None or message.pnum is None:
            return [message]
        parts = self._open.setdefault(message.key, {})
        parts.setdefault(message.pno, message)
        if len(parts) >= message.pnum:
            return [self.join(self._open.pop(message.key))]
        return [self._oldest()] if len(self._open) > self.capacity else []

    def leftovers(self) -> list[M]:
        """The unfinished messages, each with its fault; nothing is held afterwards."""
        found = [self.join(parts) for parts in self._open.values()]
        self._open.clear()
        return found

    def emptied(self) -> Self:
        """Another that joins alike and holds nothing."""
        return type(self)(self.join, self.capacity)

    def _oldest(self) -> M:
        return self.join(self._open.pop(next(iter(self._open))))
