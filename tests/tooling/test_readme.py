from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from publications.models import Publication
from thinktank.editorial.models import Edition

README = Path(__file__).resolve().parents[2] / "README.md"


@pytest.mark.large
@pytest.mark.django_db
class TestReadme:
    def test_its_examples_work_on_the_sample_content(self):
        call_command("load_demo", stdout=StringIO())
        User.objects.create_superuser("admin")
        first = Publication.objects.earliest("pk").pk
        names: dict[str, object] = {}
        with redirect_stdout(StringIO()) as said:
            for example in re.findall(r"```python\n(.*?)```", README.read_text(), re.S):
                # On PostgreSQL numbers go on where earlier tests left them.
                exec(example.replace("get(pk=1)", f"get(pk={first})"), names)
        live = dict(
            Edition.objects.live()
            .filter(item_id=first)
            .values_list("language", "headline")
        )
        assert live["ar"] == "من يربح؟"
        assert live["en"] != "Who gains?"
        assert len(said.getvalue().splitlines()) > 4
