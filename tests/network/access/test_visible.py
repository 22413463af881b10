import pytest
from django.core.exceptions import ValidationError
from django.http import Http404

from network.access.audience import check_audience, cohort, group, icon, label
from network.access.once import OnceKeyField
from network.access.visible import Refused, can_see, find, hide_unless, in_lists, require
from network.notices.kind import Kind
from network.notices.models import Notice
from network.people.models import User

NEWS = Kind(name="test.news", subject="News", words="There is news.")


@pytest.fixture
def notice(ada):
    return Notice.objects.create(person=ada.person, kind="test.news", key="one")


def test_seeing_one_thing_is_the_list_filter_on_one_row(ada, bola, outsider, notice):
    assert can_see(ada.viewer, notice)
    assert not can_see(bola.viewer, notice)
    assert not can_see(outsider.viewer, notice)


def test_a_hidden_thing_is_missing(ada, bola, notice):
    assert find(Notice, ada.viewer, notice.public_id) == notice
    assert find(Notice.objects.unread(), ada.viewer, notice.public_id) == notice
    with pytest.raises(Http404):
        find(Notice, bola.viewer, notice.public_id)
    with pytest.raises(Http404):
        find(Notice, bola.viewer, "never23456789")


def test_lists_leave_out_the_shielded(ada, maya, bola):
    found = User.objects.filter(in_lists(maya.viewer, field="pk"))

    assert set(found) == {maya.person, bola.person}


def test_a_refusal_has_words():
    with pytest.raises(Refused, match="closed"):
        require(False, "This thread is closed.")
    with pytest.raises(Http404):
        hide_unless(False)


def test_audiences_have_words_that_name_no_cohort():
    words = [label(audience) for audience in ("public", "members", "alumni", cohort("C09"), group("reference"))]

    assert words == ["Public", "Alumni and allies", "Alumni only", "Cohort only", "Group only"]
    assert [icon(audience) for audience in ("public", "members", "alumni")] == ["globe", "users-round", "lock-keyhole"]


def test_a_word_that_is_no_audience_is_refused():
    check_audience("")
    check_audience("cohort:C09")
    with pytest.raises(ValidationError):
        check_audience("everybody")


def test_a_form_that_lost_its_key_gets_a_new_one():
    field = OnceKeyField()

    assert field.clean("") != field.clean("")
    with pytest.raises(ValidationError):
        field.clean("not a key")
