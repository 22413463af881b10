from datetime import timedelta

from django.template import Context, Template
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from forum.spaces.models import Pause
from forum.talk.actions.message import delete_message
from forum.talk.actions.reading import mark_read
from forum.talk.lists import spaces_with_news, threads_with_news, threads_with_unread
from network.people.actions.role import end_role
from tests.factories.direct import make_conversation
from tests.factories.forum import make_space, make_thread, say


def unread(who):
    return {space.name: space.unread for space in spaces_with_news(who.viewer)}


def test_everybody_finds_the_spaces_of_their_audience(ada, bola, cem, lounge, alumni_room):
    make_space("Cohort 12", "cohort:C12")

    names = {who: set(unread(who)) for who in (ada, bola, cem)}

    assert names == {
        ada: {"The open room", "Stepping up"},
        bola: {"The open room"},
        cem: {"The open room", "Cohort 12"},
    }


def test_a_space_out_of_sight_leaves_no_trace_in_any_list(bola, ada, lounge, alumni_room):
    make_thread(ada.viewer, alumni_room, title="canary-title")

    page = bola.client.get(reverse("discussions")).text

    assert "The open room" in page
    for trace in ("Stepping up", "canary-title", alumni_room.public_id):
        assert trace not in page


def test_unread_counts_what_others_said_since_and_still_stands(ada, bola, topic):
    read, gone, fresh = say(ada.viewer, topic), say(ada.viewer, topic), say(ada.viewer, topic)
    say(bola.viewer, topic)
    mark_read(by=bola.viewer, thread=topic, upto=read)
    delete_message(by=ada.viewer, message=gone)

    assert unread(bola) == {"The open room": 1}
    assert [thread.unread for thread in threads_with_news(bola.viewer)] == [1]
    assert fresh.number > read.number


def test_what_was_never_opened_counts_as_unread(ada, bola, topic):
    say(ada.viewer, topic)

    assert unread(bola) == {"The open room": 2}


def test_a_right_that_ends_takes_its_count_along(ada, alumni_room):
    make_thread(ada.viewer, alumni_room)
    assert "Stepping up" in unread(ada)

    end_role(role=ada.person.roles.get(), by=None)

    assert unread(ada) == {}


def test_a_space_names_its_last_thread_through_sight(ada, bola, maya, lounge, hides):
    make_thread(bola.viewer, lounge, title="Seen by all")
    make_thread(ada.viewer, lounge, title="Begun by Ada")
    hides(ada, maya)

    latest = {who: [space.latest.thread.title for space in spaces_with_news(who.viewer)] for who in (bola, maya)}

    assert latest == {bola: ["Begun by Ada"], maya: ["Seen by all"]}


def test_the_member_home_lists_what_is_unread_or_nothing(ada, bola, topic):
    request = RequestFactory().get("/m/")

    def drawn(who):
        request.viewer = who.viewer
        return Template("{% load talk %}{% unread_threads request %}").render(Context({"request": request})).strip()

    assert "First weeks" in drawn(bola)
    mark_read(by=bola.viewer, thread=topic, upto=topic.messages.get())
    assert (drawn(ada), drawn(bola)) == ("", "")


def test_a_list_is_in_the_order_of_what_the_viewer_sees(ada, bola, maya, lounge, hides):
    older = make_thread(bola.viewer, lounge, title="Older")
    newer = make_thread(bola.viewer, lounge, title="Newer")
    say(ada.viewer, older)
    hides(ada, maya)

    def listed(who):
        page = who.client.get(reverse("space", args=[lounge.public_id])).context["page"]
        return [(thread.title, thread.many) for thread in page]

    assert listed(bola) == [("Older", 2), ("Newer", 1)]
    assert listed(maya) == [("Newer", 1), ("Older", 1)]
    assert newer.pk > older.pk


def test_the_member_home_names_a_few_unread_threads_the_latest_first(ada, bola, lounge):
    for number in range(7):
        make_thread(ada.viewer, lounge, title=f"Thread {number}")

    assert [thread.title for thread in threads_with_unread(bola.viewer, 2)] == ["Thread 6", "Thread 5"]


def test_a_thread_of_which_nothing_is_left_tells_no_time(ada, bola, lounge):
    thread = make_thread(ada.viewer, lounge, title="All taken back")
    thread.messages.all().delete()

    page = bola.client.get(reverse("space", args=[lounge.public_id])).text

    assert "All taken back" in page and "0 messages" in page and "last <time" not in page
    assert "Nothing has been said here yet." in bola.client.get(reverse("thread", args=[thread.public_id])).text


def test_the_way_to_discussions_is_marked_in_a_thread_and_not_in_private(ada, bola, topic):
    private = make_conversation(ada.person, bola.person)
    marked = 'href="/m/discussions/" aria-current="true"'

    pages = [ada.client.get(reverse("thread", args=[thread.public_id])).text for thread in (topic, private)]

    assert [page.count(marked) for page in pages] == [1, 0]


def where(who):
    """What stands under the heading, beside which the lists of spaces stand as ever."""
    return who.client.get(reverse("thread_where")).text.split("<h1", 1)[1]


def test_a_thread_begins_with_whom_it_is_for(ada, bola, cem, lounge, alumni_room):
    silent = make_space("News of the network", "members", mode="announcements")
    listening = make_space("Alumni talk, allies listen", "members", is_listening=True)

    page = where(ada)
    for space in (lounge, alumni_room):
        assert reverse("thread_new", args=[space.public_id]) in page
    assert silent.name not in page
    assert listening.name in page and listening.name not in where(bola)
    assert alumni_room.name not in where(bola) and lounge.name in where(bola)


def test_who_is_paused_reads_until_when_instead(bola, lounge):
    Pause.objects.create(person=bola.person, ends_at=timezone.now() + timedelta(days=1), reason="Unkind")

    page = where(bola)

    assert "Posting is paused for you until" in page and lounge.name not in page


def test_where_no_space_takes_threads_the_page_says_so(bola, db):
    assert "Nowhere at the moment" in where(bola)
