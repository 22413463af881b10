"""Notes and handing over, as pages without a script."""

from uuid import uuid4

from django.urls import reverse

from forum.concerns.actions.matter import claim_matter
from forum.concerns.actions.measure import take_measure
from forum.concerns.models import Measure
from forum.desk.actions.report import report_message
from network.access.viewer import viewer_of
from network.people.actions.affiliation import affiliate
from network.people.actions.shield import raise_shield
from network.people.models import RoleKind, ShieldLevel, User
from tests.factories.forum import say
from tests.factories.network import make_person


def reported(ada, bola, topic):
    words = {"reason": "other", "words": "", "key": uuid4()}
    return report_message(by=bola.viewer, message=say(ada.viewer, topic), **words).case


def page(client, address):
    return client.get(address).content.decode()


def test_a_note_stands_on_the_page_of_the_case_for_the_next_moderator(ada, bola, dina, leo, topic, signed_in):
    case = reported(ada, bola, topic)
    at_desk, notes = reverse("case", args=[case.public_id]), reverse("notes_on_matter", args=[case.public_id])
    assert notes in page(dina.client, at_desk)

    answer = dina.client.post(notes, {"body": "She wants to be phoned", "key": uuid4()})

    assert answer.headers["Location"] == at_desk
    assert "She wants to be phoned" in page(signed_in(leo), at_desk)


def test_a_colleague_reads_neither_notes_nor_record(ada, bola, dina, topic, signed_in):
    case = reported(ada, bola, topic)
    colleague = make_person("Cora", roles=((RoleKind.MODERATOR, ""),))
    affiliate(person=colleague, organisation=ada.person.affiliations.get().organisation)
    dina.client.post(reverse("notes_on_matter", args=[case.public_id]), {"body": "Said in trust", "key": uuid4()})
    theirs, at_desk = signed_in(viewer_of(colleague)), reverse("case", args=[case.public_id])

    assert "Said in trust" in page(dina.client, at_desk)
    assert "Said in trust" not in page(theirs, at_desk) and "Decided before" not in page(theirs, at_desk)
    assert theirs.get(reverse("notes_on_matter", args=[case.public_id])).status_code == 404


def test_an_empty_note_is_no_note(ada, bola, dina, topic):
    address = reverse("notes_on_matter", args=[reported(ada, bola, topic).public_id])

    assert dina.client.post(address, {"body": " ", "key": uuid4()}).status_code == 422


def test_handing_over_says_how_many_and_leaves_the_words(ada, bola, dina, topic):
    case = reported(ada, bola, topic)
    address = reverse("handing_over")
    assert "You have taken nothing that waits" in page(dina.client, address)
    claim_matter(by=dina.viewer, matter=case)
    assert "You have 1. It goes back" in page(dina.client, address)

    answer = dina.client.post(address, {"body": "Half-way through", "key": uuid4()})

    assert answer.headers["Location"] == "/m/desk/reports/"
    assert "Half-way through" in page(dina.client, reverse("case", args=[case.public_id]))


def test_a_moderator_who_hides_from_the_reader_is_somebody_in_the_team(ada, bola, dina, leo, kemi, topic, signed_in):
    """By a note, by what they have taken, in the queue and by what they propose."""
    case = reported(ada, bola, topic)
    at_desk, mine = reverse("case", args=[case.public_id]), signed_in(leo)
    mine.post(reverse("notes_on_matter", args=[case.public_id]), {"body": "She wants to be phoned", "key": uuid4()})
    claim_matter(by=leo, matter=case)
    new = Measure(kind="suspension", person=ada.person, words="Rest", reason="Again")
    proposal = reverse("proposal", args=[take_measure(by=leo, measure=new).public_id])
    raise_shield(person=User.objects.get(pk=leo.person_id), level=ShieldLevel.LISTS, other=dina.person)

    for address in (at_desk, reverse("cases"), proposal):
        assert "Leo Marsh" in page(signed_in(kemi), address)
        shown = page(dina.client, address)
        assert "Leo Marsh" not in shown and "Somebody in the team" in shown
    assert "She wants to be phoned" in page(dina.client, at_desk)
    assert page(dina.client, at_desk).count("Somebody in the team") == 2
