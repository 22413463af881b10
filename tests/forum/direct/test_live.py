"""Live, a conversation is told to those in it alone."""

from forum.talk.changes import changes_since, cursor_now
from network.people.actions.shield import raise_shield
from network.people.models import ShieldLevel
from tests.factories.direct import make_conversation
from tests.factories.forum import say


def test_no_frame_reaches_anybody_else(ada, bola, cem, dina):
    thread = make_conversation(bola.person, ada.person)
    before = cursor_now(ada.viewer, thread.space)
    say(bola.viewer, thread, "canary")

    (told,) = changes_since(ada.viewer, thread.space, before).items

    assert "canary" in told.html
    for who in (cem, dina):
        assert changes_since(who.viewer, thread.space, before).items == []
        for way in ("changes", "socket", "stream", "poll"):
            address = f"/m/live/{way}/{thread.space.public_id}/"
            address = f"/m/s/{thread.space.public_id}/changes/" if way == "changes" else address
            assert who.client.get(address).status_code == 404


def test_no_frame_of_whom_hides_everywhere(ada, bola):
    thread = make_conversation(bola.person, ada.person)
    raise_shield(person=bola.person, level=ShieldLevel.EVERYWHERE, other=ada.person)
    before = cursor_now(ada.viewer, thread.space)

    say(bola.viewer, thread, "canary")

    changes = changes_since(ada.viewer, thread.space, before)
    assert (changes.items, changes.cursor) == ([], before)
