from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.test import Client, TestCase

from tests.public.addresses import Site

pytestmark = pytest.mark.large

OUTSIDE = re.compile(r'(?:src|href|srcset|action)="(?:https?:)?//[^"]*"')
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src=)")


class TestPrivacy(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.site = Site()

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        client = Client()
        cls.answers = {each: client.get(each) for each in cls.site.addresses()}

    def test_it_sets_no_cookie_and_varies_by_none(self) -> None:
        for address, response in self.answers.items():
            assert not response.cookies, address
            assert "Cookie" not in response.get("Vary", ""), address

    def test_it_allows_nothing_inline_and_nothing_from_elsewhere(self) -> None:
        for address, response in self.answers.items():
            policy = response["Content-Security-Policy"]
            assert "unsafe" not in policy, address
            assert "default-src 'none'" in policy, address
            assert "http" not in policy, address

    def test_it_asks_nothing_of_other_sites(self) -> None:
        for address, response in self.answers.items():
            html = response.content.decode()
            html = html.replace(f'"{settings.SITE_URL}/', '"/')
            assert not OUTSIDE.findall(html), address
            assert not INLINE.findall(html), address

    def test_it_may_be_kept_by_anybody_for_a_minute(self) -> None:
        for address, response in self.answers.items():
            if response.status_code in (200, 404, 410):
                assert response["Cache-Control"] == "public, max-age=60", address

    def test_it_remembers_no_redirect_for_ever(self) -> None:
        start = f"/en/publications/{self.site.whole.pk}/another/"
        response = self.client.get(start)
        assert response.status_code == 301
        assert response["Cache-Control"] == "public, max-age=60"

    def test_it_answers_a_post_with_405_even_without_a_token(self) -> None:
        self.client.handler.enforce_csrf_checks = True
        assert self.client.post("/en/").status_code == 405
