from functools import partial

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from thinktank.editorial import kinds


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("Centre news")

    def ready(self) -> None:
        from thinktank.public.item_page import preview

        from .models import NewsItem, type_names
        from .news_page import news_layout

        kinds.register(
            kinds.Kind(
                code=NewsItem.KIND,
                model_label="news.NewsItem",
                types=type_names,
                preview=partial(preview, layout=news_layout),
                leading=False,
            )
        )
