"""A choice with what follows from it."""

from django.utils.html import format_html
from django.utils.safestring import SafeString


def card(title: str, consequence: str) -> SafeString:
    return format_html("<b>{}</b><br>{}", title, consequence)
