"""What one reader folds away changes nothing for anybody else."""

import pytest

from forum.folds.actions.fold import fold_away, read_again, unfold
from forum.folds.models import Fold
from forum.talk.models import Message
from forum.talk.notices import MENTION, REPLY
from network.access.viewer import viewer_of
from network.access.visible import Refused
from network.notices.models import Notice
from network.people.models import Mute
from tests.factories.forum import say


@pytest.fixture
def message(ada, topic):
    return say(ada.viewer, topic, "Loud words")


def test_a_folded_message_is_a_row_of_one_reader(message, ada, bola, cem):
    fold_away(by=bola.viewer, message=message)
    fold_away(by=bola.viewer, message=message)

    assert Fold.objects.visible_to(bola.viewer).count() == 1
    for one in (ada, cem):
        assert not Fold.objects.visible_to(one.viewer).exists()
    unfold(by=bola.viewer, message=message)
    assert not Fold.objects.exists()


def test_muting_somebody_changes_the_readers_eyes_and_no_right(message, ada, bola):
    before = viewer_of(ada.person), viewer_of(bola.person)

    fold_away(by=bola.viewer, message=message, folds=False, mutes=True)

    after = viewer_of(bola.person)
    assert (after.muted, viewer_of(ada.person)) == ({ada.person.pk}, before[0])
    assert (after.hidden_in_lists, after.hidden_everywhere, after.apart) == (
        before[1].hidden_in_lists,
        before[1].hidden_everywhere,
        before[1].apart,
    )
    read_again(by=bola.viewer, person=ada.person)
    assert viewer_of(bola.person) == before[1] and not Mute.objects.exists()


def test_nobody_folds_their_own_words_nor_what_they_do_not_read(message, ada, eve):
    for one in (ada, eve):
        with pytest.raises(Refused):
            fold_away(by=one.viewer, message=message, mutes=True)
    assert not Mute.objects.exists()


def test_whoever_is_muted_is_not_told_and_nothing_they_see_changes(message, ada, bola):
    said = Message.objects.get(pk=message.pk)

    fold_away(by=bola.viewer, message=message, mutes=True)

    assert not Notice.objects.filter(person=ada.person).exists()
    assert Message.objects.get(pk=message.pk).version == said.version


def test_of_a_muted_person_one_is_told_nothing(topic, ada, bola, cem):
    asked = say(bola.viewer, topic, "A question")
    fold_away(by=bola.viewer, message=say(ada.viewer, topic), folds=False, mutes=True)
    words = f"An answer @{bola.person.name}"
    theirs, others = (say(one.viewer, topic, words, reply_to=asked) for one in (ada, cem))

    for kind in (REPLY, MENTION):
        assert kind.still_true(bola.person, others.public_id)
        assert not kind.still_true(bola.person, theirs.public_id)
