"""What every public page has around its own content, and how it becomes a response."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from thinktank import house
from thinktank.house.plain import HouseSettings
from thinktank.language.bidi import isolate_plain
from thinktank.language.numbers import Digits
from thinktank.language.scripts import direction, script_for

from . import languages
from .addresses import absolute, home_path
from .destinations import Destination
from .furniture import Furniture, furniture

Answer = TypeVar("Answer", bound=HttpResponseBase)
KEPT_FOR = "public, max-age=60"
FONTS = {
    "arabic": ("fonts/reading-naskh.woff2", "fonts/interface-600.woff2"),
    "latin": ("fonts/reading-serif.woff2", "fonts/interface-600.woff2"),
}
"""The two font files that a page in each script asks for first."""


@dataclass(frozen=True)
class Frame:
    """A page's language, title, place and versions in other languages.

    `path` is the canonical address, empty for a page that has none. `versions` maps
    each language in which this page can be read to its address there, and
    `negotiated` is the address that chooses among them by the visitor's language.
    `section` is the kind's code, or "home", under which the navigation shows it.
    `house` is what the centre has set; `fittings` are menus and news strip, where
    they must not be asked of the database.
    """

    language: str
    title: str
    path: str = ""
    description: str = ""
    keywords: str = ""
    section: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)
    negotiated: str = ""
    type: str = "website"
    indexed: bool = True
    house: HouseSettings = field(default_factory=house.current)
    fittings: Furniture | None = None

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def digits(self) -> Digits:
        """The digits of generated numbers on this page: "latn" or "arab"."""
        arabic = script_for(self.language) == "arabic"
        return self.house.style.digits if arabic else "latn"

    @property
    def fonts(self) -> tuple[str, ...]:
        return FONTS.get(script_for(self.language), FONTS["latin"])

    @property
    def centre(self) -> str:
        return self.house.name_in(self.language)

    @property
    def centre_description(self) -> str:
        return self.house.description_in(self.language)

    @property
    def about(self) -> str:
        return self.house.about_in(self.language)

    @property
    def rights(self) -> str:
        return self.house.rights_in(self.language)

    @property
    def postal_address(self) -> str:
        return self.house.postal_address_in(self.language)

    @property
    def reachable(self) -> bool:
        """Whether the footer has anything to say of where the centre is found."""
        house = self.house
        ways = (self.postal_address, house.email, house.telephone, house.profiles)
        return any(ways)

    @property
    def titles(self) -> str:
        """The marks that titles of works have on this page, where styles set them."""
        arabic = script_for(self.language) == "arabic"
        return self.house.style.titles if arabic else ""

    @property
    def locale(self) -> str:
        """The language as Open Graph names it, with a territory."""
        return settings.SOCIAL_LOCALES[self.language]

    @property
    def other_locales(self) -> list[str]:
        """The locales of this page's other versions."""
        return [settings.SOCIAL_LOCALES[o.language] for o in self.other_versions]

    @property
    def home(self) -> str:
        return home_path(self.language)

    @property
    def search(self) -> str:
        return reverse("search", kwargs={"language": self.language})

    @property
    def suggestions(self) -> str:
        return reverse("suggestions", kwargs={"language": self.language})

    @property
    def year(self) -> int:
        return timezone.localdate(timezone=self.house.zone).year

    @property
    def social_title(self) -> str:
        """The title where no markup can stand."""
        title = isolate_plain(self.title, self.language)
        return title or f"{self.centre} {self.centre_description}"

    @property
    def full_title(self) -> str:
        """The title of the window: the page's own, then the centre's name."""
        own = self.social_title
        return f"{own} · {self.centre}" if self.title else own

    @property
    def summary(self) -> str:
        """The page in a sentence for machines: its own, or what the centre is."""
        centre = self.about or f"{self.centre} {self.centre_description}"
        return self.description or centre

    @property
    def canonical(self) -> str:
        return absolute(self.path)

    @property
    def alternates(self) -> dict[str, str]:
        """Absolute addresses by hreflang, when the page has several versions."""
        if len(self.versions) < 2 or not self.indexed:
            return {}
        found = {code: absolute(path) for code, path in self.versions.items()}
        if self.negotiated:
            found["x-default"] = absolute(self.negotiated)
        return found

    @cached_property
    def furniture(self) -> Furniture:
        return self.fittings or furniture(self.language)

    @property
    def sections(self) -> list[Destination]:
        """The site's sections; `current` marks the one in which this page stands."""
        return self._marked(self.furniture.sections)

    @property
    def menu(self) -> list[Destination]:
        """What the navigation at the top lists."""
        return self._marked(self.furniture.header)

    def _marked(self, places: Iterable[Destination]) -> list[Destination]:
        """The page itself, where it is listed, or else the section it stands in."""
        listed = list(places)
        here = [place for place in listed if place.path == self.path]
        around = [place for place in listed if place.section == self.section != ""]
        marked = here or around
        return [replace(place, current=place in marked) for place in listed]

    @property
    def current_section(self) -> Destination | None:
        return next((place for place in self.sections if place.current), None)

    @property
    def here(self) -> Destination | None:
        """Where this page stands in the menu, or else among the sections."""
        around = [*self.menu, *self.sections]
        return next((place for place in around if place.current), None)

    @property
    def switches(self) -> list[Destination]:
        """One for each language: this page there, or else that language's home."""
        return [
            Destination(
                label=languages.own_name(code),
                path=self.versions.get(code) or home_path(code),
                language=code,
                current=code == self.language,
                exists=code in self.versions,
            )
            for code in languages.codes()
        ]

    @property
    def other_versions(self) -> list[Destination]:
        """This page in the other languages in which it can be read."""
        return [
            Destination(str(label), self.versions[code], code)
            for code, label in settings.LANGUAGES
            if code in self.versions and code != self.language
        ]


def respond(
    template: str, frame: Frame, context: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    """Render a page in its own language, whatever the active one is."""
    with translation.override(frame.language):
        html = render_to_string(template, {**context, "frame": frame})
    return HttpResponse(
        html,
        status=status,
        headers={"Content-Language": frame.language, "Cache-Control": KEPT_FOR},
    )


def moved(request: HttpRequest, path: str) -> HttpResponse:
    """301, remembered no longer than a page: what moved may move back one day.

    What the address asked for behind its `?` holds at the new one, too.
    """
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
    response.headers["Cache-Control"] = KEPT_FOR
    return response


def page(view: Callable[..., Answer]) -> Callable[..., Answer]:
    """A view that only shows: GET and HEAD, 405 for anything else.

    Without the exemption a POST would be refused for want of a cookie that the
    public site never sets.
    """
    return csrf_exempt(require_safe(view))
