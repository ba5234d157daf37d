"""Settings of the application: each from the environment, with a default that runs."""

from __future__ import annotations

import secrets
from pathlib import Path

import environ

env = environ.Env()

#: Where the database file, uploaded papers and the secret key live.
DATA_DIR = Path(env.str("YIDING_DATA_DIR", default=str(Path.cwd() / ".yiding")))
#: Debug pages: never in an office.
DEBUG = env.bool("YIDING_DEBUG", default=False)
#: One-click accounts on the sign-in page; only a demonstration sets it.
DEMO = env.bool("YIDING_DEMO", default=False)
ALLOWED_HOSTS = env.list("YIDING_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("YIDING_ORIGINS", default=[])


def _kept_secret(folder: Path) -> str:
    """The secret key of this deployment, made once and kept beside its data."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "secret-key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return path.read_text(encoding="ascii")


SECRET_KEY = env.str("YIDING_SECRET_KEY", default="") or _kept_secret(DATA_DIR)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "django_htmx",
    "ninja",
    "yiding.registry",
    "yiding.journal",
    "yiding.followup",
    "yiding.ledgers.base",
    "yiding.ledgers.powers.exchange",
    "yiding.web",
    "yiding.api",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "yiding.web.language.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "yiding.web.idle.IdleMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "yiding.settings.urls"
WSGI_APPLICATION = "yiding.settings.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # each ledger keeps what only it draws in its own folder
        "DIRS": sorted((Path(__file__).parents[1] / "ledgers").glob("*/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "yiding.web.masthead.masthead",
            ],
        },
    },
]

DATABASES = {
    "default": env.db_url("YIDING_DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'yiding.sqlite3'}")
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # the file is read where it lies in memory: no connection copies its pages
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=2147418112;"
        ),
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DATABASES["default"]["CONN_MAX_AGE"] = 600
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "registry.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "yiding.registry.signing_in.AccountBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign-in"
#: Failures before an account is locked, and hours until it opens by itself.
AXES_FAILURE_LIMIT = env.int("YIDING_LOCK_AFTER", default=5)
AXES_COOLOFF_TIME = env.int("YIDING_LOCK_HOURS", default=1)
AXES_LOCKOUT_PARAMETERS = ["username"]
# An account is locked, not an address: whole offices share one.
SILENCED_SYSTEM_CHECKS = ["axes.W006"]
AXES_LOCKOUT_TEMPLATE = "errors/locked.html"
#: Seconds without a request until a session ends.
SESSION_ENGINE = "yiding.web.sessions"
SESSION_COOKIE_AGE = env.int("YIDING_SESSION_SECONDS", default=30 * 60)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = env.bool("YIDING_HTTPS", default=False)
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SESSION_COOKIE_SECURE else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
}

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).resolve().parents[1] / "locale"]
TIME_ZONE = env.str("YIDING_TIME_ZONE", default="Asia/Shanghai")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = DATA_DIR / "papers"
#: The largest paper or piece of evidence taken in, in bytes.
FILE_LIMIT = env.int("YIDING_FILE_LIMIT", default=50 * 1024 * 1024)
#: Calls of the API an account may make in a minute, in each process that serves.
API_CALLS_A_MINUTE = env.int("YIDING_API_CALLS_A_MINUTE", default=1200)
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("YIDING_LOG", default="WARNING")},
}
