from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.utils import timezone

from tests.admin.doors import ALLOWED, EDITORS, ROLES, admin, searching
from tests.admin.page import address
from tests.cast import (
    make_bundle,
    make_cast,
    make_event,
    make_file,
    make_image,
    make_news,
    make_page,
    make_person,
    make_publication,
    make_topic,
    make_user,
)
from tests.sent_manuscripts import word_file
from thinktank.editorial import manuscripts, publishing
from thinktank.editorial.models import Edition, Item, Section, SentManuscript
from thinktank.editorial.permissions import SYSTEM
from thinktank.public.models import Announcement, HomeSlot, MenuEntry
from thinktank.reference.models import Person, Programme, Region, Series


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
        cls.series = Series.objects.create(name_en="Papers")
        cls.programme = Programme.objects.create(name_en="Ports")
        cls.news, cls.page = make_news(live=True), make_page(live=True)
        cls.entry = MenuEntry.objects.create(place="header", item=cls.page)
        cls.slot = HomeSlot.objects.create(language="en", item=cls.item)
        cls.line = Announcement.objects.create(text_en="Closed on Friday")
        tomorrow = timezone.now() + timedelta(days=1)
        cls.staged, cls.kept = cls.sent(), cls.sent()
        cls.kept.item = cls.item
        cls.kept.save()
        publishing.withdraw(cls.item, "ar", "خطأ", by=SYSTEM)
        publishing.publish(cls.item, "ar", by=SYSTEM)
        cls.event = make_event(live=True)
        cls.bundle = make_bundle((cls.item, "en"))
        cls.ahead = publishing.withdraw(cls.item, "en", "Over", by=SYSTEM, at=tomorrow)

    @classmethod
    def sent(cls):
        file = SimpleUploadedFile("quay.docx", word_file(picture=True))
        source, media_type = manuscripts.read_file(file)
        by = cls.users["editor"]
        return manuscripts.stage(source, by=by, file=file, media_type=media_type)

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
            "what goes out when": admin("coming"),
            **self.bundles(),
            **self.manuscripts(),
            **self.event_addresses(),
            **self.addresses_of_other_kinds(),
            **self.searches(),
            **self.records(),
            "types": admin("publications_publicationtype_changelist"),
            "type": admin("publications_publicationtype_change", 1),
            "user": admin("auth_user_change", self.users["viewer"].pk),
            "password of a user": admin(
                "auth_user_password_change", self.users["viewer"].pk
            ),
            "add group": admin("auth_group_add"),
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

    def manuscripts(self):
        """What an editor has sent, and the file that an item was made of."""
        staged, kept = self.staged.pk, self.kept.pk
        return {
            "import a manuscript": admin("manuscripts_import"),
            "review of a manuscript": admin("manuscripts_review", staged),
            "picture of a manuscript": admin("manuscripts_picture", staged, 1),
            "manuscript of an item": admin("manuscripts_download", kept),
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

    def addresses_of_other_kinds(self):
        news, page = "news_newsitem", "centre_centrepage"
        return {
            "news": admin(f"{news}_changelist"),
            "news item": admin(f"{news}_change", self.news.pk),
            "add news item": admin(f"{news}_add"),
            "delete news item": admin(f"{news}_delete", self.news.pk),
            "history of news item": admin(f"{news}_history", self.news.pk),
            "versions of news item": admin(f"{news}_versions", self.news.pk),
            "preview news item": admin(f"{news}_preview", self.news.pk, "ar"),
            "publish news item ar": admin(f"{news}_publish", self.news.pk, "ar"),
            "duplicate news item": admin(f"{news}_duplicate", self.news.pk),
            "centre pages": admin(f"{page}_changelist"),
            "centre page": admin(f"{page}_change", self.page.pk),
            "add centre page": admin(f"{page}_add"),
            "delete centre page": admin(f"{page}_delete", self.page.pk),
            "preview centre page": admin(f"{page}_preview", self.page.pk, "en"),
            "publish centre page en": admin(f"{page}_publish", self.page.pk, "en"),
        }

    def searches(self):
        """What the fields ask that choose a record, by what they choose."""
        return {
            f"search for {name}": searching(*field.split("."))
            for name, field in {
                "people": "editorial.contributor.person",
                "topics": "publications.publication.topics",
                "events": "events.event.parent",
                "pictures": "publications.publication.cover",
                "portraits": "reference.person.portrait",
                "files": "editorial.attachment.file",
                "issues": "publications.publication.issue",
                "what a menu leads to": "public.menuentry.item",
                "series": "publications.publication.series",
                "regions": "publications.publication.regions",
                "users": "editorial.revision.created_by",
            }.items()
        }

    def records(self):
        names = {
            ("regions", "region"): self.region,
            ("all series", "series"): self.series,
            ("programmes", "programme"): self.programme,
            ("menus", "menu entry"): self.entry,
            ("slots", "slot"): self.slot,
        }
        found = {}
        for (many, one), record in names.items():
            model = record._meta.label_lower.replace(".", "_")
            found[many] = admin(f"{model}_changelist")
            found[one] = admin(f"{model}_change", record.pk)
            found[f"add {one}"] = admin(f"{model}_add")
        return found | {
            "delete slot": admin("public_homeslot_delete", self.slot.pk),
            "announcements": admin("public_announcement_changelist"),
            "announcement": admin("public_announcement_change", self.line.pk),
            "delete announcement": admin("public_announcement_delete", self.line.pk),
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

    def bundles(self):
        pages = ("delete", "release", "schedule", "move", "cancel")
        key, model = self.bundle.pk, "editorial_bundle"
        return {
            "bundles": admin(f"{model}_changelist"),
            "bundle": admin(f"{model}_change", key),
            "add bundle": admin(f"{model}_add"),
            **{f"{page} bundle": admin(f"{model}_{page}", key) for page in pages},
            "search for texts of a bundle": searching(
                "editorial", "bundletext", "item"
            ),
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
        assert response.status_code in (200, 302, 403, 404, 405)
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

    def test_a_manuscript_becomes_nothing_for_anybody_but_its_sender(self):
        items = Item.objects.count()
        for role in set(ROLES) - {"editor"}:
            self.log_in(role)
            self.client.post(
                admin("manuscripts_review", self.staged.pk), {"create": "1"}
            )
        assert Item.objects.count() == items
        for role in ("anonymous", "outsider", "nobody", "viewer"):
            self.log_in(role)
            self.client.post(admin("manuscripts_import"), {"text": "A text to keep"})
        assert SentManuscript.objects.count() == 2

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

    def test_it_takes_no_record_from_those_who_may_not_change_it(self):
        """Forms of records, a new password, and the buttons that copy."""
        urls = self.addresses()
        asked = ("house settings", "slot", "delete slot", "add slot", "menu entry")
        asked += ("region", "add region", "type", "user", "password of a user")
        asked += ("duplicate news item", "copy event", "add picture", "add file")
        for role in ("anonymous", "outsider", "nobody", "viewer"):
            self.log_in(role)
            for name in asked:
                with self.subTest(role=role, address=name):
                    response = self.client.post(urls[name], {"post": "yes"})
                    assert not self.opened(response)
        assert HomeSlot.objects.count() == 1
