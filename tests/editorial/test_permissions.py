"""One permission for each verb in each language."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.test import TestCase

from tests.cast import LANGUAGES, make_cast, make_publication
from thinktank.editorial import publishing
from thinktank.editorial.permissions import SYSTEM, NotAllowed, may

VERBS = ("publish", "schedule", "withdraw")


class TestPermissions(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.cast = make_cast()

    def allowed(self, by):
        return {(v, code) for v in VERBS for code in LANGUAGES if may(by, v, code)}

    def test_there_is_one_for_each_verb_and_language(self):
        wanted = {f"{verb}_{code}" for verb in VERBS for code in LANGUAGES}
        ours = Permission.objects.filter(content_type__app_label="editorial")
        assert wanted <= set(ours.values_list("codename", flat=True))

    def test_everybody_may_do_what_they_were_given(self):
        everything = {(verb, code) for verb in VERBS for code in LANGUAGES}
        for by in (self.cast.publisher, self.cast.admin, SYSTEM):
            assert self.allowed(by) == everything
        arabic = {(verb, "ar") for verb in VERBS}
        assert self.allowed(self.cast.publisher_ar) == arabic
        for by in (self.cast.author, self.cast.editor, self.cast.outsider):
            assert self.allowed(by) == set()

    def test_a_deactivated_account_may_do_nothing(self):
        self.cast.publisher.is_active = False
        assert self.allowed(self.cast.publisher) == set()

    def test_a_visitor_may_do_nothing(self):
        with pytest.raises(NotAllowed):
            publishing.publish(make_publication(), "en", by=AnonymousUser())

    def test_the_refusal_is_a_sentence_that_says_whom_to_ask(self):
        with pytest.raises(NotAllowed) as caught:
            publishing.publish(make_publication(), "en", by=self.cast.author)
        assert len(str(caught.value)) > 20
