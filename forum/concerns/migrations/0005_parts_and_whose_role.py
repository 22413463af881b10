"""What the table may learn of open concerns, and what measures from before they remembered it have done."""

from datetime import timedelta

from django.db import migrations, models

# They were written in one transaction, one after the other.
MEANWHILE = timedelta(seconds=10)


def note_parts(apps, schema_editor):
    """Of a profile nobody knows any more which parts were seen; whole words are compared in any case."""
    concerns = apps.get_model("concerns", "Concern").objects.filter(state="open")
    concerns.filter(kind="thread").update(parts="title")
    concerns.filter(kind="person").update(parts="role_title organisation_name about contact")


def find_what_was_done(apps, schema_editor):
    taken = apps.get_model("concerns", "Measure").objects.filter(state="taken", settled_at__isnull=False)
    for measure in taken.filter(kind="bar"):
        if measure.role_id is None:
            measure.role = role_of(apps, measure)
        measure.owns_role = measure.role is None or measure.role.starts_at == measure.settled_at
        measure.save(update_fields=["role", "owns_role"])
    for measure in taken.filter(kind="pause", pause=None):
        measure.pause = pause_of(apps, measure)
        measure.save(update_fields=["pause"])


def role_of(apps, measure):
    """An open one may be older: the same role twice is the same role."""
    roles = apps.get_model("people", "Role").objects.filter(person=measure.person_id, kind="barred", scope=measure.scope)
    if measure.days is None:
        return roles.filter(ends_at=None).first()
    ends_at = measure.settled_at + timedelta(days=measure.days)
    return roles.filter(ends_at__range=(ends_at - MEANWHILE, ends_at + MEANWHILE)).first()


def pause_of(apps, measure):
    begun = (measure.settled_at - MEANWHILE, measure.settled_at + MEANWHILE)
    pauses = apps.get_model("spaces", "Pause").objects.filter(person=measure.person_id, begun_at__range=begun)
    return pauses.filter(reason=measure.words).order_by("begun_at").last()


class Migration(migrations.Migration):
    dependencies = [
        ("concerns", "0004_undone_and_kept_from"),
    ]

    operations = [
        migrations.AddField(
            model_name="measure",
            name="matter",
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddField(
            model_name="concern",
            name="parts",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name="measure",
            name="owns_role",
            field=models.BooleanField(default=True),
        ),
        migrations.RunPython(note_parts, migrations.RunPython.noop),
        migrations.RunPython(find_what_was_done, migrations.RunPython.noop),
    ]
