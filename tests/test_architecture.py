"""Which room may know which: imports, relations, and who touches editions."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings

ROOT = Path(__file__).resolve().parents[1]

LAYERS = (
    ("thinktank.changes", "thinktank.language", "thinktank.addresses"),
    ("thinktank.document", "thinktank.plates", "thinktank.search"),
    ("thinktank.media",),
    ("thinktank.house",),
    ("thinktank.reference",),
    ("thinktank.editorial",),
    ("thinktank.public", "thinktank.accounts"),
    ("publications", "news", "events", "thinktank.centre", "thinktank.drafts"),
    ("thinktank.demo",),
    ("thinktank.urls", "thinktank.settings", "thinktank.wsgi", "thinktank.formats"),
)
"""A room may import from the layers above it; rooms of one layer are strangers."""

PURE = ("thinktank/document", "thinktank/language", "thinktank/plates")
PURE_MODULES = {
    f"thinktank/search/{name}.py"
    for name in (
        *("folding", "stopwords", "arabic", "looser", "english"),
        *("analysis", "query", "matches", "tiers", "snippets", "spelling"),
    )
}

KNOW_ALL_EDITIONS = {
    "thinktank/editorial/publishing/chain.py": "it reads the chain that a verb changes",
    "thinktank/editorial/boxes.py": "the desk shows what is scheduled",
    "thinktank/editorial/finding.py": "it finds items by what is scheduled",
    "thinktank/editorial/indexing.py": "it lets what is scheduled be found in time",
    "thinktank/editorial/reindexing.py": "it finds what must not be in the index",
    "thinktank/editorial/states.py": "it tells staff what is scheduled",
    "thinktank/editorial/integrity.py": "it compares every one with its revision",
    "thinktank/editorial/admin/past/seen.py": "it shows staff the whole chain",
    "thinktank/editorial/suppression.py": "it tells who may read what was suppressed",
    "thinktank/editorial/trash.py": "it asks whether an item was ever public",
    "thinktank/editorial/admin/overviews/coming.py": "it tells what is scheduled",
}
"""Who may see what is scheduled, and why; everybody else asks live() or standing()."""

MAKE_EDITIONS = {
    "thinktank/editorial/publishing/writing.py": "it writes them",
    "thinktank/editorial/rows.py": "it builds what hangs on them, unsaved",
    "thinktank/public/item_page.py": "it previews one that is never saved",
}
WRITE_EDITIONS = {
    "thinktank/editorial/publishing/writing.py": "the verbs put them here",
    "thinktank/editorial/merging.py": "it lets their rows name the record that stands",
}
EDITION_MODELS = {
    "Edition",
    "EditionPerson",
    "EditionTopic",
    "EditionLink",
    "EditionRegion",
    "EditionProgramme",
    "EditionSeries",
    "Section",
    "Point",
}
RULES = {"live", "standing"}
CHANGES = {"create", "bulk_create", "update", "bulk_update", "delete", "get_or_create"}
QUERIES = CHANGES | {
    "all",
    "annotate",
    "count",
    "defer",
    "exclude",
    "exists",
    "filter",
    "first",
    "get",
    "last",
    "latest",
    "only",
    "order_by",
    "values",
    "values_list",
}
LANGUAGES = [code for code, _label in settings.LANGUAGES]
TEXTS = ("kicker", "headline", "summary", "slug", "body", "name")


def sources(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    """Path and syntax tree of our modules; tests and migrations left out."""
    for folder in folders or ("thinktank", "publications", "news", "events"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield str(path.relative_to(ROOT)), ast.parse(path.read_text())


def imports(path: str, tree: ast.Module) -> Iterator[str]:
    """The full name of all that a module imports, wherever the import stands."""
    package = path.removesuffix(".py").removesuffix("/__init__").split("/")
    if not path.endswith("__init__.py"):
        package = package[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*above, *filter(None, [node.module])])
            yield from (f"{start}.{alias.name}" for alias in node.names)


def layer(name: str) -> tuple[int, str] | None:
    """The layer and the room to which a module belongs."""
    for index, rooms in enumerate(LAYERS):
        for room in rooms:
            if f"{name}.".startswith(f"{room}."):
                return index, room
    return None


def allowed(mine: tuple[int, str] | None, theirs: tuple[int, str] | None) -> bool:
    if mine is None or theirs is None or mine == theirs:
        return True
    return theirs[0] < mine[0]


HOOKS = {"thinktank/editorial/apps.py: django.db.models.signals.post_migrate"}
"""Where somebody else's code has no other hook; docs/decisions.md says why."""


