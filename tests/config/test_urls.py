import pytest
from django.urls import NoReverseMatch, reverse


@pytest.mark.parametrize("address", ["/_util/login/", "/_util/authenticate_with_password/1/1/"])
def test_there_is_no_second_door(client, ada, address):
    sent = {"username": ada.person.email, "password": "anything"}

    assert (client.get(address).status_code, client.post(address, sent).status_code) == (404, 404)


@pytest.mark.parametrize("name", ["wagtailcore_login", "wagtailcore_authenticate_with_password"])
def test_no_page_can_lead_to_one(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)
