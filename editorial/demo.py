"""Pages of the demo world: the tree, the BALI page of the seed, other programmes, and the blog."""

from datetime import datetime
from typing import Any

from wagtail.rich_text import RichText

from editorial.actions.tree import grow, plant_tree
from editorial.models import (
    ArticlePage,
    BlogIndexPage,
    MembersBranch,
    ProgrammeIndexPage,
    ProgrammePage,
    StandardPage,
)
from network.access.audience import MEMBERS, PUBLIC

ORDER = 50
ABOUT = {
    "about": "The network began on 14 October 2020. Alumni meet here, with the allies who stand with them.",
    "community-guidelines": "Speak from your own experience. Do not name a child, a family or a colleague.",
    "accessibility": "We build to WCAG 2.2 AA. Everything essential works without JavaScript. Tell us what does not.",
    "privacy": "Being listed here can reveal who you are, so nothing is shown of you until you choose to show it.",
    "contact": "Write to network@bali-network.example, or ring 01632 960150 on weekdays from nine to five.",
}
TO_MANAGERS = "Your name, the programme, its dates and cost, and one question: do you support this application?"


def build(world: Any) -> None:
    plant_tree()
    for slug, words in ABOUT.items():
        page = StandardPage.objects.get(slug=slug)
        page.body = paragraphs(words)
        page.save_revision().publish()
    _programmes(world.get("programmes"))
    world.note("titles", {row["handle"]: row["role_title"] for row in world.read_csv("people.csv")})
    for row in world.read_json("blog_posts.json")["posts"]:
        _article(world, row)


def paragraphs(text: str) -> list[tuple[str, RichText]]:
    """Plain paragraphs as one text block."""
    inner = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    return [("text", RichText(inner))]


def _programmes(programmes: dict[str, Any]) -> None:
    index = ProgrammeIndexPage.objects.get()
    for code, programme in programmes.items():
        page = ProgrammePage(
            title=programme.title,
            slug=code,
            audience=PUBLIC,
            programme=programme,
            standfirst=programme.summary[:300],
            for_managers=TO_MANAGERS if code == "bali" else "",
        )
        grow(index, page)


def _article(world: Any, row: dict[str, Any]) -> None:
    is_public = row["visibility"] == "public"
    parent = (BlogIndexPage if is_public else MembersBranch).objects.get()
    when = datetime.fromisoformat(row["published_at"])
    authors = [person.name for handle in row["authors"] if (person := world.person(handle))]
    article = ArticlePage(
        title=row["title"],
        slug=row["slug"],
        audience=PUBLIC if is_public else MEMBERS,
        standfirst=row["summary"][:300],
        author_name=" and ".join(authors),
        author_role=world.get("titles")[row["authors"][0]] if len(authors) == 1 else "",
        body=paragraphs(row["body"]),
        live=False,
    )
    parent.add_child(instance=article)
    article.tags.add(*row["tags"])
    if row["status"] == "scheduled":
        article.go_live_at = when
    else:
        article.first_published_at = when
    article.save_revision().publish()
    # Publishing has just happened; in this world it happened then.
    ArticlePage.objects.filter(pk=article.pk, live=True).update(last_published_at=when)
