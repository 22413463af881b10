from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("spaces", "0004_pauses")]

    operations = [
        migrations.AddField(
            "space", "made_for", models.CharField(blank=True, default="", editable=False, max_length=40)
        ),
        migrations.AddConstraint(
            "space", models.UniqueConstraint(condition=~Q(made_for=""), fields=("made_for",), name="space_made_once")
        ),
    ]
