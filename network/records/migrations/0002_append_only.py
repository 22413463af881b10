from django.db import migrations

# The log is append-only in the database itself, whatever the code above it does.
SQLITE = [
    """CREATE TRIGGER staff_action_no_update BEFORE UPDATE ON records_staffaction
       BEGIN SELECT RAISE(ABORT, 'the log of staff actions is append-only'); END""",
    """CREATE TRIGGER staff_action_no_delete BEFORE DELETE ON records_staffaction
       BEGIN SELECT RAISE(ABORT, 'the log of staff actions is append-only'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION staff_action_is_append_only() RETURNS trigger AS $$
       BEGIN RAISE EXCEPTION 'the log of staff actions is append-only'; END $$ LANGUAGE plpgsql""",
    """CREATE TRIGGER staff_action_append_only BEFORE UPDATE OR DELETE ON records_staffaction
       FOR EACH ROW EXECUTE FUNCTION staff_action_is_append_only()""",
]


def close_the_log(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def open_the_log(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER staff_action_no_update")
        schema_editor.execute("DROP TRIGGER staff_action_no_delete")
    else:
        schema_editor.execute("DROP FUNCTION staff_action_is_append_only() CASCADE")


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]
    operations = [migrations.RunPython(close_the_log, open_the_log)]
