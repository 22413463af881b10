"""Whom one has muted, as a page."""

from forum.folds.actions.fold import fold_away
from tests.factories.forum import say


def test_the_list_of_muted_people_is_ones_own(ada, bola, cem, topic):
    fold_away(by=bola.viewer, message=say(ada.viewer, topic), mutes=True)

    assert ada.person.name in bola.client.get("/m/you/muted/").content.decode()
    assert "You have muted nobody" in cem.client.get("/m/you/muted/").content.decode()
    assert cem.client.post(f"/m/you/muted/{ada.person.public_id}/lifting/").status_code == 404
