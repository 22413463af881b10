from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def copy_reasons(apps, schema_editor):
    """What the moderators wrote to the authors so far."""
    message, report = apps.get_model("talk", "Message"), apps.get_model("talk", "Report")
    decided = report.objects.filter(message=OuterRef("pk"), state="hidden").order_by("-decided_at", "-pk")
    hidden = message.objects.filter(hidden_at__isnull=False, reports__state="hidden")
    message.objects.filter(pk__in=hidden.values("pk")).update(
        hidden_reason=Subquery(decided.values("decision_reason")[:1])
    )


class Migration(migrations.Migration):
    dependencies = [("talk", "0001_initial")]

    operations = [
        migrations.AddField("message", "hidden_reason", models.CharField(blank=True, max_length=500)),
        migrations.RunPython(copy_reasons, migrations.RunPython.noop),
    ]
