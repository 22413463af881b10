"""A socket opens only from our own pages."""

import pytest

from config.origin import is_same_origin

HOST = (b"host", b"testserver:8000")


def test_our_own_page_may_open_a_socket():
    assert is_same_origin([HOST, (b"origin", b"http://testserver:8000")])


@pytest.mark.parametrize(
    "origins",
    [
        [],
        [b"null"],
        [b""],
        [b"http://evil.example"],
        [b"http://testserver"],
        [b"http://testserver:8001"],
        [b"http://testserver:8000.evil.example"],
        [b"ftp://testserver:8000"],
        [b"http://testserver:8000", b"http://testserver:8000"],
        [b"http://testserver:8000", b"http://evil.example"],
        [b"http://[broken"],
        [b"http://test\xffserver:8000"],
    ],
)
def test_any_other_origin_may_not(origins):
    assert not is_same_origin([HOST, *((b"origin", origin) for origin in origins)])


def test_a_host_that_is_not_ours_may_not():
    assert not is_same_origin([(b"host", b"evil.example"), (b"origin", b"http://evil.example")])


def test_the_secure_profile_wants_a_secure_page(settings):
    settings.SESSION_COOKIE_SECURE = True

    assert not is_same_origin([HOST, (b"origin", b"http://testserver:8000")])
    assert is_same_origin([HOST, (b"origin", b"https://testserver:8000")])
