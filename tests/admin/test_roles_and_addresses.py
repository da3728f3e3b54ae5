from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from tests.admin.page import address
from tests.cast import (
    make_cast,
    make_event,
    make_file,
    make_image,
    make_person,
    make_publication,
    make_topic,
    make_user,
)
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition, Item, Section
from thinktank.editorial.permissions import SYSTEM
from thinktank.reference.models import Person, Region

ROLES = (
    "anonymous",
    "outsider",
    "nobody",
    "viewer",
    "editor",
    "publisher_ar",
    "publisher_en",
    "admin",
)
"""`outsider` is no staff, `nobody` is staff without any permission."""

NOBODY = ()
SUPERUSER = ("admin",)
PUBLISHERS_OF_ARABIC = ("publisher_ar", "admin")
PUBLISHERS_OF_ENGLISH = ("publisher_en", "admin")
EDITORS = ("editor", "publisher_ar", "publisher_en", "admin")
VIEWERS = ("viewer", *EDITORS)
STAFF = ("nobody", *VIEWERS)

ALLOWED = {
    "index": STAFF,
    "publications": VIEWERS,
    "publication": VIEWERS,
    "add publication": EDITORS,
    "delete publication": SUPERUSER,
    "history": VIEWERS,
    "versions": VIEWERS,
    "revision": VIEWERS,
    "preview ar": VIEWERS,
    "preview en": VIEWERS,
    "publish ar": PUBLISHERS_OF_ARABIC,
    "publish en": PUBLISHERS_OF_ENGLISH,
    "schedule ar": PUBLISHERS_OF_ARABIC,
    "schedule en": PUBLISHERS_OF_ENGLISH,
    "withdraw ar": PUBLISHERS_OF_ARABIC,
    "withdraw en": PUBLISHERS_OF_ENGLISH,
    "cancel en": PUBLISHERS_OF_ENGLISH,
    "move en": PUBLISHERS_OF_ENGLISH,
    "publish facts": SUPERUSER,
    "item": VIEWERS,
    "search for items": VIEWERS,
    "language check": VIEWERS,
    "events": EDITORS,
    "event": EDITORS,
    "add event": EDITORS,
    "delete event": SUPERUSER,
    "preview event": EDITORS,
    "publish event ar": PUBLISHERS_OF_ARABIC,
    "publish facts of event": SUPERUSER,
    "copy event": NOBODY,
    "types": SUPERUSER,
    "people": EDITORS,
    "person": EDITORS,
    "delete person": SUPERUSER,
    "merge people": SUPERUSER,
    "compare people": SUPERUSER,
    "topics": EDITORS,
    "topic": EDITORS,
    "merge topics": SUPERUSER,
    "merge regions": SUPERUSER,
    "house": SUPERUSER,
    "house settings": SUPERUSER,
    "add house": NOBODY,
    "delete house": NOBODY,
    "pictures": EDITORS,
    "picture": EDITORS,
    "add picture": EDITORS,
    "delete picture": SUPERUSER,
    "files": EDITORS,
    "file": EDITORS,
    "download": EDITORS,
    "add file": EDITORS,
    "delete file": SUPERUSER,
    "sections": SUPERUSER,
    "section": SUPERUSER,
    "add section": NOBODY,
    "delete section": NOBODY,
    "audit events": SUPERUSER,
    "audit event": SUPERUSER,
    "add audit event": NOBODY,
    "delete audit event": NOBODY,
    "users": SUPERUSER,
    "groups": SUPERUSER,
}
"""Who may open each address. Sending a form needs what opening it needs."""


def admin(name, *arguments):
    return reverse(f"admin:{name}", args=arguments)


