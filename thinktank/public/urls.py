"""Addresses that no single kind owns."""

from __future__ import annotations

from django.urls import path

from . import views
from .converters import register

register()

urlpatterns = [
    path("files/<number:number>/<str:name>", views.download, name="file"),
    path("", views.root, name="root"),
    path("robots.txt", views.robots),
    path("favicon.ico", views.icon),
    path("<language:language>/", views.home, name="home"),
    path("<language:language>/topics/<number:number>/", views.topic),
    path(
        "<language:language>/topics/<number:number>/<slug>/", views.topic, name="topic"
    ),
    path("<language:language>/people/<number:number>/", views.person),
    path(
        "<language:language>/people/<number:number>/<slug>/",
        views.person,
        name="person",
    ),
    path("a/<number:number>", views.short, name="short"),
    path("a/<number:number>/", views.short),
    path("a/<number:number>/<language:language>", views.short_in_language),
    path("a/<number:number>/<language:language>/", views.short_in_language),
]
