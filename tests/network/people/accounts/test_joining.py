"""A01, A10, A14, A17, A24: opening an account, and changing its address or password."""

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.test import Client

from network.people.demo import PASSWORD
from network.people.joining import clean_name, open_account
from network.people.models import Role, User
from network.people.passwords import OwnWordsValidator

NEW = "new.address@elsewhere.example"


def test_a_new_account_is_nothing_yet(db):
    person = open_account(email="Fresh@Elsewhere.example", name="Q")

    assert (person.email, person.name, person.has_usable_password()) == ("fresh@elsewhere.example", "Q", False)
    assert list(person.emailaddress_set.values_list("verified", flat=True)) == [False]
    assert not Role.objects.filter(person=person).exists()


def test_a_known_address_opens_none(ada):
    before = User.objects.count()

    assert open_account(email=ada.person.email.upper(), name="Somebody else") is None
    assert User.objects.count() == before


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Null", "Null"),
        ("O’Dowd d'Arcy", "O’Dowd d'Arcy"),
        ("O", "O"),
        ("María de los Ángeles del Río y Pérez", "María de los Ángeles del Río y Pérez"),
        ("أمينة", "أمينة"),
        ("A\u202eda\u200b", "Ada"),
        ("Ada\r\nBcc: x", "Ada Bcc: x"),
        ("Z" + "\u0301" * 500, "Ź" + "\u0301" * 4),
    ],
)
def test_names_stay_as_typed(typed, kept):
    assert clean_name(typed) == kept


def recently_shown(person, with_password) -> Client:
    browser = Client()
    person.authenticator_set.all().delete()
    with_password(browser, person.email, PASSWORD)
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return browser


def test_a_new_address_needs_the_password_again(ada, with_password):
    ada.person.authenticator_set.all().delete()
    browser = Client()
    with_password(browser, ada.person.email, PASSWORD)

    response = browser.post("/accounts/email/", {"action_add": "", "email": NEW})

    assert response["Location"].startswith("/accounts/reauthenticate/")


def test_a_new_address_counts_when_proved_and_the_old_one_is_told(ada, letters, code_of, with_password):
    old = ada.person.email
    browser = recently_shown(ada.person, with_password)
    browser.post("/accounts/email/", {"action_add": "", "email": NEW})
    assert User.objects.get(pk=ada.person.pk).email == old

    browser.post("/accounts/confirm-email/", {"code": code_of(letters[-1])})

    assert User.objects.get(pk=ada.person.pk).email == NEW
    assert (letters[-1]["address"], letters[-1]["subject"]) == (old, "Your email address was changed")
    assert list(EmailAddress.objects.filter(user=ada.person).values_list("email", "verified")) == [(NEW, True)]


def test_a_taken_address_looks_the_same(ada, bola, letters, with_password):
    browser = recently_shown(ada.person, with_password)

    taken = browser.post("/accounts/email/", {"action_add": "", "email": bola.person.email})

    assert (taken.status_code, taken["Location"]) == (302, "/accounts/confirm-email/")
    assert letters[-1]["address"] == bola.person.email


def test_a_taken_address_is_never_taken_over(ada, bola, letters, code_of, with_password):
    browser = recently_shown(ada.person, with_password)
    browser.post("/accounts/email/", {"action_add": "", "email": bola.person.email})
    found = [letter for letter in letters if any(letter_digits.isdigit() for letter_digits in letter["text"])]

    for letter in found:
        browser.post("/accounts/confirm-email/", {"code": code_of(letter)})

    assert User.objects.get(pk=bola.person.pk).email == bola.person.email
    assert User.objects.get(pk=ada.person.pk).email == ada.person.email


@pytest.mark.parametrize("password", ["balinetwork1", "BALI-Network-2026", "staffcollege!!"])
def test_our_name_is_no_password(password):
    with pytest.raises(ValidationError):
        OwnWordsValidator().validate(password)


def test_a_long_password_with_spaces_and_pictures_is_fine(ada, with_password):
    long = "a seat at the table 🪑 for everybody who was ever told to wait outside the room " * 2
    browser = Client()
    ada.person.authenticator_set.all().delete()
    with_password(browser, ada.person.email, PASSWORD)

    browser.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": long, "password2": long})

    assert User.objects.get(pk=ada.person.pk).check_password(long)


def test_sign_up_leads_to_the_questions(browser):
    response = browser.post("/accounts/signup/", {"email": NEW, "is_superuser": "on", "role": "owner"})

    assert response.status_code == 405
    assert browser.get("/accounts/signup/")["Location"] == "/join/"


def test_the_waiting_page_says_what_happens_next(eve, ada):
    assert "What happens next" in eve.client.get("/accounts/waiting/").content.decode()
    assert ada.client.get("/accounts/waiting/")["Location"] == "/m/"
