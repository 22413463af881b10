"""The first page."""

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.url_routing import RouteResult

from editorial.models.article import ArticlePage
from editorial.models.site_page import SitePage
from network.programme.models import Cohort, Testimonial


class HomePage(SitePage):
    """One sentence of purpose, the next event, stories, dates and one voice. Each part is absent when empty."""

    purpose = models.CharField(max_length=120, default="Leadership that looks like the communities we serve")
    introduction = models.TextField(max_length=400, blank=True)
    programme_title = models.CharField(max_length=120, blank=True)
    programme_text = models.TextField(max_length=500, blank=True)
    ally_title = models.CharField(max_length=120, blank=True)
    ally_text = models.TextField(max_length=500, blank=True)

    is_creatable = True
    may_be_kept = True
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("purpose"),
        FieldPanel("introduction"),
        FieldPanel("programme_title"),
        FieldPanel("programme_text"),
        FieldPanel("ally_title"),
        FieldPanel("ally_text"),
    ]
    template = "editorial/home_page.html"

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Any page below by its whole address: one question, however deep it stands."""
        if not path_components:
            return super().route(request, path_components)
        url_path = f"{self.url_path}{'/'.join(path_components)}/"
        page = SitePage.objects.filter(url_path=url_path, live=True).first()
        if page is None:
            raise Http404
        return RouteResult(page.specific)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        viewer = request.viewer  # type: ignore[attr-defined]
        cohorts = Cohort.objects.visible_to(viewer).filter(programme__code="bali")
        context["articles"] = list(ArticlePage.objects.visible_to(viewer).for_cards().newest_first()[:4])
        context["cohorts"] = list(cohorts.upcoming(timezone.localdate()).by_date()[:3])
        voices = Testimonial.objects.visible_to(viewer).filter(is_featured=True)
        context["voice"] = voices.select_related("cohort").order_by("-consented_on", "pk").first()
        return context
