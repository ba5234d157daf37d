"""Every page by the name of its address, with arguments that lead to one: none can be forgotten.

``{matter_sign}`` stands for what the town says under that word. A name may have several samples:
each act on a matter is a page of its own. ``NO_PAGES`` are addresses that show nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from choice import EVERY
from yiding.followup.action import Action, actions_on
from yiding.followup.models import Matter, Meeting, Minutes, Slip, Topic
from yiding.ledgers.catalogue import SLUGS
from yiding.registry.roles import LEADERS, OF_A_UNIT, SEES_ALL, SUPERVISION, Role
from yiding.web.access import BUSINESS
from yiding.web.journal.contexts import READS_ALL

#: What is sent by a form, or is a file, or is told to a program.
NO_PAGES = frozenset({
    "set_language", "set-display", "sign-in-demo", "sign-out", "inbox-read", "journal-export",
    "matters-xlsx", "matters-csv", "file-download", "registry-export", "registry-template",
    "desk-token-revoke", "desk-release", "matter-acts", "inbox-open",
    "ledgers-template", "ledgers-xlsx", "ledgers-csv", "ledgers-refused",
    "ledgers-view-keep", "ledgers-view-drop",
})  # fmt: skip
#: The application interface is not for reading.
NOT_OURS = "api/"
_PAPER_VERBS = ("submit", "sign", "return", "refuse", "name_unit", "supersede", "propose")
_KINDS = ("units", "aliases", "successions", "groups", "members", "people", "posts")


@dataclass(frozen=True)
class Sample:
    """One page: its address's name and arguments, and who opens it; nobody named: whoever may."""

    name: str
    args: dict[str, str] = field(default_factory=dict)
    roles: frozenset[Role] = frozenset()
    query: dict[str, str] = field(default_factory=dict)

    def path(self, places: dict[str, str]) -> str:
        """Where it is in the town."""
        args = {key: value.format_map(places) for key, value in self.args.items()}
        query = {key: value.format_map(places) for key, value in self.query.items()}
        return reverse(self.name, kwargs=args) + (f"?{urlencode(query)}" if query else "")

    @property
    def is_key(self) -> bool:
        """Whether a browser looks at it each time: one page of each kind that people work with."""
        return self in KEY_PAGES

    def openers(self) -> list[Role]:
        """Each role that may open it, those first who work there."""
        allowed = self.roles or desks()[self.name]
        return [role for role in Role if role in allowed and role in desks()[self.name]]

    def __str__(self) -> str:
        """Its name in a report of tests."""
        words = [*self.args.values(), *self.query.values()]
        return "-".join([self.name, *(word.strip("{}") for word in words)])


def desks() -> dict[str, frozenset[Role]]:
    """Every named page and the roles that may open it."""
    return {
        str(one.name): getattr(one.callback, "desk_roles", frozenset())
        for one in _patterns(get_resolver())
    }


def _patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            yield one
        elif not str(one.pattern).startswith(NOT_OURS):
            yield from _patterns(one)


def _acts(name: str, model: type, address: str) -> Iterator[Sample]:
    """A page for each act on a kind of thing, opened by one role that may do it."""
    for action in actions_on(model):
        if action.begins_anew:
            continue
        args = {address: f"{{{model.__name__.lower()}_{action.verb}}}", "verb": action.verb}
        yield Sample(name, args, _one(action))


def _one(action: Action) -> frozenset[Role]:
    return frozenset({min(action.roles)})


def _matter_acts() -> Iterator[Sample]:
    for action in actions_on(Matter):
        args = {"paper": "{minutes}", "clause": f"{{matter_{action.verb}}}", "verb": action.verb}
        yield Sample("matter-act", args, _one(action))


def _paper_acts() -> Iterator[Sample]:
    papers = {"sign": "{submitted}", "return": "{submitted}", "propose": "{minutes}"}
    for verb in _PAPER_VERBS:
        named = {action.verb: action for action in actions_on(Minutes)}
        args = {"paper": papers.get(verb, "{reviewing}"), "verb": verb}
        yield Sample("minutes-act", args, _one(named[verb]))


