from django.db.models import QuerySet

from editorial.models import ArticlePage, SitePage
from network.access.viewer import Viewer
from network.search.findable import Findable


def find_articles(viewer: Viewer, words: str) -> QuerySet[ArticlePage]:
    return ArticlePage.objects.visible_to(viewer).for_cards().search(words)


def find_pages(viewer: Viewer, words: str) -> QuerySet[SitePage]:
    plain = SitePage.objects.visible_to(viewer).not_type(ArticlePage)
    return plain.filter(content_type__app_label="editorial").search(words)


FINDABLE = [
    Findable("articles", "Articles", find_articles, "editorial/article/_card.html", is_public=True),
    Findable("pages", "Pages", find_pages, "editorial/site/_card.html", is_public=True),
]
