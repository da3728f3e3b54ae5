from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "thinktank.public"
    label = "public"
