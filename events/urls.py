from __future__ import annotations

from django.urls import path

from . import views

app_name = "events"
urlpatterns = [
    path("", views.event_list, name="list"),
    path("<number:number>/", views.event),
    path("<number:number>/<slug>/", views.event, name="item"),
]
