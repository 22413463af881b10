"""Pages about programmes. The facts come from records, the words around them from editors."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from editorial.blocks import BODY
from editorial.models.site_page import SitePage
from network.programme.models import Programme


class ProgrammeIndexPage(SitePage):
    introduction = models.TextField(max_length=400, blank=True)

    is_creatable = True
    may_be_kept = True
    max_count = 1
    parent_page_types = ["editorial.HomePage"]
    subpage_types = ["editorial.ProgrammePage"]
    content_panels = [*SitePage.content_panels, FieldPanel("introduction")]
    template = "editorial/programme_index_page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        pages = ProgrammePage.objects.child_of(self).visible_to(request.viewer)  # type: ignore[attr-defined]
        context["programmes"] = list(pages.select_related("programme").order_by("title", "pk"))
        return context


class ProgrammePage(SitePage):
    programme = models.ForeignKey(Programme, null=True, on_delete=models.PROTECT, related_name="+")
    standfirst = models.CharField(max_length=300, blank=True)
    body = StreamField(BODY, blank=True)
    for_managers = models.TextField("what the line manager will be sent", max_length=600, blank=True)

    is_creatable = True
    may_be_kept = True
    parent_page_types = ["editorial.ProgrammeIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *SitePage.content_panels,
        FieldPanel("programme"),
        FieldPanel("standfirst"),
        FieldPanel("body"),
        FieldPanel("for_managers"),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("standfirst"), index.SearchField("body")]
    template = "editorial/programme_page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        if self.programme is None:
            return context
        viewer = request.viewer  # type: ignore[attr-defined]
        cohorts = self.programme.cohorts.visible_to(viewer)
        context["cohorts"] = list(cohorts.upcoming(timezone.localdate()).by_date())
        voices = self.programme.testimonials.visible_to(viewer).select_related("cohort")
        context["testimonials"] = list(voices.order_by("-is_featured", "pk")[:4])
        context["complements"] = list(self.programme.complements.visible_to(viewer).by_title())
        return context
