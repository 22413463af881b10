import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from wagtail.actions.copy_page import CopyPageAction

from editorial.models import ArticlePage, BlogIndexPage, HomePage, MembersBranch, SitePage, StandardPage
from network.access.audience import ALUMNI, MEMBERS, PUBLIC
from network.access.viewer import OUTSIDER
from tests.factories.editorial import make_article


def test_a_page_in_the_members_branch_gets_an_opaque_address(home):
    article = make_article("Who said what", audience=MEMBERS)

    assert article.relative_url == f"/m/{article.public_id}/"
    assert len(article.public_id) == 12


def test_a_public_audience_in_the_members_branch_is_refused(home):
    with pytest.raises(ValidationError, match="cannot be public"):
        MembersBranch.objects.get().add_child(instance=StandardPage(title="Open", audience=PUBLIC))


def test_a_page_in_the_members_branch_without_an_audience_is_refused(home):
    with pytest.raises(ValidationError, match="Choose who may read it"):
        MembersBranch.objects.get().add_child(instance=StandardPage(title="Nobody's", audience=""))


def test_a_private_audience_outside_is_refused(home):
    with pytest.raises(ValidationError, match="belongs in the members"):
        home.add_child(instance=StandardPage(title="Ours", slug="ours", audience=MEMBERS))


def test_each_sees_what_their_audience_says(home, ada, bola, efe):
    open_to_all = make_article("Open")
    for_members = make_article("Members", audience=MEMBERS)
    for_alumni = make_article("Alumni", audience=ALUMNI)
    seen = {
        who: set(ArticlePage.objects.visible_to(viewer).values_list("pk", flat=True))
        for who, viewer in (("outsider", OUTSIDER), ("ada", ada.viewer), ("bola", bola.viewer), ("efe", efe.viewer))
    }

    assert seen == {
        "outsider": {open_to_all.pk},
        "ada": {open_to_all.pk, for_members.pk, for_alumni.pk},
        "bola": {open_to_all.pk, for_members.pk},
        "efe": {open_to_all.pk},
    }


def test_a_hidden_page_answers_as_a_missing_one(home, bola):
    for_alumni = make_article("Alumni", audience=ALUMNI)

    hidden = bola.client.get(for_alumni.relative_url)
    missing = bola.client.get("/m/AAAAAAAAAAAA/")

    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert hidden.content.replace(for_alumni.public_id.encode(), b"AAAAAAAAAAAA") == missing.content


def test_a_member_reads_a_members_page_under_a_neutral_title(home, ada):
    article = make_article("What my manager said", audience=MEMBERS)

    answer = ada.client.get(article.relative_url)

    assert answer.status_code == 200
    assert b"What my manager said" in answer.content
    assert b"What my manager said" not in answer.content.split(b"</title>")[0]
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("audience", [PUBLIC, MEMBERS])
def test_a_draft_is_nowhere(home, ada, audience):
    article = make_article("Not yet", audience=audience)
    article.unpublish()

    assert ada.client.get(article.relative_url).status_code == 404
    assert not SitePage.objects.visible_to(ada.viewer).filter(pk=article.pk).exists()


def test_a_page_does_not_move_through_the_door(home):
    article = make_article("Members", audience=MEMBERS)

    with pytest.raises(PermissionDenied):
        article.move(BlogIndexPage.objects.get(), pos="last-child")

    assert ArticlePage.objects.get(pk=article.pk).relative_url == f"/m/{article.public_id}/"


def test_a_copy_has_an_id_of_its_own_and_keeps_it_when_published(home):
    article = make_article("Members", audience=MEMBERS)

    copy = CopyPageAction(article, keep_live=False, reset_translation_key=True).execute(skip_permission_checks=True)
    copy.get_latest_revision().publish()

    kept = ArticlePage.objects.get(pk=copy.pk)
    assert kept.public_id != article.public_id
    assert kept.slug == kept.public_id


def test_the_privacy_button_is_off():
    assert HomePage.private_page_options == []


def test_members_pages_leave_no_trace_outside(home, outsider):
    make_article("Canary of the members", audience=MEMBERS, tags=("Canary topic",))
    make_article("Canary of the alumni", audience=ALUMNI)

    for path in ("/", "/blog/", "/blog/feed/", "/sitemap.xml", "/search/?q=canary", "/robots.txt"):
        answer = outsider.client.get(path)
        assert answer.status_code == 200
        words = answer.content.replace(b"canary", b"") if "search" in path else answer.content
        assert b"Canary" not in words, path


def test_members_branch_itself_leads_home(home, ada):
    branch = MembersBranch.objects.get()

    assert branch.slug == "m" and branch.audience == MEMBERS
