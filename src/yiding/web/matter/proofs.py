"""What proves a matter: each piece of evidence with its lights and the checks that ran."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from yiding.followup.models import Evidence
from yiding.followup.precheck import Finding, findings_of
from yiding.web.parts import Check, Proof
from yiding.web.parts.formats import number
from yiding.web.parts.marks import Light

_LIGHTS: dict[str, Light] = {
    Evidence.Verdict.PENDING: "said",
    Evidence.Verdict.ACCEPTED: "proved",
    Evidence.Verdict.REFUSED: "back",
}


@dataclass(frozen=True)
class Proven:
    """How much of what was filed has been found good, in words."""

    words: str
    is_short: bool


def proofs_of(evidence: list[Evidence]) -> list[Proof]:
    """Every piece, the last filed first."""
    return [_proof(one) for one in evidence]


def proven(evidence: list[Evidence]) -> Proven | None:
    """「3 份中 1 份核实」: only what was verified counts."""
    if not evidence:
        return None
    good = sum(one.verdict == Evidence.Verdict.ACCEPTED for one in evidence)
    values = {"filed": number(len(evidence)), "good": number(good)}
    words = gettext("%(filed)s 份中 %(good)s 份核实") % values
    return Proven(words, good < len(evidence))


def checks(findings: list[Finding]) -> tuple[Check, ...]:
    """Findings as the lines of a list of checks."""
    return tuple(Check("yes" if one.holds else "no", one.words) for one in findings)


def _proof(one: Evidence) -> Proof:
    return Proof(
        name=one.title,
        light=_LIGHTS[one.verdict],
        kind_words=gettext("，").join(_kind(one)),
        href=reverse("file-download", args=[one.file.sha256]) if one.file else one.link,
        on=one.dated_on,
        checks=checks(findings_of(one)),
        sha256=one.file.sha256 if one.file else "",
        verifier=one.verified_by.name if one.verified_by else "",
    )


def _kind(one: Evidence) -> Iterator[str]:
    yield one.get_kind_display()
    yield from (words for words in (one.document_number, one.issuer) if words)
    if one.witness:
        yield gettext("见证人 %(who)s") % {"who": one.witness}
    yield gettext("%(who)s 填报") % {"who": one.submitted_by.name}
