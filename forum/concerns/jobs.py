"""What the clock does with what waits."""

from forum.concerns.actions.rota import offer_waiting

SCHEDULED = [("*/5 * * * *", offer_waiting)]
