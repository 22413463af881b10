"""A person is suspended while a file of theirs waits for its message."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from forum.files.actions.upload import put_upload
from forum.files.models import Upload
from forum.talk.jobs import purge_uploads
from forum.talk.models import Attachment, Message
from network.access.viewer import OUTSIDER
from network.access.visible import Refused
from network.jobs.worker import run_jobs
from network.people.actions.suspension import suspend
from tests.factories.files import make_upload, paper
from tests.factories.forum import make_thread


@pytest.fixture
def waiting(ada, bola):
    """A thread, and a file of Bola's that was taken in ahead of its message there; then Bola is suspended."""
    thread, upload = make_thread(ada.viewer), make_upload(bola.viewer)
    assert bola.client.get(reverse("upload", args=[upload.public_id])).status_code == 200
    suspend(person=bola.person, by=None)
    return thread, upload


def test_neither_the_next_file_nor_the_message_is_taken(bola, waiting):
    thread, upload = waiting
    files, words = reverse("uploads", args=[thread.public_id]), reverse("messages", args=[thread.public_id])

    answers = [
        bola.client.post(files, {"file": paper(), "key": uuid4()}),
        bola.client.post(words, {"body": "Look", "key": uuid4(), "uploads": [upload.public_id]}),
    ]

    assert [(answer.status_code, "/accounts/login/" in answer["Location"]) for answer in answers] == [(302, True)] * 2
    assert Upload.objects.count() == 1
    assert not Attachment.objects.exists() and not Message.objects.filter(author=bola.person).exists()
    with pytest.raises(Refused):
        put_upload(by=bola.viewer, file=paper(), key=uuid4())
    assert bola.viewer == OUTSIDER


def test_what_waited_is_left_to_nobody_and_goes(ada, bola, dina, outsider, waiting):
    thread, upload = waiting
    place = upload.full.name

    for who in (ada, dina, bola, outsider):
        assert who.client.get(reverse("upload", args=[upload.public_id])).status_code in (302, 404)
        assert not Upload.objects.visible_to(who.viewer).exists()
    theirs = {"body": "Look", "key": uuid4(), "uploads": [upload.public_id]}
    assert ada.client.post(reverse("messages", args=[thread.public_id]), theirs).status_code == 422
    assert default_storage.exists(place)

    with time_machine.travel(timezone.now() + timedelta(days=3)):
        purge_uploads.now()
        run_jobs()

    assert not default_storage.exists(place)
