from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('concerns', '0004_undone_and_kept_from'),
    ]

    operations = [
        migrations.AddField(
            model_name='measure',
            name='matter',
            field=models.CharField(blank=True, max_length=12),
        ),
    ]
