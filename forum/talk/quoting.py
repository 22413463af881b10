"""Words of a message at the beginning of an answer to it. They stand as long as what they are taken from."""

import re

LONGEST = 2_000
_TAG = re.compile(r"<(?P<end>/?)blockquote>")


def quoted(body: str) -> str:
    """A message's own words as the beginning of an answer, without what it quotes itself."""
    lines = without_quote(body)[:LONGEST].strip().splitlines()
    return "\n".join(f"> {line}".rstrip() for line in lines) + "\n\n" if lines else ""


def without_quote(body: str) -> str:
    """A text without the quotation it begins with."""
    lines = body.splitlines()
    first = next((at for at, line in enumerate(lines) if not line.startswith(">")), len(lines))
    return "\n".join(lines[first:]).strip()


def without_quote_in(html: str) -> str:
    """The same of what was rendered from it."""
    if not html.startswith("<blockquote>"):
        return html
    depth = 0
    for tag in _TAG.finditer(html):
        depth += -1 if tag["end"] else 1
        if depth == 0:
            return html[tag.end() :].lstrip()
    return ""
