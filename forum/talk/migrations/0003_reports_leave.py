from django.db import migrations


class Migration(migrations.Migration):
    """The table goes over to `forum.desk` with its rows: it takes the room's name, and the next room declares it."""

    dependencies = [("talk", "0002_why_a_message_is_hidden")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.AlterModelTable("report", "desk_report")],
            state_operations=[migrations.DeleteModel("report")],
        )
    ]
