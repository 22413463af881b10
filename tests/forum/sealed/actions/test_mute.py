import pytest

from forum.sealed.actions.mute import mute_pen, unmute_pen
from forum.sealed.models import PenMute
from network.access.visible import Refused
from tests.factories.forum import make_thread
from tests.factories.sealed import whisper


def page_of(someone, thread):
    return someone.client.get(f"/m/t/{thread.public_id}/").content.decode()


def test_a_muted_pen_is_folded_away_for_one_reader_in_one_thread(ada, chidi, alumna, talk, quiet_room):
    other = make_thread(chidi, quiet_room)
    said, elsewhere = whisper(chidi, talk, "Loud words"), whisper(chidi, other, "Calm words")

    mute_pen(by=ada.viewer, message=said)
    mute_pen(by=ada.viewer, message=said)

    assert f"{said.pen_name}, folded away" in page_of(ada, talk)
    assert "folded away" not in page_of(ada, other)
    assert PenMute.objects.count() == 1
    assert not PenMute.objects.visible_to(alumna()).exists()
    unmute_pen(by=ada.viewer, message=said)
    assert "folded away" not in page_of(ada, talk)
    assert elsewhere.pen_name


def test_nobody_mutes_their_own_pen_nor_what_they_do_not_see(ada, bola, talk):
    said = whisper(ada.viewer, talk)

    for one in (ada.viewer, bola.viewer):
        with pytest.raises(Refused):
            mute_pen(by=one, message=said)
