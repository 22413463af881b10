from django.urls import reverse

from forum.talk.changes import cursor_now
from tests.factories.forum import say


def ask(who, space, **query):
    return who.client.get(reverse("changes", args=[space.public_id]), query)


def test_what_changed_is_told_as_frames(ada, bola, lounge, topic):
    start = cursor_now(bola.viewer, lounge)
    message = say(ada.viewer, topic)

    told = ask(bola, lounge, after=start).json()

    (frame,) = told["frames"]
    assert (frame["kind"], frame["element"], frame["follows"]) == ("message", message.element_id, start)
    assert (frame["cursor"], told["more"], told["reset"]) == (told["cursor"], False, False)
    assert set(frame) == {"kind", "thread", "element", "author", "key", "html", "is_new", "follows", "cursor"}


def test_forged_cursors_tell_nothing(ada, bola, lounge, topic):
    for after in ("1", "-1", str(2**63), "x" * 5000, "\x00", "👋"):
        told = ask(bola, lounge, after=after).json()
        assert (told["frames"], told["reset"]) == ([], True)


def test_answers_are_kept_nowhere(bola, lounge):
    answer = ask(bola, lounge)

    assert "no-store" in answer["Cache-Control"]
