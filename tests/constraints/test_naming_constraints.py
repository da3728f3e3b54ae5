"""The names of revisions."""

from __future__ import annotations

from tests.cast import make_publication
from tests.constraints.refusing import Refusing
from thinktank.editorial.models import RevisionName


class TestRevisionNames(Refusing):
    def test_an_empty_name(self):
        revision = make_publication().revisions.first()
        unnamed = RevisionName(revision=revision, name="")
        self.refuses("revision_name_not_empty", unnamed.save)
