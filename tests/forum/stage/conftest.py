from datetime import timedelta

import pytest

from tests.factories.stage import make_chair, make_sitting


@pytest.fixture
def talk(finn, ada, bola, cem):
    """Two days before its event: Ada leads it, Bola and Cem have a seat; Maya and Dina have none."""
    sitting = make_sitting(finn.viewer, ada.person, bola.person, cem.person)
    make_chair(finn.viewer, sitting, ada.person)
    return sitting


@pytest.fixture
def live_talk(finn, ada, bola, cem):
    """It began a minute ago."""
    sitting = make_sitting(finn.viewer, ada.person, bola.person, cem.person, starts_in=timedelta(minutes=-1))
    make_chair(finn.viewer, sitting, ada.person)
    return sitting


@pytest.fixture
def committed(on_commit):
    """`committed(act)`: the same act with its commit, so that the bell is rung."""

    def wrap(act):
        def acted():
            with on_commit():
                act()

        return acted

    return wrap
