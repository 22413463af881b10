from forum.talk.actions.message import delete_message, edit_message
from forum.talk.changes import Question, changes_for, changes_since, cursor_now
from forum.talk.cursor import seal
from forum.talk.models import Message
from tests.factories.forum import make_space, make_thread, say


def bodies(changes):
    elements = [change.element.removeprefix("message-") for change in changes.items]
    stored = dict(Message.objects.filter(public_id__in=elements).values_list("public_id", "body"))
    return [stored[element] for element in elements]


def links(changes):
    return [(change.follows, change.cursor) for change in changes.items]


def test_without_a_cursor_nothing_is_told_but_where_one_stands(bola, lounge, topic):
    changes = changes_since(bola.viewer, lounge, None)

    assert (changes.items, changes.cursor) == ([], cursor_now(bola.viewer, lounge))


def test_what_was_said_since_comes_in_order_and_chained(ada, bola, lounge, topic):
    start = cursor_now(bola.viewer, lounge)
    for words in ("one", "two", "three"):
        say(ada.viewer, topic, words)

    changes = changes_since(bola.viewer, lounge, start)

    assert bodies(changes) == ["one", "two", "three"]
    first, second, third = links(changes)
    assert (first[0], second[0], third[0], third[1]) == (start, first[1], second[1], changes.cursor)
    assert changes.cursor == cursor_now(bola.viewer, lounge)


def test_an_edit_and_a_deletion_are_told_and_are_not_new(ada, bola, lounge, topic):
    edited, deleted = say(ada.viewer, topic, "helo"), say(ada.viewer, topic, "secret-word")
    start = cursor_now(bola.viewer, lounge)
    edit_message(by=ada.viewer, message=edited, body="hello")
    delete_message(by=ada.viewer, message=deleted)

    changes = changes_since(bola.viewer, lounge, start)

    assert bodies(changes) == ["hello", ""]
    assert [change.is_new for change in changes.items] == [False, False]
    assert "secret-word" not in changes.items[1].html and "deleted this message" in changes.items[1].html


def test_a_message_changed_before_it_was_heard_keeps_its_place(ada, bola, lounge, topic):
    start = cursor_now(bola.viewer, lounge)
    first = say(ada.viewer, topic, "one")
    say(ada.viewer, topic, "two")
    edit_message(by=ada.viewer, message=first, body="one, corrected")

    changes = changes_since(bola.viewer, lounge, start)

    assert bodies(changes) == ["one, corrected", "two"]
    assert [change.is_new for change in changes.items] == [True, True]
    # Only the last link leads on: whoever hears but the first asks for both again.
    assert links(changes) == [(start, start), (start, cursor_now(bola.viewer, lounge))]


def test_a_long_absence_is_told_in_parts(ada, bola, lounge, topic):
    start = cursor_now(bola.viewer, lounge)
    for number in range(5):
        say(ada.viewer, topic, f"{number}")

    part = changes_since(bola.viewer, lounge, start, limit=3)
    rest = changes_since(bola.viewer, lounge, part.cursor, limit=3)

    assert (bodies(part), part.more, bodies(rest), rest.more) == (["0", "1", "2"], True, ["3", "4"], False)


def test_a_cursor_of_another_space_asks_for_a_reset(ada, bola, lounge, topic):
    elsewhere = make_space()
    make_thread(ada.viewer, elsewhere)

    changes = changes_since(bola.viewer, lounge, cursor_now(bola.viewer, elsewhere))

    assert (changes.items, changes.reset) == ([], True)


def test_forged_cursors_ask_for_a_reset(bola, lounge, topic):
    good = cursor_now(bola.viewer, lounge)

    for forged in ("1", "-1", str(2**63), "x" * 32, "\x00", good[:-1], good + "A", good.swapcase(), "é" * 32, "=" * 32):
        assert changes_since(bola.viewer, lounge, forged).reset, forged


def test_a_cursor_from_the_future_tells_nothing(bola, lounge, topic):
    changes = changes_since(bola.viewer, lounge, seal(lounge.pk, frozenset(), 2**62))

    assert changes.items == []


