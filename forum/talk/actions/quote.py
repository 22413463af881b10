"""What is taken back is taken back where it was quoted, too."""

from forum.talk.models import EarlierWords, Message
from forum.talk.quoting import without_quote
from forum.talk.writing import render


def forget_quotes(message: Message) -> None:
    """Erase this message's words at the beginning of the answers to it, in their earlier wordings as well.

    Inside the transaction that takes it back. Readers have lost sight of them already: an answer shows its quotation
    only while what it answers stands, and its own change is no news.
    """
    for answer in message.replies.filter(body__startswith=">"):
        words = without_quote(answer.body)
        Message.objects.filter(pk=answer.pk).update(body=words, html=render(words))
    for earlier in EarlierWords.objects.filter(message__reply_to=message, body__startswith=">"):
        words = without_quote(earlier.body)
        EarlierWords.objects.filter(pk=earlier.pk).update(body=words, html=render(words))
