import pytest

from config.context import place_of


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/m/s/2k4/", "/m/discussions/"),
        ("/m/t/2k4/messages/7p/", "/m/discussions/"),
        ("/m/saved/", "/m/discussions/"),
        ("/m/p/2k4/", "/m/people/"),
        ("/m/e/2k4/", "/m/events/"),
        ("/m/you/words/", "/m/you/"),
        ("/m/desk/reports/2k4/", "/m/desk/reports/"),
        ("/m/", ""),
        ("/m/search/", ""),
        ("/blog/s/", ""),
        ("/", ""),
    ],
)
def test_a_page_stands_in_a_place_of_members(path, place):
    assert place_of(path) == place
