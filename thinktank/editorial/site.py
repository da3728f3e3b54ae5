"""The site of the admin: its start page lists records by what people come to do."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.apps import apps
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_POST, require_safe

TASKS = {
    "content": pgettext_lazy("task at the desk", "Content"),
    "reference": pgettext_lazy("task at the desk", "Reference"),
    "media": pgettext_lazy("task at the desk", "Pictures and files"),
    "house": pgettext_lazy("task at the desk", "House and front page"),
    "accounts": pgettext_lazy("task at the desk", "Accounts"),
    "records": pgettext_lazy("task at the desk", "Records"),
}
"""The groups of the start page, in their order."""
TASK_OF_APP = {
    "reference": "reference",
    "media": "media",
    "house": "house",
    "public": "house",
    "auth": "accounts",
    "editorial": "records",
    "search": "records",
}
"""The group of an app's records, unless their admin names another as its `task`."""


VIEW_ON_SITE = "view_on_site"
"""Django's door to the address of any record by its number, for all members of staff:
it would tell the addresses of texts that are scheduled."""


class DeskSite(AdminSite):
    def get_urls(self) -> list[URLPattern | URLResolver]:
        view = self.admin_view(self.language_report)
        box = self.admin_view(self.desk_box)
        return [
            path("language-check/", view, name="language_report"),
            path("coming/", self.admin_view(require_safe(self.coming)), name="coming"),
            path("desk/<str:code>/", box, name="desk_box"),
            path(
                "housekeeping/",
                self.admin_view(self.housekeeping),
                name="housekeeping",
            ),
            path(
                "housekeeping/<str:code>/",
                self.admin_view(self.findings),
                name="findings",
            ),
            path("my-email/", self.admin_view(self.my_email), name="my_email"),
            *self._manuscripts(),
            *self._trash(),
            *(p for p in super().get_urls() if getattr(p, "name", "") != VIEW_ON_SITE),
        ]

    def _manuscripts(self) -> list[URLPattern]:
        pages = {
            "send": ("", "import"),
            "review": ("<uuid:key>/", "review"),
            "picture": ("<uuid:key>/pictures/<int:number>/", "picture"),
            "download": ("<uuid:key>/file/", "download"),
        }
        return [
            path(
                f"manuscripts/{route}",
                self.admin_view(partial(self._manuscript_page, view)),
                name=f"manuscripts_{name}",
            )
            for view, (route, name) in pages.items()
        ]

    def _manuscript_page(
        self, view: str, request: HttpRequest, **named: Any
    ) -> HttpResponse:
        from .admin import manuscripts

        answer: HttpResponse = getattr(manuscripts, view)(self, request, **named)
        return answer

    def _trash(self) -> list[URLPattern]:
        pages = {"": "trash", "<int:number>/": "trash_act"}
        return [
            path(
                f"trash/{route}",
                self.admin_view(partial(self._trash_page, name)),
                name=name,
            )
            for route, name in pages.items()
        ]

    def _trash_page(
        self, name: str, request: HttpRequest, **named: Any
    ) -> HttpResponse:
        from thinktank.editorial.admin.acts import trash_page

        pages = {
            "trash": require_safe(partial(trash_page.listing, self)),
            "trash_act": require_POST(partial(trash_page.act, self)),
        }
        answer: HttpResponse = pages[name](request, **named)
        return answer

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """What waits for the person, above the lists of records."""
        # The pages of the desk need models, which come after the site.
        from thinktank.editorial.admin.overviews import mydesk

        more = mydesk.context(request) | (extra_context or {})
        return super().index(request, more)

    def desk_box(self, request: HttpRequest, code: str) -> HttpResponse:
        from thinktank.editorial.admin.overviews import mydesk

        return mydesk.box(request, self, code)

    def housekeeping(self, request: HttpRequest) -> HttpResponse:
        from thinktank.editorial.admin.overviews import housekeeping

        return housekeeping.overview(request, self)

    def findings(self, request: HttpRequest, code: str) -> HttpResponse:
        from thinktank.editorial.admin.overviews import housekeeping

        return housekeeping.findings(request, self, code)

    def my_email(self, request: HttpRequest) -> HttpResponse:
        from thinktank.editorial.admin.overviews import myemail

        return myemail.page(request, self)

    def language_report(self, request: HttpRequest) -> HttpResponse:
        from thinktank.editorial.admin.overviews import language_report

        return language_report.report(self, request)

    def coming(self, request: HttpRequest) -> HttpResponse:
        from thinktank.editorial.admin.overviews import coming

        return coming.listing(self, request)

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[dict[str, Any]]:
        """All that somebody may see, by task; of one app, as Django lists it."""
        listed = super().get_app_list(request, app_label)
        if app_label:
            return listed
        models: dict[str, list[dict[str, Any]]] = {}
        for app in listed:
            for row in app["models"]:
                models.setdefault(self._task(row["model"]), []).append(row)
        groups = {
            task: _group(task, sorted(models[task], key=_order))
            for task in TASKS
            if task in models
        }
        if "content" in groups:
            groups["content"]["models"] += self._reports(request)
            groups["content"]["models"] += self._import(request)
            groups["content"]["models"] += self._coming(request)
            groups["content"]["models"] += self._trash_row(request)
        return list(groups.values())

    def _import(self, request: HttpRequest) -> list[dict[str, Any]]:
        """The row that leads to the import of manuscripts, for those who may."""
        from .admin.manuscripts.permits import may_import

        if not may_import(request):
            return []
        return [
            {
                "name": _("Import a manuscript…"),
                "object_name": "ManuscriptImport",
                "admin_url": reverse("admin:manuscripts_import"),
                "add_url": None,
                "view_only": True,
            }
        ]

    def _reports(self, request: HttpRequest) -> list[dict[str, Any]]:
        """The rows that lead to reports, for those who may look at items."""
        from .admin.lookup import kinds_seen_by

        if not kinds_seen_by(request):
            return []
        rows = {
            "language_report": ("LanguageReport", _("Language check")),
            "housekeeping": ("Housekeeping", _("Housekeeping")),
        }
        return [
            {
                "name": label,
                "object_name": name,
                "admin_url": reverse(f"admin:{page}"),
                "add_url": None,
                "view_only": True,
            }
            for page, (name, label) in rows.items()
        ]

    def _coming(self, request: HttpRequest) -> list[dict[str, Any]]:
        """The row that leads to what is scheduled, for those who may look at items."""
        from .admin.lookup import kinds_seen_by

        if not kinds_seen_by(request):
            return []
        return [
            {
                "name": _("What goes out when"),
                "object_name": "Coming",
                "admin_url": reverse("admin:coming"),
                "add_url": None,
                "view_only": True,
            }
        ]

    def _trash_row(self, request: HttpRequest) -> list[dict[str, Any]]:
        """The row that leads to the trash, for those who may put something there."""
        from thinktank.editorial.admin.acts.trash_page import kinds_trashed_by

        if not kinds_trashed_by(request):
            return []
        return [
            {
                "name": _("Trash"),
                "object_name": "Trash",
                "admin_url": reverse("admin:trash"),
                "add_url": None,
                "view_only": True,
            }
        ]

    def _task(self, model: Any) -> str:
        label = model._meta.app_label
        own = getattr(self._registry[model], "task", "")
        return own or TASK_OF_APP.get(label, "content")


def _group(task: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": TASKS[task],
        "app_label": f"task-{task}",
        "app_url": "",
        "has_module_perms": True,
        "models": rows,
    }


def _order(row: dict[str, Any]) -> tuple[bool, int]:
    """That of the settings and of each app's models, the most used first; what holds
    items of all kinds stands after the kinds, and what concerns searches at the end."""
    model = row["model"]
    last = model._meta.app_label in ("editorial", "search")
    return last, list(apps.get_models()).index(model)
