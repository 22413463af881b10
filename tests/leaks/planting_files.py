"""Files that only some may read: their names, what is in them, what pictures show."""

from django.urls import reverse

from forum.talk.models import Message
from tests.factories.files import make_upload, paper
from tests.factories.forum import make_thread, say
from tests.leaks.planting import AUDIENCES, Garden


def plant_files(garden: Garden) -> None:
    """Under a message of each audience; and one that waits for its message."""
    for audience, writer, readers in AUDIENCES:
        if writer is not None:
            _under_a_message(garden, audience, writer, readers)
    # Cem hides from Bola everywhere.
    _under_a_message(garden, AUDIENCES[0][0], "cem", AUDIENCES[0][2] - {"bola"})
    waiting = make_upload(garden.viewer("ada"), alt=garden.words("ada"))
    garden.door(reverse("upload", args=[waiting.public_id]), "ada")


def _under_a_message(garden: Garden, audience: str, writer: str, readers: set[str]) -> None:
    viewer = garden.viewer(writer)
    told = paper(f"{garden.words(*readers)}.txt", garden.words(*readers).encode())
    uploads = [make_upload(viewer, told), make_upload(viewer, alt=garden.words(*readers))]
    space = Message.objects.visible_to(viewer).filter(space__audience=audience).first().space
    message = say(viewer, make_thread(viewer, space), uploads=uploads)
    for attachment in message.attachments.order_by("position"):
        garden.door(reverse("attachment", args=[attachment.public_id]), *readers)
    garden.door(reverse("attachment_small", args=[attachment.public_id]), *readers)
