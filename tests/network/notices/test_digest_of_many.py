"""A digest of much, and digests of many people: as few questions as of little, and never everybody in memory."""

from django.utils import timezone

from forum.talk.notices import REPLY
from network.notices.digest import DIGEST
from network.notices.jobs import people_due, send_letter
from network.notices.kind import Pace
from network.notices.models import Letter, MailChoice, Notice
from tests.factories.network import make_people
from tests.network.notices.test_digest import letters_to, post, wants


def test_a_letter_asks_for_the_same_however_much_waits(ada, bola, topic, django_assert_max_num_queries):
    wants(ada, replies=Pace.DAILY, mentions=Pace.DAILY)
    counts = []
    for many in (1, 9):
        for _ in range(many):
            message = post(bola, topic)
            Notice.objects.filter(ref=message.public_id).update(mailed_at=None)
        day = timezone.localdate().isoformat()
        letter = Letter.objects.create(person=ada.person, kind=DIGEST, ref=day, key=f"{many}")
        with django_assert_max_num_queries(40) as asked:
            send_letter.now(letter.pk)
        counts.append(len(asked))
        Notice.objects.all().delete()

    assert counts[0] == counts[1]
    assert [one.subject for one in letters_to(ada)] == ["1 reply", "9 replies"]


def test_two_thousand_are_found_a_few_hundred_at_a_time(db, django_assert_num_queries):
    people = make_people(3, roles=())
    extra = [type(people[0])(email=f"many{n}@x.example", name=f"Many {n}") for n in range(1_997)]
    people += type(people[0]).objects.bulk_create(extra)
    MailChoice.objects.bulk_create([MailChoice(person=one, kind=REPLY.name, pace=Pace.DAILY) for one in people])
    Notice.objects.bulk_create([Notice(person=one, kind=REPLY.name, key="1", ref="1") for one in people])

    with django_assert_num_queries(11):
        found = list(people_due(timezone.localdate()))

    assert found == sorted(one.pk for one in people)
    assert len(found) == 2_000
