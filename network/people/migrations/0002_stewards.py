from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="role",
            name="kind",
            field=models.CharField(
                choices=[
                    ("alumna", "Alumna or alumnus"),
                    ("ally", "Ally"),
                    ("participant", "Participant of a cohort"),
                    ("reference_group", "Reference group"),
                    ("steward", "Steward of a space"),
                    ("moderator", "Moderator"),
                    ("editor", "Editor"),
                    ("events_manager", "Events manager"),
                    ("programme_manager", "Programme manager"),
                    ("analyst", "Analyst"),
                    ("owner", "Owner"),
                ],
                max_length=20,
            ),
        )
    ]
