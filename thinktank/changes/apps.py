from django.apps import AppConfig


class ChangesConfig(AppConfig):
    name = "thinktank.changes"
    label = "changes"
