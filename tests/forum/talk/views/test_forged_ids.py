"""What a page never offered, asked for by an id that was guessed or kept: not found, nothing stored, and noted."""

import logging
from uuid import uuid4

import pytest
from django.urls import reverse

from forum.hands.models import Reaction
from forum.talk.models import Bookmark, Message, Reading
from tests.factories.forum import make_thread, say

OF_A_MESSAGE = ("message_edit", "message_deletion", "bookmark", "reactions")
OF_A_THREAD = ("messages", "reading")


@pytest.fixture
def theirs(ada, alumni_room):
    """A message in a room that Bola may not read."""
    return say(ada.viewer, make_thread(ada.viewer, alumni_room))


@pytest.mark.parametrize("is_hidden", [True, False])
@pytest.mark.parametrize("page", [*OF_A_MESSAGE, *OF_A_THREAD])
def test_a_change_by_a_forged_id_is_not_found_and_noted_with_nothing_of_the_thing(
    bola, theirs, caplog, page, is_hidden
):
    ids = [theirs.thread.public_id, theirs.public_id] if is_hidden else ["canary", "canary"]
    form = {"body": "canary", "kind": "agree", "key": uuid4(), "message": ids[1]}
    before = stored()

    with caplog.at_level(logging.INFO, logger="bali.errors"):
        answer = bola.client.post(reverse(page, args=ids[: 1 if page in OF_A_THREAD else 2]), form)

    [record] = caplog.records
    assert answer.status_code == 404
    assert stored() == before
    assert (record.getMessage(), record.person_id) == ("change_not_found", bola.person.pk)
    assert not {"canary", *ids} & set(map(str, vars(record).values()))


def stored():
    kinds = (Message, Bookmark, Reaction, Reading)
    return [list(kind.objects.order_by("pk").values_list()) for kind in kinds]


def test_neither_reading_nor_an_address_that_never_was_is_noted(bola, outsider, theirs, caplog):
    with caplog.at_level(logging.INFO, logger="bali.errors"):
        bola.client.get(reverse("message", args=[theirs.thread.public_id, theirs.public_id]))
        bola.client.post("/never-was/")
        outsider.client.post("/never-was/")

    assert caplog.records == []
