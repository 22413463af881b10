"""A request to read more: who may know of it, and what ends it."""

import pytest
from django.utils import timezone

from forum.extracts.actions import widening as actions
from forum.extracts.actions.widening import Why, ask_widening, open_widening, withdraw_widening
from forum.extracts.models import Widening
from network.access.viewer import viewer_of
from network.access.visible import Refused, can_see
from network.people.models import Affiliation, Organisation, Role, RoleKind, Shield, User
from tests.factories.direct import add
from tests.factories.network import make_person

WHY = Why("abuse", "The one message does not show it.")
UNTOLD = Why("life", "She may not be safe.", untold_because="He would know who reported.")


@pytest.fixture
def case(said, report):
    return report(said[25])


@pytest.fixture
def ask(case):
    return lambda by, why=WHY: ask_widening(by=by, matter=case, about=case.message, why=why)


def anew(widening):
    return Widening.objects.select_related("about__space").get(pk=widening.pk)


def leave_office(viewer):
    Role.objects.filter(person=viewer.person_id).update(ends_at=timezone.now())


def test_a_request_ends_with_the_office_of_whoever_asked_and_stands_in_nobodys_way(ask, moderator, owner):
    """And two without an owner among them open nothing."""
    widening = ask(owner)
    leave_office(owner)

    with pytest.raises(Refused):
        open_widening(by=moderator, widening=anew(widening))
    assert ask(moderator).state == "asked"
    assert anew(widening).state == "refused"


def test_an_owner_who_moderates_now_is_no_owner_of_the_two(ask, moderator, owner):
    widening = ask(owner)
    Role.objects.filter(person=owner.person_id).update(kind=RoleKind.MODERATOR)

    with pytest.raises(Refused):
        open_widening(by=moderator, widening=anew(widening))
    assert anew(widening).state == "asked"


def test_nor_does_a_request_outlive_its_case_or_an_account_that_is_closed(ask, case, moderator, owner):
    widening = ask(moderator)
    User.objects.filter(pk=moderator.person_id).update(is_active=False)
    with pytest.raises(Refused):
        open_widening(by=owner, widening=anew(widening))
    User.objects.filter(pk=moderator.person_id).update(is_active=True)
    case.__class__.objects.filter(pk=case.pk).update(state="kept")

    with pytest.raises(Refused):
        open_widening(by=owner, widening=anew(widening))


def test_decided_while_somebody_answers_it_is_seen_under_the_row_of_the_case(ask, case, moderator, owner, monkeypatch):
    """The first question was answered yes, and the case is decided before the row is held."""
    widening, answers = ask(moderator), [True]
    real = actions.can_answer_widening
    monkeypatch.setattr(actions, "can_answer_widening", lambda *asked: answers.pop() if answers else real(*asked))
    case.__class__.objects.filter(pk=case.pk).update(state="kept")

    with pytest.raises(Refused):
        open_widening(by=owner, widening=widening)
    assert anew(widening).state == "asked"


def test_a_request_is_hidden_from_moderators_near_somebody_in_it(talk, said, report, ada, cem, moderator, owner):
    """Neither from a third person in it, nor from their colleagues, does it show that anybody has asked."""
    third = make_person("Tam In It", roles=((RoleKind.MODERATOR, ""), (RoleKind.ALUMNA, "")))
    near, hidden = (make_person(name, roles=((RoleKind.MODERATOR, ""),)) for name in ("Near", "Hidden From"))
    add(talk, third)
    trust = Organisation.objects.create(name="North Trust")
    for person in (third, near):
        Affiliation.objects.create(person=person, organisation=trust)
    Shield.objects.create(person=third, other=hidden, level="everywhere")
    case = report(said[25])

    widening = ask_widening(by=moderator, matter=case, about=case.message, why=UNTOLD)

    assert can_see(owner, widening) and can_see(moderator, widening)
    assert can_see(viewer_of(third), case)
    for person in (third, near, hidden):
        assert not can_see(viewer_of(person), widening)


def test_whoever_asked_still_sees_and_withdraws_it_when_they_work_with_one_of_them(ask, bola, moderator):
    widening = ask(moderator)
    trust = Organisation.objects.create(name="North Trust")
    for person in (bola.person.pk, moderator.person_id):
        Affiliation.objects.create(person_id=person, organisation=trust)

    assert can_see(moderator, widening)
    assert withdraw_widening(by=moderator, widening=widening).is_withdrawn
