"""Where topics and meetings are on the site."""

from __future__ import annotations

TOPICS_HREF, MEETINGS_HREF = "/topics/", "/meetings/"
FILE_HREF, PLAN_HREF = "/topics/acts/file/", "/meetings/acts/plan/"


def topic_href(address: str) -> str:
    """The page of a topic."""
    return f"{TOPICS_HREF}{address}/"


def topic_act_href(address: str, verb: str) -> str:
    """The page of an act on a topic."""
    return f"{TOPICS_HREF}{address}/{verb}/"


def meeting_href(address: str) -> str:
    """The page of a meeting."""
    return f"{MEETINGS_HREF}{address}/"


def meeting_act_href(address: str, verb: str) -> str:
    """The page of an act on a meeting."""
    return f"{MEETINGS_HREF}{address}/{verb}/"
