"""What other machines read: the feed, the sitemap, the word to robots. All of it public, asked for as an outsider."""

from django.contrib.sitemaps.views import sitemap as django_sitemap
from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps import Sitemap

from editorial.models import ArticlePage, SitePage
from network.access.viewer import OUTSIDER

LATEST = 20


class BlogFeed(Feed):
    feed_type = Atom1Feed
    title = "BALI Network: the blog"
    subtitle = "Writing by alumni and allies about leading children’s services, and changing who gets to."
    link = "/blog/"

    def items(self) -> QuerySet[ArticlePage]:
        return ArticlePage.objects.visible_to(OUTSIDER).for_cards().newest_first()[:LATEST]

    def item_link(self, item: ArticlePage) -> str:
        return item.get_url()

    def item_description(self, item: ArticlePage) -> str:
        return item.standfirst

    def item_author_name(self, item: ArticlePage) -> str:
        return item.author_name

    def item_pubdate(self, item: ArticlePage):
        return item.first_published_at

    def item_updateddate(self, item: ArticlePage):
        return item.last_published_at

    def item_categories(self, item: ArticlePage) -> list[str]:
        return [tagged.tag.name for tagged in item.tagged_items.all()]


class PublicPages(Sitemap):
    def items(self):
        return SitePage.objects.visible_to(OUTSIDER).order_by("path").specific()


feed = require_safe(BlogFeed())


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Public pages and no other; drafts and scheduled posts leave no trace."""
    return django_sitemap(request, {"pages": PublicPages(request)})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What machines should leave alone. It protects nothing: the door does."""
    address = request.build_absolute_uri(reverse("sitemap"))
    return render(request, "editorial/robots.txt", {"sitemap": address}, content_type="text/plain")
