import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('concerns', '0001_concerns'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='concern',
            name='offered_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='concern',
            name='offered_to',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='concern',
            name='category',
            field=models.CharField(choices=[('racism', 'Racism or another kind of hate'), ('harassment', 'Harassment or threats'), ('sexual', 'Sexual content or unwanted attention'), ('safeguarding', 'A child or an adult is at risk, or there is a threat to life or a crime'), ('identifies', 'It identifies a child, a family or a colleague'), ('illegal', 'Something else that may be against the law'), ('spam', 'Spam or advertising'), ('complaint', 'A complaint about how the network dealt with something'), ('other', 'Something else')], max_length=12),
        ),
        migrations.CreateModel(
            name='Duty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_on', models.BooleanField(default=False)),
                ('spared', models.CharField(blank=True, max_length=120)),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='duty', to=settings.AUTH_USER_MODEL)),
            ],
        ),
    ]
