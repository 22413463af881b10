"""The editor's screens, used as editors use them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from editorial.models import ArticlePage, BaliImage, BlogIndexPage, MembersBranch, SitePage
from network.access.audience import ALUMNI, MEMBERS
from network.programme.models import Programme
from network.programme.models import Testimonial as Words
from tests.factories.editorial import make_article, make_image, picture

ADD = "/cms/pages/add/editorial/articlepage/"


def article_form(*, publish: bool = True, blocks: tuple = (), **facts) -> dict:
    form = {
        "title": "Written in the CMS",
        "slug": "written-in-the-cms",
        "standfirst": "In short",
        "author_name": "Efe Mensah",
        "tags": "Names, Belonging",
        "body": streamfield([("text", rich_text("<p>Words.</p>")), *blocks]),
        "comment_notifications": "",
    }
    if publish:
        form["action-publish"] = "1"
    return nested_form_data(form | facts)


def test_an_editor_writes_and_publishes(home, efe, outsider):
    blog = BlogIndexPage.objects.get()

    answer = efe.client.post(f"{ADD}{blog.pk}/", article_form())

    assert answer.status_code == 302, answer.context["form"].errors
    words = outsider.client.get("/blog/written-in-the-cms/").content.decode()
    assert "Words." in words and "Efe Mensah" in words and "Belonging" in words


def test_a_members_page_needs_an_audience_and_gets_an_opaque_address(home, efe, ada):
    branch = MembersBranch.objects.get()

    refused = efe.client.post(f"{ADD}{branch.pk}/", article_form(audience=""))
    taken = efe.client.post(f"{ADD}{branch.pk}/", article_form(audience=MEMBERS))

    article = ArticlePage.objects.get()
    assert (refused.status_code, taken.status_code) == (200, 302)
    assert article.slug == article.public_id
    assert ada.client.get(f"/m/{article.public_id}/").status_code == 200


def test_the_editor_says_who_may_read_a_page(home, efe):
    article = make_article(audience=ALUMNI)

    screen = efe.client.get(f"/cms/pages/{article.pk}/edit/").content.decode()

    assert "Alumni only" in screen and "Who may read it" in screen
    assert "Once live anyone can view" not in screen and "Change privacy" not in screen


def test_a_page_outside_offers_no_private_audience(home, efe):
    blog = BlogIndexPage.objects.get()

    answer = efe.client.post(f"{ADD}{blog.pk}/", article_form(audience=MEMBERS))

    assert answer.status_code == 200
    assert "audience" in answer.context["form"].errors
    assert not ArticlePage.objects.exists()


def test_a_figure_without_its_source_is_not_published(home, efe):
    blog = BlogIndexPage.objects.get()
    figure = (
        "statistic",
        {
            "value": "6%",
            "what": "of directors",
            "population": "",
            "base": "",
            "counted_on": "",
            "source": "",
            "caveat": "",
        },
    )

    answer = efe.client.post(f"{ADD}{blog.pk}/", article_form(blocks=(figure,)))

    assert answer.status_code == 200 and not ArticlePage.objects.exists()


def test_words_without_consent_are_not_placed(home, efe):
    blog = BlogIndexPage.objects.get()
    words = Words.objects.create(programme=Programme.objects.create(code="x", title="X"), quote="I went.")

    answer = efe.client.post(f"{ADD}{blog.pk}/", article_form(blocks=(("testimonial", {"testimonial": words.pk}),)))

    assert answer.status_code == 200 and not ArticlePage.objects.exists()


def test_an_uploaded_picture_is_written_anew(home, efe):
    where = Image.Exif()
    where[0x8825] = {1: "N", 2: (51.0, 30.0, 0.0)}
    where[0x010F] = "A camera"
    upload = SimpleUploadedFile("Ada at work.jpg", picture(exif=where.tobytes()), content_type="image/jpeg")

    without = efe.client.post("/cms/images/add/", {"title": "Ada at work", "file": upload, "collection": 1})
    assert without.status_code == 200 and not BaliImage.objects.exists()
    upload.seek(0)
    taken = efe.client.post("/cms/images/add/", {"title": "A room", "file": upload, "alt": "A room", "collection": 1})

    image = BaliImage.objects.get()
    assert taken.status_code == 302
    with image.file.open("rb") as kept:
        assert b"A camera" not in kept.read()
    assert "ada" not in image.file.name.lower()
    assert (image.width, image.height) == (640, 400)


def test_a_page_that_is_no_picture_is_not_uploaded(home, efe):
    upload = SimpleUploadedFile("x.png", b"<html><script>alert(1)</script>", content_type="image/png")

    answer = efe.client.post("/cms/images/add/", {"title": "x", "file": upload, "alt": "x", "collection": 1})

    assert answer.status_code == 200 and not BaliImage.objects.exists()


@pytest.mark.parametrize("audience", ["public", MEMBERS])
def test_a_draft_is_previewed_by_its_editor(home, efe, audience):
    article = make_article("Draft", audience=audience)
    article.unpublish()

    answer = efe.client.get(f"/cms/pages/{article.pk}/view_draft/")

    assert answer.status_code == 200 and b"Draft" in answer.content


def test_what_is_copied_does_not_cross_the_door(home, efe):
    article = make_article("Members", audience=MEMBERS)
    form = {"new_title": "Open", "new_slug": "open", "new_parent_page": BlogIndexPage.objects.get().pk}

    answer = efe.client.post(f"/cms/pages/{article.pk}/copy/", form)

    assert answer.status_code == 302
    assert not Page.objects.filter(slug="open").exists()


def test_what_is_moved_does_not_cross_the_door(home, efe):
    article = make_article("Members", audience=MEMBERS)
    blog = BlogIndexPage.objects.get()

    efe.client.post(f"/cms/pages/{article.pk}/move/{blog.pk}/confirm/")
    by_machine = efe.client.post(
        f"/cms/api/main/pages/{article.pk}/action/move/", {"destination_page_id": blog.pk, "position": "last-child"}
    )

    assert by_machine.status_code in (400, 403)
    assert SitePage.objects.get(pk=article.pk).url_path.startswith("/home/m/")


def test_the_privacy_button_is_not_offered(home, efe):
    article = make_article()

    assert efe.client.get(f"/cms/pages/{article.pk}/privacy/").status_code == 404


def test_screens_of_an_editor_open(home, efe):
    article, image = make_article(), make_image()
    screens = [
        "/cms/",
        f"/cms/pages/{article.pk}/edit/",
        f"/cms/pages/{article.pk}/history/",
        "/cms/images/",
        f"/cms/images/{image.pk}/",
        "/cms/documents/",
        "/cms/pages/search/?q=article",
        "/cms/snippets/editorial/articletag/",
        "/cms/reports/workflow/",
    ]

    assert {path: efe.client.get(path).status_code for path in screens} == dict.fromkeys(screens, 200)


def test_an_editors_screens_name_no_member(home, efe, ada, bola):
    make_article()

    for path in (
        "/cms/",
        "/cms/pages/",
        "/cms/reports/aging-pages/",
        "/cms/pages/search/?q=ada",
        "/cms/api/main/pages/",
    ):
        words = efe.client.get(path).content.decode()
        assert ada.person.name not in words and ada.person.email not in words, path
