from django.db import migrations

# A line is never changed, and deleted after 24 months alone: by the database's own clock, whatever the code above says.
DAYS = 730
SQLITE = f"""CREATE TRIGGER staff_action_no_delete BEFORE DELETE ON records_staffaction
    WHEN OLD.done_at >= datetime('now', '-{DAYS} days')
    BEGIN SELECT RAISE(ABORT, 'the log of staff actions is append-only'); END"""
SQLITE_BEFORE = """CREATE TRIGGER staff_action_no_delete BEFORE DELETE ON records_staffaction
    BEGIN SELECT RAISE(ABORT, 'the log of staff actions is append-only'); END"""
POSTGRESQL = f"""CREATE OR REPLACE FUNCTION staff_action_is_append_only() RETURNS trigger AS $$
    BEGIN
        IF TG_OP = 'DELETE' AND OLD.done_at < now() - interval '{DAYS} days' THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'the log of staff actions is append-only';
    END $$ LANGUAGE plpgsql"""
POSTGRESQL_BEFORE = """CREATE OR REPLACE FUNCTION staff_action_is_append_only() RETURNS trigger AS $$
    BEGIN RAISE EXCEPTION 'the log of staff actions is append-only'; END $$ LANGUAGE plpgsql"""


def let_go_of_old_lines(apps, schema_editor):
    _guard(schema_editor, SQLITE, POSTGRESQL)


def let_go_of_none(apps, schema_editor):
    _guard(schema_editor, SQLITE_BEFORE, POSTGRESQL_BEFORE)


def _guard(schema_editor, sqlite, postgresql):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER staff_action_no_delete")
        schema_editor.execute(sqlite)
    else:
        schema_editor.execute(postgresql)


class Migration(migrations.Migration):
    dependencies = [("records", "0003_before_and_after")]
    operations = [migrations.RunPython(let_go_of_old_lines, let_go_of_none)]
