from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from forum.extracts.actions.widening import (
    OPEN_FOR,
    Why,
    ask_widening,
    open_widening,
    read_widening,
    refuse_widening,
    withdraw_widening,
)
from forum.extracts.jobs import tell_of_conversations
from forum.extracts.models import Widening
from forum.spaces.actions.takes_two import UNTOLD_AT_MOST, AlreadyAsked, AlreadyDecided
from network.access.viewer import viewer_of
from network.access.visible import Refused
from network.notices.models import Notice
from network.people.models import Affiliation, Organisation, RoleKind, Shield
from network.records.models import StaffAction
from tests.factories.direct import add
from tests.factories.network import make_person

WHY = Why("abuse", "The one message does not show it.")
UNTOLD = Why("life", "She may not be safe.", untold_because="He would know who reported.")


@pytest.fixture
def ask(case):
    return lambda by, why=WHY: ask_widening(by=by, matter=case, about=case.message, why=why)


def anew(widening):
    return Widening.objects.select_related("about__space").get(pk=widening.pk)


def numbers(messages):
    return [int(one.body[6:8]) for one in messages]


def test_two_open_twenty_either_side_and_each_look_is_in_the_log(ask, moderator, owner):
    widening = open_widening(by=owner, widening=ask(moderator))

    assert numbers(read_widening(by=moderator, widening=anew(widening))) == list(range(5, 30))
    assert numbers(read_widening(by=owner, widening=anew(widening))) == list(range(5, 30))
    verbs = ["asked_to_read_more", "opened_conversation", "read_conversation", "read_conversation"]
    assert list(StaffAction.objects.order_by("pk").values_list("verb", flat=True)) == verbs


def test_it_ends_by_itself(ask, moderator, owner):
    widening = open_widening(by=owner, widening=ask(moderator))

    with time_machine.travel(timezone.now() + OPEN_FOR + timedelta(minutes=1)), pytest.raises(Refused):
        read_widening(by=owner, widening=anew(widening))


def test_whoever_asked_is_no_second_person_and_of_the_two_one_is_an_owner(ask, dina, moderator, owner):
    widening = ask(moderator)

    for one in (moderator, dina.viewer):
        with pytest.raises(Refused):
            open_widening(by=one, widening=widening)
    with pytest.raises(IntegrityError), transaction.atomic():
        Widening.objects.filter(pk=widening.pk).update(state="opened", decided_by_id=moderator.person_id)
    refuse_widening(by=owner, widening=widening)

    own = ask(owner)
    with pytest.raises(Refused):
        open_widening(by=owner, widening=own)
    assert open_widening(by=moderator, widening=own).state == "opened"


def test_nobody_but_the_two_reads_it_and_they_not_before(ask, ada, bola, dina, moderator, owner):
    widening = ask(moderator)
    for one in (moderator, owner, dina.viewer):
        with pytest.raises(Refused):
            read_widening(by=one, widening=widening)

    opened = open_widening(by=owner, widening=widening)

    for one in (dina.viewer, ada.viewer, bola.viewer):
        with pytest.raises(Refused):
            read_widening(by=one, widening=anew(opened))


def test_an_office_that_is_gone_reads_no_more(ask, moderator, owner):
    opened = open_widening(by=owner, widening=ask(moderator))

    with pytest.raises(Refused):
        read_widening(by=moderator.without_offices(), widening=anew(opened))


def test_it_is_asked_once_and_answered_once(ask, moderator, owner):
    widening = ask(moderator)
    with pytest.raises(AlreadyAsked):
        ask(owner)
    late = anew(widening)
    open_widening(by=owner, widening=widening)

    with pytest.raises(AlreadyDecided):
        refuse_widening(by=owner, widening=late)


def test_withdrawn_or_without_its_asker_it_opens_nothing_and_may_be_asked_anew(ask, moderator, owner):
    withdrawn = withdraw_widening(by=moderator, widening=ask(moderator))
    with pytest.raises(Refused):
        read_widening(by=moderator, widening=anew(withdrawn))
    Widening.objects.filter(pk=ask(moderator).pk).update(asked_by=None)

    assert withdrawn.is_withdrawn
    assert ask(owner).state == "asked"


def test_members_and_those_in_it_open_nothing(ask, ada, bola, cem):
    for one in (ada, bola, cem):
        with pytest.raises(Refused):
            ask(one.viewer)


def test_a_moderator_who_is_or_was_in_the_conversation_reads_no_more_than_the_extract(talk, said, report, owner):
    third = make_person("Tam In It", roles=((RoleKind.MODERATOR, ""), (RoleKind.ALUMNA, "")))
    add(talk, third)
    case = report(said[25])

    with pytest.raises(Refused):
        ask_widening(by=viewer_of(third), matter=case, about=case.message, why=WHY)


def test_nor_does_somebody_whom_one_of_them_hides_from(ask, ada, moderator):
    widening, person = ask(moderator), make_person(roles=((RoleKind.OWNER, ""),))
    Shield.objects.create(person=ada.person, other=person, level="everywhere")

    with pytest.raises(Refused):
        open_widening(by=viewer_of(person), widening=widening)


def test_a_colleague_of_a_third_person_in_it_opens_nothing(talk, said, report, cem, moderator):
    add(talk, cem.person)
    case, trust = report(said[25]), Organisation.objects.create(name="North Trust")
    for person in (cem.person.pk, moderator.person_id):
        Affiliation.objects.create(person_id=person, organisation=trust)

    with pytest.raises(Refused):
        ask_widening(by=moderator, matter=case, about=case.message, why=WHY)


def test_those_in_the_conversation_are_told_alike_and_read_a_receipt(ask, ada, bola, cem, moderator, owner):
    widening = open_widening(by=owner, widening=ask(moderator))

    told = Notice.objects.filter(kind="extracts.opened").values_list("person_id", flat=True)
    assert set(told) == {ada.person.pk, bola.person.pk}
    for one in (ada, bola):
        assert list(Widening.objects.known_to(one.viewer)) == [widening]
    assert not Widening.objects.known_to(cem.viewer).exists()
    assert not Widening.objects.known_to(moderator).exists()


def test_asked_and_refused_nobody_in_it_hears_of_it(ask, ada, moderator, owner):
    refuse_widening(by=owner, widening=ask(moderator))

    assert not Notice.objects.filter(kind="extracts.opened").exists()
    assert not Widening.objects.known_to(ada.viewer).exists()


def test_where_they_must_not_know_yet_they_are_told_after_three_months(ask, ada, bola, moderator, owner):
    widening = open_widening(by=owner, widening=ask(moderator, UNTOLD))
    tell_of_conversations.now()
    assert not Notice.objects.filter(kind="extracts.opened").exists()
    assert not Widening.objects.known_to(ada.viewer).exists()

    past = timezone.now() - UNTOLD_AT_MOST - timedelta(minutes=1)
    Widening.objects.filter(pk=widening.pk).update(decided_at=past)
    tell_of_conversations.now()
    tell_of_conversations.now()

    assert Notice.objects.filter(kind="extracts.opened").count() == 2
    assert Widening.objects.known_to(bola.viewer).count() == 1


def test_those_who_could_confirm_are_told_of_a_request(ask, moderator, owner, dina):
    second = make_person(roles=((RoleKind.OWNER, ""),))

    ask(moderator)

    told = Notice.objects.filter(kind="extracts.asked").values_list("person_id", flat=True)
    assert set(told) == {owner.person_id, second.pk}
