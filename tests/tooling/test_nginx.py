"""What the web server in front of the site writes down of visitors."""

from __future__ import annotations

import re
from pathlib import Path
from unittest import TestCase

CONFIGURATION = Path(__file__).parents[2] / "deploy" / "nginx.conf"
TELLING = {"request", "request_uri", "args", "query_string", "http_referer"}
"""Variables that hold what somebody searched for."""


class TestAccessLog(TestCase):
    def test_it_does_not_tell_what_anybody_searched_for(self) -> None:
        text = CONFIGURATION.read_text("utf-8")
        servers = re.findall(r"^server \{\n(.*?)^\}", text, re.DOTALL | re.MULTILINE)
        logs = [re.findall(r"access_log \S+ (\w+);", server) for server in servers]
        assert logs == [["unasked"], ["unasked"]]
        (form,) = re.findall(r"log_format unasked ([^;]+);", text)
        assert not TELLING & set(re.findall(r"\$(\w+)", form))
