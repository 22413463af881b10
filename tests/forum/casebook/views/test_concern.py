from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.concerns.actions.concern import Told, report_place, report_subject
from forum.concerns.models import Concern
from forum.desk.actions.report import report_message
from network.access.viewer import viewer_of
from network.people.actions.affiliation import affiliate
from network.people.models import RoleKind
from tests.cast import sign_in
from tests.factories.forum import make_thread, say
from tests.factories.network import make_person

QUEUE = "/m/desk/reports/"


def page_of(who, concern) -> str:
    return who.client.get(reverse("concern", args=[concern.public_id])).content.decode()


def test_both_kinds_stand_in_one_queue_the_most_urgent_first(ada, bola, dina, topic, concern):
    report_message(by=bola.viewer, message=say(ada.viewer, topic), reason="harassment", words="", key=uuid4())

    page = dina.client.get(QUEUE).content.decode()

    assert 'Open <span class="count">2</span>' in page
    assert page.index("Harassment or threats") < page.index("Spam or advertising")


def test_the_queue_asks_the_same_questions_of_one_and_of_ten(ada, bola, dina, concern):
    dina.client.get(QUEUE)

    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            dina.client.get(QUEUE)
        return len(asked)

    of_one = questions()
    for _ in range(9):
        report_place(place="The blog", told=Told("other"), answer_to="", key=uuid4(), is_mailed=False)

    assert questions() == of_one


def test_the_page_shows_what_was_reported_and_not_by_whom(bola, dina, concern):
    page = page_of(dina, concern)

    assert "First weeks" in page and "Please look at it" in page and "About the reporter’s workplace" in page
    assert bola.person.name not in page


def test_taken_decided_and_closed(dina, concern):
    dina.client.post(reverse("concern_claim", args=[concern.public_id]))
    assert "Assigned to you" in page_of(dina, concern)

    dina.client.post(reverse("concern", args=[concern.public_id]), {"decision": "act", "reason": "Took the link out"})

    assert "Something was done about it" in dina.client.get(f"{QUEUE}?show=closed").content.decode()
    assert Concern.objects.get().decision_reason == "Took the link out"


def test_whoever_comes_second_keeps_the_words(dina, concern):
    said = {"decision": "act", "reason": "My own reason"}
    dina.client.post(reverse("concern", args=[concern.public_id]), said)

    response = dina.client.post(reverse("concern", args=[concern.public_id]), said)

    assert (response.status_code, "My own reason" in response.content.decode()) == (409, True)


def test_the_sixth_is_refused_in_calm_words(ada, bola, dina):
    told = Told("other")
    for number in range(6):
        thread = make_thread(ada.viewer)
        one = report_subject(by=bola.viewer, kind="thread", ref=thread.public_id, told=told, key=uuid4())
        response = dina.client.post(reverse("concern_claim", args=[one.public_id]))
        assert response.status_code == (302 if number < 5 else 409)

    assert "That is enough for one person" in response.content.decode()


def test_whoever_cannot_take_it_keeps_the_cards_that_are_theirs(ada, bola, dina, concern):
    told = Told("other")
    for _ in range(5):
        ref = make_thread(ada.viewer).public_id
        one = report_subject(by=bola.viewer, kind="thread", ref=ref, told=told, key=uuid4())
        dina.client.post(reverse("concern_claim", args=[one.public_id]))

    page = dina.client.post(reverse("concern_claim", args=[concern.public_id])).content.decode()

    assert "That is enough for one person" in page and "Dealt with" in page and 'name="hides"' in page
    assert "Choose what should happen" not in page


def test_a_colleague_is_offered_passing_it_on_alone(ada, dina, topic):
    told = Told("other", "Look")
    cem = make_person("Nora")
    concern = report_subject(by=viewer_of(cem), kind="thread", ref=topic.public_id, told=told, key=uuid4())
    affiliate(person=dina.person, organisation=ada.person.affiliations.get().organisation)

    page = page_of(dina, concern)

    assert "somebody you work with" in page and "Pass to the network lead" in page
    assert "Dealt with" not in page and "Take this one" not in page


def test_what_came_without_an_account_shows_its_place(dina):
    said = {"answer_to": "ivy@elsewhere.example", "key": uuid4(), "is_mailed": True}
    concern = report_place(place="The blog", told=Told("other", "Look"), **said)

    page = page_of(dina, concern)

    assert "The blog" in page and "ivy@elsewhere.example" not in page


def test_guidance_stands_where_somebody_may_be_at_risk(ada, bola, topic, client):
    kemi = make_person("Kemi Ojo", roles=((RoleKind.OWNER, ""),))
    told = Told("safeguarding", "Look")
    concern = report_subject(by=bola.viewer, kind="thread", ref=topic.public_id, told=told, key=uuid4())
    sign_in(client, kemi)

    page = client.get(reverse("concern", args=[concern.public_id])).content.decode()

    assert "Somebody may be at risk" in page and "Call 999 yourself" in page
