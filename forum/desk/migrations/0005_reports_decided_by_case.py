import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0004_reports_join_cases")]

    operations = [
        migrations.AlterField(
            "report",
            "case",
            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="reports", to="desk.case"),
        ),
        migrations.RemoveField("report", "state"),
        migrations.RemoveField("report", "decided_by"),
        migrations.RemoveField("report", "decided_at"),
        migrations.RemoveField("report", "decision_reason"),
    ]
