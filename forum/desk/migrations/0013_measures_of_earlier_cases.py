"""Which measure came with a case, where it was decided before cases remembered it."""

from datetime import timedelta

from django.db import migrations

# They were written in one transaction, one after the other.
MEANWHILE = timedelta(seconds=10)


def find_measures(apps, schema_editor):
    barred = apps.get_model("desk", "Case").objects.filter(state="barred", measure=None, decided_at__isnull=False)
    for case in barred.select_related("message__space"):
        case.measure = measure_of(apps, case)
        case.save(update_fields=["measure"])


def measure_of(apps, case):
    """Of the same person, space and words, in that moment."""
    settled = (case.decided_at - MEANWHILE, case.decided_at + MEANWHILE)
    place = {"person": case.message.author_id, "scope": case.message.space.public_id}
    bars = apps.get_model("concerns", "Measure").objects.filter(kind="bar", settled_at__range=settled, **place)
    return bars.filter(proposed_by=case.decided_by_id, reason=case.decision_reason).order_by("settled_at").last()


class Migration(migrations.Migration):
    dependencies = [
        ("concerns", "0005_parts_and_whose_role"),
        ("desk", "0012_measure_of_a_case"),
    ]

    operations = [migrations.RunPython(find_measures, migrations.RunPython.noop)]
