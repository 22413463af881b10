"""Models and migrations say the same, and every migration of ours has a name somebody chose."""

import re
from io import StringIO

from django.core.management import call_command

from tests.house.source import ROOT, WINGS, tracked


def test_no_migration_is_missing(db):
    said = StringIO()

    call_command("makemigrations", "--check", "--dry-run", "--no-input", stdout=said)

    assert said.getvalue().strip() == "No changes detected"


def test_no_migration_is_named_by_the_clock():
    unnamed = [
        str(path.relative_to(ROOT))
        for path in tracked()
        if path.parent.name == "migrations"
        and path.relative_to(ROOT).parts[0] in WINGS
        and re.search(r"_auto_|_alter_.*_and_more|_more\.py$", path.name)
    ]

    assert unnamed == []
