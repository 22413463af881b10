import pytest
from django.core.exceptions import ValidationError

from forum.spaces.actions.space import open_space, set_read_only
from forum.spaces.models import Space
from network.access.audience import ALUMNI
from network.access.visible import Refused
from tests.factories.forum import make_space


def test_moderators_open_spaces_even_where_they_do_not_read(dina):
    space = open_space(by=dina.viewer, name="Stepping up", audience=ALUMNI, description="For alumni")

    assert not Space.objects.visible_to(dina.viewer).filter(pk=space.pk).exists()


def test_nobody_else_opens_or_closes_spaces(ada, bola, efe, finn, outsider):
    space = make_space()

    for who in (ada, bola, efe, finn, outsider):
        with pytest.raises(Refused):
            open_space(by=who.viewer, name="Mine", audience=ALUMNI)
        with pytest.raises(Refused):
            set_read_only(by=who.viewer, space=space, is_read_only=True)


@pytest.mark.parametrize("audience", ["", "public"])
def test_a_space_is_for_members(dina, audience):
    with pytest.raises(ValueError, match="needs members"):
        open_space(by=dina.viewer, name="Everybody", audience=audience)


def test_a_made_up_audience_is_refused(dina):
    with pytest.raises(ValidationError):
        open_space(by=dina.viewer, name="Whoever", audience="cohort:")


def test_writing_stops_and_goes_on(dina):
    space = make_space()

    for is_read_only in (True, False):
        set_read_only(by=dina.viewer, space=space, is_read_only=is_read_only)
        assert Space.objects.get(pk=space.pk).is_read_only is is_read_only
