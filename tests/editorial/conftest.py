import pytest

from editorial.models import HomePage
from tests.factories import editorial


@pytest.fixture
def home(db) -> HomePage:
    return editorial.tree()
