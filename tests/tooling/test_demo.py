from __future__ import annotations

import re
import socket

import pytest
from django.contrib.auth.models import User
from django.contrib.staticfiles.finders import get_finder

from publications.models import Publication, PublicationType
from tools import demo
from tools.ports import LOOPBACK, free_port, in_use


@pytest.mark.django_db
class TestMakeAdministrator:
    def test_it_prints_a_random_password_once(self, capsys, monkeypatch):
        monkeypatch.delenv("DEMO_ADMIN_PASSWORD", raising=False)
        demo.make_administrator()
        password = re.search(r"password (\S+) \(shown", capsys.readouterr().out)[1]
        admin = User.objects.get(username="admin")
        assert admin.is_superuser
        assert admin.check_password(password)
        demo.make_administrator()
        assert capsys.readouterr().out == ""

    def test_it_takes_the_password_given_without_printing_it(self, capsys, monkeypatch):
        monkeypatch.setenv("DEMO_ADMIN_PASSWORD", "spoken aloud")
        demo.make_administrator()
        assert User.objects.get().check_password("spoken aloud")
        assert "spoken aloud" not in capsys.readouterr().out

    def test_it_adds_nobody_to_a_site_that_is_administered(self):
        User.objects.create_superuser("salma", password="x")
        demo.make_administrator()
        assert User.objects.get().username == "salma"


@pytest.mark.django_db
class TestLoadSampleContent:
    def test_it_loads_into_an_empty_database_only(self, monkeypatch):
        called = []
        monkeypatch.setattr(demo, "call_command", called.append)
        demo.load_sample_content()
        Publication.objects.create(
            headline_ar="نص",
            type=PublicationType.objects.create(code="note", name_ar="مذكرة"),
        )
        demo.load_sample_content()
        assert called == ["load_demo"]


class TestCollectStaticFiles:
    def test_it_collects_again_only_after_a_change(
        self, monkeypatch, settings, tmp_path
    ):
        settings.VAR_DIR = tmp_path
        settings.STATICFILES_DIRS = [tmp_path / "sources"]
        (tmp_path / "sources").mkdir()
        get_finder.cache_clear()
        collected = []
        monkeypatch.setattr(demo, "call_command", lambda *a, **k: collected.append(a))
        demo.collect_static_files()
        demo.collect_static_files()
        assert len(collected) == 1
        (tmp_path / "sources" / "new.css").write_text("p { color: black }")
        demo.collect_static_files()
        assert len(collected) == 2
        get_finder.cache_clear()


class TestPort:
    def test_it_names_another_port_when_this_one_is_taken(self, monkeypatch):
        with socket.socket() as taken:
            taken.bind((LOOPBACK, 0))
            taken.listen()
            port = taken.getsockname()[1]
            monkeypatch.setenv("PORT", str(port))
            with pytest.raises(SystemExit, match=f"make run PORT={port + 1}"):
                demo.main()

    def test_it_knows_a_free_port(self):
        assert not in_use(free_port())
