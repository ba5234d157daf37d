"""Topics and meetings: lists, pages, and the page of every act on them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext, pgettext

from yiding.followup.models import Meeting, Topic
from yiding.registry.models import Account
from yiding.web.access import account_of, desk, jurisdiction_of
from yiding.web.acts.page import Scene, action_on
from yiding.web.acts.views import Wish, answer, receive_about
from yiding.web.meetings.addresses import (
    MEETINGS_HREF,
    TOPICS_HREF,
    meeting_href,
    topic_href,
)
from yiding.web.meetings.meetings import meeting_list, meeting_page, name_of
from yiding.web.meetings.sight import meetings_seen_by, topics_seen_by
from yiding.web.meetings.topics import mover_words, topic_list, topic_page
from yiding.web.parts import Crumb


@desk()
def list_topics(request: HttpRequest) -> HttpResponse:
    """The topics, those that wait for the reader first."""
    return render(
        request, "meetings/topics.html", {"page": topic_list(account_of(request), request.GET)}
    )


@desk()
def show_topic(request: HttpRequest, address: str) -> HttpResponse:
    """One topic."""
    account, at = account_of(request), timezone.now()
    topic = topic_seen(account, address)
    receive_about(address, account, at)
    return render(request, "meetings/topic.html", {"page": topic_page(topic, account, at)})


@desk()
def begin_topic(request: HttpRequest, verb: str) -> HttpResponse:
    """An act that makes a topic."""
    account, action = account_of(request), action_on(Topic, verb, begins_anew=True)
    jurisdiction_of(request)
    subject = action.begin(account, timezone.now())
    crumbs = (Crumb(pgettext("nav", "议题"), TOPICS_HREF),)
    words = account.unit.name if account.unit else ""
    scene = Scene(subject, words, crumbs, TOPICS_HREF)
    wish = Wish(action, "", lambda: scene, lambda done: topic_href(done.address))
    return answer(request, wish)


@desk()
def act_on_topic(request: HttpRequest, address: str, verb: str) -> HttpResponse:
    """An act on a topic."""
    account, action = account_of(request), action_on(Topic, verb)
    href = topic_href(address)
    wish = Wish(action, address, lambda: _topic_scene(account, address), lambda _done: href)
    return answer(request, wish)


@desk()
def list_meetings(request: HttpRequest) -> HttpResponse:
    """The meetings, planned and held."""
    jurisdiction_of(request)
    page = meeting_list(account_of(request), request.GET, timezone.now())
    return render(request, "meetings/meetings.html", {"page": page})


@desk()
def show_meeting(request: HttpRequest, address: str) -> HttpResponse:
    """One meeting."""
    account, at = account_of(request), timezone.now()
    meeting = meeting_seen(account, address)
    receive_about(address, account, at)
    return render(request, "meetings/meeting.html", {"page": meeting_page(meeting, account, at)})


@desk()
def begin_meeting(request: HttpRequest, verb: str) -> HttpResponse:
    """An act that makes a meeting."""
    account, action = account_of(request), action_on(Meeting, verb, begins_anew=True)
    jurisdiction_of(request)
    subject = action.begin(account, timezone.now())
    crumbs = (Crumb(pgettext("nav", "会议"), MEETINGS_HREF),)
    scene = Scene(subject, "", crumbs, MEETINGS_HREF)
    wish = Wish(action, "", lambda: scene, lambda done: meeting_href(done.address))
    return answer(request, wish)


@desk()
def act_on_meeting(request: HttpRequest, address: str, verb: str) -> HttpResponse:
    """An act on a meeting."""
    account, action = account_of(request), action_on(Meeting, verb)
    href = meeting_href(address)
    wish = Wish(action, address, lambda: _meeting_scene(account, address), lambda _done: href)
    return answer(request, wish)


def topic_seen(account: Account, address: str) -> Topic:
    """The topic under an address, if the account may open it; else 404."""
    rows = topics_seen_by(account).select_related("jurisdiction", "unit", "meeting")
    found = rows.filter(address=address).first()
    if found is None:
        raise Http404(gettext("没有 %(address)s，或者不归您看。") % {"address": address})
    return found


def meeting_seen(account: Account, address: str) -> Meeting:
    """The meeting under an address, if the account may open it; else 404."""
    rows = meetings_seen_by(account).select_related("jurisdiction", "chair")
    found = rows.filter(address=address).first()
    if found is None:
        raise Http404(gettext("没有 %(address)s，或者不归您看。") % {"address": address})
    return found


def _topic_scene(account: Account, address: str) -> Scene:
    topic = topic_seen(account, address)
    facts = [
        (gettext("申报单位"), topic.unit.name),
        (gettext("现在"), topic.get_state_display()),
        (gettext("谁来办"), mover_words(topic) or gettext("没有要办的")),
    ]
    crumbs = (Crumb(pgettext("nav", "议题"), TOPICS_HREF), Crumb("", topic_href(address), address))
    return Scene(topic, topic.title, crumbs, topic_href(address), tuple(facts))


def _meeting_scene(account: Account, address: str) -> Scene:
    meeting = meeting_seen(account, address)
    facts = ((gettext("现在"), meeting.get_state_display()),)
    first = Crumb(pgettext("nav", "会议"), MEETINGS_HREF)
    crumbs = (first, Crumb("", meeting_href(address), address))
    return Scene(meeting, name_of(meeting), crumbs, meeting_href(address), facts)
