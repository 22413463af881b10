"""The way through the questions: what was answered, what comes next. Answers wait in the visitor's own session."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest

from network.membership.forms import ALLY_STEPS, ALUMNI_STEPS
from network.membership.models import AllyRequest, Claim

SENT = "join_sent"
WAYS: dict[str, dict[str, type[forms.Form]]] = {"ally": ALLY_STEPS, "alumni": ALUMNI_STEPS}


class Answers:
    """What one visitor has answered on one way. Raw as typed, cleaned again at the end."""

    def __init__(self, request: HttpRequest, way: str) -> None:
        self.session, self.way = request.session, way
        # Who is signed in has told us these and proved the address: nothing is asked twice.
        known = {"address": request.user.is_authenticated, "name": bool(getattr(request.user, "name", ""))}
        self.steps = {name: form for name, form in WAYS[way].items() if not known.get(name)}
        self.raw: dict[str, dict[str, Any]] = self.session.get(f"join_{way}", {})

    def keep(self, step: str, form: forms.Form) -> None:
        """Remember one page's answers."""
        self.raw[step] = {name: str(form.data.get(name, "")) for name in form.fields}
        self.session[f"join_{self.way}"] = self.raw

    def form(self, step: str) -> forms.Form:
        """That page's form with what was answered, or empty."""
        return self.steps[step](self.raw[step]) if step in self.raw else self.steps[step]()

    def next_after(self, step: str) -> str:
        """The next page's name, or `check` after the last."""
        names = list(self.steps)
        return [*names, "check"][names.index(step) + 1]

    def first_open(self) -> str:
        """The first page whose answer is missing or no longer good, or nothing."""
        return next((name for name in self.steps if name not in self.raw or not self.form(name).is_valid()), "")

    def cleaned(self) -> dict[str, Any]:
        """Everything, cleaned. Only when `first_open` says nothing."""
        found: dict[str, Any] = {}
        for name in self.steps:
            form = self.form(name)
            form.is_valid()
            found |= form.cleaned_data
        return found

    def forget(self, key: UUID) -> None:
        """Once sent, nothing stays behind on a shared machine but the key, so that a second click changes nothing."""
        self.session.pop(f"join_{self.way}", None)
        self.session[SENT] = str(key)

    def was_sent(self, key: UUID) -> bool:
        """Whether these answers went out already, from this browser or in a request beside this one."""
        return self.session.get(SENT) == str(key) or any(
            kind.objects.filter(key=key).exists() for kind in (AllyRequest, Claim)
        )
