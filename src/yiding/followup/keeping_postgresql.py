"""The counts and the word index of PostgreSQL: a trigger, and GIN over pairs of characters."""

# ruff: noqa: S608 - names of our own tables and columns alone stand in the SQL
from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase

from yiding.followup.states import MAY_BE_LATE


def _cell(row: str) -> str:
    """The columns of a count that a matter belongs to."""
    return f"""{row}.jurisdiction_id,
        coalesce(extract(year FROM {row}.held_on), 0)::smallint,
        {row}.state,
        coalesce({row}.original_due_on, '9999-12-31'::date),
        CASE WHEN {row}.verified_on IS NULL THEN 'open'
             WHEN {row}.verified_on <= {row}.original_due_on THEN 'original'
             WHEN {row}.verified_on <= {row}.due_on THEN 'extended'
             ELSE 'late' END"""


_COLUMNS = "jurisdiction_id, year, state, original_due_on, timing"
#: Whoever changes a matter holds the journal's head, so two never wait for each other here.
_COUNT = f"""CREATE OR REPLACE FUNCTION followup_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND ({_cell("OLD")}) IS NOT DISTINCT FROM ({_cell("NEW")}) THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        UPDATE followup_mattercount SET count = count - 1
        WHERE ({_COLUMNS}) = ({_cell("OLD")});
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO followup_mattercount ({_COLUMNS}, count) VALUES ({_cell("NEW")}, 1)
        ON CONFLICT ({_COLUMNS}) DO UPDATE SET count = followup_mattercount.count + 1;
    END IF;
    RETURN NULL;
END $$"""
_MONTH_COLUMNS = "jurisdiction_id, month, timing"
_STATES = ", ".join(f"'{state}'" for state in sorted(map(str, MAY_BE_LATE)))


def _month(row: str) -> str:
    """The columns of a month that a count belongs to."""
    return f"""{row}.jurisdiction_id, to_char({row}.original_due_on, 'YYYY-MM'), {row}.timing"""


def _for_rates(row: str) -> str:
    """What an on-time rate counts: the verified, and what may be late."""
    return f"({row}.timing <> 'open' OR {row}.state IN ({_STATES}))"


_MONTH = f"""CREATE OR REPLACE FUNCTION followup_months() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    cell followup_mattercount := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    change integer := CASE TG_OP WHEN 'INSERT' THEN NEW.count WHEN 'DELETE' THEN -OLD.count
        ELSE NEW.count - OLD.count END;
BEGIN
    IF NOT {_for_rates("cell")} THEN
        RETURN NULL;
    END IF;
    -- only a new count can need a new month: what is taken away alters what stands there
    IF TG_OP = 'INSERT' THEN
        INSERT INTO followup_promisemonth ({_MONTH_COLUMNS}, count)
        VALUES ({_month("cell")}, change)
        ON CONFLICT ({_MONTH_COLUMNS})
        DO UPDATE SET count = followup_promisemonth.count + excluded.count;
    ELSE
        UPDATE followup_promisemonth SET count = count + change
        WHERE ({_MONTH_COLUMNS}) = ({_month("cell")});
    END IF;
    RETURN NULL;
END $$"""
_PAIRS = f"""CREATE OR REPLACE FUNCTION followup_pairs(given text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 100000 AS $$
    SELECT coalesce(array_agg(DISTINCT pair), ARRAY[]::text[]) FROM (
        SELECT sign || lead(sign) OVER (ORDER BY place) AS pair
        FROM regexp_split_to_table(
            translate(given, '{ascii_uppercase}', '{ascii_lowercase}'), ''
        ) WITH ORDINALITY AS signs (sign, place)
    ) AS pairs WHERE pair IS NOT NULL
$$"""
#: The text of a matter that the index holds; a question must write it in the same words.
MATTER_PAIRS = "followup_pairs({row}.action || chr(10) || {row}.quote)"
MINUTES_PAIRS = "followup_pairs({row}.text)"

#: The sums by month: what takes them away, makes them, counts them anew, and tells of them.
UNKEEP_MONTHS = ("DROP TRIGGER IF EXISTS followup_months_on ON followup_mattercount",)
KEEP_MONTHS = (
    _MONTH,
    """CREATE TRIGGER followup_months_on AFTER INSERT OR UPDATE OR DELETE ON followup_mattercount
        FOR EACH ROW EXECUTE FUNCTION followup_months()""",
)
RECOUNT_MONTHS = (
    "DELETE FROM followup_promisemonth",
    f"""INSERT INTO followup_promisemonth ({_MONTH_COLUMNS}, count)
        SELECT {_month("c")}, sum(c.count) FROM followup_mattercount c
        WHERE {_for_rates("c")} GROUP BY 1, 2, 3""",
)
MONTHS_KEPT = "SELECT count(*) FROM pg_trigger WHERE tgname = 'followup_months_on'"
MONTHS_KEPT_COUNT = 1

#: Takes everything away that ``KEEP`` makes.
UNKEEP = (
    "DROP TRIGGER IF EXISTS followup_count_on ON followup_matter",
    "DROP INDEX IF EXISTS followup_matter_words",
    "DROP INDEX IF EXISTS followup_minutes_words",
)
KEEP = (
    _COUNT,
    _PAIRS,
    """CREATE TRIGGER followup_count_on AFTER INSERT OR UPDATE OR DELETE ON followup_matter
        FOR EACH ROW EXECUTE FUNCTION followup_count()""",
    f"""CREATE INDEX followup_matter_words ON followup_matter
        USING gin (({MATTER_PAIRS.format(row="followup_matter")}))""",
    f"""CREATE INDEX followup_minutes_words ON followup_minutes
        USING gin (({MINUTES_PAIRS.format(row="followup_minutes")}))""",
)
#: How many of the triggers and indexes are there.
KEPT = """SELECT (SELECT count(*) FROM pg_trigger WHERE tgname = 'followup_count_on')
    + (SELECT count(*) FROM pg_class WHERE relname IN
        ('followup_matter_words', 'followup_minutes_words') AND relkind = 'i')"""
KEPT_COUNT = 3
RECOUNT = (
    "DELETE FROM followup_mattercount",
    f"""INSERT INTO followup_mattercount ({_COLUMNS}, count)
        SELECT {_cell("m")}, count(*) FROM followup_matter m GROUP BY 1, 2, 3, 4, 5""",
    *RECOUNT_MONTHS,
)
