from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone

from forum.files.models import Upload
from forum.talk.actions.attachment import FileGone, put_file
from forum.talk.actions.message import OtherWordsSameKey, delete_message, edit_message, post_message
from forum.talk.actions.thread import close_thread
from forum.talk.jobs import purge_uploads
from forum.talk.models import Attachment, Message
from network.access.visible import Refused
from network.jobs.worker import run_jobs
from tests.factories.files import make_upload, paper
from tests.factories.forum import make_thread, say


def bytes_of(upload: Upload) -> list[bool]:
    return [default_storage.exists(file.name) for file in (upload.full, upload.small)]


def test_files_come_with_their_message_in_the_order_they_were_chosen(bola, topic):
    first, second = make_upload(bola.viewer), make_upload(bola.viewer, paper())

    message = say(bola.viewer, topic, uploads=[second, first])

    assert [one.upload for one in message.attachments.order_by("position")] == [second, first]
    assert Message.objects.get(pk=message.pk).has_beside


def test_the_same_form_twice_attaches_once(bola, topic):
    facts = {"by": bola.viewer, "thread": topic, "body": "Look", "key": uuid4(), "uploads": [make_upload(bola.viewer)]}

    first, again = post_message(**facts), post_message(**facts)

    assert first == again
    assert Attachment.objects.count() == 1


def test_the_same_key_with_other_files_is_said_and_loses_nothing(bola, topic):
    facts = {"by": bola.viewer, "thread": topic, "body": "Look", "key": uuid4()}
    post_message(**facts)

    with pytest.raises(OtherWordsSameKey):
        post_message(**facts, uploads=[make_upload(bola.viewer)])


def test_nobody_attaches_what_is_somebody_elses_or_gone(ada, bola, topic):
    theirs, gone = make_upload(ada.viewer), make_upload(bola.viewer)
    Upload.objects.filter(pk=gone.pk).update(erased_at=timezone.now())

    for uploads in ([theirs], [gone]):
        with pytest.raises(FileGone):
            say(bola.viewer, topic, "Look", uploads=uploads)

    assert not Message.objects.filter(author=bola.person).exists()


def test_a_message_has_four_files_at_most(bola, topic):
    uploads = [make_upload(bola.viewer, paper()) for _ in range(5)]

    assert say(bola.viewer, topic, uploads=uploads[:4]).attachments.count() == 4
    with pytest.raises(IntegrityError), transaction.atomic():
        say(bola.viewer, topic, uploads=uploads)


def test_an_edit_keeps_the_files(bola, topic):
    message = say(bola.viewer, topic, uploads=[make_upload(bola.viewer)])

    edit_message(by=bola.viewer, message=message, body="In other words")

    assert message.attachments.count() == 1


def test_deleting_a_message_erases_its_files(bola, topic):
    upload = make_upload(bola.viewer)
    message = say(bola.viewer, topic, uploads=[upload])

    delete_message(by=bola.viewer, message=message)
    run_jobs()

    assert bytes_of(upload) == [False, False]
    assert not message.attachments.exists() and not Upload.objects.kept().exists()


def test_a_file_of_two_messages_goes_with_the_last(bola, topic):
    upload = make_upload(bola.viewer)
    first, second = (say(bola.viewer, thread, uploads=[upload]) for thread in (topic, make_thread(bola.viewer)))

    delete_message(by=bola.viewer, message=first)
    run_jobs()
    assert bytes_of(upload) == [True, True]
    delete_message(by=bola.viewer, message=second)
    run_jobs()

    assert bytes_of(upload) == [False, False]


def test_what_waits_a_day_for_its_message_is_erased(bola, topic):
    """And what a message shows is not, however old."""
    posted, waiting, fresh = (make_upload(bola.viewer) for _ in range(3))
    say(bola.viewer, topic, uploads=[posted])
    old = timezone.now() - timedelta(hours=24, minutes=1)
    Upload.objects.filter(pk__in=[posted.pk, waiting.pk]).update(uploaded_at=old)

    purge_uploads.now()
    purge_uploads.now()
    run_jobs()

    assert set(Upload.objects.kept()) == {posted, fresh}
    assert [bytes_of(upload)[0] for upload in (posted, waiting, fresh)] == [True, False, True]


def test_files_of_a_thread_that_is_gone_for_good_go_too(bola, topic):
    upload = make_upload(bola.viewer)
    say(bola.viewer, topic, uploads=[upload])
    Upload.objects.update(uploaded_at=timezone.now() - timedelta(days=2))

    topic.delete()
    purge_uploads.now()

    assert not Upload.objects.kept().exists()


def test_a_file_is_taken_where_a_message_would_be(ada, bola, topic):
    put_file(by=bola.viewer, thread=topic, file=paper(), key=uuid4())
    close_thread(by=ada.viewer, thread=topic)

    with pytest.raises(Refused):
        put_file(by=bola.viewer, thread=topic, file=paper(), key=uuid4())


def test_the_shield_covers_files(ada, maya, topic, hides):
    message = say(ada.viewer, topic, uploads=[make_upload(ada.viewer)])
    seen = [Attachment.objects.visible_to(who.viewer).filter(message=message).exists() for who in (ada, maya)]
    hides(ada, maya)

    assert seen == [True, True]
    assert not Attachment.objects.visible_to(maya.viewer).exists()
