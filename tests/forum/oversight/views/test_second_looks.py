"""Appeals against what was done about people, in the record of decisions and in the numbers to publish."""

import csv
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.utils import timezone

from forum.casebook.actions.objection import judge_objection, object_to_declining, object_to_measure
from forum.casebook.models import Objection
from forum.concerns.actions.measure import take_measure
from forum.concerns.models import Measure
from forum.talk.actions.held import decline_held
from forum.talk.models import Held
from tests.factories.forum import hold, make_space, make_thread
from tests.factories.network import make_people

RECORD, NUMBERS, LOAD = "/m/desk/record/", "/m/desk/numbers/", "/m/desk/load/"


def against_a_pause(person, moderator):
    said = {"kind": "pause", "person": person, "days": 1, "words": "canary words", "reason": "canary reason"}
    measure = take_measure(by=moderator.viewer, measure=Measure(**said))
    return object_to_measure(measure=measure, words="canary appeal", key=uuid4())


def judged(objection, by, overturns):
    return judge_objection(by=by.viewer, objection=objection, overturns=overturns, reason="canary judge")


@pytest.fixture
def declined(ada, bola, dina):
    """Bola's appeal against Dina, who declined a message."""
    held = hold(bola.viewer, make_thread(ada.viewer, make_space(approves_first=True)), "canary held")
    decline_held(by=dina.viewer, held=held, words="canary declined")
    found = Held.objects.select_related("author", "space").get(pk=held.pk)
    return object_to_declining(by=bola.viewer, held=found, words="canary appeal", key=uuid4())


def text_of_record(owner):
    today = timezone.localdate()
    span = {"since": f"{today - timedelta(days=30):%Y-%m-%d}", "until": f"{today:%Y-%m-%d}"}
    return owner.client.post(RECORD, span | {"format": "csv"}).text


def appeals_in_record(owner):
    rows = csv.DictReader(StringIO(text_of_record(owner)))
    return [row for row in rows if row["content"] == "An appeal"]


def test_each_second_look_is_a_row_without_names_and_words(kemi, ada, bola, dina, leo, declined):
    paused = judged(against_a_pause(ada.person, dina), leo, overturns=True)
    judged(declined, leo, overturns=False)

    rows = appeals_in_record(kemi)

    assert [(row["reference"], row["category"], row["outcome"]) for row in rows] == [
        (paused.public_id, "Reads and does not write", "The decision was undone"),
        (declined.public_id, "A message was declined", "The decision stands"),
    ]
    assert [(row["appealed"], row["overturned"]) for row in rows] == [("yes", "yes"), ("yes", "no")]
    text = text_of_record(kemi)
    for private in ("canary", *(one.person.name for one in (ada, bola, dina, leo))):
        assert private not in text


def test_what_still_waits_and_what_she_had_a_part_in_is_not_in_her_record(kemi, ada, bola, dina, leo):
    against_a_pause(ada.person, dina)
    judged(against_a_pause(bola.person, kemi), leo, overturns=True)

    assert appeals_in_record(kemi) == []


def move_to_last_month():
    middle = (timezone.localtime().replace(day=1) - timedelta(days=15)).replace(hour=12)
    Objection.objects.update(opened_at=middle)
    Objection.objects.exclude(decided_at=None).update(decided_at=middle)
    return middle


def columns_of(page, middle):
    row = page[page.index(f"{middle:%B %Y}") :].split("</tr>")[0]
    return [cell.split("</td>")[0].split(">")[-1] for cell in row.split("<td")[1:]]


def test_the_numbers_count_them_rounded_and_never_few(kemi, dina, leo):
    objections = [against_a_pause(person, dina) for person in make_people(12)]
    for objection in objections[:9]:
        judged(objection, leo, overturns=True)
    middle = move_to_last_month()

    assert columns_of(kemi.client.get(NUMBERS).text, middle) == ["*", "*", "*", "10", "*"]
    for objection in objections[9:]:
        judged(objection, leo, overturns=True)
    move_to_last_month()
    assert columns_of(kemi.client.get(NUMBERS).text, middle) == ["*", "*", "*", "10", "10"]


def test_who_looks_again_carries_it(kemi, dina, leo):
    for person in make_people(10):
        judged(against_a_pause(person, dina), leo, overturns=False)

    page = kemi.client.get(LOAD).text

    rows = {one.person.name: page[page.index(one.person.name) :].split("</tr>")[0] for one in (leo, dina)}
    assert ">10<" in rows[leo.person.name] and ">10<" not in rows[dina.person.name]
