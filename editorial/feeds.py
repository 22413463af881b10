"""The Atom feed of the blog: what everybody may read, whoever asks."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed

from editorial.models import ArticlePage
from network.access.viewer import OUTSIDER


class BlogFeed(Feed):
    feed_type = Atom1Feed
    title = "BALI Network: blog"
    link = "/blog/"
    subtitle = "Stories and thinking from the BALI Network"

    def items(self) -> list[ArticlePage]:
        return list(ArticlePage.objects.visible_to(OUTSIDER).for_cards().newest_first()[:20])

    def item_title(self, item: ArticlePage) -> str:
        return item.title

    def item_description(self, item: ArticlePage) -> str:
        return item.standfirst

    def item_link(self, item: ArticlePage) -> str:
        return item.get_url() or "/blog/"

    def item_author_name(self, item: ArticlePage) -> str:
        return item.author_name

    def item_pubdate(self, item: ArticlePage) -> datetime | None:
        return item.first_published_at

    def item_updateddate(self, item: ArticlePage) -> datetime | None:
        return item.last_published_at
