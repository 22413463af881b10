"""What pages draw words with, and what they say to machines."""

import json

import nh3
from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import RichText, expand_db_html

from editorial.models import ArticlePage

register = template.Library()
# A browser must not find the end of the script in a title.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def json_ld(page: ArticlePage) -> SafeString:
    """The article as schema.org knows it: data, never run."""
    facts = {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "headline": page.title,
        "description": page.standfirst,
        "datePublished": page.first_published_at.isoformat() if page.first_published_at else None,
        "dateModified": page.last_published_at.isoformat() if page.last_published_at else None,
        "author": {"@type": "Person", "name": page.author_name} if page.author_name else None,
        "publisher": {"@type": "Organization", "name": "BALI Network"},
    }
    said = json.dumps({key: value for key, value in facts.items() if value}).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{said}</script>')


TAGS = {"h3", "h4", "p", "b", "strong", "i", "em", "ol", "ul", "li", "a", "br"}
SCHEMES = {"http", "https", "mailto", "tel"}


@register.filter
def rich(value: RichText | str) -> SafeString:
    """An editor's words with links made whole, and nothing in them that could run, however they were stored."""
    source = value.source if isinstance(value, RichText) else value
    return mark_safe(nh3.clean(expand_db_html(source), tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES))
