"""What lies beside the one address a socket is for, and a page that did not come over a secure line."""

import pytest

from tests.live import HOST, on_socket


@pytest.mark.parametrize("beside", ["../", "x/../../../", "a/b", "%2e%2e", "", "x" * 33])
def test_an_unknown_path_is_refused_as_an_unknown_space_is(bola, outsider, lounge, beside):
    unknown = on_socket(bola, "nosuchspace1")

    assert not unknown.accepted
    assert on_socket(bola, f"{lounge.public_id}/{beside}/" if beside else "") == unknown
    assert on_socket(outsider, beside) == unknown


@pytest.mark.parametrize(("scheme", "is_let_in"), [("http", False), ("https", True)])
def test_where_cookies_are_secure_a_plain_line_opens_nothing(bola, lounge, settings, scheme, is_let_in):
    """A page that was not fetched securely may have been written by somebody on the way: its `ws://` is refused."""
    settings.SESSION_COOKIE_SECURE = True

    outcome = on_socket(bola, lounge.public_id, headers=[(b"origin", f"{scheme}://{HOST}".encode())])

    assert outcome.accepted is is_let_in
