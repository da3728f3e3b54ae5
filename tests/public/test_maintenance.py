from __future__ import annotations

from datetime import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from tests.cast import LANGUAGES, make_image
from tests.house.test_house import save_house
from tests.public.language_runs import strangers
from thinktank.public import maintenance

HASHED = "thinktank.static_files.StaticFiles"
ADDRESSES = ("/ar/", "/en/publications/", "/a/1", "/admin/", "/nothing")


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


def command(*words: str) -> str:
    out = StringIO()
    call_command("maintenance", *words, stdout=out)
    return out.getvalue()


class TestClosed:
    """Without a database: asking one would fail these tests."""

    @pytest.mark.parametrize("path", ADDRESSES)
    def test_every_address_says_when_to_come_back(self, client: Client, path: str):
        command("on", "--minutes", "20")
        response = client.get(path)
        assert response.status_code == 503
        assert 19 * 60 < int(response["Retry-After"]) <= 20 * 60
        assert response["Cache-Control"] == "no-store"
        assert "Content-Security-Policy" in response

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_it_speaks_the_language_of_the_address(self, client: Client, language: str):
        command("on")
        response = client.get(f"/{language}/")
        html = response.content.decode()
        assert f'<html lang="{language}"' in html
        assert strangers(html) == []
        assert 'content="noindex"' in html
        assert response["Content-Language"] == language

    def test_it_asks_for_patience_when_it_takes_longer(self, client: Client):
        maintenance.close(datetime.fromisoformat("2020-01-01T00:00:00+00:00"))
        assert client.get("/ar/")["Retry-After"] == "60"

    @pytest.mark.parametrize(
        "words", ["", "soon", "2026-05-20", "2020-01-01T10:00", "\xff"]
    )
    def test_a_sign_made_by_hand_closes_it_too(self, client: Client, folder, words):
        (folder / "maintenance").write_text(words, encoding="latin-1")
        response = client.get("/ar/")
        assert response.status_code == 503
        assert int(response["Retry-After"]) >= 60

    def test_a_sign_that_cannot_be_read_closes_it_too(self, client: Client, folder):
        (folder / "maintenance").mkdir()
        assert client.get("/ar/").status_code == 503

    @pytest.mark.django_db
    def test_it_shows_no_picture_which_would_be_closed_too(self, client: Client):
        logo = make_image()
        save_house(logo=logo, name_en="The Lighthouse")
        assert logo.address in client.get("/en/").content.decode()
        command("on")
        html = client.get("/en/").content.decode()
        assert "The Lighthouse" in html
        assert "<img" not in html

    @pytest.mark.django_db
    def test_it_opens_again(self, client: Client):
        command("on")
        assert "open" in command("off")
        assert client.get("/en/").status_code == 200
        command("off")  # open already


@pytest.mark.large
@pytest.mark.django_db
class TestPages:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_they_stand_alone(self, settings, folder, language: str):
        settings.STATIC_ROOT = folder / "static"
        settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": HASHED}}
        call_command("collectstatic", interactive=False, verbosity=0)
        save_house(name_ar="المنارة", name_en="The Lighthouse", logo=make_image())
        written = folder / "pages" / f"{language}.html"
        assert str(written) in command("pages", str(folder / "pages"))
        html = written.read_text()
        assert f'<html lang="{language}"' in html
        assert {"ar": "المنارة", "en": "The Lighthouse"}[language] in html
        assert ".sorry" in html
        for fetched in ("<link", "<script", "src=", "url("):
            assert fetched not in html, fetched
