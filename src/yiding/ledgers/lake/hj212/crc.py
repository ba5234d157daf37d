"""The CRC of HJ 212-2017 Annex A.

The annex's definition: a register of 16 bits, 0xFFFF at first; for each byte, the register's high
byte is moved down and combined with it (``register = (register >> 8) ^ byte``), then come eight
steps, each a shift to the right and, where a 1 fell out, a combination with 0xA001.

Only the register's high byte lives on from one byte to the next, the eight steps are linear over
GF(2), and after eight bytes the high byte's transformation has come back to the identity. So all
bytes eight places apart count alike: a segment is first folded into its last eight bytes, by
exclusive or of whole halves, and only those eight go through the table. (For the same reason the
CRC does not see two blocks of eight bytes change places: it is weaker than its sixteen bits.)
"""

from __future__ import annotations

START = 0xFFFF
POLYNOMIAL = 0xA001


def _eight_steps(value: int) -> int:
    for _ in range(8):
        value = (value >> 1) ^ POLYNOMIAL if value & 1 else value >> 1
    return value


#: The register after a byte, by the register's high byte combined with that byte.
REGISTERS = tuple(_eight_steps(value) for value in range(256))
#: Of it the high byte, which is all that goes on to the next byte.
HIGH = bytes(register >> 8 for register in REGISTERS)

#: Folds in bits, the longest first, each with the mask of what it keeps: 64 · 2ⁿ.
FOLDS = tuple((64 << level, (1 << (64 << level)) - 1) for level in range(10, -1, -1))
LONGEST, LONGEST_MASK = FOLDS[0]


def crc(segment: bytes) -> int:
    """The CRC of a data segment (what stands between the length and the CRC), 0 to 0xFFFF."""
    if not segment:
        return START
    bits = 8 * len(segment)
    # the register's first high byte, 0xFF, meets the first byte
    value = int.from_bytes(segment, "big") ^ (START >> 8 << bits - 8)
    while bits > 2 * LONGEST:
        value = (value >> LONGEST) ^ (value & LONGEST_MASK)
        bits -= LONGEST
    # a fold longer than the segment would change nothing
    for fold, mask in FOLDS[17 - (bits - 1).bit_length() :] if bits > 64 else ():
        value = (value >> fold) ^ (value & mask)
    high = 0
    for byte in value.to_bytes(8, "big"):
        before, high = high, HIGH[high ^ byte]
    return REGISTERS[before ^ byte]


def crc_text(segment: bytes) -> bytes:
    """The CRC as it stands in a message: four upper-case hexadecimal digits, ``b"1C80"``."""
    return b"%04X" % crc(segment)
