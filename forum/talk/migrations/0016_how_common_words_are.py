from django.db import migrations


def count_words(apps, schema_editor):
    """Without it PostgreSQL takes every word for a rare one, and sorts half of all messages to show ten of them."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("CREATE STATISTICS talk_message_words ON (upper(body)) FROM talk_message")


def forget_words(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP STATISTICS talk_message_words")


class Migration(migrations.Migration):
    dependencies = [("talk", "0015_messages_with_folds")]
    operations = [migrations.RunPython(count_words, forget_words)]
