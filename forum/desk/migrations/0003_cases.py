import django.db.models.deletion
import django.utils.timezone
import network.people.opaque
from django.conf import settings
from django.db import migrations, models


def somebody():
    return models.ForeignKey(
        blank=True,
        null=True,
        on_delete=django.db.models.deletion.SET_NULL,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0002_notices_take_the_rooms_name"),
        ("talk", "0003_reports_leave"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Case",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(default=network.people.opaque.new_public_id, editable=False, max_length=12, unique=True),
                ),
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
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("due_at", models.DateTimeField()),
                ("claimed_at", models.DateTimeField(blank=True, null=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("decision_reason", models.CharField(blank=True, max_length=500)),
                ("claimed_by", somebody()),
                ("decided_by", somebody()),
                (
                    "message",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="cases", to="talk.message"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["state", "due_at"], name="desk_case_state_due")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")), fields=("message",), name="one_open_case_per_message"
                    )
                ],
            },
        ),
        migrations.AddField(
            "report",
            "case",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="reports", to="desk.case"
            ),
        ),
    ]
