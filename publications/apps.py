from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from thinktank.editorial import kinds


class PublicationsConfig(AppConfig):
    name = "publications"
    verbose_name = _("Publications")

    def ready(self) -> None:
        from .models import PublicationType
        from .readiness import advice

        kinds.register(
            kinds.Kind(
                code="publications",
                model_label="publications.Publication",
                types=PublicationType.objects.labels,
                advice=advice,
            )
        )
