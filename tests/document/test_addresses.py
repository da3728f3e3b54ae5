from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinktank.document.addresses import LONGEST, is_address, is_web_address


class TestIsAddress:
    @pytest.mark.parametrize(
        "address",
        [
            "https://a.example",
            "HTTPS://a.example/%20x?y=(z)#w",
            "http://مثال.example/ميناء",
            "mailto:desk@a.example?subject=x",
        ],
    )
    def test_it_accepts_whole_addresses(self, address):
        assert is_address(address)

    @pytest.mark.parametrize(
        "address",
        [
            "",
            "a.example",
            "//a.example",
            "https:a.example",
            "https://",
            "https://[x",
            " https://a.example",
            "https://a.example/\n",
            "https://a.example/<script>",
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://a.example",
            "mailto:nobody",
            "https://a.example/" + "x" * LONGEST,
        ],
    )
    def test_it_refuses_the_rest(self, address):
        assert not is_address(address)

    @given(st.text(), st.sampled_from(["", "https://", "http://[", "mailto:"]))
    def test_it_never_raises(self, rest, scheme):
        assert is_address(scheme + rest) in (True, False)


class TestIsWebAddress:
    def test_it_refuses_mail(self):
        assert not is_web_address("mailto:desk@a.example")