class TestImports:
    def test_they_go_one_way(self):
        wrong = [
            f"{path}: {name}"
            for path, tree in sources()
            for name in imports(path, tree)
            if not allowed(
                layer(path.removesuffix(".py").replace("/", ".")), layer(name)
            )
        ]
        assert wrong == []

    def test_every_room_has_its_layer(self):
        folders = {p.parent for p in (ROOT / "thinktank").glob("*/__init__.py")}
        rooms = {f"thinktank.{folder.name}" for folder in folders}
        assert {room for room in rooms if layer(room) is None} == set()

    def test_pure_rooms_know_no_framework(self):
        wrong = [
            f"{path}: {name}"
            for path, tree in sources(*PURE)
            for name in imports(path, tree)
            if name.split(".")[0] in ("django", "modeltranslation")
        ]
        assert wrong == []

    def test_pure_modules_know_each_other_and_no_framework(self):
        known = (*(m.removesuffix(".py").replace("/", ".") for m in PURE_MODULES),)
        pure = ("thinktank.language", *known)
        wrong = [
            f"{path}: {name}"
            for path, tree in sources("thinktank/search")
            if path in PURE_MODULES
            for name in imports(path, tree)
            if name.split(".")[0] in ("django", "modeltranslation")
            or (name.startswith("thinktank.") and not name.startswith(pure))
        ]
        assert wrong == []
        assert {path for path, _tree in sources("thinktank/search")} >= PURE_MODULES

    def test_nothing_happens_by_signal(self):
        wrong = [
            f"{path}: {name}"
            for path, tree in sources()
            for name in imports(path, tree)
            if re.search(r"\bsignals?\b|django\.dispatch", name)
        ]
        assert set(wrong) == HOOKS


class TestRelations:
    def test_tables_point_the_way_imports_go(self):
        wrong = [
            f"{model.__name__}.{field.name} → {field.related_model.__name__}"
            for model in apps.get_models()
            for field in model._meta.get_fields()
            if field.concrete and field.is_relation and field.related_model
            if not allowed(
                layer(model.__module__), layer(field.related_model.__module__)
            )
        ]
        assert wrong == []


class TestNames:
    def test_no_module_is_a_drawer_for_everything(self):
        drawers = {"utils", "helpers", "services", "base", "common", "misc"}
        wrong = [
            path
            for path, _tree in sources()
            if drawers & set(path.removesuffix(".py").split("/"))
        ]
        assert wrong == []

    def test_no_code_names_a_language(self):
        """Sentences, scripts, months and plural rules live in the pure rooms."""
        ends = "|".join(LANGUAGES)
        named = re.compile(rf"({ends})|\w+_({ends})")
        wrong = [
            f"{path}:{node.lineno}: {word}"
            for path, tree in sources()
            if not path.startswith((*PURE, "thinktank/formats", "thinktank/settings"))
            for node in ast.walk(tree)
            for word in [_word(node)]
            if word and named.fullmatch(word)
        ]
        assert wrong == []

    def test_a_text_of_a_related_row_is_asked_for_by_language(self):
        """modeltranslation rewrites no name across a relation."""
        rows = "item|publication|person|topic|target|type|contributors"
        bare = re.compile(rf"(\w+__)?({rows})__({'|'.join(TEXTS)})(__\w+)?")
        wrong = [
            f"{path}:{node.lineno}: {word}"
            for path, tree in sources()
            for node in ast.walk(tree)
            for word in [_word(node)]
            if word and bare.fullmatch(word)
        ]
        assert wrong == []


def _word(node: ast.AST) -> str:
    """The word that a node says: a string, an attribute or a keyword."""
    match node:
        case ast.Constant(value=str(word)):
            return word
        case ast.Attribute(attr=word) | ast.keyword(arg=str(word)):
            return word
    return ""


class TestEditions:
    def test_only_live_rows_are_read(self):
        """`Edition.objects` holds embargoed text."""
        readers = {path for path, tree in sources() if any(_asks(tree))}
        assert readers == set(KNOW_ALL_EDITIONS)

    def test_few_write_them(self):
        writers = {path for path, tree in sources() if any(_writes(tree))}
        assert writers <= set(WRITE_EDITIONS)

    def test_few_make_them(self):
        makers = {path for path, tree in sources() if any(_makes(tree))}
        assert makers == set(MAKE_EDITIONS)


def _asks(tree: ast.Module) -> Iterator[bool]:
    """Whether a query starts from all editions, or from all those of an item."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=name, value=ast.Attribute(attr="editions")):
                yield name in QUERIES
            case ast.Attribute(
                attr=name,
                value=ast.Attribute(
                    attr="objects" | "_default_manager", value=ast.Name(id="Edition")
                ),
            ):
                yield name not in RULES


def _writes(tree: ast.Module) -> Iterator[bool]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in CHANGES:
            start = node.value
            while isinstance(start, ast.Attribute | ast.Call):
                start = start.func if isinstance(start, ast.Call) else start.value
            yield isinstance(start, ast.Name) and start.id in EDITION_MODELS


def _makes(tree: ast.Module) -> Iterator[bool]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)):
                yield name in EDITION_MODELS - {"Section", "Point"}
