"""Which lines of the roster may be the person who claims a place."""

from dataclasses import dataclass

from network.membership.models import Claim, RosterEntry

MOST = 10


@dataclass(frozen=True)
class Candidate:
    """A line of the roster beside a claim. `rivals` is how many other open claims it would fit as well."""

    entry: RosterEntry
    reasons: tuple[str, ...]
    rivals: int = 0

    @property
    def words(self) -> str:
        """The line as the desk's choice reads it."""
        place = f", {self.entry.organisation}" if self.entry.organisation else ""
        return f"{self.entry.name}, cohort {self.entry.cohort_code}{place}"


def candidates_for(claim: Claim) -> list[Candidate]:
    """Lines of the roster by address, name, cohort or authority; the likeliest first."""
    others = list(Claim.objects.waiting().exclude(pk=claim.pk).select_related("person"))
    found = []
    for entry in RosterEntry.objects.select_related("organisation", "person"):
        if reasons := fits(claim, entry):
            rivals = sum(bool(fits(other, entry)) for other in others)
            found.append(Candidate(entry, reasons, rivals))
    return sorted(found, key=lambda candidate: (-len(candidate.reasons), candidate.entry.name))[:MOST]


def fits(claim: Claim, entry: RosterEntry) -> tuple[str, ...]:
    """What speaks for it, in words. Nothing unless the address is the same, or the name with one thing more."""
    if entry.email and entry.email.lower() == claim.person.email:
        return ("same address",)
    shared = _words(claim.person.name) & _words(entry.name)
    reasons = ["same name" if len(shared) > 1 else "part of the name"] if shared else []
    if digits(claim.cohort_text) and digits(claim.cohort_text) == digits(entry.cohort_code):
        reasons.append("same cohort")
    if entry.organisation and _words(claim.organisation_text) & _words(entry.organisation.name):
        reasons.append("same authority")
    is_likely = bool(shared) and (len(reasons) > 1 or len(shared) > 1)
    return tuple(reasons) if is_likely else ()


def digits(words: str) -> str:
    return "".join(letter for letter in words if letter.isdigit()).lstrip("0")


def _words(name: str) -> set[str]:
    return {word.casefold() for word in name.replace("-", " ").split() if len(word) > 2}
