from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from forum.sealed.actions.opening import (
    ask_for_opening,
    look_once,
    open_seal,
    refuse_opening,
    withdraw_opening,
)
from forum.sealed.jobs import tell_late
from forum.sealed.models import Opening
from forum.sealed.own import openings_of
from forum.sealed.secrets import CannotOpen
from forum.spaces.actions.takes_two import UNTOLD_AT_MOST, AlreadyAsked, AlreadyDecided
from network.access.viewer import viewer_of
from network.access.visible import Refused
from network.notices.models import Notice
from network.people.models import RoleKind, User
from network.records.models import StaffAction
from tests.factories.network import make_person

WHY = {"reason": "life", "words": "She writes that she will not live."}


def anew(opening):
    return Opening.objects.select_related("seal").get(pk=opening.pk)


def test_two_open_it_and_each_sees_the_name_once(ada, moderator, owner, seal):
    opening = open_seal(by=owner, opening=ask_for_opening(by=moderator, seal=seal, **WHY))

    for one in (moderator, owner):
        assert look_once(by=one, opening=anew(opening)) == ada.person
        with pytest.raises(Refused):
            look_once(by=one, opening=anew(opening))
    verbs = ["asked_for_opening", "opened_seal", "saw_sealed_name", "saw_sealed_name"]
    assert list(StaffAction.objects.order_by("pk").values_list("verb", flat=True)) == verbs


def test_no_line_of_the_log_names_the_author(moderator, owner, seal):
    opening = open_seal(by=owner, opening=ask_for_opening(by=moderator, seal=seal, **WHY))
    look_once(by=owner, opening=anew(opening))

    assert set(StaffAction.objects.values_list("about_id", flat=True)) == {None}


def test_whoever_asked_never_confirms_and_two_moderators_do_not_either(dina, moderator, owner, seal):
    opening = ask_for_opening(by=moderator, seal=seal, **WHY)

    for one in (moderator, dina.viewer):
        with pytest.raises(Refused):
            open_seal(by=one, opening=opening)
    with pytest.raises(IntegrityError), transaction.atomic():
        Opening.objects.filter(pk=opening.pk).update(state="opened", decided_by_id=moderator.person_id)
    refuse_opening(by=owner, opening=opening)

    assert open_seal(by=moderator, opening=ask_for_opening(by=owner, seal=seal, **WHY)).state == "opened"


def test_an_owner_alone_opens_nothing(ada, owner, seal):
    opening = ask_for_opening(by=owner, seal=seal, **WHY)

    with pytest.raises(Refused):
        open_seal(by=owner, opening=opening)
    with pytest.raises(Refused):
        look_once(by=owner, opening=opening)
    with pytest.raises(Refused):
        ask_for_opening(by=ada.viewer, seal=seal, **WHY)


def test_nobody_looks_before_it_is_opened_nor_after_it_was_refused_nor_a_third(dina, moderator, owner, seal):
    opening = ask_for_opening(by=moderator, seal=seal, **WHY)
    with pytest.raises(Refused):
        look_once(by=moderator, opening=opening)
    with pytest.raises(Refused):
        look_once(by=moderator, opening=refuse_opening(by=owner, opening=opening))

    opened = open_seal(by=owner, opening=ask_for_opening(by=moderator, seal=seal, **WHY))

    with pytest.raises(Refused):
        look_once(by=dina.viewer, opening=opened)


def test_asked_for_twice_it_waits_once_and_is_answered_once(moderator, owner, seal):
    opening = ask_for_opening(by=moderator, seal=seal, **WHY)
    with pytest.raises(AlreadyAsked):
        ask_for_opening(by=owner, seal=seal, **WHY)
    late = anew(opening)
    open_seal(by=owner, opening=opening)

    with pytest.raises(AlreadyDecided):
        refuse_opening(by=owner, opening=late)


def test_the_author_is_told_at_once_and_reads_why_without_names(ada, moderator, owner, seal):
    open_seal(by=owner, opening=ask_for_opening(by=moderator, seal=seal, **WHY))

    assert Notice.objects.filter(person=ada.person, kind="sealed.opened").count() == 1
    assert [one.words for one in openings_of(ada.viewer)] == [WHY["words"]]
    page = ada.client.get("/m/you/words/").content.decode()
    assert WHY["words"] in page
    assert "Leo Marsh" not in page and "Olu Keeper" not in page
    assert not openings_of(moderator).exists()


def test_where_the_law_forbids_it_the_author_is_told_after_three_months(ada, moderator, owner, seal):
    asked = ask_for_opening(by=moderator, seal=seal, **WHY, untold_because="The court forbids it.")
    opening = open_seal(by=owner, opening=asked)
    tell_late.now()
    assert not Notice.objects.filter(person=ada.person).exists()
    assert not openings_of(ada.viewer).exists()

    past = timezone.now() - UNTOLD_AT_MOST - timedelta(minutes=1)
    Opening.objects.filter(pk=opening.pk).update(decided_at=past)
    tell_late.now()
    tell_late.now()

    assert Notice.objects.filter(person=ada.person, kind="sealed.opened").count() == 1
    assert openings_of(ada.viewer).count() == 1


def test_everybody_who_could_confirm_is_told_of_a_request_the_author_too(ada, moderator, owner, seal):
    second = viewer_of(make_person(roles=((RoleKind.OWNER, ""),)))
    ask_for_opening(by=moderator, seal=seal, **WHY)

    told = Notice.objects.filter(kind="sealed.asked").values_list("person_id", flat=True)
    assert set(told) == {owner.person_id, second.person_id}


def test_with_its_key_lost_nothing_is_opened(moderator, owner, seal, settings):
    settings.SEAL_KEYS = ["another key, as long as it has to be, and not the one"]
    opening = ask_for_opening(by=moderator, seal=seal, **WHY)

    with pytest.raises(CannotOpen):
        open_seal(by=owner, opening=opening)
    assert anew(opening).state == "asked"


def test_a_request_whose_asker_is_gone_stands_in_nobodys_way(moderator, owner, seal):
    left = ask_for_opening(by=moderator, seal=seal, **WHY)
    User.objects.get(pk=moderator.person_id).delete()

    anew_asked = ask_for_opening(by=owner, seal=seal, **WHY)

    assert (anew(left).state, anew_asked.state) == ("refused", "asked")


def test_whoever_asked_withdraws_it_and_nobody_else(dina, moderator, owner, seal):
    opening = ask_for_opening(by=moderator, seal=seal, **WHY)
    for one in (dina.viewer, owner):
        with pytest.raises(Refused):
            withdraw_opening(by=one, opening=opening)

    assert withdraw_opening(by=moderator, opening=opening).is_withdrawn

    assert StaffAction.objects.get(verb="withdrew_opening").about_id is None
    assert ask_for_opening(by=owner, seal=seal, **WHY).state == "asked"
    with pytest.raises(Refused):
        look_once(by=moderator, opening=anew(opening))


def test_what_was_answered_is_not_withdrawn(moderator, owner, seal):
    opening = ask_for_opening(by=moderator, seal=seal, **WHY)
    late = anew(opening)
    open_seal(by=owner, opening=opening)

    with pytest.raises(AlreadyDecided):
        withdraw_opening(by=moderator, opening=late)
    assert anew(opening).state == "opened"
