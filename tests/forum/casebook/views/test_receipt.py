"""What whoever reported a message reads: that somebody looks, and what came of it. No name, no word of the message."""

from uuid import uuid4

from django.urls import reverse

from forum.casebook.actions.appeal import appeal_against, judge_appeal
from forum.casebook.receipt import AGAIN, HIDDEN, PASSED_ON, STANDS
from forum.concerns.actions.matter import pass_matter
from forum.desk.actions.decision import KEEP, NUDGE, REMIND, decide_case
from forum.desk.actions.report import report_message
from forum.desk.notices import PASSED
from forum.talk.models import Message
from network.notices.models import Notice
from tests.factories.forum import say


def report(who, message):
    return report_message(by=who.viewer, message=message, reason="other", words="", key=uuid4())


def page(client, one):
    return client.get(reverse("message_receipt", args=[one.public_id])).content.decode()


def test_before_anybody_has_looked_it_says_by_when(ada, bola, topic):
    one = report(bola, say(ada.viewer, topic))

    assert "A moderator looks at this by" in page(bola.client, one) and one.public_id in page(bola.client, one)


def test_kept_hidden_and_put_back_each_have_their_words(ada, bola, dina, leo, topic):
    kept, nudged, hidden = (report(bola, say(ada.viewer, topic, "Words of Ada")) for _ in range(3))
    for one, decision in ((kept, KEEP), (nudged, NUDGE), (hidden, REMIND)):
        decide_case(by=dina.viewer, case=one.case, decision=decision, reason="In the log", words="To Ada alone")

    assert STANDS in page(bola.client, kept)
    assert page(bola.client, nudged).count(STANDS) == 1
    assert HIDDEN in page(bola.client, hidden)
    for told in ("Ada", "Dina", "In the log", "To Ada alone"):
        assert told not in page(bola.client, hidden) + page(bola.client, nudged)
    message = Message.objects.get(pk=hidden.message_id)
    appeal = appeal_against(by=ada.viewer, message=message, words="Hm", key=uuid4())
    judge_appeal(by=leo, appeal=appeal, restores=True, reason="Fine")
    assert AGAIN in page(bola.client, hidden)


def test_passed_on_it_says_so(ada, bola, dina, kemi, topic):
    one = report(bola, say(ada.viewer, topic))
    pass_matter(by=dina.viewer, matter=one.case, reason="For the lead", kind=PASSED)

    assert PASSED_ON in page(bola.client, one) and "For the lead" not in page(bola.client, one)


def test_it_is_ones_own_alone_and_the_notice_leads_there(ada, bola, cem, dina, topic):
    one = report(bola, say(ada.viewer, topic))
    decide_case(by=dina.viewer, case=one.case, decision=KEEP, reason="Fine")
    address = reverse("message_receipt", args=[one.public_id])

    assert Notice.objects.filter(person=bola.person, kind="desk.decided").exists()
    assert address in bola.client.get("/m/notices/").content.decode()
    assert [who.client.get(address).status_code for who in (ada, cem, dina)] == [404] * 3
