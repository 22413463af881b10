from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("covers", "0001_covers"),
    ]

    operations = [
        migrations.AddField(
            model_name="cover",
            name="is_superseded",
            field=models.BooleanField(default=False),
        ),
    ]
