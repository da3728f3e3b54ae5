"""`make run`: the site with its demonstration centre, on this machine only.

Everything is done only when it is needed, so that the second start is quick, and
nothing that is already there is ever replaced.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import sys
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from tools import messages
from tools.ports import LOOPBACK, in_use


def main() -> None:
    """Prepare what is missing, say where to look, and become the server."""
    port = int(os.environ.get("PORT") or 8000)
    if in_use(port):
        raise SystemExit(
            f"Port {port} is taken. Choose another: make run PORT={port + 1}"
        )
    address = f"http://{LOOPBACK}:{port}"
    os.environ.setdefault("SITE_URL", address)
    prepare()
    print(f"Arabic          {address}/ar/")
    print(f"English         {address}/en/")
    print(f"Administration  {address}/admin/")
    print("Ctrl-C stops it.", flush=True)
    os.execv(sys.executable, [sys.executable, "-m", "tools.server", str(port)])


def prepare() -> None:
    """Make whatever is missing, in the order in which one needs the other."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thinktank.settings")
    os.environ["THINKTANK_DEMO"] = "1"
    messages.compile_stale()
    django.setup()
    migrate()
    collect_static_files()
    load_sample_content()
    make_administrator()


def migrate() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        print("Preparing the database …", flush=True)
        call_command("migrate", verbosity=0)


def collect_static_files() -> None:
    """Copy styles, scripts and fonts to where they are served from, when changed."""
    stamp = Path(settings.VAR_DIR) / "static.stamp"
    state = state_of_static_files()
    if stamp.exists() and stamp.read_text() == state:
        return
    print("Collecting static files …", flush=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(state)


def state_of_static_files() -> str:
    """A key that changes when any static file of any application does."""
    files = [
        Path(storage.path(name))
        for finder in get_finders()
        for name, storage in finder.list([])
    ]
    stats = sorted(f"{path} {path.stat().st_mtime_ns}" for path in files)
    return hashlib.sha256("\n".join(stats).encode()).hexdigest()


def load_sample_content() -> None:
    from thinktank.editorial.models import Item  # models load only after the set-up

    if not Item.objects.exists():
        print("Loading 24 publications, news and events …", flush=True)
        with transaction.atomic():  # all of it, or nothing and again next time
            call_command("load_demo")


def make_administrator() -> None:
    """Make the user `admin` when nobody administers the site yet."""
    from django.contrib.auth.models import User

    if User.objects.filter(is_superuser=True).exists():
        return
    given = os.environ.get("DEMO_ADMIN_PASSWORD")
    password = given or secrets.token_urlsafe(9)
    User.objects.create_superuser("admin", password=password)
    shown = "as in DEMO_ADMIN_PASSWORD" if given else f"{password} (shown only now)"
    print(f"Made the administrator admin, password {shown}.", flush=True)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        raise SystemExit("\nStopped.") from None
