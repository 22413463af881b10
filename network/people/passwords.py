"""What a password may not be made of."""

from typing import Any

from django.core.exceptions import ValidationError

OUR_WORDS = ("balinetwork", "thestaffcollege", "staffcollege", "blackandasian")
LEAST_BESIDE = 6


class OwnWordsValidator:
    """Our own names are the first thing a guesser tries; with fewer than six letters beside them they do not count."""

    def validate(self, password: str, user: Any = None) -> None:
        letters = "".join(letter for letter in password.lower() if letter.isalpha())
        for word in OUR_WORDS:
            if word in letters and len(letters.replace(word, "")) < LEAST_BESIDE:
                raise ValidationError("Choose a password without our name in it")

    def get_help_text(self) -> str:
        return "Your password cannot be our name with a few characters added."
