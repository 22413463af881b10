"""What article pages say to machines."""

import json

from django import template
from django.utils.safestring import SafeString, mark_safe

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
