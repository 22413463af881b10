"""The CMS in our colours, and records the programme team edits there."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from network.programme.models import Cohort, Programme, Testimonial


@hooks.register("insert_global_admin_css")
def our_colours() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/cms.css"))


@hooks.register("construct_settings_menu")
def no_lists_of_people(request, menu_items: list[MenuItem]) -> None:
    """Members are not the CMS's business."""
    menu_items[:] = [item for item in menu_items if item.name not in {"users", "groups"}]


class ProgrammeViewSet(SnippetViewSet):
    model = Programme
    icon = "group"
    list_display = ["title", "provider", "state_text"]
    search_fields = ["title", "provider"]


class CohortViewSet(SnippetViewSet):
    """Day 3 outside the rule is said on the list and in the form's help, and never blocks."""

    model = Cohort
    icon = "date"
    list_display = ["name", "day1", "day3", "day3_warning", "state"]
    list_filter = ["state", "programme"]
    panels = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("name")]),
        FieldPanel("programme"),
        MultiFieldPanel(
            [
                FieldPanel("precision"),
                FieldRowPanel([FieldPanel("day1"), FieldPanel("day2"), FieldPanel("day3")]),
                FieldPanel("day3_reason"),
                FieldRowPanel([FieldPanel("dates_text"), FieldPanel("day3_text")]),
                FieldPanel("sorts_on"),
            ],
            "Dates: day 3 belongs 77 to 84 days after day 2; otherwise give the reason",
        ),
        FieldRowPanel([FieldPanel("format"), FieldPanel("city"), FieldPanel("capacity"), FieldPanel("state")]),
        FieldPanel("commissioner"),
    ]


class TestimonialViewSet(SnippetViewSet):
    """Without consent and approval the words are shown nowhere."""

    model = Testimonial
    icon = "openquote"
    list_display = ["signature", "year", "consented_on", "is_approved"]
    panels = [
        FieldPanel("programme"),
        FieldPanel("cohort"),
        FieldPanel("quote"),
        FieldRowPanel([FieldPanel("signature"), FieldPanel("signature_detail"), FieldPanel("year")]),
        FieldRowPanel([FieldPanel("consented_on"), FieldPanel("is_approved"), FieldPanel("is_featured")]),
    ]


class ProgrammeGroup(SnippetViewSetGroup):
    menu_label = "Programmes"
    menu_icon = "group"
    items = (ProgrammeViewSet, CohortViewSet, TestimonialViewSet)


register_snippet(ProgrammeGroup)
