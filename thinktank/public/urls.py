"""Addresses that no single kind owns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import path

from . import views
from .converters import register

register()


def record(folder: str, name: str, view: Callable[..., HttpResponse]) -> list[Any]:
    """The address of a record, with any slug or none; `name` is its model's."""
    start = f"<language:language>/{folder}/<number:number>/"
    return [path(start, view), path(f"{start}<slug>/", view, name=name)]


urlpatterns = [
    path("files/<number:number>/<str:name>", views.download, name="file"),
    path("", views.root, name="root"),
    path("robots.txt", views.robots),
    path("favicon.ico", views.icon),
    path("<language:language>/", views.home, name="home"),
    path("<language:language>/topics/", views.topics, name="topics"),
    *record("topics", "topic", views.topic),
    path("<language:language>/regions/", views.regions, name="regions"),
    *record("regions", "region", views.region),
    path("<language:language>/people/", views.people, name="people"),
    *record("people", "person", views.person),
    path("<language:language>/programmes/", views.programmes, name="programmes"),
    *record("programmes", "programme", views.programme),
    *record("series", "series", views.series),
    path("<language:language>/archive/", views.archive, name="archive"),
    path("<language:language>/archive/<year:year>/", views.year, name="year"),
    path("<language:language>/search/", views.search, name="search"),
    path(
        "<language:language>/search/suggestions", views.suggestions, name="suggestions"
    ),
    path("a/<number:number>", views.short, name="short"),
    path("a/<number:number>/", views.short),
    path(
        "a/<number:number>/<language:language>",
        views.short_in_language,
        name="short-in",
    ),
    path("a/<number:number>/<language:language>/", views.short_in_language),
]
