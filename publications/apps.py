from functools import partial

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from thinktank.editorial import kinds


class PublicationsConfig(AppConfig):
    name = "publications"
    verbose_name = _("Publications")

    def ready(self) -> None:
        from thinktank.public.item_page import preview

        from .models import PublicationType
        from .publication_page import publication_layout
        from .readiness import advice

        kinds.register(
            kinds.Kind(
                code="publications",
                model_label="publications.Publication",
                types=PublicationType.objects.labels,
                advice=advice,
                preview=partial(preview, layout=publication_layout),
            )
        )
