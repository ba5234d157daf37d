"""Settings of the tests: fast hashing, a folder of its own, no collected static files."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("YIDING_DATA_DIR", tempfile.mkdtemp(prefix="yiding-tests-"))
os.environ.setdefault("YIDING_SECRET_KEY", "a key for tests alone")

from yiding.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
AXES_ENABLED = False
