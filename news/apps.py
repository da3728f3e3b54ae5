from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from thinktank.editorial import kinds


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("Centre news")

    def ready(self) -> None:
        from .models import NewsItem, type_names

        kinds.register(
            kinds.Kind(
                code=NewsItem.KIND,
                model_label="news.NewsItem",
                types=type_names,
                leading=False,
            )
        )
