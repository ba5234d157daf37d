"""The digests of the codes that households answer with."""

from __future__ import annotations

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """One table."""

    initial = True

    dependencies: ClassVar = [("ledgers", "0001_initial")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="AnswerCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("is_used", models.BooleanField(default=False, verbose_name="已用")),
                (
                    "survey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer_codes",
                        to="ledgers.entry",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["survey", "is_used"], name="code_by_survey")],
            },
        ),
    ]
