from forum.talk.actions.message import delete_message
from forum.talk.search import find_messages, find_threads
from network.people.actions.shield import raise_shield
from tests.factories.forum import make_thread, say


def found(who, words):
    threads = [thread.title for thread in find_threads(who.viewer, words)]
    return threads, [message.body for message in find_messages(who.viewer, words)]


def test_members_find_titles_and_words(ada, bola, topic):
    say(ada.viewer, topic, "A panel phrase")

    assert found(bola, "weeks") == (["First weeks"], [])
    assert found(bola, "PANEL") == ([], ["A panel phrase"])


def test_what_is_out_of_sight_is_not_found(ada, bola, cem, eve, efe, maya, outsider, topic, alumni_room, hides):
    make_thread(ada.viewer, alumni_room, title="canary", body="canary")
    say(ada.viewer, topic, "seen canary")
    hides(ada, maya)

    assert found(ada, "canary") == (["canary"], ["seen canary", "canary"])
    assert found(bola, "canary") == ([], ["seen canary"])
    for who in (maya, eve, efe, outsider):
        assert found(who, "canary") == ([], [])


def test_words_taken_back_are_not_found(ada, bola, topic):
    message = say(ada.viewer, topic, "canary")

    delete_message(by=ada.viewer, message=message)

    assert found(bola, "canary") == ([], [])


def test_who_hides_in_lists_is_read_but_not_found(ada, bola, topic):
    raise_shield(person=ada.person, other=bola.person)

    assert found(bola, "weeks") == ([], []) != found(ada, "weeks")
    assert bola.client.get(f"/m/t/{topic.public_id}/").status_code == 200


def test_the_latest_is_found_first_however_much_was_said_elsewhere(ada, bola, topic):
    for number in range(3):
        say(ada.viewer, topic, f"An early canary {number}")
    make_thread(ada.viewer, body="A late canary")

    assert found(bola, "canary")[1][0] == "A late canary"
