"""The CMS's own list of pages for its scripts, without those it may not show."""

from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.query import PageQuerySet

from editorial.cms_sight import shown_in_cms


class PagesShown(PagesAdminAPIViewSet):
    def get_base_queryset(self) -> PageQuerySet:
        return shown_in_cms(self.request.viewer, self.request.user, super().get_base_queryset())
