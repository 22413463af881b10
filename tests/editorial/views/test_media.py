import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from wagtail.models import ReferenceIndex

from editorial.actions.groups import follow_roles
from editorial.models import BaliImage
from network.access.audience import ALUMNI, MEMBERS, PUBLIC
from network.people.models import Role
from network.programme.models import Programme
from tests.factories.editorial import make_article, make_document, make_image


def put_on_a_page(image, audience):
    return make_article(audience=audience, image=image), image.get_rendition("fill-640x400").url


def test_a_public_pages_image_may_be_kept(home, outsider):
    _, url = put_on_a_page(make_image(), PUBLIC)

    answer = outsider.client.get(url)

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert answer["Cache-Control"].startswith("public")
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("audience", [MEMBERS, ALUMNI])
def test_a_members_image_is_for_those_who_see_its_page(home, outsider, eve, bola, ada, audience):
    image = make_image()
    _, url = put_on_a_page(image, audience)
    every_size = [url, image.get_rendition("width-900").url, image.get_rendition("original").url]

    answers = {who: [who.client.get(size).status_code for size in every_size] for who in (outsider, eve, bola, ada)}

    assert answers[outsider] == answers[eve] == [404] * 3
    assert answers[bola] == ([200] * 3 if audience == MEMBERS else [404] * 3)
    assert answers[ada] == [200] * 3
    assert ada.client.get(url)["Cache-Control"] == "private, no-store"


def test_a_hidden_image_answers_as_one_that_never_was(home, outsider):
    _, url = put_on_a_page(make_image(), MEMBERS)

    hidden, missing = outsider.client.get(url), outsider.client.get("/media/999999/never.jpg")

    assert hidden.content.replace(url.encode(), b"") == missing.content.replace(b"/media/999999/never.jpg", b"")


def test_a_wrong_name_gets_nothing(home, outsider):
    image = make_image()
    put_on_a_page(image, PUBLIC)

    assert outsider.client.get(f"/media/{image.get_rendition('fill-640x400').pk}/guess.jpg").status_code == 404


def test_the_image_goes_with_its_page(home, outsider):
    article, url = put_on_a_page(make_image(), PUBLIC)
    assert outsider.client.get(url).status_code == 200

    article.unpublish()

    assert outsider.client.get(url).status_code == 404


def test_nobody_invents_a_size(home, ada):
    with pytest.raises(NoReverseMatch):
        reverse("wagtailimages_serve", args=["x", 1, "fill-1x1"])
    image = make_image()
    assert ada.client.get(f"/images/x/{image.pk}/fill-1x1/").status_code == 404


def test_originals_have_no_address(home, ada):
    image = make_image()
    put_on_a_page(image, PUBLIC)

    for path in (f"/media/{image.file.name}", f"/{image.file.name}", image.file.url):
        assert ada.client.get(path).status_code == 404


def test_an_editor_sees_what_stands_on_no_page_yet(home, efe, ada):
    url = make_image().get_rendition("width-400").url
    efe.client.get("/cms/")

    assert (efe.client.get(url).status_code, ada.client.get(url).status_code) == (200, 404)


def test_a_document_leaves_as_an_attachment(home, outsider, ada):
    document = make_document()
    make_article(body=[("download", {"document": document, "text": "The paper"})], audience=MEMBERS)

    answer = ada.client.get(document.url)

    assert outsider.client.get(document.url).status_code == 404
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_reference_from_another_kind_of_thing_opens_nothing(home, outsider):
    """A record that has the number of a public page must not lend it to a file."""
    article, image = make_article(), make_image()
    kind = ContentType.objects.get_for_model(Programme)
    ReferenceIndex.objects.create(
        content_type=kind,
        base_content_type=kind,
        object_id=str(article.pk),
        to_content_type=ContentType.objects.get_for_model(BaliImage),
        to_object_id=str(image.pk),
        model_path="x",
        content_path="x",
        content_path_hash="00000000-0000-0000-0000-000000000000",
    )

    assert outsider.client.get(image.get_rendition("width-400").url).status_code == 404


def test_an_ended_office_opens_no_draft_though_its_group_lingers(home, efe):
    url = make_image().get_rendition("fill-640x400").url
    follow_roles(person=efe.person)
    assert efe.client.get(url).status_code == 200

    Role.objects.filter(person=efe.person).update(ends_at=timezone.now())

    assert efe.client.get(url).status_code == 404
