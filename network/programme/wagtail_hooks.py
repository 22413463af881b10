"""Programmes, cohorts and testimonials in the CMS. People are nowhere in these screens."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet, SnippetViewSetGroup

from network.access.viewer import OUTSIDER
from network.programme.forms import ProgrammeForm, TestimonialForm
from network.programme.models import Cohort, Programme, Testimonial

DAY3 = "Day 3 follows the residential by 77 to 84 days. Other dates are possible: you will be told, and may say why."


class WarnsOfDay3:
    """Says after saving when day 3 breaks the rule. It never blocks (seed 000-6)."""

    def save_instance(self) -> Any:
        cohort = super().save_instance()  # type: ignore[misc]
        if cohort.day3_warning and not cohort.day3_reason:
            messages.warning(self.request, cohort.day3_warning)  # type: ignore[attr-defined]
        return cohort


class CohortCreateView(WarnsOfDay3, CreateView):
    pass


class CohortEditView(WarnsOfDay3, EditView):
    pass


class ProgrammeViewSet(SnippetViewSet):
    model = Programme
    icon = "clipboard-list"
    list_display = ["title", "provider", "state_text", "is_published"]
    search_fields = ["title", "provider"]
    edit_handler = ObjectList(
        [
            *(FieldPanel(name) for name in ("title", "code", "provider", "partners", "for_whom", "summary")),
            *(FieldPanel(name) for name in ("format_text", "aims", "criteria", "complements")),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("fee_net"), FieldPanel("vat_rate")]),
                    FieldRowPanel([FieldPanel("subscriber_discount"), FieldPanel("is_core")]),
                    FieldPanel("fee_text"),
                ],
                "Fee in pounds, before VAT",
            ),
            *(FieldPanel(name) for name in ("capacity_text", "state_text", "apply_url")),
            MultiFieldPanel(
                [FieldPanel("contact_name"), FieldPanel("contact_phone"), FieldPanel("contact_email")], "Contact"
            ),
            FieldPanel("is_published"),
        ],
        base_form_class=ProgrammeForm,
    )


class CohortViewSet(SnippetViewSet):
    model = Cohort
    icon = "group"
    add_view_class = CohortCreateView
    edit_view_class = CohortEditView
    list_display = ["name", "programme", "state", "day1", "dates_text"]
    list_filter = ["programme", "state"]
    search_fields = ["name", "code"]
    ordering = ["-sorts_on", "code"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("code")]),
            FieldPanel("programme"),
            FieldRowPanel([FieldPanel("commissioner"), FieldPanel("format"), FieldPanel("city")]),
            MultiFieldPanel(
                [
                    FieldPanel("precision"),
                    FieldRowPanel([FieldPanel("day1"), FieldPanel("day2"), FieldPanel("day3")]),
                    HelpPanel(DAY3),
                    FieldPanel("day3_reason"),
                    FieldRowPanel([FieldPanel("dates_text"), FieldPanel("day3_text")]),
                    FieldPanel("sorts_on"),
                ],
                "Dates",
            ),
            FieldRowPanel([FieldPanel("capacity"), FieldPanel("state")]),
        ]
    )


class ShowableOnly:
    """Editors choose among words that may be shown; the others do not exist for them."""

    def get_object_list(self) -> QuerySet[Testimonial]:
        return Testimonial.objects.visible_to(OUTSIDER).order_by("-is_featured", "-consented_on", "pk")


class ShowableView(ShowableOnly, ChooseView):
    pass


class ShowableResultsView(ShowableOnly, ChooseResultsView):
    pass


class TestimonialChooser(SnippetChooserViewSet):
    choose_view_class = ShowableView
    choose_results_view_class = ShowableResultsView


class TestimonialViewSet(SnippetViewSet):
    model = Testimonial
    icon = "openquote"
    chooser_viewset_class = TestimonialChooser
    list_display = ["quote", "signature", "consented_on", "is_approved", "is_featured"]
    list_filter = ["programme", "is_approved"]
    search_fields = ["quote"]
    edit_handler = ObjectList(
        [
            *(FieldPanel(name) for name in ("programme", "cohort", "quote", "signature", "signature_detail", "year")),
            *(FieldPanel(name) for name in ("consented_on", "is_approved", "is_featured")),
        ],
        base_form_class=TestimonialForm,
    )


class ProgrammeGroup(SnippetViewSetGroup):
    items = (ProgrammeViewSet, CohortViewSet, TestimonialViewSet)
    menu_label = "Programmes"
    menu_icon = "clipboard-list"
    menu_order = 200
    add_to_admin_menu = True


register_snippet(ProgrammeGroup)
