from datetime import timedelta

from django.db import migrations

DECISION = ("state", "decided_by_id", "decided_at", "decision_reason")


def open_cases(apps, schema_editor):
    """Open reports about one message are one case; what is decided stays a case of its own."""
    cases, reports = apps.get_model("desk", "Case").objects, apps.get_model("desk", "Report").objects
    for report in reports.order_by("reported_at", "pk"):
        due_at = report.reported_at + timedelta(hours=1 if report.reason in ("harassment", "welfare") else 24)
        facts = {"public_id": report.public_id, "opened_at": report.reported_at, "due_at": due_at}
        facts |= {name: getattr(report, name) for name in DECISION}
        case = cases.filter(message_id=report.message_id, state="open").first() if report.state == "open" else None
        case = case or cases.create(message_id=report.message_id, **facts)
        cases.filter(pk=case.pk, due_at__gt=due_at).update(due_at=due_at)
        reports.filter(pk=report.pk).update(case=case)


def close_cases(apps, schema_editor):
    reports = apps.get_model("desk", "Report").objects
    for report in reports.select_related("case"):
        reports.filter(pk=report.pk).update(**{name: getattr(report.case, name) for name in DECISION})


class Migration(migrations.Migration):
    dependencies = [("desk", "0003_cases")]

    operations = [migrations.RunPython(open_cases, close_cases)]
