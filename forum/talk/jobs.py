"""What follows a message, after it was said: posting never waits for it."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from forum.files.actions.upload import erase_uploads
from forum.files.bounds import WAITS_FOR
from forum.files.models import Upload
from forum.talk.actions import deletion
from forum.talk.actions.held import post_delayed
from forum.talk.models import Attachment, Following, Held, Message
from forum.talk.notices import FOLLOWED, MENTION, REPLY, key_since_read
from network.access.viewer import viewer_of
from network.access.visible import can_see
from network.jobs.registry import job, scheduled
from network.notices.actions.tell import tell
from network.notices.models import Notice
from network.people.models import User

SETTLED_KEPT = timedelta(days=30)


@job(attempts=12)
def tell_followers(message_id: int, but: Sequence[int] = ()) -> None:
    """Tell those who follow the thread, may see the message at this moment and have not read it; `but` none of these.

    Killed half-way, the next attempt tells the rest: nobody is told twice.
    """
    message = Message.objects.standing().filter(pk=message_id).first()
    if message is None:
        return
    told = Notice.objects.filter(kind__in=[REPLY.name, MENTION.name, FOLLOWED.name], ref=message.public_id).values(
        "person_id"
    )
    others = Following.objects.followed().filter(thread_id=message.thread_id).exclude(person_id=message.author_id)
    others = others.exclude(person_id__in=told).exclude(person_id__in=but)
    for following in others.select_related("person"):
        person, ref = following.person, message.public_id
        if can_see(viewer_of(person), message) and FOLLOWED.still_true(person, ref):
            tell(person=person, kind=FOLLOWED, ref=ref, key=key_since_read(person, message.thread_id))


@scheduled("35 * * * *")
def purge_uploads() -> None:
    """Erase what has waited a day and stands under no message: never posted, or its message is gone for good."""
    waiting = Upload.objects.kept().filter(attachments=None, uploaded_at__lt=timezone.now() - WAITS_FOR)
    for upload in waiting.order_by("pk").iterator():
        with transaction.atomic():
            # Held first and asked again: somebody may be posting it at this moment.
            Upload.objects.select_for_update().filter(pk=upload.pk).first()
            if not Attachment.objects.filter(upload=upload).exists():
                erase_uploads([upload])


@job(attempts=12)
def release_delayed(held_id: int) -> None:
    """Post what has waited for the space's delay. Killed half-way, nothing was posted and the next attempt posts it."""
    post_delayed(held_id)


@scheduled("* * * * *")
def look_for_delayed() -> None:
    """Each minute, for what no job came to: its row may have been stuck while the database was away."""
    for held in Held.objects.waiting().filter(release_at__lt=timezone.now()).order_by("release_at", "pk"):
        post_delayed(held.pk)


@scheduled("20 3 * * *")
def forget_settled() -> None:
    """A month after it was settled, what was held is not needed as a key any more, nor its words by their author."""
    Held.objects.exclude(settled_at=None).filter(settled_at__lt=timezone.now() - SETTLED_KEPT).delete()


@job(attempts=12)
def erase_taken_back(message_id: int) -> None:
    """Erase what stayed deleted. Killed half-way, nothing was erased and the next attempt does it."""
    if message := Message.objects.filter(pk=message_id).first():
        deletion.erase_taken_back(message)


@job(attempts=12)
def tell_mentioned(message_id: int, people: list[int]) -> None:
    """Tell those whom a message calls by their name, if they may see it at this moment and were not told as answered.

    Killed half-way, the next attempt tells the rest; nobody is told twice of one message, however often it is edited.
    """
    message = Message.objects.standing().filter(pk=message_id).first()
    if message is None:
        return
    ref = message.public_id
    answered = Notice.objects.filter(kind=REPLY.name, ref=ref).values("person_id")
    for person in User.objects.filter(pk__in=people).exclude(pk__in=answered).order_by("pk"):
        if MENTION.still_true(person, ref):
            tell(person=person, kind=MENTION, ref=ref, key=f"{MENTION.name}:{message.pk}")
