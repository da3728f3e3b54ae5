"""What is drawn without a template is what the template draws."""

from __future__ import annotations

from unittest import mock

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from tests.admin.full_item import make_full_publication
from tests.admin.page import DeskTestCase, address
from thinktank.editorial import rendering
from thinktank.editorial.rendering import QuickRenderer

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
        with mock.patch.object(rendering, "QUICK", {}):
            plain = self.client.get(url)
        assert changeless(quick) == changeless(plain)


def changeless(response):
    """The lines of a page without what is new in each."""
    lines = response.content.decode().splitlines()
    return [line for line in lines if "csrf" not in line and "nonce" not in line]
