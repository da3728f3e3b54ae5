from __future__ import annotations

from thinktank.document import upgrade as module
from thinktank.document.checks import check
from thinktank.document.jsonform import from_json, to_json
from thinktank.document.model import Document, Paragraph, text


def _rename_intro(form):
    return {("lead" if key == "intro" else key): form[key] for key in form}


class TestUpgrade:
    def test_it_climbs_the_chain_and_leaves_the_data_alone(self, monkeypatch):
        steps = {-1: lambda form: {**form, "notes": {}}, 0: _rename_intro}
        monkeypatch.setattr(module, "STEPS", steps)
        document = Document("en", (Paragraph(text("Old.")),))
        newest = to_json(document)
        oldest = {"v": -1, "language": "en", "intro": newest["lead"], "sections": []}
        assert from_json(oldest) == document
        assert oldest["v"] == -1
        assert "notes" not in oldest

    def test_it_leaves_an_unknown_version_to_the_check(self):
        form = {**to_json(Document("en")), "v": 99}
        assert module.upgrade(form) == form
        assert [problem.code for problem in check(form)] == ["version"]
