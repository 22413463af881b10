from importlib import import_module

from django.db import migrations, models

append_only = import_module("network.records.migrations.0002_append_only")


def close_the_log_again(apps, schema_editor):
    """SQLite writes a table anew for a new column, and what guarded the old one goes with it."""
    if schema_editor.connection.vendor == "sqlite":
        append_only.close_the_log(apps, schema_editor)


def open_the_log(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        append_only.open_the_log(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("records", "0002_append_only")]
    operations = [
        migrations.RunPython(open_the_log, close_the_log_again),
        migrations.AddField(
            model_name="staffaction",
            name="change",
            field=models.CharField(blank=True, default="", max_length=60),
            preserve_default=False,
        ),
        migrations.RunPython(close_the_log_again, open_the_log),
    ]
