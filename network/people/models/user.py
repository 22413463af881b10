"""The person who signs in."""

from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from network.people.naming import fold
from network.people.opaque import new_public_id

# Some signs come apart into many letters: what is longer is not needed to find anybody.
FOLDED_LENGTH = 800


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, name: str, password: str | None = None, **fields: Any) -> "User":
        """A new account. The name stays as typed; the address is compared without regard to case."""
        user = self.model(email=email.strip().lower(), name=name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, name: str, password: str | None = None, **fields: Any) -> "User":
        """For `manage.py createsuperuser`: the technical owner of an installation."""
        return self.create_user(email, name, password, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email=(email or "").lower())


class User(AbstractBaseUser, PermissionsMixin):
    """One human being. What they may see or do is never stored here: it follows from their dated roles."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200, help_text="As the person writes it: one word or seven, never re-cased.")
    # For finding somebody by what was typed of their name: kept with it, never shown.
    folded_name = models.CharField(max_length=FOLDED_LENGTH, default="", editable=False)
    is_active = models.BooleanField(default=True, help_text="Off while an account is suspended or closed.")
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_per_address")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **options: Any) -> None:
        self.folded_name = fold(self.name)[:FOLDED_LENGTH]
        fields = options.get("update_fields")
        if fields is not None and "name" in fields:
            options["update_fields"] = {*fields, "folded_name"}
        super().save(*args, **options)

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    @property
    def date_joined(self) -> datetime:
        """The name that libraries expect."""
        return self.joined_at

    @property
    def is_staff(self) -> bool:
        """Django's admin is not mounted; nobody is staff in its sense."""
        return False

    @property
    def initials(self) -> str:
        """First letters of the first and the last word of the name."""
        words = self.name.split()
        return "".join(word[0] for word in {0: words[0], len(words) - 1: words[-1]}.values()).upper() if words else ""