_MATTER = {"paper": "{minutes}", "clause": "{matter}"}
_REVIEW = {"paper": "{reviewing}"}
_UNIT = {"code": "{unit}"}
_LEDGER = {"slug": "premises"}
_ENTRY = {**_LEDGER, "kind": "office", "key": "{entry}"}
_BATCH = {**_LEDGER, "key": "{batch}"}
_RULE = {**_LEDGER, "rule": "area-within-limit"}
#: What the trial of a rule is filled in with.
_TRIED = {"try": "1", "kind": "office", "f-level": "city", "f-rank": "staff", "f-area_m2": "9.01"}
_TRIED_WRONG = {**_TRIED, "f-area_m2": "九"}
SAMPLES: tuple[Sample, ...] = (
    Sample("home"),
    Sample("parts", roles=frozenset({Role.SUPERVISOR})),
    Sample("sign-in", roles=frozenset({Role.SUPERVISOR})),
    Sample("password"),
    Sample("journal-list"),
    Sample("journal-event", {"seq": "{seq}"}, READS_ALL),
    Sample("journal-verification"),
    Sample("matters-list"),
    Sample("matters-list", query={"view": "late"}),
    Sample("matter-page", _MATTER, BUSINESS - {Role.ARCHIVIST}),
    Sample("matter-page", {"paper": "{minutes}", "clause": "{matter_archive}"}),
    Sample("matter-page", _MATTER, SUPERVISION, {"as_of": "2026-06-30"}),
    Sample("matter-page", {"paper": "{minutes}", "clause": "{matter_decide_review}"}, LEADERS),
    *_matter_acts(),
    Sample("inbox-list"),
    Sample("search", query={"q": "节水行动"}),
    Sample("proofs-list"),
    Sample("mayor"),
    Sample("units-list"),
    Sample("units-desk", _UNIT),
    Sample("minutes-list"),
    Sample("minutes-page", {"paper": "{minutes}"}),
    Sample("minutes-proof", {"paper": "{minutes}"}),
    *_paper_acts(),
    Sample("review-upload"),
    Sample("review-page", _REVIEW),
    Sample("review-page", {"paper": "{submitted}"}),
    Sample("review-page", {"paper": "{elsewhere}"}, frozenset({Role.SUPERVISOR})),
    Sample("review-complete", _REVIEW),
    Sample("topics-list"),
    Sample("topics-begin", {"verb": "file"}, frozenset({Role.LIAISON})),
    Sample("topics-page", {"address": "{topic}"}),
    *_acts("topics-act", Topic, "address"),
    Sample("meetings-list"),
    Sample("meetings-begin", {"verb": "plan"}, frozenset({Role.SECRETARY_GENERAL})),
    Sample("meetings-page", {"address": "{meeting}"}),
    Sample("meetings-page", {"address": "{meeting_minute}"}, SUPERVISION),
    *_acts("meetings-act", Meeting, "address"),
    Sample("slips-list"),
    Sample("slips-page", {"address": "{slip}"}),
    *_acts("slips-act", Slip, "address"),
    Sample("rulepacks-list"),
    Sample("rulepacks-page", {"slug": "{pack}"}),
    Sample("rulepacks-choose", {"slug": "{pack}"}),
    Sample("rulepacks-dry-run", {"slug": "{pack}"}),
    Sample("law-list"),
    Sample("law-list", query={"view": "local"}),
    Sample("law-instrument", {"slug": "ndrc-2014-2674"}),
    Sample("law-provision", {"slug": "ndrc-2014-2674", "article": "annex-1"}),
    Sample("ledgers-list"),
    Sample("ledgers-page", _LEDGER),
    Sample("ledgers-page", _LEDGER, OF_A_UNIT, {"verdict": "breached"}),
    Sample("ledgers-page", _LEDGER, SUPERVISION, {"words": "没有写过", "kind": "person"}),
    Sample("ledgers-entry", _ENTRY),
    Sample("ledgers-new", {**_LEDGER, "kind": "office"}),
    Sample("ledgers-edit", _ENTRY),
    Sample("ledgers-retire", _ENTRY),
    Sample("ledgers-rules", _LEDGER),
    Sample("ledgers-rule", _RULE, query=_TRIED),
    Sample("ledgers-rule", _RULE, frozenset({Role.SUPERVISOR}), _TRIED_WRONG),
    Sample("ledgers-check", _LEDGER),
    Sample("ledgers-import", _LEDGER),
    Sample("ledgers-batch", _BATCH, SEES_ALL),
    Sample("ledgers-batch-take", _BATCH, SUPERVISION),
    Sample("ledgers-indicators", _LEDGER),
    Sample("ledgers-indicator", {**_LEDGER, "name": "{indicator}"}),
    *(Sample("ledgers-page", {"slug": slug}, SUPERVISION) for slug in SLUGS[1:]),
    *(Sample("ledgers-rules", {"slug": slug}, LEADERS) for slug in SLUGS[1:]),
    *(Sample("ledgers-indicators", {"slug": slug}, LEADERS) for slug in SLUGS[1:]),
    Sample("residents", roles=frozenset({Role.SUPERVISOR})),
    Sample("residents-community", {"key": "{community}"}, frozenset({Role.SUPERVISOR})),
    Sample("residents-codes", {"key": "{community}"}, frozenset({Role.SUPERVISOR})),
    Sample("assessment"),
    Sample("assessment-edit", roles=SUPERVISION),
    Sample("registry-units"),
    Sample("registry-unit", _UNIT),
    Sample("registry-groups"),
    Sample("registry-people"),
    Sample("registry-workbook"),
    *(Sample("registry-add", {"kind": kind}) for kind in _KINDS),
    Sample("registry-edit", {"kind": "units", "key": "{unit_key}"}),
    Sample("registry-edit", {"kind": "aliases", "key": "{alias_key}"}),
    Sample("registry-edit", {"kind": "posts", "key": "{post_key}"}),
    Sample("desk-system"),
    Sample("desk-open"),
    Sample("desk-account", {"key": "{account}"}),
    Sample("desk-account-edit", {"key": "{account}"}),
    Sample("desk-account-act", {"key": "{account}", "verb": "stop"}),
    Sample("desk-security"),
    Sample("desk-tokens"),
    Sample("desk-role", {"key": "{account}"}),
    Sample("desk-audit"),
)
#: By the names of their addresses; of several samples of a name the first.
KEY_NAMES = (
    "home", "parts", "sign-in", "journal-list", "matters-list", "matter-page", "matter-act",
    "inbox-list", "search", "proofs-list", "mayor", "units-desk", "minutes-list", "minutes-page",
    "minutes-proof", "review-upload", "review-page", "topics-page", "meetings-page", "slips-page",
    "rulepacks-page", "law-provision", "ledgers-list", "ledgers-page", "ledgers-entry",
    "ledgers-edit", "ledgers-rule", "ledgers-import", "ledgers-batch", "ledgers-indicator",
    "assessment", "registry-units", "registry-add", "desk-system",
)  # fmt: skip
KEY_PAGES = [next(one for one in SAMPLES if one.name == name) for name in KEY_NAMES] + [
    one for one in SAMPLES if one.name == "ledgers-page" and one.args != _LEDGER
]
LOOKED_AT = SAMPLES if EVERY else KEY_PAGES
