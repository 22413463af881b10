"""Who writes, and who is told in any case."""

from config import env

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("DEFAULT_FROM_EMAIL", "BALI Network <network@bali-network.example>")
EMAIL_TIMEOUT = 20
# Told, without a word of it, when somebody may be in danger: an address that is read day and night.
SAFEGUARDING_ADDRESS = env.text("SAFEGUARDING_ADDRESS", "")
