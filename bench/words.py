"""The words of many posts: a few that everybody uses, many that few do."""

import random

COMMON = "leadership school children social work care team cohort learning questions practice people voice race time"
FIRST = "amber brook cedar delta ember field grove harbour island juniper kestrel lantern meadow north orchard pebble"
SECOND = "bank court drive end green hill house lane mill park place road square street view way wood yard"
RARE = [f"{first}{second}" for first in FIRST.split() for second in SECOND.split()]
# Said here and there where the reader may read, and as often where they may not; each with a word that tells which.
SOUGHT, SEEN, UNSEEN = "turnstile", "copperplate", "quicksilver"
NOBODY_SAYS = "zeppelin"
MOST, FEWEST = 80, 15


def sentences(by: random.Random) -> str:
    """One post. Of the rare words the later ones are the rarer."""
    words = by.choices(COMMON.split(), k=by.randint(FEWEST, MOST))
    words += [RARE[min(len(RARE) - 1, int(by.expovariate(0.02)))] for _ in range(len(words) // 4)]
    by.shuffle(words)
    return f"{' '.join(words).capitalize()}."


def searches(by: random.Random, many: int) -> list[str]:
    """What people look for: common words, rare ones, parts of words, two words together, and what nobody said."""
    common, rare = COMMON.split(), RARE
    kinds = [
        lambda: by.choice(common),
        lambda: by.choice(rare),
        lambda: by.choice(rare)[2:7],
        lambda: f"{by.choice(common)} {by.choice(common)}",
        lambda: f"{NOBODY_SAYS} {by.choice(rare)}",
    ]
    return [kinds[number % len(kinds)]() for number in range(many)]
