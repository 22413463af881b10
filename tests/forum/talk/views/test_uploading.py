"""Files of a composer: ahead of their message by an element, or with it by a plain form."""

from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from forum.files.actions import upload as uploading
from forum.files.models import Upload
from forum.talk.actions.thread import close_thread
from forum.talk.models import Message
from tests.factories.files import make_upload, paper, photo, where
from tests.factories.forum import make_thread


def upload(who, thread, file, **data):
    return who.client.post(reverse("uploads", args=[thread.public_id]), {"file": file, "key": uuid4(), **data})


def post(who, thread, **data):
    return who.client.post(reverse("messages", args=[thread.public_id]), {"body": "Look", "key": uuid4(), **data})


def test_an_element_uploads_ahead_and_gets_the_questions_about_it(bola, topic):
    answer = upload(bola, topic, photo(exif=where()))

    made = Upload.objects.get(owner=bola.person)
    assert answer.status_code == 200
    assert f'name="uploads" value="{made.public_id}"' in answer.text
    assert f'name="alt_{made.public_id}"' in answer.text and "<html" not in answer.text
    assert "field__error" not in answer.text


def test_a_retry_of_the_element_is_the_same_upload(bola, topic):
    key = uuid4()

    first, again = (upload(bola, topic, paper(), key=key).text for _ in range(2))

    assert first == again and Upload.objects.count() == 1


def test_nobody_uploads_into_a_room_that_is_not_theirs(ada, bola, eve, efe, alumni_room):
    thread = make_thread(ada.viewer, alumni_room)

    assert [upload(who, thread, paper()).status_code for who in (bola, eve, efe)] == [404, 302, 404]
    assert not Upload.objects.exists()


def test_a_refused_upload_says_why(ada, bola, topic, monkeypatch):
    no_picture = upload(bola, topic, paper("x.png", b"<svg/>"))
    empty = upload(bola, topic, paper(data=b""))
    monkeypatch.setattr(uploading, "LARGEST", 3)
    too_large = upload(bola, topic, paper())
    monkeypatch.setattr(uploading, "LARGEST", 100)
    monkeypatch.setattr(uploading, "MOST_AN_HOUR", 0)
    monkeypatch.setattr(uploading, "_wait", lambda *_: 60)
    too_many = upload(bola, topic, paper())
    close_thread(by=ada.viewer, thread=topic)
    closed = upload(bola, topic, paper())

    told = [no_picture, empty, too_large, too_many, closed]
    assert [answer.status_code for answer in told] == [422, 422, 413, 429, 409]
    assert too_many["Retry-After"] == "60"
    assert all("field__error" in answer.text and "<html" not in answer.text for answer in told)


def test_a_plain_form_brings_its_files_with_it(bola, topic):
    answer = post(bola, topic, files=[paper("one.pdf"), paper("two.pdf")])

    message = Message.objects.get(author=bola.person)
    assert answer["Location"].endswith(message.element_id)
    assert [one.upload.name for one in message.attachments.for_display()] == ["one.pdf", "two.pdf"]


def test_a_picture_without_words_is_kept_and_asked_about(bola, topic):
    key = uuid4()
    asked = post(bola, topic, key=key, files=[photo()])
    made = Upload.objects.get()

    assert asked.status_code == 422 and "There is a problem" in asked.text
    assert f'href="#id_alt_{made.public_id}"' in asked.text and ">Look</textarea>" in asked.text
    assert f'name="uploads" value="{made.public_id}"' in asked.text

    sent = post(bola, topic, key=key, uploads=[made.public_id], **{f"alt_{made.public_id}": "A table"})

    made.refresh_from_db()
    assert (sent.status_code, made.alt, made.attachments.count()) == (302, "A table", 1)


def test_a_decorative_picture_needs_no_words(bola, topic):
    made = make_upload(bola.viewer, alt="")

    sent = post(bola, topic, uploads=[made.public_id], **{f"plain_{made.public_id}": "on"})

    made.refresh_from_db()
    assert (sent.status_code, made.is_decorative) == (302, True)


@pytest.mark.parametrize(("length", "status"), [(200, 302), (201, 422)])
def test_the_bounds_of_what_a_picture_shows(bola, topic, length, status):
    made = make_upload(bola.viewer, alt="")

    answer = post(bola, topic, uploads=[made.public_id], **{f"alt_{made.public_id}": "x" * length})

    assert answer.status_code == status


@pytest.mark.parametrize(("many", "status"), [(4, 302), (5, 422)])
def test_the_bounds_of_a_message(bola, topic, many, status):
    ids = [make_upload(bola.viewer, paper()).public_id for _ in range(many)]

    named = post(bola, topic, uploads=ids)
    brought = post(bola, topic, files=[paper(f"{number}.pdf") for number in range(many)])
    mixed = post(bola, topic, uploads=ids[:2], files=[paper(f"{number}.pdf") for number in range(many - 2)])

    assert [answer.status_code for answer in (named, brought, mixed)] == [status] * 3


def test_files_are_kept_when_the_words_are_missing(bola, topic):
    answer = post(bola, topic, body="", files=[paper()])

    assert answer.status_code == 422
    assert f'name="uploads" value="{Upload.objects.get().public_id}"' in answer.text


def test_words_are_kept_when_a_file_is_refused(bola, topic, monkeypatch):
    refused = post(bola, topic, files=[paper("x.exe", b"MZ")])
    monkeypatch.setattr(uploading, "LARGEST", 3)
    too_large = post(bola, topic, files=[paper()])

    assert [answer.status_code for answer in (refused, too_large)] == [422, 413]
    assert all(">Look</textarea>" in answer.text for answer in (refused, too_large))
    assert not Message.objects.filter(author=bola.person).exists()


def test_with_a_full_disk_words_go_through_and_files_later(bola, topic, monkeypatch):
    def full(name, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(default_storage, "save", full, raising=False)

    with_file, without = post(bola, topic, files=[paper()]), post(bola, topic)

    assert (with_file.status_code, without.status_code) == (503, 302)
    assert ">Look</textarea>" in with_file.text and "later" in with_file.text
    assert not Upload.objects.exists()


def test_a_double_click_with_a_file_is_one_message_with_one_file(bola, topic):
    key = uuid4()

    first, again = (post(bola, topic, key=key, files=[paper()])["Location"] for _ in range(2))

    assert first == again
    assert (Upload.objects.count(), Message.objects.get(author=bola.person).attachments.count()) == (1, 1)


def test_the_same_file_chosen_twice_is_two(bola, topic):
    post(bola, topic, files=[paper(), paper()])

    assert Message.objects.get(author=bola.person).attachments.count() == Upload.objects.count() == 2


def test_somebody_elses_upload_counts_as_gone(ada, bola, topic):
    theirs = make_upload(ada.viewer, paper())

    answer = post(bola, topic, uploads=[theirs.public_id])

    assert answer.status_code == 422 and "choose the file again" in answer.text
    assert theirs.name not in answer.text


def test_a_name_that_would_break_out_stays_a_name(bola, topic):
    post(bola, topic, files=[paper('"><img src=x onerror=alert(1)>.pdf')])

    page = bola.client.get(reverse("thread", args=[topic.public_id])).text

    assert "<img src=x" not in page and Upload.objects.get().name in page
