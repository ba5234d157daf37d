"""The password of the made-up city's accounts."""

PASSWORD = "临湖-百万件-2026"  # noqa: S105 - made for one measurement
