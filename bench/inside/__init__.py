"""What runs inside the measured house, each in a process of its own, with its settings."""

import django

django.setup()
