"""Plant the diary of a new installation, below the home page that `plant` has planted."""

from typing import Any

from django.core.management.base import BaseCommand

from events.diary.actions.tree import plant_diary


class Command(BaseCommand):
    help = "Plant the events page. Where it stands already it is left as it is, so it may be run at every deployment."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Events stand at {plant_diary().url}")
