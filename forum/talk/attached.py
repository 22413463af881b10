"""The files under messages, as everybody of equal sight gets them."""

from collections.abc import Sequence

from django.template.loader import get_template
from django.utils.safestring import SafeString

from forum.talk.models import Attachment, Message
from network.access.viewer import Viewer

FILES = "forum/talk/attachment/_files.html"


def files_beside(messages: Sequence[Message], viewer: Viewer) -> dict[int, SafeString]:
    """Drawn under each message. One question for all."""
    under: dict[int, list[Attachment]] = {}
    for attachment in Attachment.objects.filter(message__in=[message.pk for message in messages]).for_display():
        under.setdefault(attachment.message_id, []).append(attachment)
    template = get_template(FILES)
    return {message: template.render({"attachments": attachments}) for message, attachments in under.items()}
