"""The blog: its index and its articles."""

from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.db.models import Count, Prefetch, Q
from django.http import HttpRequest
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from editorial.blocks import BODY
from editorial.cover import PLANS, seed_of
from editorial.models.site_page import SitePage, SitePageQuerySet

PER_PAGE = 10
MOST_TOPICS = 8


class ArticleTag(TagBase):
    free_tagging = True

    class Meta:
        verbose_name = "topic"
        verbose_name_plural = "topics"


class TaggedArticle(ItemBase):
    tag = models.ForeignKey(ArticleTag, related_name="tagged_articles", on_delete=models.CASCADE)
    content_object = ParentalKey("editorial.ArticlePage", on_delete=models.CASCADE, related_name="tagged_items")


class BlogIndexPage(SitePage):
    introduction = models.TextField(max_length=400, blank=True)

    is_creatable = True
    may_be_kept = True
    max_count = 1
    parent_page_types = ["editorial.HomePage"]
    subpage_types = ["editorial.ArticlePage"]
    content_panels = [*SitePage.content_panels, FieldPanel("introduction")]
    template = "editorial/blog_index_page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        articles = ArticlePage.objects.child_of(self).visible_to(request.viewer)  # type: ignore[attr-defined]
        used = ArticleTag.objects.filter(tagged_articles__content_object__in=articles)
        topic = used.filter(slug=request.GET.get("topic", "")[:100].replace("\x00", "")).first()
        topics = list(used.annotate(uses=Count("pk")).order_by("-uses", "name")[:MOST_TOPICS])
        if topic:
            articles = articles.filter(tagged_items__tag=topic)
        page = Paginator(articles.for_cards().newest_first(), PER_PAGE).get_page(request.GET.get("page"))
        context.update(topics=topics, topic=topic, page_of_articles=page)
        return context


class ArticlePageQuerySet(SitePageQuerySet):
    def for_cards(self) -> "ArticlePageQuerySet":
        """With what a card shows, in a fixed number of queries."""
        tagged = Prefetch("tagged_items", queryset=TaggedArticle.objects.select_related("tag"))
        return self.prefetch_related(tagged).defer_streamfields()

    def related_to(self, article: "ArticlePage", topics: list[ArticleTag]) -> "ArticlePageQuerySet":
        """Others by shared topics, then by date."""
        shared = Count("tagged_items", filter=Q(tagged_items__tag__in=topics))
        return self.exclude(pk=article.pk).annotate(shared=shared).order_by("-shared", "-first_published_at", "-pk")


class ArticlePage(SitePage):
    standfirst = models.CharField(max_length=300, blank=True)
    author_name = models.CharField(max_length=200, blank=True)
    author_role = models.CharField(max_length=200, blank=True)
    body = StreamField(BODY, blank=True)
    tags = ClusterTaggableManager(through=TaggedArticle, blank=True)
    image = models.ForeignKey("editorial.BaliImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    cover_seed = models.PositiveBigIntegerField(null=True, blank=True, editable=False)
    cover_palette = models.PositiveSmallIntegerField(null=True, blank=True, choices=[(n, str(n + 1)) for n in range(7)])
    cover_plan = models.CharField(max_length=10, blank=True, choices=[(plan, plan) for plan in PLANS])
    # A page of another wing, which says by itself who may see it.
    event = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The event it is about. Readers who may see it are led there, and those with a seat to its talk.",
    )

    objects = PageManager.from_queryset(ArticlePageQuerySet)()

    is_creatable = True
    may_be_kept = True
    parent_page_types = ["editorial.BlogIndexPage", "editorial.MembersBranch"]
    subpage_types: list[str] = []
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("standfirst"),
        MultiFieldPanel([FieldPanel("author_name"), FieldPanel("author_role")], "Author"),
        FieldPanel("body"),
        FieldPanel("tags"),
        PageChooserPanel("event", "diary.EventPage"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("cover_palette"), FieldPanel("cover_plan")], "Cover"),
        FieldPanel("audience"),
    ]
    search_fields = [
        *SitePage.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("author_name"),
        index.SearchField("body"),
    ]
    template = "editorial/article_page.html"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The cover's seed is kept from the first title, so that retitling does not change the art."""
        if self.cover_seed is None:
            self.cover_seed = seed_of(self.title)
        super().save(*args, **kwargs)

    @property
    def topic(self) -> ArticleTag | None:
        """The topic that leads a card."""
        items = list(self.tagged_items.all())
        return items[0].tag if items else None

    @property
    def minutes(self) -> int:
        """How long it takes to read, at 220 words a minute."""
        return max(1, round(sum(len(str(block).split()) for block in self.body) / 220))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        others = ArticlePage.objects.visible_to(request.viewer)  # type: ignore[attr-defined]
        context["topics"] = [item.tag for item in self.tagged_items.select_related("tag")]
        context["related"] = list(others.related_to(self, context["topics"]).for_cards()[:3])
        return context
