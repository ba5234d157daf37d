"""Frames for the tests: the standard's own, two of common use, and any number of made-up ones."""

from __future__ import annotations

from yiding.ledgers.lake.hj212.frame import framed

#: HJ 212-2017's own example (its sentence beside the message misprints the CRC as 1C08).
STANDARD = (
    b"##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
    b"CP=&&RtdInterval=30&&1C80\r\n"
)
#: As devices send it: no QN, no Flag, milliseconds in DataTime.
MILLISECONDS = (
    b"##0139ST=32;CN=2011;PW=123456;MN=LD130133000015;CP=&&DataTime=20160824003817000;"
    b"B01-Rtd=36.91;011-Rtd=231.0,011-Flag=N;060-Rtd=1.803,060-Flag=N&&4980\r\n"
)
#: Four hours of a point in a lake.
LAKE = (
    b"##0312QN=20240716080000000;ST=21;CN=2061;PW=123456;MN=A320500000000001;Flag=5;"
    b"CP=&&DataTime=20240716040000;w01010-Avg=29.6,w01010-Flag=N;w01001-Avg=8.42,w01001-Flag=N;"
    b"w01009-Avg=4.90,w01009-Flag=N;w01019-Avg=5.1,w01019-Flag=N;w21003-Avg=0.21,w21003-Flag=N;"
    b"w21011-Avg=0.083,w21011-Flag=N;w21001-Avg=1.62,w21001-Flag=N&&BDC1\r\n"
)
GOLDEN = (STANDARD, MILLISECONDS, LAKE)


def segment_of(
    cp: str = "DataTime=20240716040000;w21011-Avg=0.083,w21011-Flag=N", **fields: str | None
) -> bytes:
    """A data segment, sound unless a field says otherwise; None leaves the field out."""
    usual: dict[str, str | None] = {
        "QN": "20240716080000000", "ST": "21", "CN": "2061", "PW": "123456",
        "MN": "A320500000000001", "Flag": "5", "PNUM": None, "PNO": None,
    }  # fmt: skip
    head = (usual | fields).items()
    return ("".join(f"{k}={v};" for k, v in head if v is not None) + f"CP=&&{cp}&&").encode()


def frame_of(
    cp: str = "DataTime=20240716040000;w21011-Avg=0.083,w21011-Flag=N", **fields: str | None
) -> bytes:
    """The same as a frame with its length and CRC."""
    return framed(segment_of(cp, **fields))


def numbered(device: int, number: int) -> bytes:
    """Message ``number`` of a device, with a QN of its own."""
    qn = f"20240716{number // 3600 % 24:02}{number // 60 % 60:02}{number % 60:02}{device % 1000:03}"
    value = (device * 131 + number * 17) % 1000
    cp = f"DataTime=20240716040000;w21011-Avg=0.{value:03},w21011-Flag=N"
    return frame_of(cp, QN=qn, MN=f"A3205{device:011d}")
