"""The chain as it stands in the database, checked or handed out."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Max

from yiding.journal.models import Checkpoint, Event, Head
from yiding.journal.verify import ORIGIN, Link, Mark, Span, Verdict, check

#: The place before the first event.
BEGINNING = Mark(0, ORIGIN)


def span_now(start: Mark = BEGINNING) -> Span:
    """The chain from a place up to where it ends now, with the checkpoints on the way."""
    head = Head.objects.filter(pk=1).first()
    end = head.mark() if head else BEGINNING
    kept = Checkpoint.objects.filter(seq__gt=start.seq)
    return Span(start, end, tuple(each.mark() for each in kept))


def events_of(span: Span) -> Iterator[Event]:
    """The events of a span, in order, a few at a time."""
    rows = Event.objects.filter(seq__gt=span.start.seq, seq__lte=span.end.seq).order_by("seq")
    return rows.iterator(chunk_size=2000)


def check_chain(latest: int | None = None, expected: tuple[Mark, ...] = ()) -> Verdict:
    """Check every stored event, or the latest few, against the head and the checkpoints.

    ``expected`` are hashes noted elsewhere, checked like checkpoints.
    """
    # read before the head: an event past a head read later was never put there by an act
    last = Event.objects.aggregate(last=Max("seq"))["last"] or 0
    span = span_now(_start(last, latest))
    span = Span(span.start, span.end, (*span.marks, *expected))
    reach = Span(span.start, Mark(max(last, span.end.seq), ""))
    return check(_links(reach), span)


def _start(last: int, latest: int | None) -> Mark:
    if latest is None or latest >= last:
        return BEGINNING
    before = Event.objects.filter(seq=last - latest).first()
    return Mark(before.seq, before.hash) if before else BEGINNING


def _links(span: Span) -> Iterator[Link]:
    return (event.link() for event in events_of(span))
