"""`manage.py demo`: builds the demo world, or prints its sign-ins."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.demo import build_world, sign_ins
from network.people.demo import PASSWORD
from network.people.models import User


class Command(BaseCommand):
    help = "Build the demo world on an empty database. Invented people only; refused in production."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--sign-ins", action="store_true", help="only print the cast's sign-ins")
        parser.add_argument("--if-empty", action="store_true", help="do nothing where somebody already lives")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["sign_ins"]:
            if User.objects.exists():
                if options["if_empty"]:
                    return
                raise CommandError("This database has people in it. The demo world wants an empty one.")
            self.build()
        self.stdout.write(f"Everybody's password: {PASSWORD}")
        for line in sign_ins():
            self.stdout.write(f"  {line}")
        self.stdout.write("Staff are asked for a code as well: ./bali code ADDRESS prints the one of this moment.")

    def build(self) -> None:
        try:
            build_world(say=lambda words: self.stdout.write(f"Building {words}"))
        except ImproperlyConfigured as refusal:
            raise CommandError(str(refusal)) from refusal
        call_command("update_index", verbosity=0)
