"""What can be found in pages. Words meet the index; sight decides what of it exists for whom."""

from django.db.models import QuerySet

from editorial.models import ArticlePage, ProgrammePage, StandardPage
from network.access.viewer import Viewer
from network.search.findable import Findable


def find_articles(viewer: Viewer, words: str) -> QuerySet[ArticlePage]:
    return ArticlePage.objects.visible_to(viewer).for_cards().search(words)


def find_programmes(viewer: Viewer, words: str) -> QuerySet[ProgrammePage]:
    return ProgrammePage.objects.visible_to(viewer).select_related("programme").search(words)


def find_pages(viewer: Viewer, words: str) -> QuerySet[StandardPage]:
    return StandardPage.objects.visible_to(viewer).defer_streamfields().search(words)


FINDABLE = [
    Findable(name="articles", title="Posts", find=find_articles, card="editorial/article/_row.html", is_public=True),
    Findable(
        name="programmes",
        title="Programmes",
        find=find_programmes,
        card="editorial/programme/_row.html",
        is_public=True,
    ),
    Findable(name="pages", title="Pages", find=find_pages, card="editorial/page/_row.html", is_public=True),
]
