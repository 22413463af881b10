from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("spaces", "0002_manner_of_a_space")]

    operations = [migrations.AddField("space", "is_listening", models.BooleanField(default=False))]
