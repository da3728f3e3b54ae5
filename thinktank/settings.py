"""All settings, read from the environment; docs/settings.md explains each one.

With nothing set, management commands run on SQLite in `var/`. A server demands
`SECRET_KEY` and `ALLOWED_HOSTS` unless `THINKTANK_DEMO` is set (see `wsgi.py`).
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent


def env(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def env_bool(name: str) -> bool:
    return env(name).lower() in ("1", "true", "yes", "on")


def env_list(name: str) -> list[str]:
    return [part.strip() for part in env(name).split(",") if part.strip()]


def generated_secret(path: Path) -> str:
    """A secret made once for this machine; good for commands and the demo only."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text().strip()


# Where things are

VAR_DIR = Path(env("VAR_DIR") or BASE_DIR / "var")
STATIC_ROOT = VAR_DIR / "static"
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]

# Security

DEBUG = False
DEMO = env_bool("THINKTANK_DEMO")
SECRET_KEY = env("SECRET_KEY") or generated_secret(VAR_DIR / "secret-key")
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS") or ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = env_list("CSRF_TRUSTED_ORIGINS")
HTTPS = env_bool("HTTPS")
if env_bool("TRUST_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = HTTPS
# Canonical links must name one origin, however the site was reached.
_place = (env_list("ALLOWED_HOSTS") or [f"127.0.0.1:{env('PORT') or 8000}"])[0]
SITE_URL = env("SITE_URL").rstrip("/") or (
    f"http{'s' if HTTPS else ''}://{_place.lstrip('.')}"
)
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE, LANGUAGE_COOKIE_SAMESITE = HTTPS, "Lax"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = LANGUAGE_COOKIE_PATH = "/admin/"
# A cookie of messages would have no path of its own and go along to public pages.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
LOGIN_REDIRECT_URL = "admin:index"
AUTHENTICATION_BACKENDS = ["thinktank.editorial.backend.DeskBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": f"django.contrib.auth.password_validation.{name}",
        "OPTIONS": options,
    }
    for name, options in (
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("UserAttributeSimilarityValidator", {}),
    )
]
# The form of an item sends the bodies of both languages. The longest has two million
# characters, and an Arabic letter takes six bytes in a form.
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 2**20
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# Applications

INSTALLED_APPS = [
    "modeltranslation",
    "thinktank.editorial.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_prose_editor",
    "thinktank.changes",
    "thinktank.house",
    "thinktank.media",
    "thinktank.reference",
    "thinktank.editorial",
    "thinktank.public",
    "publications",
    "news",
    "events",
    "thinktank.centre",
    "thinktank.demo",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "thinktank.public.middleware.CompressionMiddleware",
    "csp.middleware.CSPMiddleware",
    "thinktank.public.maintenance.MaintenanceMiddleware",
    "thinktank.changes.middleware.ChangesMiddleware",
    "thinktank.public.middleware.LanguageMiddleware",
    "thinktank.house.middleware.HouseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "thinktank.urls"
WSGI_APPLICATION = "thinktank.wsgi.application"
FORM_RENDERER = "thinktank.editorial.rendering.QuickRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "thinktank.static_files.StaticFiles"},
}
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/media/"
FILE_UPLOAD_HANDLERS = [
    "thinktank.media.uploads.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_NUMBER_FILES = 10

# Database

DATABASES = {
    "default": dj_database_url.parse(
        env("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'thinktank.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A deferred transaction that turns into a write fails at once with "database
    # is locked"; an immediate one waits its turn. It is the only lock SQLite has.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Languages

LANGUAGES = [("ar", _("Arabic")), ("en", _("English"))]
LANGUAGE_CODE = "ar"
SOCIAL_LOCALES = {"ar": "ar_AE", "en": "en_GB"}
# Ours, then Django's own sentences where its translation reads badly.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "stock"]
FORMAT_MODULE_PATH = ["thinktank.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env("TIME_ZONE", "Asia/Dubai")
MODELTRANSLATION_DEFAULT_LANGUAGE = LANGUAGE_CODE
# With fallback on, the Arabic working text would appear under English.
MODELTRANSLATION_FALLBACK_LANGUAGES = ()

# The centre

CENTRE_NAMES = {
    "ar": env("CENTRE_NAME_AR", "مركز المرفأ"),
    "en": env("CENTRE_NAME_EN", "Al-Marfa Centre"),
}
CENTRE_DESCRIPTIONS = {
    "ar": env("CENTRE_DESCRIPTION_AR", "للدراسات والأبحاث"),
    "en": env("CENTRE_DESCRIPTION_EN", "for Studies and Research"),
}

# Logging: everything to the standard error, one line an event

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
