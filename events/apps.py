from functools import partial

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from thinktank.editorial import kinds


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Events")

    def ready(self) -> None:
        from thinktank.public.home_page import add_block
        from thinktank.public.item_page import preview

        from .event_page import event_layout
        from .front_page import coming
        from .models import Event, type_names
        from .readiness import advice

        kinds.register(
            kinds.Kind(
                code=Event.KIND,
                model_label="events.Event",
                types=type_names,
                preview=partial(preview, layout=event_layout),
                leading=False,
                announced=True,
                advice=advice,
            )
        )
        add_block("events", coming)
