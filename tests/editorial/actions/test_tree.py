from django.core.management import call_command
from wagtail.models import GroupPagePermission, Site, Workflow

from editorial.actions.tree import plant_tree
from editorial.models import HomePage, SitePage


def test_planted_twice_it_stands_once(db):
    plant_tree()
    once = list(SitePage.objects.order_by("path").values_list("url_path", flat=True))

    call_command("plant", verbosity=0)

    assert list(SitePage.objects.order_by("path").values_list("url_path", flat=True)) == once
    assert "/home/blog/" in once and "/home/m/" in once


def test_home_answers_at_the_root(home, outsider):
    assert Site.objects.get(is_default_site=True).root_page.pk == home.pk
    assert outsider.client.get("/").status_code == 200


def test_what_an_editor_changed_is_left_as_it_is(home):
    home.purpose = "Ours"
    home.save_revision().publish()

    plant_tree()

    assert HomePage.objects.get().purpose == "Ours"


def test_groups_have_what_their_office_needs(home):
    rights = set(GroupPagePermission.objects.values_list("group__name", "permission__codename"))

    assert ("Editors", "publish_page") in rights
    assert ("Programme managers", "change_page") in rights
    assert Workflow.objects.filter(name="Editor to publisher").exists()
