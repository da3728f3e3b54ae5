"""What a bundle can hold."""

from __future__ import annotations

from tests.cast import make_bundle, make_publication
from tests.constraints.refusing import Refusing
from thinktank.editorial.models import Bundle, BundleText


class TestBundles(Refusing):
    def test_one_without_a_name(self):
        self.refuses("bundle_has_name", Bundle(name="").save)

    def test_the_same_text_twice(self):
        item = make_publication(live=True)
        bundle = make_bundle((item, "en"))
        # What has gone out waits nowhere.
        edition = item.editions.get(language="en")
        bundle.texts.update(edition=edition)
        row = {"bundle": bundle, "item": item, "language": "en"}
        self.refuses("bundle_text_once", BundleText.objects.create, **row)

    def test_a_text_that_waits_in_two(self):
        item = make_publication()
        make_bundle((item, "en"))
        other = Bundle.objects.create(name="Other")
        row = {"bundle": other, "item": item, "language": "en"}
        self.refuses("bundle_text_waits_once", BundleText.objects.create, **row)

    def test_an_unknown_language(self):
        bundle = Bundle.objects.create(name="Other")
        row = {"bundle": bundle, "item": make_publication(), "language": "xx"}
        self.refuses("bundle_text_language", BundleText.objects.create, **row)
