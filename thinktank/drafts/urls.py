from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [path("<str:token>/", views.draft, name="draft")]
