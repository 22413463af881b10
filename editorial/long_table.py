"""The long table: a line across the page with seats on both sides, exactly one empty. For heroes and the 404."""

from editorial.cover import Seat, numbers

WIDTH, HEIGHT, MIDDLE = 1600, 150, 76
BAR, GAP, BETWEEN = 12, 7, 12
RADII = (34, 44, 54)
SEED = 2020
# On the hero's deep ground, and quietly on the page's.
COLOURS = {
    "hero": (("blush", "sky", "madder", "iris", "chalk", "madder", "sky"), "turmeric"),
    "quiet": (("blush", "blush", "sky"), "indigo"),
}


def _row(side: int, start: float, chance) -> list[Seat]:
    """One side's seats from edge to edge, bleeding off both ends."""
    seats, x = [], start
    while x < WIDTH:
        radius = RADII[int(next(chance) * 3)]
        seats.append(Seat(x + radius, MIDDLE + side * (BAR / 2 + GAP), radius, 90 * side))
        x += 2 * radius + BETWEEN
    return seats


def long_table(tone: str = "hero") -> str:
    """Inline SVG coloured by classes; the same drawing every time."""
    colours, table = COLOURS[tone]
    chance = numbers(SEED)
    seats = _row(-1, -30, chance) + _row(1, -64, chance)
    empty = min(range(len(seats)), key=lambda number: (seats[number].angle > 0, abs(seats[number].x - WIDTH * 0.42)))
    drawn = [f'<rect class="art-{table}" y="{MIDDLE - BAR / 2:.0f}" width="{WIDTH}" height="{BAR}"/>']
    for number, seat in enumerate(seats):
        kind = f"art-empty art-empty--{tone}" if number == empty else f"art-{colours[int(next(chance) * len(colours))]}"
        drawn.append(f'<path class="{kind}" d="{seat.path()}"/>')
    return (
        f'<svg class="long-table" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="xMidYMid slice" '
        f'aria-hidden="true" focusable="false">{"".join(drawn)}</svg>'
    )
