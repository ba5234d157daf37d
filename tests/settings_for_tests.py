"""Settings of the tests: fast hashing, a folder of its own, no collected static files.

The database is a SQLite file, locked as an office's is, or whatever YIDING_DATABASE_URL names;
``python tests/postgres.py COMMAND`` runs a command with a PostgreSQL of its own.
"""

from __future__ import annotations

import os
import sys
import tempfile

os.environ.setdefault("YIDING_DATA_DIR", tempfile.mkdtemp(prefix="yiding-tests-"))
os.environ.setdefault("YIDING_SECRET_KEY", "a key for tests alone")

from yiding.settings import *  # noqa: F403
from yiding.settings import DATA_DIR, DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
AXES_ENABLED = False
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
DATABASES["default"]["CONN_MAX_AGE"] = 0
# each client of the tests makes its own handler: that one need not list every static file first
WHITENOISE_AUTOREFRESH = "pytest" in sys.modules
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
