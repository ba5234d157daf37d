"""The ledgers of Linhu through its year: made of words and chance, brought in as files.

A ledger's year stands in two files named by its slug, and `keeping` finds them by `SLUGS`; a
ledger that has none yet has no year. To give one to ``fleet``:

``fleet.py`` says ``KEEPER``, the code of the unit that keeps it (``LH030``, in ``units.toml`` of
the demonstration), and ``deeds(year: LedgerYear)``, an iterator of everything that happens to it:
``year.file(back, name, made)`` is a file the keeper brings in, ``made(on)`` its rows by kind, by
the English names of the fields, each with its ``id``; ``year.check(back)`` checks the ledger anew;
``year.deed(back, hour, order, do)`` is anything else. ``back`` counts days from the last one and
is below nought; chance comes from ``Random(f"fleet {year.seed}")`` alone; ``year.share`` says how
much of a city's data there is (few meetings, few rows). What grows long goes into further modules
named for what they hold (`estate`, `rounds`, `water`).
``fleet.toml`` holds its words (``words("fleet.toml")``) and three tables that every ledger has:
``[[proof]]`` which duties of the minutes it tests (``words``, ``address``, ``target``,
``by_days``), ``[[target]]`` what its figures are to reach, and ``[[assessed]]`` its rows of the
yearly sheet (``indicator``, ``points``, ``target``). Rows of ``proof`` are tried in their order.
"""