@pytest.mark.large
class TestRolesAndAddresses(TestCase):
    @classmethod
    def setUpTestData(cls):
        cast = make_cast()
        viewer = make_user("viewer", ["view_publication"])
        cls.users = {**vars(cast), "viewer": viewer, "nobody": make_user("nobody")}
        cls.item = make_publication(
            live=True, people=[make_person()], topics=[make_topic()]
        )
        cls.other = make_person("نادر", "Nader")
        cls.region = Region.objects.create(name_en="Gulf")
        tomorrow = timezone.now() + timedelta(days=1)
        publishing.withdraw(cls.item, "ar", "خطأ", by=SYSTEM)
        publishing.publish(cls.item, "ar", by=SYSTEM)
        cls.event = make_event(live=True)
        cls.ahead = publishing.withdraw(cls.item, "en", "Over", by=SYSTEM, at=tomorrow)

    def addresses(self):
        item, person = self.item, self.item.people.get()
        topic, section = self.item.topics.get(), Section.objects.first()
        event = self.item.audit_events.first()
        items = "publications_publication"
        search = "?app_label=publications&model_name=publication&field_name=related"
        return {
            "index": admin("index"),
            "publications": admin(f"{items}_changelist"),
            "publication": address(item),
            "add publication": admin(f"{items}_add"),
            "delete publication": address(item, "delete"),
            "history": address(item, "history"),
            "versions": address(item, "versions"),
            "revision": address(item, "revision", self.item.revisions.first().pk),
            **self.verbs(),
            **self.library(),
            "item": admin("editorial_item_change", item.pk),
            "search for items": admin("autocomplete") + search,
            "language check": admin("language_report"),
            **self.event_addresses(),
            "types": admin("publications_publicationtype_changelist"),
            "people": admin("reference_person_changelist"),
            "person": admin("reference_person_change", person.pk),
            "delete person": admin("reference_person_delete", person.pk),
            "merge people": admin("reference_person_merge", person.pk),
            "compare people": self.comparison(person),
            "merge topics": admin("reference_topic_merge", topic.pk),
            "merge regions": admin("reference_region_merge", self.region.pk),
            "topics": admin("reference_topic_changelist"),
            "topic": admin("reference_topic_change", topic.pk),
            "house": admin("house_house_changelist"),
            "house settings": admin("house_house_change", 1),
            "add house": admin("house_house_add"),
            "delete house": admin("house_house_delete", 1),
            "sections": admin("editorial_section_changelist"),
            "section": admin("editorial_section_change", section.pk),
            "add section": admin("editorial_section_add"),
            "delete section": admin("editorial_section_delete", section.pk),
            "audit events": admin("editorial_auditevent_changelist"),
            "audit event": admin("editorial_auditevent_change", event.pk),
            "add audit event": admin("editorial_auditevent_add"),
            "delete audit event": admin("editorial_auditevent_delete", event.pk),
            "users": admin("auth_user_changelist"),
            "groups": admin("auth_group_changelist"),
        }

    def event_addresses(self):
        """What is copied is copied by sending a form: nobody opens that address."""
        number = self.event.pk
        return {
            "events": admin("events_event_changelist"),
            "event": admin("events_event_change", number),
            "add event": admin("events_event_add"),
            "delete event": admin("events_event_delete", number),
            "preview event": admin("events_event_preview", number, "ar"),
            "publish event ar": admin("events_event_publish", number, "ar"),
            "publish facts of event": admin("events_event_publish-facts", number),
            "copy event": admin("events_event_copy", number),
        }

    def comparison(self, person):
        merge = admin("reference_person_merge", person.pk)
        return f"{merge}?other={self.other.pk}"

    def library(self):
        image, file = make_image(), make_file()
        return {
            "pictures": admin("media_image_changelist"),
            "picture": admin("media_image_change", image.pk),
            "add picture": admin("media_image_add"),
            "delete picture": admin("media_image_delete", image.pk),
            "files": admin("media_file_changelist"),
            "file": admin("media_file_change", file.pk),
            "download": admin("media_file_download", file.pk),
            "add file": admin("media_file_add"),
            "delete file": admin("media_file_delete", file.pk),
        }

    def verbs(self):
        pages = ("preview", "publish", "schedule", "withdraw")
        in_a_language = {
            f"{page} {language}": address(self.item, page, language)
            for page in pages
            for language in ("ar", "en")
        }
        return {
            **in_a_language,
            "cancel en": address(self.item, "cancel", self.ahead.pk),
            "move en": address(self.item, "move", self.ahead.pk),
            "publish facts": address(self.item, "publish-facts"),
        }

    def log_in(self, role):
        self.client.logout()
        if role in self.users:
            self.client.force_login(self.users[role])

    def test_it_has_a_rule_for_each_address(self):
        assert set(self.addresses()) == set(ALLOWED)

    def test_it_opens_to_those_who_may_and_to_nobody_else(self):
        for role in ROLES:
            self.log_in(role)
            for name, url in self.addresses().items():
                with self.subTest(role=role, address=name):
                    response = self.client.get(url)
                    assert self.opened(response) == (role in ALLOWED[name])

    def opened(self, response):
        """A page, or a redirect that does not ask to log in; never a failure."""
        assert response.status_code in (200, 302, 403, 405)
        if response.status_code == 302:
            return not response.url.startswith("/admin/login/")
        return response.status_code == 200

    def test_it_takes_no_form_from_those_who_may_not(self):
        public = set(Edition.objects.values_list("pk", "live_from"))
        for role in ("anonymous", "outsider", "nobody", "viewer", "editor"):
            self.log_in(role)
            for name, url in self.verbs().items():
                with self.subTest(role=role, address=name):
                    self.client.post(url, {"reason": "x", "at": "2099-01-01T10:00"})
            self.client.post(address(self.item, "delete"), {"post": "yes"})
        assert set(Edition.objects.values_list("pk", "live_from")) == public

    def test_it_duplicates_for_those_who_may_add_and_for_nobody_else(self):
        for role in ROLES:
            self.log_in(role)
            items = Item.objects.count()
            self.client.post(address(self.item, "duplicate"))
            added = Item.objects.count() - items
            assert added == (role in EDITORS), role

    def test_it_merges_nothing_for_those_who_may_not(self):
        person = self.item.people.get()
        merge = admin("reference_person_merge", person.pk)
        for role in set(ROLES) - {"admin"}:
            self.log_in(role)
            self.client.post(merge, {"other": self.other.pk, "stays": person.pk})
        assert not Person.objects.filter(merged_into__isnull=False).exists()

    def test_it_saves_nothing_for_somebody_who_may_only_look(self):
        self.log_in("viewer")
        response = self.client.post(address(self.item), {"headline_en": "Changed"})
        assert response.status_code == 403
