from __future__ import annotations

import pytest

from tools import references


@pytest.mark.large
def test_it_tells_what_a_module_does_not_have_and_nothing_else(
    tmp_path, monkeypatch, capsys
):
    (tmp_path / "moved.py").write_text(
        "import json\n"
        "from json import eaten\n\n\n"
        "def test_it():\n"
        "    json.loads(7)\n"
        "    json.drunk()\n"
        "    gone()\n"
    )
    monkeypatch.setattr(references, "CHECKED", (str(tmp_path),))
    assert references.main() == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.split('"')[-2] for line in told] == ["eaten", "drunk", "gone"]
    (tmp_path / "moved.py").write_text("import json\n\njson.loads(7)\n")
    assert references.main() == 0
    assert capsys.readouterr().out == ""
