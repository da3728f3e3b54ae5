from __future__ import annotations

from django.urls import path

from . import views

app_name = "publications"
urlpatterns = [
    path("", views.publication_list, name="list"),
    path("<number:number>/", views.publication),
    path("<number:number>/<slug>/", views.publication, name="item"),
]
