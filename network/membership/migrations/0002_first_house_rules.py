from django.db import migrations

FIRST = """Speak from your own experience, and let others speak from theirs.
Do not name a child, a family or a colleague who is not in the room.
What is said here stays here. Take away what you learned, not who said it.
Listen before you advise, and believe people about what happened to them.
Challenge ideas, never people.
Say so when you have got something wrong, and put it right.
Report what worries you. A moderator reads every report."""


def write_first_rules(apps, schema_editor):
    apps.get_model("membership", "HouseRules").objects.get_or_create(version=1, defaults={"text": FIRST})


class Migration(migrations.Migration):
    dependencies = [("membership", "0001_initial")]
    operations = [migrations.RunPython(write_first_rules, migrations.RunPython.noop)]
