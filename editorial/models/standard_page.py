"""Plain pages, and the branch of the tree that lies behind the members' door."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from editorial.blocks import BODY
from editorial.models.site_page import MEMBERS_SLUG, SitePage
from network.access.audience import MEMBERS


class StandardPage(SitePage):
    standfirst = models.CharField(max_length=300, blank=True)
    body = StreamField(BODY, blank=True)

    is_creatable = True
    may_be_kept = True
    content_panels = [*SitePage.content_panels, FieldPanel("standfirst"), FieldPanel("body"), FieldPanel("audience")]
    search_fields = [*SitePage.search_fields, index.SearchField("standfirst"), index.SearchField("body")]
    parent_page_types = ["editorial.HomePage", "editorial.StandardPage", "editorial.MembersBranch"]
    subpage_types = ["editorial.StandardPage"]
    template = "editorial/standard_page.html"


class MembersBranch(SitePage):
    """The page at /m/. What stands below it has an opaque address and an audience that is not the public."""

    is_creatable = True
    max_count = 1
    parent_page_types = ["editorial.HomePage"]
    content_panels = SitePage.content_panels

    def take_address(self) -> None:
        self.slug, self.audience = MEMBERS_SLUG, MEMBERS

    def clean(self) -> None:
        super(SitePage, self).clean()
        if self.slug != MEMBERS_SLUG:
            raise ValidationError({"slug": "The members' branch stands at /m/."})

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return redirect("/m/")
