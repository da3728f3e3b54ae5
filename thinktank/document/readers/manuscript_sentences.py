"""The sentences of the manuscript reader's notices, in every interface language."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, Mapping[str, str]] = {}
