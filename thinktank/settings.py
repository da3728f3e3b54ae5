"""All settings, read from the environment; docs/settings.md explains each one.

With nothing set, management commands run on SQLite in `var/`. A server demands
`SECRET_KEY` and `ALLOWED_HOSTS` unless `THINKTANK_DEMO` is set (see `wsgi.py`).
"""

from __future__ import annotations

import os
import secrets
from datetime import timedelta
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
SECRET_KEY_FALLBACKS = env_list("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS") or ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = env_list("CSRF_TRUSTED_ORIGINS")
HTTPS = env_bool("HTTPS")
TRUSTED_PROXIES: list[str] = []
if env_bool("TRUST_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    TRUSTED_PROXIES = env_list("TRUSTED_PROXIES") or ["127.0.0.0/8", "::1"]
SEARCHES_PER_MINUTE = int(env("SEARCHES_PER_MINUTE") or 60)
SUGGESTIONS_PER_MINUTE = int(env("SUGGESTIONS_PER_MINUTE") or 240)
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

# Signing in: docs/decisions.md says why these limits

LOGIN_URL, LOGIN_REDIRECT_URL = "account_login", "admin:index"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "thinktank.editorial.backend.DeskBackend",
]
RECENT_LOGIN = timedelta(minutes=int(env("RECENT_LOGIN_MINUTES") or 15))
PASSWORD_RESET_TIMEOUT = 3600
ACCOUNT_ADAPTER = "thinktank.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # allauth's check asks for them
ACCOUNT_SIGNUP_ENABLED = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "thinktank.accounts.forms.LoginForm",
    "reauthenticate": "thinktank.accounts.forms.PasswordAgainForm",
}
ACCOUNT_RATE_LIMITS = False  # they would count in each process; axes counts in rows
MFA_ADAPTER = "thinktank.accounts.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "thinktank.accounts.forms.CodeForm",
    "reauthenticate": "thinktank.accounts.forms.CodeAgainForm",
    "activate_totp": "thinktank.accounts.forms.FirstCodeForm",
}
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1
MFA_ALLOW_UNVERIFIED_EMAIL = True
AXES_HANDLER = "thinktank.accounts.lockout.Handler"
AXES_FAILURE_LIMIT = 1  # the handler has limits of its own and answers 0 or 1
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "thinktank.accounts.lockout.refusal"
AXES_CLIENT_IP_CALLABLE = "thinktank.addresses.network"
AXES_DISABLE_ACCESS_LOG = True  # the audit log says who signed in
AXES_ENABLE_ADMIN = False

# Requests

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
    "thinktank.accounts.apps.DeskConfig",
    "thinktank.accounts",  # its commands go before those of Django
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "django_prose_editor",
    "thinktank.changes",
    "thinktank.house",
    "thinktank.media",
    "thinktank.search",
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
    "allauth.account.middleware.AccountMiddleware",
    "thinktank.accounts.middleware.SecondFactorMiddleware",
    "axes.middleware.AxesMiddleware",
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
        # Kilobytes of pages that a connection keeps: with the 2,000 that are usual a
        # search in a large archive reads most of its pages from the file.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        " PRAGMA cache_size=-64000;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SILENCED_SYSTEM_CHECKS = ["models.W040"]  # SQLite leaves out an index's other columns

# Mail: to the standard output until a server is named

EMAIL_HOST = env("EMAIL_HOST")
EMAIL_BACKEND = (
    f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
)
EMAIL_PORT = int(env("EMAIL_PORT") or 587)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = env("EMAIL_USER"), env("EMAIL_PASSWORD")
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_USE_TLS = bool(EMAIL_HOST) and not EMAIL_USE_SSL and not env_bool("EMAIL_PLAIN")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("EMAIL_FROM") or (
    f"noreply@{SITE_URL.partition('//')[2].partition(':')[0]}"
)

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

# Sharing drafts by link: the most days that a link may work

DRAFT_LINK_DAYS = max(1, int(env("DRAFT_LINK_DAYS", "30")))

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
