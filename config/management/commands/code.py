"""`manage.py code ADDRESS`: the authenticator's code of this moment, for the invented staff of the demo world."""

import time
from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    help = "Print a demo account's six-digit code. Refused outside development."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address")

    def handle(self, *args: Any, **options: Any) -> None:
        if not getattr(settings, "DEMO_ALLOWED", False):
            raise CommandError("Codes are printed for invented people only.")
        app = Authenticator.objects.filter(user__email=options["address"].lower(), type=Authenticator.Type.TOTP).first()
        if app is None:
            raise CommandError("That account has no authenticator app.")
        secret = get_adapter().decrypt(app.data["secret"])
        counter = int(time.time()) // app_settings.TOTP_PERIOD
        self.stdout.write(format_hotp_value(hotp_value(secret, counter)))
