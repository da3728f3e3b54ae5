from __future__ import annotations

from django.urls import path

from . import views

app_name = "centre"
urlpatterns = [
    path("<number:number>/", views.centre_page),
    path("<number:number>/<slug>/", views.centre_page, name="item"),
]
