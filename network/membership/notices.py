"""What this room tells people. Words fit for an employer's eyes."""

from django.urls import reverse

from network.notices.kind import Kind


def to_pledge(ref: str) -> str:
    return reverse("pledge")


def to_home(ref: str) -> str:
    return reverse("member_home")


WELCOME = Kind(
    name="membership.welcome", subject="You are welcome", words="Your account is ready to be used.", link=to_home
)
DECLINED = Kind(
    name="membership.declined",
    subject="About your request",
    words="We have read your request and cannot say yes this time. Write to us if you think we are wrong.",
)
PLEDGE_DUE = Kind(
    name="membership.pledge_due",
    subject="A date you set yourself",
    words="A date you set yourself is near. Tell us in a minute how it went.",
    link=to_pledge,
)
