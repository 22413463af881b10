import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0009_reports_about_a_workplace'),
        ('spaces', '0004_pauses'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='case',
            name='offered_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='case',
            name='offered_to',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='case',
            name='pause',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='spaces.pause'),
        ),
        migrations.AddField(
            model_name='case',
            name='rule',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AlterField(
            model_name='report',
            name='reason',
            field=models.CharField(choices=[('racism', 'Racism or another kind of hate'), ('harassment', 'Harassment or threats'), ('sexual', 'Sexual content or unwanted attention'), ('identifies', 'It identifies a child, a family or a colleague'), ('workplace', 'It is about my workplace'), ('welfare', 'I am worried about somebody'), ('safeguarding', 'A child or an adult is at risk, or there is a threat to life or a crime'), ('spam', 'Spam or advertising'), ('other', 'Something else')], max_length=12),
        ),
    ]
