from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("talk", "0004_following")]

    operations = [migrations.AddField("thread", "is_open_to_allies", models.BooleanField(default=False))]
