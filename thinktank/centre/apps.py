from functools import partial

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from thinktank.editorial import kinds


class CentreConfig(AppConfig):
    name = "thinktank.centre"
    label = "centre"
    verbose_name = _("The centre")

    def ready(self) -> None:
        from thinktank.public.item_page import preview

        from .centre_page import layout
        from .models import CentrePage, type_names

        kinds.register(
            kinds.Kind(
                code=CentrePage.KIND,
                model_label="centre.CentrePage",
                types=type_names,
                preview=partial(preview, layout=layout()),
                listed=False,
                leading=False,
            )
        )
