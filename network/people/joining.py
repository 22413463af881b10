"""Opening an account from the questions of /join/, so that nobody learns which addresses are known."""

import unicodedata

from allauth.account.internal.flows.signup import complete_signup, prevent_enumeration
from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse

from network.people.models import User

# Marks that reverse text or cannot be seen; a name has no use for them and a forger does.
UNWANTED = {"Cc", "Cf", "Zl", "Zp", "Co", "Cs"}
KEPT = {"\u200c", "\u200d"}  # Joiners that Persian and Indic spellings need.
MOST_MARKS = 4
# In the session of whoever typed the answers, until the address is proved.
OPENED_HERE = "opened_account"


def clean_name(name: str) -> str:
    """The name as typed, without control and reversing marks, with at most four combining marks on a letter."""
    kept: list[str] = []
    marks = 0
    for letter in unicodedata.normalize("NFC", name):
        if letter.isspace():
            letter = " "
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= MOST_MARKS and (letter in KEPT or unicodedata.category(letter) not in UNWANTED):
            kept.append(letter)
    return " ".join("".join(kept).split())


def open_account(*, email: str, name: str) -> User | None:
    """A new account that cannot be used until its address is proved, or None where the address is known."""
    try:
        with transaction.atomic():
            user = User.objects.create_user(email=email, name=name)
            EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=False)
    except IntegrityError:
        return None
    return user


def prove_address(request: HttpRequest, *, user: User | None, email: str) -> HttpResponse:
    """Send the six-digit code and lead to the page that asks for it.

    For an address that is known (`user` None) the answer is the same to the letter; its owner is told by mail that
    they already have an account.
    """
    if user is None:
        return prevent_enumeration(request, email=email)
    request.session[OPENED_HERE] = user.pk
    return complete_signup(request, user=user)


def was_opened_elsewhere(request: HttpRequest, *, user: User) -> bool:
    """Whether somebody proves this address who cannot be known to have typed what the account holds.

    Anybody may open an account for anybody's address; the browser is all that ties the answers to the proof. Whoever
    has once been signed in has seen what is there.
    """
    return user.last_login is None and request.session.get(OPENED_HERE) != user.pk


def keep_name(*, user: User, name: str) -> None:
    """Call the person what they say; nothing where it is to be asked again."""
    user.name = name
    user.save(update_fields=["name"])
