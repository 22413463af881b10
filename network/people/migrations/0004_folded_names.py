from django.db import migrations, models

from network.people.naming import fold


def fold_names(apps, schema_editor):
    people = apps.get_model('people', 'User').objects
    for person in people.only('pk', 'name').iterator():
        people.filter(pk=person.pk).update(folded_name=fold(person.name)[:800])


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0003_local_roles'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='folded_name',
            field=models.CharField(default='', editable=False, max_length=800),
        ),
        migrations.RunPython(fold_names, migrations.RunPython.noop),
    ]
