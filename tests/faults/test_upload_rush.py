"""Files at the same moment: the bound of an hour holds, and what a message takes is not cleared away from under it."""

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from forum.files.actions import upload as uploading
from forum.files.actions.upload import TooManyUploads, check_share, put_upload
from forum.files.models import Upload
from forum.talk.actions.attachment import FileGone
from forum.talk.actions.message import post_message
from forum.talk.jobs import purge_uploads
from forum.talk.models import Attachment, Thread
from network.access.viewer import viewer_of
from tests.factories.files import make_upload, paper
from tests.factories.forum import make_thread

TABS = 6


@pytest.fixture
def one_an_hour(monkeypatch):
    monkeypatch.setattr(uploading, "MOST_AN_HOUR", 1)


def test_of_six_files_at_once_one_is_taken_where_one_may(bola, one_an_hour, at_once):
    viewer = viewer_of(bola.person)

    answers = at_once([lambda: put_upload(by=viewer, file=paper(), key=uuid4()).pk] * TABS)

    assert sorted(map(str, map(type, answers))) == sorted(map(str, [int, *[TooManyUploads] * (TABS - 1)]))
    assert Upload.objects.count() == 1


def test_asked_before_the_lock_six_are_taken(bola, one_an_hour, at_once, monkeypatch):
    monkeypatch.setattr(uploading, "check_share", lambda *_: None)
    viewer, asked = viewer_of(bola.person), threading.Barrier(TABS)

    def put():
        check_share(viewer, 1)
        asked.wait(30)
        return put_upload(by=viewer, file=paper(), key=uuid4()).pk

    answers = at_once([put] * TABS)

    assert [type(answer) for answer in answers] == [int] * TABS


def test_the_same_file_six_times_at_once_is_one_upload(bola, at_once):
    viewer, key = viewer_of(bola.person), uuid4()

    answers = at_once([lambda: put_upload(by=viewer, file=paper(), key=key).pk] * TABS)

    assert len(set(answers)) == 1 and Upload.objects.count() == 1


@pytest.fixture
def late(bola):
    """An upload of Bola's that has waited its time, and a thread to post it in."""
    upload = make_upload(bola.viewer)
    Upload.objects.filter(pk=upload.pk).update(uploaded_at=timezone.now() - timedelta(days=2))
    return upload, make_thread(bola.viewer)


def test_posted_while_it_is_cleared_away_it_stands_or_the_message_is_refused(bola, late, at_once):
    upload, thread = late
    viewer = viewer_of(bola.person)

    def post():
        topic = Thread.objects.select_related("space").get(pk=thread.pk)
        return post_message(by=viewer, thread=topic, body="Look", key=uuid4(), uploads=[upload])

    answers = at_once([post, purge_uploads.now])

    is_kept = Upload.objects.kept().filter(pk=upload.pk).exists()
    assert is_kept == Attachment.objects.filter(upload=upload).exists()
    assert is_kept != isinstance(answers[0], FileGone)
