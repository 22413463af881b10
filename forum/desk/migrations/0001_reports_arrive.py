import django.db.models.deletion
import django.utils.timezone
import network.people.opaque
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """The table stands already: it came from `forum.talk` with its rows."""

    initial = True

    dependencies = [
        ("talk", "0003_reports_leave"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Report",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "public_id",
                            models.CharField(
                                default=network.people.opaque.new_public_id, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                choices=[
                                    ("racism", "Racism or another kind of hate"),
                                    ("harassment", "Harassment or threats"),
                                    ("identifies", "It identifies a child, a family or a colleague"),
                                    ("workplace", "It is about my workplace"),
                                    ("welfare", "I am worried about somebody"),
                                    ("other", "Something else"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("words", models.TextField(blank=True, max_length=1000)),
                        ("reported_body", models.TextField(max_length=8000)),
                        ("key", models.UUIDField()),
                        ("reported_at", models.DateTimeField(default=django.utils.timezone.now)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Waiting for a moderator"),
                                    ("hidden", "The message was hidden"),
                                    ("kept", "The message stands"),
                                ],
                                default="open",
                                max_length=8,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("decision_reason", models.CharField(blank=True, max_length=500)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "message",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="reports", to="talk.message"
                            ),
                        ),
                        (
                            "reporter",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("reporter", "message"), name="reported_once_by_each")],
                    },
                ),
            ],
        ),
    ]
