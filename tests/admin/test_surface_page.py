"""What the page of an item carries for the writing surface."""

from __future__ import annotations

import json
import re

from django.utils.translation import override

from tests.admin.page import DeskTestCase, address, get
from tests.cast import make_publication, make_user
from thinktank.editorial.admin.surface.page import FOLDER, import_map
from thinktank.editorial.admin.surface.words import WORDS

IMPORTED = re.compile(r'\bfrom\s+"([^"]+)"|\bimport\s+"([^"]+)"')
SAID = re.compile(r'\bsay(?:\.count)?\(\s*"([\w-]+)"')


def modules():
    return {path: path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.js")}


class TestModules:
    def test_each_import_is_in_the_map(self):
        known = set(json.loads(import_map())["imports"])
        for path, source in modules().items():
            names = {first or second for first, second in IMPORTED.findall(source)}
            assert names <= known, path

    def test_each_file_stays_readable(self):
        assert {
            p for p, source in modules().items() if source.count("\n") > 250
        } == set()


class TestWords:
    def test_what_is_said_is_there(self):
        said = {key for source in modules().values() for key in SAID.findall(source)}
        assert len(said) > 40
        assert said <= set(WORDS)

    def test_what_is_there_is_said(self):
        everything = "\n".join(modules().values())
        quoted = set(re.findall(r"""["'`]([\w-]+)["'`]""", everything))
        assert set(WORDS) <= quoted

    def test_arabic_is_complete(self):
        for key, words in WORDS.items():
            with override("ar"):
                said = re.sub(r"%\(\w+\)s", "", str(words))
                assert re.search("[ء-ي]", said) or not re.search("[A-Za-z]", said), key


class TestThePage(DeskTestCase):
    def test_it_carries_the_settings_of_the_surface(self):
        item = make_publication()
        for language in ("ar", "en"):
            page = get(self.client, address(item), language)
            config = json.loads(page.one("script", id="surface-config").text)
            assert (config["language"], config["item"]) == (language, item.pk)
            assert config["languages"]["ar"]["dir"] == "rtl"
            assert set(config["words"]) == set(WORDS)

    def test_whoever_only_looks_gets_no_surface(self):
        self.client.force_login(make_user("viewer", ["view_publication"]))
        page = get(self.client, address(make_publication()))
        assert page.all(class_="surface-field") == []
