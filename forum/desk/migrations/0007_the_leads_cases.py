from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0006_summaries")]

    operations = [
        migrations.AddField("case", "is_for_lead", models.BooleanField(default=False)),
        migrations.AlterField(
            "case",
            "state",
            models.CharField(
                choices=[
                    ("open", "Waiting for a moderator"),
                    ("hidden", "The message was hidden"),
                    ("paused", "The message was hidden and posting paused"),
                    ("kept", "The message stands"),
                ],
                default="open",
                max_length=8,
            ),
        ),
    ]
