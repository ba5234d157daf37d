"""The head of the chain, and the triggers that keep it append-only."""

from django.db import migrations

from yiding.journal.guard import statements, undoing


def begin(apps, schema_editor):
    """The one row that every writer holds."""
    apps.get_model("journal", "Head").objects.get_or_create(pk=1)


def guard(apps, schema_editor):
    """Make the triggers."""
    for statement in statements(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def unguard(apps, schema_editor):
    """Take them away."""
    for statement in undoing(schema_editor.connection.vendor):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]

    operations = [
        migrations.RunPython(begin, migrations.RunPython.noop),
        migrations.RunPython(guard, unguard),
    ]
