from __future__ import annotations

from django.urls import path

from . import views

app_name = "news"
urlpatterns = [
    path("", views.news_list, name="list"),
    path("<number:number>/", views.news_item),
    path("<number:number>/<slug>/", views.news_item, name="item"),
]
