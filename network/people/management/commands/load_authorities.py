"""Bring the authorities of England up to date from the files beside this room."""

from typing import Any

from django.core.management.base import BaseCommand

from network.people.actions.organisation import load_authorities


class Command(BaseCommand):
    help = "Load the authorities with their regions, former names and successors. May be run at every deployment."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{load_authorities()} authorities stand.")