def test_whoever_may_not_read_is_told_nothing(bola, efe, eve, ada, alumni_room, outsider):
    make_thread(ada.viewer, alumni_room)
    cursor = seal(alumni_room.pk, frozenset(), 0)

    for who in (bola, efe, eve, outsider):
        changes = changes_since(who.viewer, alumni_room, cursor)
        assert (changes.items, changes.cursor, changes.reset) == ([], "", True)


def test_a_shielded_author_leaves_no_gap(ada, bola, maya, lounge, hides):
    topic = make_thread(bola.viewer, lounge)
    hides(ada, maya)
    start = cursor_now(maya.viewer, lounge)
    say(bola.viewer, topic, "before")
    unseen = say(ada.viewer, topic, "canary")
    say(bola.viewer, topic, "after", reply_to=unseen)

    changes = changes_since(maya.viewer, lounge, start)

    assert bodies(changes) == ["before", "after"]
    assert links(changes)[1][0] == links(changes)[0][1]
    assert "canary" not in str(changes) and ada.person.name not in str(changes)
    assert "canary" in str(changes_since(bola.viewer, lounge, cursor=seal(lounge.pk, frozenset(), 0)))


def test_a_shielded_author_moves_nobodys_place(ada, bola, maya, lounge, hides):
    topic = make_thread(bola.viewer, lounge)
    hides(ada, maya)
    start = cursor_now(maya.viewer, lounge)

    message = say(ada.viewer, topic)
    edit_message(by=ada.viewer, message=message, body="again")

    assert cursor_now(maya.viewer, lounge) == start
    assert changes_since(maya.viewer, lounge, start).items == []


def test_a_new_shield_makes_the_old_cursor_foreign(ada, bola, maya, lounge, hides):
    make_thread(bola.viewer, lounge)
    start = cursor_now(maya.viewer, lounge)

    hides(ada, maya)

    assert changes_since(maya.viewer, lounge, start).reset


def test_frames_are_alike_for_all_who_see_the_same(ada, bola, cem, lounge, topic):
    start = cursor_now(bola.viewer, lounge)
    say(ada.viewer, topic)

    assert changes_since(bola.viewer, lounge, start) == changes_since(cem.viewer, lounge, start)


def test_a_hidden_message_keeps_its_words_from_everybody(ada, bola, lounge, topic):
    message = say(ada.viewer, topic, "canary")
    quoting = say(bola.viewer, topic, "about that", reply_to=message)
    Message.objects.filter(pk=message.pk).update(hidden_at=message.said_at)

    told = changes_since(bola.viewer, lounge, seal(lounge.pk, frozenset(), 0))

    assert quoting.element_id in str(told) and "canary" not in str(told)


def test_asked_together_equals_asked_alone(ada, bola, maya, cem, lounge, hides):
    hides(ada, maya)
    other = make_space("Other room")
    here, there = (make_thread(cem.viewer, space, title="Here", body="Begin.") for space in (lounge, other))
    questions = [
        Question(maya.viewer, lounge, cursor_now(maya.viewer, lounge)),
        Question(bola.viewer, other, cursor_now(bola.viewer, other)),
        Question(bola.viewer, make_space("Third room"), "forged"),
    ]
    for author, thread in ((ada, here), (cem, here), (ada, there), (cem, there)):
        say(author.viewer, thread, f"Of {author.person.name}")

    together = changes_for(questions)

    assert together == [changes_since(one.viewer, one.space, one.cursor) for one in questions]
    assert [len(changes.items) for changes in together] == [1, 2, 0]


def test_too_much_for_one_look_is_told_each_in_full(ada, bola, lounge, topic):
    other = make_space("Other room")
    there = make_thread(ada.viewer, other, title="There", body="Begin.")
    questions = [Question(bola.viewer, space, cursor_now(bola.viewer, space)) for space in (lounge, other)]
    for number in range(3):
        say(ada.viewer, topic, f"word {number}")
        say(ada.viewer, there, f"word {number}")

    together = changes_for(questions, limit=3)

    assert [(len(changes.items), changes.more) for changes in together] == [(3, False), (3, False)]
