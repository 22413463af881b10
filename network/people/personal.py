"""What this room holds about people. Plain lines: nothing is imported from above."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from network.people.models import Affiliation, Block, Mute, Role, Shield, User


def _lines(model: type, fields: str, **why: str) -> list[dict[str, Any]]:
    return [{"model": model, "field": field, **why} for field in fields.split()]


FIELDS = [
    *_lines(
        User,
        "public_id email name folded_name password is_active is_superuser joined_at last_login",
        purpose="an account, and how to reach its owner",
        basis="contract: membership",
        seen_by="the person; name: whoever may see what they do",
        keep="until the account closes, or 24 months without a sign-in after two warnings",
        export="all but the password's hash",
        erase="deleted; what others need keeps the words 'Former member'",
    ),
    *_lines(
        Affiliation,
        "person organisation role_title job_level started_on ended_on",
        purpose="knowing colleagues apart from strangers, and showing where somebody works if they wish",
        basis="contract: membership",
        seen_by="the person; others as the profile says",
        keep="with the account",
        export="all",
        erase="deleted",
    ),
    *_lines(
        Role,
        "person kind scope starts_at ends_at granted_by",
        purpose="rights; being an alumna reveals ethnic origin",
        basis="explicit consent: UK GDPR Article 9(2)(a)",
        seen_by="the person, programme managers; others only where the person chose to show it",
        keep="with the account",
        export="all but who granted it",
        erase="deleted; only rounded counts remain",
    ),
    *_lines(
        Shield,
        "person level organisation other raised_at",
        purpose="safety from an employer or a person",
        basis="legitimate interest: the person's safety",
        seen_by="the person alone",
        keep="with the account",
        export="all",
        erase="deleted",
    ),
    *_lines(
        Mute,
        "person other begun_at",
        purpose="not reading somebody any more",
        basis="contract: membership",
        seen_by="the person who muted, alone",
        keep="with the account",
        export="one's own",
        erase="deleted",
    ),
    *_lines(
        Block,
        "person other begun_at",
        purpose="being left alone by somebody",
        basis="legitimate interest: the person's safety",
        seen_by="the person who blocked, alone",
        keep="with the account",
        export="one's own",
        erase="deleted",
    ),
    *_lines(
        EmailAddress,
        "user email verified primary",
        purpose="proving whose address it is, and signing in",
        basis="contract: membership",
        seen_by="the person",
        keep="with the account",
        export="all",
        erase="deleted",
    ),
    *_lines(
        Authenticator,
        "user type data created_at last_used_at",
        purpose="signing in with a passkey, an app or a recovery code; secrets are kept encrypted",
        basis="legitimate interest: security of accounts",
        seen_by="the person: that it exists, its name and when it was used",
        keep="until the person removes it",
        export="kind and dates, never the secret",
        erase="deleted",
    ),
    *_lines(
        UserSession,
        "user created_at ip last_seen_at session_key user_agent data",
        purpose="showing somebody where they are signed in, and signing them out there",
        basis="legitimate interest: security of accounts",
        seen_by="the person",
        keep="until the session ends, at most 90 days",
        export="all but the key",
        erase="deleted",
    ),
]
