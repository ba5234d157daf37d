"""What a listener has seen so far, readable at any moment."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace

DEVICES_COUNTED = 100_000


@dataclass(slots=True)
class Counters:
    """Numbers since the start; ``devices`` are the different ones seen, up to 100,000.

    ``messages`` frames stored, ``acknowledged`` answers written, ``damaged`` frames whose check did
    not fit, ``faulty`` messages with any fault, ``faults`` all faults told, ``unsaved`` frames the
    disk refused, ``commits`` writes to the disk, one for many frames.
    """

    connections: int = 0
    open_connections: int = 0
    refused_connections: int = 0
    bytes_received: int = 0
    bytes_dropped: int = 0
    messages: int = 0
    acknowledged: int = 0
    damaged: int = 0
    faulty: int = 0
    faults: int = 0
    unsaved: int = 0
    commits: int = 0
    devices: int = 0
    _seen: set[str] = field(default_factory=set, repr=False)

    def saw(self, device: str) -> None:
        """A message of this device has come."""
        if len(self._seen) < DEVICES_COUNTED:
            self._seen.add(device)
            self.devices = len(self._seen)

    def as_dict(self) -> dict[str, int]:
        """Every number by its name."""
        numbers = asdict(replace(self, _seen=set()))
        return {name: value for name, value in numbers.items() if name != "_seen"}
