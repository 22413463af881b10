from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from forum.files.models import Upload
from forum.talk.actions.message import delete_message
from forum.talk.attached import files_beside
from forum.talk.models import Message
from network.people.models import Role
from tests.factories.files import PDF, make_upload, paper
from tests.factories.forum import make_thread, say


def sizes_of(message) -> list[str]:
    ids = message.attachments.values_list("public_id", flat=True)
    return [reverse(name, args=[one]) for one in ids for name in ("attachment", "attachment_small")]


@pytest.fixture
def shown(ada, topic):
    """Ada's message with a picture."""
    return say(ada.viewer, topic, "Look", uploads=[make_upload(ada.viewer)])


def answers(who, message, **asked) -> list[int]:
    return [who.client.get(address, **asked).status_code for address in sizes_of(message)]


def test_whoever_sees_the_message_gets_the_picture_in_both_sizes(bola, shown):
    for address in sizes_of(shown):
        answer = bola.client.get(address)
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
        assert answer["Cache-Control"] == "no-store, private"
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert not {"ETag", "Last-Modified"} & set(answer.headers)


def test_a_head_and_a_part_tell_no_more_than_the_whole(bola, maya, ada, shown, hides):
    address = sizes_of(shown)[0]

    whole, part = bola.client.get(address), bola.client.get(address, headers={"Range": "bytes=0-9"})
    assert (part.status_code, len(part.getvalue())) == (200, len(whole.getvalue()))
    assert bola.client.head(address).status_code == 200

    hides(ada, maya)
    assert maya.client.head(address).status_code == 404
    assert maya.client.get(address, headers={"Range": "bytes=0-9"}).status_code == 404


def test_who_may_not_read_the_room_gets_what_never_was(ada, bola, outsider, eve, efe, alumni_room):
    message = say(ada.viewer, make_thread(ada.viewer, alumni_room), uploads=[make_upload(ada.viewer)])

    assert answers(ada, message) == [200, 200]
    assert answers(outsider, message) == answers(eve, message) == [302, 302]
    for address in sizes_of(message):
        hidden, never = bola.client.get(address), bola.client.get("/m/files/neverwasthere/")
        assert (hidden.status_code, hidden.content) == (404, never.content)
        assert efe.client.get(address).status_code == 404


def test_a_removed_member_gets_nothing_more(bola, shown):
    assert answers(bola, shown) == [200, 200]

    Role.objects.filter(person=bola.person).update(ends_at=timezone.now() - timedelta(seconds=1))

    assert answers(bola, shown) == [302, 302]


def test_a_deleted_and_a_hidden_message_show_no_file_to_anybody(ada, bola, topic, shown):
    gone = say(ada.viewer, topic, uploads=[make_upload(ada.viewer)])
    addresses = sizes_of(gone) + sizes_of(shown)
    delete_message(by=ada.viewer, message=gone)
    Message.objects.filter(pk=shown.pk).update(hidden_at=timezone.now())

    for who in (ada, bola):
        assert [who.client.get(address).status_code for address in addresses] == [404] * 4


def test_a_paper_leaves_as_an_attachment(ada, bola, topic):
    message = say(ada.viewer, topic, uploads=[make_upload(ada.viewer, paper("Notes “draft”.pdf"))])
    whole, small = (bola.client.get(address) for address in sizes_of(message))

    assert whole["Content-Disposition"].startswith("attachment; filename")
    assert whole["Content-Type"] == "application/octet-stream"
    assert whole["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert (whole.getvalue(), small.status_code) == (PDF, 404)


def test_a_file_has_no_address_beside_its_message(ada, shown):
    upload = Upload.objects.get()

    for path in (f"/media/{upload.full.name}", f"/{upload.full.name}", upload.full.url, f"/m/{upload.full.name}"):
        assert ada.client.get(path, follow=True).status_code == 404


def test_a_file_that_is_lost_is_not_found(bola, shown):
    default_storage.delete(Upload.objects.get().full.name)

    assert bola.client.get(sizes_of(shown)[0]).status_code == 404


def test_the_message_shows_its_files_with_their_size_and_words(ada, bola, topic, shown):
    say(ada.viewer, topic, uploads=[make_upload(ada.viewer, paper("plan & list.pdf"))])

    page = bola.client.get(reverse("thread", args=[topic.public_id])).text

    assert f'src="{sizes_of(shown)[1]}" width="480" height="300" alt="Two people at a table"' in page
    assert "plan &amp; list.pdf" in page


@pytest.mark.parametrize("many", [1, 10])
def test_files_cost_one_question_however_many(ada, bola, topic, many, django_assert_num_queries):
    for _ in range(many):
        say(ada.viewer, topic, uploads=[make_upload(ada.viewer, paper())])
    messages, looking = list(topic.messages.order_by("number")), bola.viewer

    with django_assert_num_queries(1):
        drawn = files_beside(messages, looking)

    assert [message.pk in drawn for message in messages] == [False, *[True] * many]
