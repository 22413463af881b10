from django.db import migrations, models
from django.db.models import F, Q


def carry_over(apps, schema_editor):
    """What was read-only stays so."""
    spaces = apps.get_model("spaces", "Space").objects.using(schema_editor.connection.alias)
    spaces.filter(is_read_only=True).update(mode="read_only")


def carry_back(apps, schema_editor):
    """Announcements were not known before: the nearest that keeps the others from writing is read-only."""
    spaces = apps.get_model("spaces", "Space").objects.using(schema_editor.connection.alias)
    spaces.exclude(mode="everybody").update(is_read_only=True)


class Migration(migrations.Migration):
    dependencies = [("spaces", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="space",
            name="mode",
            field=models.CharField(
                choices=[
                    ("everybody", "Everybody here writes"),
                    ("announcements", "Announcements: stewards and moderators write, everybody reads"),
                    ("read_only", "Read-only: nobody writes"),
                ],
                default="everybody",
                max_length=13,
            ),
        ),
        migrations.AddField("space", "slow_seconds", models.PositiveSmallIntegerField(default=0)),
        migrations.AddField("space", "opens_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("space", "closes_at", models.DateTimeField(blank=True, null=True)),
        migrations.RunPython(carry_over, carry_back),
        migrations.RemoveField("space", "is_read_only"),
        migrations.AddConstraint(
            "space",
            models.CheckConstraint(
                condition=Q(mode__in=["everybody", "announcements", "read_only"]), name="space_has_a_known_mode"
            ),
        ),
        migrations.AddConstraint(
            "space", models.CheckConstraint(condition=Q(slow_seconds__lte=3600), name="slow_mode_within_an_hour")
        ),
        migrations.AddConstraint(
            "space",
            models.CheckConstraint(
                condition=Q(opens_at=None) | Q(closes_at=None) | Q(closes_at__gt=F("opens_at")),
                name="space_closes_after_it_opens",
            ),
        ),
    ]
