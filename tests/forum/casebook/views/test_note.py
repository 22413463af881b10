"""Notes, as pages without a script."""

from uuid import uuid4

from django.urls import reverse

from forum.concerns.actions.matter import claim_matter
from forum.concerns.actions.measure import take_measure
from forum.concerns.models import Measure
from network.access.viewer import viewer_of
from network.people.actions.affiliation import affiliate
from network.people.actions.shield import raise_shield
from network.people.models import RoleKind, ShieldLevel, User
from tests.factories.network import make_person


def page(client, address):
    return client.get(address).content.decode()


def test_a_note_stands_on_the_page_of_the_case_for_the_next_moderator(dina, leo, case, signed_in):
    at_desk, notes = reverse("case", args=[case.public_id]), reverse("notes_on_matter", args=[case.public_id])
    assert notes in page(dina.client, at_desk)

    answer = dina.client.post(notes, {"body": "She wants to be phoned", "key": uuid4()})

    assert answer.headers["Location"] == at_desk
    assert "She wants to be phoned" in page(signed_in(leo), at_desk)


def test_a_colleague_reads_neither_notes_nor_record(ada, dina, case, signed_in):
    colleague = make_person("Cora", roles=((RoleKind.MODERATOR, ""),))
    affiliate(person=colleague, organisation=ada.person.affiliations.get().organisation)
    dina.client.post(reverse("notes_on_matter", args=[case.public_id]), {"body": "Said in trust", "key": uuid4()})
    theirs, at_desk = signed_in(viewer_of(colleague)), reverse("case", args=[case.public_id])

    assert "Said in trust" in page(dina.client, at_desk)
    assert "Said in trust" not in page(theirs, at_desk) and "Decided before" not in page(theirs, at_desk)
    assert theirs.get(reverse("notes_on_matter", args=[case.public_id])).status_code == 404


def test_an_empty_note_is_no_note(dina, case):
    address = reverse("notes_on_matter", args=[case.public_id])

    assert dina.client.post(address, {"body": " ", "key": uuid4()}).status_code == 422


def test_a_moderator_who_hides_from_the_reader_is_somebody_in_the_team(ada, dina, leo, kemi, case, signed_in):
    """By a note, by what they have taken, in the queue and by what they propose."""
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
