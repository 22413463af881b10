from django.urls import reverse

from forum.files.actions.upload import erase_uploads
from tests.factories.files import make_upload, paper


def small_of(upload) -> str:
    return reverse("upload", args=[upload.public_id])


def test_only_who_uploaded_it_sees_it_before_its_message(bola, ada, dina):
    upload = make_upload(bola.viewer)

    answers = [who.client.get(small_of(upload)) for who in (bola, ada, dina)]

    assert [answer.status_code for answer in answers] == [200, 404, 404]
    assert answers[0]["Content-Type"] == "image/webp"
    assert answers[0]["Cache-Control"] == "no-store, private"


def test_a_paper_has_no_thumbnail(bola):
    assert bola.client.get(small_of(make_upload(bola.viewer, paper()))).status_code == 404


def test_an_erased_one_is_gone(bola):
    upload = make_upload(bola.viewer)
    erase_uploads([upload])

    assert bola.client.get(small_of(upload)).status_code == 404
