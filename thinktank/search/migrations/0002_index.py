"""Make the index, which no model describes: each database has its own kind."""

from typing import Any

from django.db import migrations

from thinktank.search import backends


def create(apps: Any, schema_editor: Any) -> None:
    for statement in backends.current().CREATE:
        schema_editor.execute(statement)


def remove(apps: Any, schema_editor: Any) -> None:
    for statement in backends.current().DROP:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(create, remove)]
