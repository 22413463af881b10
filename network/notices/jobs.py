"""Sending letters, writing digests, and what happens when a worker dies in between."""

import logging
from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from network.jobs.registry import job, scheduled
from network.notices.digest import DIGEST, PUT_OFF, note_mailed, paces_on
from network.notices.models import Letter, LetterState, MailChoice, Notice, PlaceChoice
from network.notices.paces import quiet_end
from network.notices.post import is_service, message_for
from network.people.models import User

log = logging.getLogger("bali.notices")
AT_ONCE = 200


@job(attempts=12)
def send_letter(letter_id: int) -> None:
    """Send one letter unless it is gone, sent or no longer true.

    Killed before sending, it is sent by the next attempt; killed between sending and marking, it may go twice: at
    least once, normally once.
    """
    letter = Letter.objects.waiting().select_related("person").filter(pk=letter_id).first()
    if letter is None:
        return
    now = timezone.now()
    if not is_service(letter) and (until := quiet_end(letter.person_id, now)):
        put_off(letter, until)
        return
    message = message_for(letter)
    if message is not None:
        message.send()
        note_mailed(letter, now)
    # What an account letter said (a code) is not kept after it has gone.
    Letter.objects.filter(pk=letter.pk).update(
        state=LetterState.SENT if message else LetterState.DROPPED,
        sent_at=timezone.now(),
        text="",
        html="",
        subject="",
        address="",
    )
    log.info("letter_done", extra={"letter": letter.pk, "kind": letter.kind, "sent": message is not None})


@transaction.atomic
def put_off(letter: Letter, until: datetime) -> None:
    """A digest waits; letters of a night become one digest at its end."""
    if letter.kind == DIGEST:
        send_letter.later(letter.pk, run_after=until)
        return
    write_digest(letter.person_id, PUT_OFF, f"{PUT_OFF} {until.isoformat()}", until)
    Letter.objects.filter(pk=letter.pk).update(state=LetterState.DROPPED, sent_at=timezone.now())


@transaction.atomic
def write_digest(person_id: int | None, ref: str, turn: str, run_after: datetime | None = None) -> None:
    """The letter of a person's turn, and its job. The unique key of the turn lets it be written once."""
    key = f"{person_id}:digest:{turn}"
    letter, is_new = Letter.objects.get_or_create(
        key=key, defaults={"person_id": person_id, "kind": DIGEST, "ref": ref}
    )
    if is_new:
        send_letter.later(letter.pk, run_after=run_after)


@scheduled("0 8 * * *")
def write_digests() -> None:
    """A letter for everybody whose turn is today and who has something unread; on Mondays the week's as well.

    Run twice or killed half-way, each gets one: the next run writes what is missing.
    """
    today = timezone.localdate()
    for person_id in people_due(today):
        write_digest(person_id, today.isoformat(), today.isoformat())


def people_due(day: date) -> Iterator[int]:
    """Ids of those with something to tell, a few hundred at a time, however many there are."""
    unread = Notice.objects.unmailed().filter(person_id=OuterRef("person_id"), kind=OuterRef("kind"))
    there = Notice.objects.unmailed().filter(person_id=OuterRef("person_id"), place=OuterRef("place"))
    by_kind = MailChoice.objects.filter(Exists(unread), pace__in=paces_on(day)).values("person_id")
    by_place = PlaceChoice.objects.filter(Exists(there), pace__in=paces_on(day)).values("person_id")
    people = User.objects.filter(Q(pk__in=by_kind) | Q(pk__in=by_place), is_active=True)
    last = 0
    while some := list(people.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        yield from some
        last = some[-1]
