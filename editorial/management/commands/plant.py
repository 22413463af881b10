"""Plant the page tree of a new installation: home, blog, programmes, members' branch, groups and workflow."""

from typing import Any

from django.core.management.base import BaseCommand

from editorial.actions.tree import plant_tree


class Command(BaseCommand):
    help = "Plant the page tree. What stands already is left as it is, so it may be run at every deployment."

    def handle(self, *args: Any, **options: Any) -> None:
        home = plant_tree()
        self.stdout.write(f"The tree stands below {home.title}.")
