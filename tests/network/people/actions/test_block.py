"""Having nothing to do with somebody any more."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from network.access.viewer import viewer_of
from network.people.actions.block import lift_block, raise_block
from network.people.actions.shield import raise_shield
from network.people.models import Block, ShieldLevel


def test_a_block_stands_between_both_until_it_is_lifted(ada, bola, cem):
    raise_block(person=ada.person, other=bola.person)
    raise_block(person=ada.person, other=bola.person)

    assert Block.objects.count() == 1
    assert (ada.viewer.apart, bola.viewer.apart) == ({bola.person.pk}, {ada.person.pk})
    assert cem.viewer.apart == frozenset()
    # It is no shield: each still sees what the other writes.
    assert (ada.viewer.hidden_in_lists, bola.viewer.hidden_everywhere) == (frozenset(), frozenset())

    lift_block(person=ada.person, other=bola.person)

    assert (ada.viewer.apart, bola.viewer.apart) == (frozenset(), frozenset())


def test_each_lifts_their_own_alone(ada, bola):
    raise_block(person=ada.person, other=bola.person)
    raise_block(person=bola.person, other=ada.person)

    lift_block(person=bola.person, other=ada.person)

    assert bola.viewer.apart == {ada.person.pk}


def test_shields_and_blocks_are_told_apart_in_the_same_two_queries(ada, bola, cem, maya):
    raise_shield(person=cem.person, level=ShieldLevel.EVERYWHERE, other=bola.person)
    raise_block(person=bola.person, other=maya.person)
    person = bola.person

    with CaptureQueriesContext(connection) as asked:
        viewer = viewer_of(person)

    assert len(asked) == 2
    assert (viewer.hidden_everywhere, viewer.apart) == ({cem.person.pk}, {maya.person.pk})
    assert viewer.untold_of == {cem.person.pk, maya.person.pk}


def test_nobody_blocks_themselves(ada):
    with pytest.raises(ValueError, match="themselves"):
        raise_block(person=ada.person, other=ada.person)
    with pytest.raises(IntegrityError), transaction.atomic():
        Block.objects.create(person=ada.person, other=ada.person)
