"""Hypothesis strategies for what a surface might be sent, almost right and hostile."""

from __future__ import annotations

from hypothesis import strategies as st

from thinktank.document.surfaceform import TEXTBLOCKS

KINDS = (*sorted(TEXTBLOCKS), "doc", "quote", "list", "panel", "table", "tableBlock")
ODD = [*KINDS, "javascript:alert(1)", "data:text/html,x", "s-aaaa", "\0", "\ud800"]
KEYS = ["type", "attrs", "content", "marks", "text", "id", "href", "item", "kind"]

keys = st.sampled_from(KEYS) | st.text(max_size=3)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5)
    | st.sampled_from(ODD),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=4
        )
    ),
    max_leaves=20,
)
marks = st.lists(
    st.sampled_from(
        [
            {"type": "strong"},
            {"type": "work-title"},
            {"type": "foreign", "attrs": {"language": "fr"}},
            {"type": "link", "attrs": {"href": "javascript:alert(1)", "item": None}},
            {"type": "link", "attrs": {"href": None, "item": 3}},
            {"type": "script"},
        ]
    ),
    max_size=2,
)
texts = st.builds(
    lambda text, marks: {"type": "text", "text": text, "marks": marks},
    st.text(max_size=8),
    marks,
)
notes = st.builds(
    lambda content: {"type": "note", "attrs": {"id": "n-1a2b", "content": content}},
    st.lists(texts, max_size=2),
)
nearly = st.builds(
    lambda kind, attrs, content: {"type": kind, "attrs": attrs, "content": content},
    st.sampled_from(["section", "point", "paragraph", "subheading", "figure", "item"]),
    st.just({}) | st.sampled_from([{"id": "s-aaaa"}, {"dir": "rtl"}, {"image": 2}]),
    st.lists(texts | notes, max_size=3),
)


def _doc(content):
    return {"type": "doc", "content": content}


anything = values
hostile = st.lists(nearly | values, max_size=5).map(_doc)
