"""Telemetry 遥测: readings by the million as Parquet, judged as columns, told as daily means.

What stations send is never a row of the database. Frames lie in a spool; `take` brings them into
files of columns by year and month, each reading once; the rules judge those columns where they lie.
"""
