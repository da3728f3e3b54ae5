"""What is drawn without a template is what the template draws."""

from __future__ import annotations

import re
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from unittest import mock

import pytest
from django import forms
from django.contrib import admin
from django.forms.renderers import DjangoTemplates
from django.template import Context, Engine, loader
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from tests.admin.full_item import make_full_publication
from tests.admin.page import DeskTestCase, address, get
from tests.cast import make_user
from thinktank.editorial import rendering
from thinktank.editorial.admin import formclasses, rowsdrawn
from thinktank.editorial.rendering import QuickRenderer
from thinktank.reference.models import Topic

HARD = "a\"b<i>&'ك"
CHOICES = [("", "—"), (1, HARD), (1234567, mark_safe("<b>x</b>")), ("x", "y")]


class Sample(forms.Form):
    text = forms.CharField(label=HARD, initial=HARD, max_length=9)
    empty = forms.CharField(required=False, label=gettext_lazy("headline"))
    number = forms.IntegerField(initial=1234567, min_value=1000)
    hidden = forms.CharField(widget=forms.HiddenInput, initial=0)
    tick = forms.BooleanField(initial=True)
    area = forms.CharField(widget=forms.Textarea(attrs={"data-x": HARD}), initial=HARD)
    choice = forms.ChoiceField(choices=CHOICES, initial=1)
    several = forms.MultipleChoiceField(choices=CHOICES, initial=["x", 1234567])
    boxes = forms.MultipleChoiceField(
        choices=CHOICES, widget=forms.CheckboxSelectMultiple
    )
    grouped = forms.ChoiceField(choices=[("g", CHOICES)])
    flagged = forms.CharField(
        widget=forms.TextInput(attrs={"autofocus": True, "readonly": False, "size": 5})
    )


@pytest.mark.parametrize("data", [None, {}, {"text": HARD, "number": "x"}])
def test_every_part_of_a_form_is_the_same_to_the_letter(data):
    quick = Sample(data, renderer=QuickRenderer())
    plain = Sample(data, renderer=DjangoTemplates())
    assert quick.as_p() == plain.as_p()
    for field in Sample.base_fields:
        assert str(quick[field]) == str(plain[field])
        assert quick[field].label_tag() == plain[field].label_tag()
        assert str(quick[field].errors) == str(plain[field].errors)


class TestTheFormOfAnItem(DeskTestCase):
    def test_it_is_the_same_to_the_letter(self):
        url = address(make_full_publication("article"))
        quick = self.client.get(url)
        with mock.patch.object(rendering, "QUICK", {}), nothing_kept():
            plain = self.client.get(url)
        assert changeless(quick) == changeless(plain)

    def test_lines_are_those_of_the_template_of_django(self):
        item = make_full_publication("article")
        for url, user in (
            (address(item), self.cast.editor),
            (address(item), make_user("reader", ["view_publication"])),
            ("/admin/publications/publication/add/", self.cast.editor),
        ):
            self.client.force_login(user)
            fieldsets = list(self.client.get(url).context_data["adminform"])
            assert fieldsets
            for fieldset in fieldsets:
                assert folded(OURS, fieldset) == folded(DJANGOS, fieldset)

    def test_lines_with_errors_are_those_of_the_template_of_django(self):
        url = address(make_full_publication("article"))
        wrong = {"displayed_date": "x", "doi": "x", "first_published_0": "x"}
        answer = self.client.post(url, get(self.client, url).sent() | wrong)
        for fieldset in answer.context_data["adminform"]:
            assert folded(OURS, fieldset) == folded(DJANGOS, fieldset)


OURS = loader.get_template("admin/includes/fieldset.html")
DJANGOS = Engine(
    dirs=[Path(admin.__file__).parent / "templates"],
    libraries={"i18n": "django.templatetags.i18n"},
).get_template("admin/includes/fieldset.html")


def folded(template, fieldset):
    """What a template draws, without white space between elements."""
    facts = {"fieldset": fieldset, "prefix": "p", "id_prefix": 0, "id_suffix": 1}
    context = facts if template is OURS else Context(facts)
    drawn = " ".join(template.render(context).split())
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", drawn)


class TestRowsThatWait(DeskTestCase):
    def test_they_are_drawn_once_and_are_as_if_drawn_for_each(self):
        """For others, of another item and in the other language too."""
        first, second = (make_full_publication(code) for code in ("book", "article"))
        rights = ["view_publication", "change_publication", "edit_others"]
        narrow = make_user("narrow", rights)
        for user in (self.cast.publisher, narrow, self.cast.admin):
            for language in ("ar", "en"):
                self.client.force_login(user)
                headers = {"accept-language": language}
                self.client.get(address(first), headers=headers)
                kept = self.client.get(address(second), headers=headers)
                with nothing_kept():
                    fresh = self.client.get(address(second), headers=headers)
                assert changeless(kept) == changeless(fresh)

    def test_each_has_its_number(self):
        page = get(self.client, address(make_full_publication("article")))
        standing = int(page.one(name="contributors-TOTAL_FORMS")["value"]) - 1
        names = [
            each["name"] for each in page.all("select", class_="admin-autocomplete")
        ]
        assert f"contributors-{standing}-person" in names
        assert "contributors-__prefix__-person" in names

    def test_what_comes_from_the_database_or_the_clock_is_not_kept(self):
        records = forms.ModelChoiceField(Topic.objects.all())
        assert not rowsdrawn.is_constant(records)
        assert not rowsdrawn.is_constant(forms.DateField(initial=date.today))
        assert rowsdrawn.is_constant(forms.ChoiceField(choices=CHOICES))


@contextmanager
def nothing_kept():
    kept = (rowsdrawn._cells, rowsdrawn._media, formclasses._kept)
    with ExitStack() as stack:
        for each in kept:
            stack.enter_context(mock.patch.dict(each, clear=True))
        yield


def changeless(response):
    """The lines of a page without what is new in each."""
    lines = response.content.decode().splitlines()
    return [line for line in lines if "csrf" not in line and "nonce" not in line]
