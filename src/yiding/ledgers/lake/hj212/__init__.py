"""HJ 212: the messages of monitoring stations 污染物在线监控系统数据传输标准.

HJ 212-2017 (issued 2017-04-24, in force from 2017-05-01, in place of HJ/T 212-2005) is read
strictly and kept tolerantly: a message that breaks the standard is decoded as far as it goes and
carries its faults. HJ 212-2025 (in force from 2026-01-01) is not loaded: its messages are kept
without a reading, never guessed.
"""
