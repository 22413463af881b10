from django.db import migrations


def rename(before, after):
    def run(apps, schema_editor):
        for model in ("Notice", "Letter"):
            for fact in ("hidden", "decided"):
                told = apps.get_model("notices", model).objects.filter(kind=f"{before}.{fact}")
                told.update(kind=f"{after}.{fact}")

    return run


class Migration(migrations.Migration):
    """What was told before still has its words and its link."""

    dependencies = [("desk", "0001_reports_arrive"), ("notices", "0001_initial")]

    operations = [migrations.RunPython(rename("talk", "desk"), rename("desk", "talk"))]
