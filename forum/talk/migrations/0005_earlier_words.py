import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("talk", "0005_threads_that_invite_allies")]

    operations = [
        migrations.CreateModel(
            name="EarlierWords",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("body", models.TextField(max_length=8000)),
                ("html", models.TextField(editable=False)),
                ("replaced_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="earlier_words", to="talk.message"
                    ),
                ),
            ],
        )
    ]
