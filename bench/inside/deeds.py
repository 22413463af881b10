"""`python -m bench.inside.deeds publish|booked`: an editor publishes an article again; how many booked fifty places."""

import sys

from editorial.models import ArticlePage
from events.booking.models import Registration, Seating


def publish() -> str:
    """A new title for the measured article."""
    article = ArticlePage.objects.get(slug="bench-0").get_latest_revision_as_object()
    article.title = f"{article.title}, again"
    article.save_revision().publish()
    return str(article.title)


def booked() -> str:
    """Confirmed registrations and seats taken, which must agree."""
    confirmed = Registration.objects.filter(event__slug="bench-0").confirmed().count()
    return f"{confirmed} {Seating.objects.get(event__slug='bench-0').taken}"


if __name__ == "__main__":
    print({"publish": publish, "booked": booked}[sys.argv[1]]())
