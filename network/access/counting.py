"""Counts of people, as far as a number may tell of them."""

FEWEST = 10
STEP = 5
HIDDEN = f"Hidden: fewer than {FEWEST} people"


def roughly(count: int) -> int:
    """Nothing below ten, the rest to the nearest five. Where this is shown no total stands beside it: what is left out
    cannot be worked out by subtraction."""
    return 0 if count < FEWEST else STEP * round(count / STEP)
