from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "thinktank.search"
    label = "search"
