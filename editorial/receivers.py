"""What follows from a change of pages, records or rights."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished, post_page_move, pre_page_move

from editorial.actions.groups import follow_roles
from editorial.models import ArticleTag, BaliImage, ContentVersion, SitePage
from network.people.models import User
from network.people.signals import access_changed
from network.programme.models import Cohort, Programme, Testimonial

# What saving a draft writes to a live page's row; nobody sees any of it.
OF_DRAFTS = {"latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes"}
SHOWN_ON_PAGES = (Programme, Cohort, Testimonial, ArticleTag, BaliImage)


@receiver([page_published, page_unpublished, post_page_move], dispatch_uid="editorial.pages_changed")
def pages_changed(sender: Any, **_: Any) -> None:
    """Pages kept elsewhere are out of date from this moment."""
    ContentVersion.objects.move_on()


@receiver([post_save, post_delete], dispatch_uid="editorial.shown_things_changed")
def shown_things_changed(sender: Any, update_fields: frozenset[str] | None = None, **_: Any) -> None:
    """Records that pages show, and pages saved or deleted outside the publishing flow. A draft is no change."""
    is_page = issubclass(sender, SitePage) and not (update_fields and update_fields <= OF_DRAFTS)
    if sender in SHOWN_ON_PAGES or is_page:
        ContentVersion.objects.move_on()


@receiver(m2m_changed, sender=Programme.complements.through, dispatch_uid="editorial.complements_changed")
def complements_changed(sender: Any, **_: Any) -> None:
    ContentVersion.objects.move_on()


@receiver(access_changed, dispatch_uid="editorial.groups_follow_roles")
def groups_follow_roles(sender: Any, person_id: int, **_: Any) -> None:
    """The CMS opens and closes with the role."""
    person = User.objects.filter(pk=person_id).first()
    if person is not None:
        follow_roles(person=person)


@receiver(pre_page_move, dispatch_uid="editorial.nothing_moves_through_the_door")
def nothing_moves_through_the_door(sender: Any, parent_page_before: Any, parent_page_after: Any, **_: Any) -> None:
    """A move would carry a members' page into the open, or a public one behind the door, unnoticed."""
    before, after = (page.specific.is_behind_the_door() for page in (parent_page_before, parent_page_after))
    if before != after:
        raise PermissionDenied("A page does not move through the members' door. Make it anew on the other side.")
