"""Telemetry 遥测: what devices send by the million, for every ledger that hears some.

A device's bytes are on the disk before they are acknowledged (`listen`, `spool`); a take brings
them into files of columns by month or by day, each row once (`taking`, `store`). What the bytes
mean is the protocol's, which stands with its ledger.
"""
