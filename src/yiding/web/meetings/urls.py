"""Addresses of topics and meetings; ``acts`` is no address of either."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from yiding.web.meetings import views

urlpatterns: list[URLPattern] = [
    path("topics/", views.list_topics, name="topics-list"),
    path("topics/acts/<slug:verb>/", views.begin_topic, name="topics-begin"),
    path("topics/<slug:address>/", views.show_topic, name="topics-page"),
    re_path(
        r"^topics/(?P<address>[-\w]+)/(?P<verb>[a-z_]+)/$", views.act_on_topic, name="topics-act"
    ),
    path("meetings/", views.list_meetings, name="meetings-list"),
    path("meetings/acts/<slug:verb>/", views.begin_meeting, name="meetings-begin"),
    path("meetings/<slug:address>/", views.show_meeting, name="meetings-page"),
    re_path(
        r"^meetings/(?P<address>[-\w]+)/(?P<verb>[a-z_]+)/$",
        views.act_on_meeting,
        name="meetings-act",
    ),
]
