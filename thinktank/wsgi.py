"""The WSGI entry point. A real server must say who it is before it starts."""

import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thinktank.settings")

if not settings.DEMO:
    missing = [n for n in ("SECRET_KEY", "ALLOWED_HOSTS") if not os.environ.get(n)]
    if missing:
        raise ImproperlyConfigured(
            f"Set {' and '.join(missing)} (docs/settings.md), "
            "or THINKTANK_DEMO=1 for a local demonstration."
        )

application = get_wsgi_application()
